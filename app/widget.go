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
	at      string // the address that the page's links are relative to
	ignored []string
	search  string // what is typed on the page of comparisons; no part of the address
	said    string // what the live region says; empty until something changes
	base    string // absolute address of the site's root; empty outside a browser
}

// NewWidget shows a state of a package, on the page at an address below the
// root of the site.
func NewWidget(p *data.Package, s State, at string) *Widget {
	return &Widget{pkg: p, state: s, at: at}
}

// Render implements app.Composer.
func (w *Widget) Render() app.UI {
	m := newModel(w.pkg, w.state, w.at)
	m.ignored, m.search = w.ignored, w.search
	return app.Elem("main").ID("factframe").Class("panel").
		OnClick(w.onClick).OnChange(w.onChange).OnInput(w.onInput).OnKeyDown(w.onKey).
		Body(append(m.page(), app.Elem("p").Class("hidden").Aria("live", "polite").Role("status").Text(w.said))...)
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
	first := w.said == "" && s.Address() == w.state.Address()
	w.state, w.ignored = s, ignored
	if first {
		return
	}
	w.at = path
	w.announce()
}

// below cuts an absolute address down to its part below the root of the site.
func (w *Widget) below(href string) (string, bool) {
	href, _, _ = strings.Cut(href, "#")
	return strings.CutPrefix(href, w.base)
}

// Go shows a state and writes its address.
func (w *Widget) Go(ctx app.Context, s State) {
	viewChanged := s.View != w.state.View
	w.state, w.ignored = s, nil
	w.announce()
	if w.base == "" {
		w.at = s.Address()
		return
	}
	if app.Window().Call("factframeWrite", s.Address()).Bool() {
		w.at = s.Address() // links are relative to the address that the window has
	}
	if viewChanged && !framed() {
		app.Window().Call("scrollTo", 0, 0)
	}
}

func framed() bool { return !app.Window().Get("parent").Equal(app.Window().Get("self")) }

// announce says the change once, politely, and names the page.
func (w *Widget) announce() {
	w.said = "Shown now: " + w.Title() + ". "
	if v := w.pkg.View(w.state.View); v != nil {
		w.said += sentence(w.pkg.Select(w.state.Query()))
	}
	if len(w.state.Picked) > 1 {
		c := w.pkg.Compare(model{pkg: w.pkg, state: w.state}.picked()...)
		w.said += verdictWords[c.Verdict].Words + "."
	}
	if w.state.Figure != "" {
		w.said = "Receipt opened: " + amountOf(w.pkg.Figure(w.state.Figure)).Short() + " " + w.pkg.Figure(w.state.Figure).Label + "."
	}
	if w.base != "" {
		app.Window().Get("document").Set("title", w.Title())
	}
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
