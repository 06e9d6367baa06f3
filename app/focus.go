package app

import (
	"strings"

	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A choice may take away what had the focus: a receipt that is closed, a row of
// choices that is cleared. A browser then starts again at the top of the page.

// otherFocus are where focus goes instead, the first that can be seen: the list
// that a comparison is chosen from, the filters, the measure.
const otherFocus = ".chooser > summary, .filter > summary, .seg a[aria-current]"

// noteFocus notes, before a choice is shown, where focus may have to go: to the
// mark whose receipt it closes, and else to the choices.
func (w *Widget) noteFocus(s state.State) {
	w.focused = ""
	if w.base == "" {
		return
	}
	if document := app.Window().Get("document"); document.Get("activeElement").Equal(document.Get("body")) {
		return
	}
	w.focused = otherFocus
	if closed := w.model.State.Figure; closed != "" && s.Figure == "" {
		w.focused = ".view a[data-figure=\"" + strings.ReplaceAll(closed, "\"", "") + "\"], " + otherFocus
	}
}

// keepFocus moves focus where it was noted, if what had it is gone.
func (w *Widget) keepFocus() {
	document := app.Window().Get("document")
	if w.focused == "" || !document.Get("activeElement").Equal(document.Get("body")) {
		return
	}
	for _, selector := range strings.Split(w.focused, ", ") {
		if e := document.Call("querySelector", selector); e.Truthy() && e.Call("getClientRects").Get("length").Int() > 0 {
			e.Call("focus")
			return
		}
	}
}
