package app

import (
	"factframe/app/page"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// part is a piece of the page that go-app renders again only if Turn changes. Charts
// re-render on every choice; the rest of the page follows once they are painted, so that
// the charts respond as fast as possible.
type part struct {
	app.Compo

	// Exported, because go-app compares exported fields to detect changes (v9.8.0).
	Name  string
	Turn  int
	Typed string // search term of its list

	widget *Widget
}

// place returns the placeholder for a part of the page.
func (w *Widget) place(name string, follows bool) app.UI {
	turn := w.choice
	if follows {
		turn = w.follows
	}
	return &part{Name: name, Turn: turn, Typed: w.model.Search[page.List(name)], widget: w}
}

// Render implements app.Composer.
func (p *part) Render() app.UI {
	m := p.widget.model
	m.Announce, m.Runs = p.widget.follows > opened, p.widget.base != ""
	return m.Part(p.Name)
}
