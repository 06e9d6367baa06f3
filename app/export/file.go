package export

import (
	"factframe/app/page"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"
)

// files write a view in each form of page.Downloads.
var files = map[page.Download]func(*data.Package, *data.View) string{
	page.CSV: func(p *data.Package, v *data.View) string {
		return byteOrderMark + CSV(table.Select(p, table.Query{View: v.ID}))
	},
	page.SVG: func(p *data.Package, v *data.View) string {
		return Picture(p, state.State{View: v.ID}).Document()
	},
}

// byteOrderMark begins a CSV, so that browsers and spreadsheets read it as
// UTF-8 where a host names no charset: minus signs arrive as they are.
const byteOrderMark = "\ufeff"

// File is a view as it opens, in a form of file.
func File(d page.Download, p *data.Package, v *data.View) []byte { return []byte(files[d](p, v)) }
