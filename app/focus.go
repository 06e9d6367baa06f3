package app

import (
	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A choice may take away what had the focus: a receipt that is closed, a row of
// choices that is cleared. A browser then starts again at the top of the page.

// fallbackFocus lists where focus goes instead, of which the first visible element
// is used: the list that a comparison is chosen from, the filters, the measure.
var fallbackFocus = []string{".chooser > summary", ".filter > summary", ".seg a[aria-current]"}

// noteFocus notes, before a choice is shown, where focus may have to go: to the
// mark whose receipt it closes, and else to the choices.
func (w *Widget) noteFocus(s state.State) {
	w.focusAfter = nil
	if w.base == "" {
		return
	}
	if document := app.Window().Get("document"); document.Get("activeElement").Equal(document.Get("body")) {
		return
	}
	w.focusAfter = fallbackFocus
	if closed := w.model.State.Figure; closed != "" && s.Figure == "" {
		w.focusAfter = append([]string{`.view a[data-figure="` + closed + `"]`}, fallbackFocus...)
	}
}

// keepFocus moves focus where it was noted, if what had it is gone.
func (w *Widget) keepFocus() {
	document := app.Window().Get("document")
	if len(w.focusAfter) == 0 || !document.Get("activeElement").Equal(document.Get("body")) {
		return
	}
	for _, selector := range w.focusAfter {
		if e := document.Call("querySelector", selector); e.Truthy() && e.Call("getClientRects").Get("length").Int() > 0 {
			e.Call("focus")
			return
		}
	}
}
