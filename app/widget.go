// Package app runs the widget in a browser: a go-app component that mounts a page, handles
// input and renders the result.
package app

import (
	"runtime"
	"strings"

	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Widget is the panel. It renders a change in two steps: first the pictures, and once they
// are painted the other parts.
type Widget struct {
	app.Compo

	// Unexported, because go-app compares and resets exported fields of components
	// (v9.8.0).
	pkg  *data.Package
	base string // absolute address of the site's root; empty outside a browser

	model   page.Model // what the page is rendered from
	tree    app.UI     // the first rendered tree, into which go-app merges later ones (v9.8.0)
	changed bool       // the tree is out of date
	choice  int        // number of states shown, including the first
	follows int        // the choice that the parts other than pictures show
	painted app.Func

	focusAfter []string // selectors of elements to focus if a change removes the focused one; empty if nothing had focus
}

// opened is the number of the first choice.
const opened = 1

// NewWidget returns a widget that shows a state of a package.
func NewWidget(p *data.Package, s state.State) *Widget {
	w := &Widget{pkg: p}
	w.show(s, nil)
	w.follow()
	return w
}

// Render implements app.Composer.
//
// go-app calls it after every event, even if nothing changed: ticking a checkbox is three
// events but one change.
func (w *Widget) Render() app.UI {
	if w.tree != nil && !w.changed {
		return w.tree
	}
	w.changed = false
	tree := app.Elem("main").ID("factframe").Class("panel").
		OnClick(w.onClick).OnChange(w.onChange).OnInput(w.onInput).OnKeyDown(w.onKey).On("pointermove", w.onPointer).On("popstate", w.onPopState).
		Body(w.model.Body()...)
	if w.tree == nil {
		w.tree = tree
	}
	return tree
}

// OnMount shows the state in the window's address, which may not be prerendered.
func (w *Widget) OnMount(ctx app.Context) {
	w.base = app.Getenv("FACTFRAME_BASE")
	if w.base == "" {
		return
	}
	w.painted = app.FuncOf(func(app.Value, []app.Value) any {
		ctx.Dispatch(func(ctx app.Context) {
			w.follow()
			ctx.Defer(func(app.Context) { w.keepFocus() })
		})
		return nil
	})
	app.Window().Set("factframeFile", app.FuncOf(func(_ app.Value, args []app.Value) any { return w.File(args[0].String(), args[1].String()) }))
	ctx.Dispatch(func(app.Context) { w.arrive(app.Getenv("FACTFRAME_HREF")) })
}

// onPopState handles going back and forward; boot.js forwards the event.
func (w *Widget) onPopState(ctx app.Context, _ app.Event) {
	w.caughtUp(ctx, func(app.Context) { w.arrive(app.Window().Get("location").Get("href").String()) })
}

// caughtUp calls a function once all parts show the last choice. Before that, their links
// would lead to the wrong states, and go-app does not update a ticked checkbox whose
// attribute is unchanged (v9.8.0).
func (w *Widget) caughtUp(ctx app.Context, then func(app.Context)) {
	if !w.behind() {
		then(ctx)
		return
	}
	w.follow()
	ctx.Defer(func(ctx app.Context) { ctx.Dispatch(then) }) // after the parts are rendered
}

// arrive shows the state of an address.
func (w *Widget) arrive(href string) {
	defer app.Window().Call("factframeArrived") // rendered after this event
	s, ignored, ok := w.stateAt(href)
	if !ok {
		return
	}
	if w.choice == opened && len(ignored) == 0 && s.Address() == w.model.State.Address() {
		return // the page as it opened
	}
	w.show(s, ignored)
	w.follow()
	app.Window().Get("document").Set("title", say.Title(w.pkg, w.model.State))
}

// stateAt returns the state of an absolute address, and the parts that were not understood.
// ok is false if the address is not within the site.
func (w *Widget) stateAt(href string) (s state.State, ignored []string, ok bool) {
	address, ok := strings.CutPrefix(href, w.base)
	if !ok {
		return state.State{}, nil, false
	}
	s, ignored = state.Parse(w.pkg, address)
	return s, ignored, true
}

// Go shows a state and updates the address.
func (w *Widget) Go(ctx app.Context, s state.State) {
	viewChanged := s.View != w.model.State.View
	w.noteFocus(s)
	w.show(s, nil)
	if viewChanged || w.base == "" {
		w.follow()
	}
	if w.base == "" {
		return
	}
	app.Window().Call("factframeWrite", s.Link(), say.Title(w.pkg, s), w.painted)
	if viewChanged && !framed() {
		app.Window().Call("scrollTo", 0, 0)
	}
}

func framed() bool { return !app.Window().Get("parent").Equal(app.Window().Get("self")) }

func (w *Widget) show(s state.State, ignored []string) {
	search := w.model.Search
	if s.View != w.model.State.View {
		search = nil // the view's search fields are new and empty
	}
	w.choice++
	w.changed = true
	w.model = page.New(w.pkg, s)
	w.model.Ignored, w.model.Search, w.model.Place = ignored, search, w.place
}

// follow updates the parts other than pictures.
func (w *Widget) follow() {
	if !w.behind() {
		return
	}
	w.follows, w.changed = w.choice, true
	if w.base != "" && w.choice%choicesACollection == 0 {
		runtime.GC()
	}
}

// behind reports whether the parts other than pictures show an earlier choice.
func (w *Widget) behind() bool { return w.follows != w.choice }

// choicesACollection is the number of choices between garbage collections. These run when
// the other parts are updated; in the middle of a choice they would delay a frame.
const choicesACollection = 4
