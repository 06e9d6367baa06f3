package export

import (
	"factframe/app/page"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"
)

// files writes a view in each format of page.Downloads.
var files = map[page.Download]func(*data.Package, *data.View) string{
	page.CSV: func(p *data.Package, v *data.View) string {
		return byteOrderMark + CSV(p, table.Select(p, table.Query{View: v.ID, All: true}))
	},
	page.SVG: func(p *data.Package, v *data.View) string {
		return Picture(p, state.State{View: v.ID}).Document()
	},
}

// byteOrderMark makes browsers and spreadsheets read a CSV as UTF-8 if the host sends no
// charset. Otherwise minus signs could be garbled.
const byteOrderMark = "\ufeff"

// File returns the file of a view without filters.
func File(d page.Download, p *data.Package, v *data.View) []byte { return []byte(files[d](p, v)) }
