package app

import (
	"factframe/app/export"
	"factframe/app/state"
)

// File returns a file of what is shown, for take.js: "csv", "json" or "svg"; "all" for a CSV
// of the whole view; or "card", the SVG of a link preview.
func (w *Widget) File(kind string) string {
	s := export.Selection{Package: w.pkg, State: w.selected(), Site: w.base}
	switch kind {
	case "all":
		s.All, kind = true, "csv"
	case "card":
		return export.Card(s).Document()
	}
	return export.File(kind, s)
}

// selected is the state without a receipt that is open in a view.
func (w *Widget) selected() state.State {
	if s := w.model.State; s.View != "" {
		return s.WithFigure("")
	}
	return w.model.State
}
