package app

import (
	"factframe/app/page"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// part is a piece of the page that go-app leaves as it is while Turn is the
// same. The pictures have a turn with every choice; what stands around them
// follows when they are painted, so that a choice is answered where the reader
// looks, and no later than it must.
type part struct {
	app.Compo

	// Exported, because go-app compares these to know of a change (v9.8.0).
	Name  string
	Turn  int
	Typed string // what its list is searched for

	widget *Widget
}

// place stands for a part of the page.
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
