package app

import (
	"strings"

	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Widget is the panel: the one component, so that a page of any size is one
// mount and one update.
type Widget struct {
	app.Compo

	// Unexported, because go-app compares and zeroes exported fields of
	// components (v9.8.0).
	pkg     *data.Package
	state   State
	ignored []string
	search  string // what is typed on the page of comparisons; no part of the address
	speaks  bool   // something has changed, and the live region says what is shown
	base    string // absolute address of the site's root; empty outside a browser

	tree    app.UI // the first that was rendered: go-app merges later ones into it (v9.8.0)
	changed bool   // the tree is not what the fields above ask for
}

// NewWidget shows a state of a package.
func NewWidget(p *data.Package, s State) *Widget {
	return &Widget{pkg: p, state: s}
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
	m := newModel(w.pkg, w.state)
	m.ignored, m.search = w.ignored, w.search
	said := ""
	if w.speaks {
		said = m.announcement()
	}
	tree := app.Elem("main").ID("factframe").Class("panel").
		OnClick(w.onClick).OnChange(w.onChange).OnInput(w.onInput).OnKeyDown(w.onKey).
		Body(append(m.page(), app.Elem("p").Class("hidden").Aria("live", "polite").Role("status").Text(said))...)
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
	app.Window().AddEventListener("popstate", func(ctx app.Context, e app.Event) { w.arrive(ctx) })
	ctx.Dispatch(func(ctx app.Context) { w.arrive(ctx) })
}

// arrive shows the state of the window's address.
func (w *Widget) arrive(ctx app.Context) {
	location := app.Window().Get("location")
	path, ok := w.below(location.Get("href").String())
	if !ok {
		return
	}
	path, query, _ := strings.Cut(path, "?")
	s, ignored := Parse(w.pkg, path, query)
	first := !w.speaks && s.Address() == w.state.Address()
	w.show(s, ignored)
	if first {
		return
	}
	w.speaks = true
	app.Window().Get("document").Set("title", w.Title())
}

// below cuts an absolute address down to its part below the root of the site.
func (w *Widget) below(href string) (string, bool) {
	href, _, _ = strings.Cut(href, "#")
	return strings.CutPrefix(href, w.base)
}

// Go shows a state and writes its address.
func (w *Widget) Go(ctx app.Context, s State) {
	viewChanged := s.View != w.state.View
	w.show(s, nil)
	w.speaks = true
	if w.base == "" {
		return
	}
	app.Window().Call("factframeWrite", s.Address(), w.Title())
	if viewChanged && !framed() {
		app.Window().Call("scrollTo", 0, 0)
	}
}

func framed() bool { return !app.Window().Get("parent").Equal(app.Window().Get("self")) }

func (w *Widget) show(s State, ignored []string) {
	w.state, w.ignored, w.changed = s, ignored, true
}

// Title is the title of the page: its finding.
func (w *Widget) Title() string { return Title(w.pkg, w.state) }

// Title names the page of a state.
func Title(p *data.Package, s State) string {
	if v := p.View(s.View); v != nil {
		return expand(p, v.Headline)
	}
	if s.View == CompareView {
		return CompareTitle
	}
	f := p.Figure(s.Figure)
	return amountOf(f).Short() + " " + f.Label
}

// Description says what the page of a state shows, for search engines and cards.
func Description(p *data.Package, s State) string {
	if v := p.View(s.View); v != nil {
		return expand(p, v.Subtitle) + " " + sentence(p.Select(s.Query()))
	}
	if s.View == CompareView {
		return "Choose two or more published figures and see whether they may be compared, and why not."
	}
	f := p.Figure(s.Figure)
	return text.Capital(f.Series.CoverageWho) + ", " + when(f) + ". " + f.Series.Source.Short + "."
}
