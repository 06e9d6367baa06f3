// Package app is the running widget: a go-app component that mounts a page, takes
// what a reader chooses and renders what follows from it.
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

// Widget is the panel. A change is rendered in two steps: the pictures at once,
// and once they are painted the parts that follow them.
type Widget struct {
	app.Compo

	// Unexported, because go-app compares and zeroes exported fields of
	// components (v9.8.0).
	pkg  *data.Package
	base string // absolute address of the site's root; empty outside a browser

	model   page.Model // what the page is rendered from
	tree    app.UI     // the first that was rendered: go-app merges later ones into it (v9.8.0)
	changed bool       // the tree is not what the fields above ask for
	choice  int        // how many choices there were, the page as it opened among them
	follows int        // the choice that the parts around the pictures show
	painted app.Func

	focusAfter []string // selectors: where focus goes when a choice takes away what had it; empty where nothing had it
}

// opened is the choice that a page opens with.
const opened = 1

// NewWidget shows a state of a package.
func NewWidget(p *data.Package, s state.State) *Widget {
	w := &Widget{pkg: p}
	w.show(s, nil)
	w.follow()
	return w
}

// Render implements app.Composer.
//
// go-app asks after every event, also after those that changed nothing: a tick
// in a box is three events and one change.
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

// OnMount takes up the address of the window: a page may have been opened with
// a state that is not prerendered, and readers go back and forward.
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
	ctx.Dispatch(func(app.Context) { w.arrive(app.Getenv("FACTFRAME_HREF")) })
}

// onPopState follows a reader who goes back or forward; boot.js passes it on.
func (w *Widget) onPopState(ctx app.Context, _ app.Event) {
	w.caughtUp(ctx, func(app.Context) { w.arrive(app.Window().Get("location").Get("href").String()) })
}

// caughtUp calls a function once the parts around the pictures show the last
// choice: their links lead away from what they show, and go-app does not touch
// a box that a reader ticked and whose attribute stays as it was (v9.8.0).
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
	defer app.Window().Call("factframeArrived") // rendered when this event is handled
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

// stateAt reads the state of an absolute address, and what of it was not
// understood; ok is false for one that is not below the root of the site.
func (w *Widget) stateAt(href string) (s state.State, ignored []string, ok bool) {
	href, _, _ = strings.Cut(href, "#")
	address, ok := strings.CutPrefix(href, w.base)
	if !ok {
		return state.State{}, nil, false
	}
	path, query, _ := strings.Cut(address, "?")
	s, ignored = state.Parse(w.pkg, path, query)
	return s, ignored, true
}

// Go shows a state and writes its address.
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
		search = nil // its fields are gone, and new ones are empty
	}
	w.choice++
	w.changed = true
	w.model = page.New(w.pkg, s)
	w.model.Ignored, w.model.Search, w.model.Place = ignored, search, w.place
}

// follow has the parts around the pictures catch up with the choice.
func (w *Widget) follow() {
	if !w.behind() {
		return
	}
	w.follows, w.changed = w.choice, true
	if w.base != "" && w.choice%choicesACollection == 0 {
		runtime.GC()
	}
}

// behind reports whether the parts around the pictures show an earlier choice.
func (w *Widget) behind() bool { return w.follows != w.choice }

// choicesACollection is how many choices' garbage is collected at once, with
// the parts that follow: in the middle of a choice it would cost a frame.
const choicesACollection = 4
