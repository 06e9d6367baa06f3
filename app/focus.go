package app

import (
	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A change may remove the focused element, such as a closed receipt. Browsers then start
// again at the top of the page.

// fallbackFocus lists elements to focus instead; the first visible one is used: the chooser
// of a comparison, the filters, or the measure.
var fallbackFocus = []string{".chooser > summary", ".filter > summary", ".seg a[aria-current]"}

// noteFocus notes before a change where focus may have to go: to the mark of a closed
// receipt, or otherwise to the controls.
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

// keepFocus moves focus to the noted element if the focused one is gone.
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
