package export

import (
	"strings"

	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"
)

// Selection is what a file contains: what a state of a view shows, or one figure.
type Selection struct {
	Package *data.Package
	State   state.State
	Site    string // the address of the site, with a slash at its end; if it is empty, addresses are relative to the site
	All     bool   // the whole view, whatever the state leaves out
}

// writers write a selection in each format of page.Downloads, by extension.
var writers = map[string]func(Selection) string{
	page.CSV.Extension:  func(s Selection) string { return byteOrderMark + CSV(s) },
	page.JSON.Extension: DataPackage,
	page.SVG.Extension:  func(s Selection) string { return Picture(s).Document() },
}

// byteOrderMark makes browsers and spreadsheets read a CSV as UTF-8 if the host sends no
// charset. Otherwise minus signs could be garbled.
const byteOrderMark = "\ufeff"

// File returns the file of a selection with the extension of one of page.Downloads, or "" for
// any other extension.
func File(extension string, s Selection) string {
	write := writers[extension]
	if write == nil {
		return ""
	}
	return write(s)
}

// table returns the rows of the selection.
func (s Selection) table() table.Table {
	switch f := s.Package.Figure(s.State.Figure); {
	case s.All:
		return table.Select(s.Package, table.Query{View: s.State.View, All: true})
	case s.State.View == "" && f != nil:
		a, unit := f.Natural()
		row := table.Row{Figure: f, Label: f.Name, Unit: unit, Amount: a}
		return table.Table{View: &data.View{}, Panels: []table.Panel{{Spec: &data.PanelSpec{}, Rows: []table.Row{row}}}}
	}
	return table.Select(s.Package, s.State.Query(s.Package))
}

// cite returns the citation of the selection, whose rows are in shown.
func (s Selection) cite(shown table.Table) say.Citation {
	switch f := s.Package.Figure(s.State.Figure); {
	case f != nil:
		return say.CiteFigure(s.Package, f)
	case shown.View == nil:
		return say.CitePage(s.Package, s.State)
	}
	return say.CiteView(s.Package, s.State, shown)
}

// address returns the full address of a state.
func (s Selection) address(of state.State) string { return s.Site + of.Address() }

// bare is an address as a picture shows it, or empty if the site's address is not known.
func (s Selection) bare(of state.State) string {
	if s.Site == "" {
		return ""
	}
	_, bare, _ := strings.Cut(s.address(of), "://")
	return strings.TrimSuffix(bare, "/")
}
