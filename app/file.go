package app

import (
	"factframe/app/export"
	"factframe/app/state"
)

// File returns a file of the state at an absolute address, for take.js: "csv", "json" or
// "svg"; "all" for a CSV of the whole view; or "card", the SVG of a link preview. It returns
// "" if there is no such file.
func (w *Widget) File(kind, href string) string {
	s, _, ok := w.stateAt(href)
	if of := s.Page(); !ok || of != state.ViewPage && of != state.FigurePage {
		return ""
	}
	selected := export.Selection{Package: w.pkg, State: s.Closed(), Site: w.base}
	switch kind {
	case "all":
		selected.All, kind = true, "csv"
	case "card":
		return export.Card(selected).Document()
	}
	return export.File(kind, selected)
}
