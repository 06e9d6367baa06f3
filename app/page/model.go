// Package page is the page of a state, part by part. Each part is a function of
// a Model alone: a test can print it, and the running program decides when it is
// rendered again.
package page

import (
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Model is what the parts of a page are rendered from.
type Model struct {
	Package  *data.Package
	State    state.State
	View     *data.View // nil on the page of one receipt, and of comparisons
	Table    table.Table
	Ignored  []string          // what of the address was not understood
	Search   map[string]string // what is typed over a list, by the list's name; no part of the address
	Announce bool              // the reader has chosen since the page opened
	Runs     bool              // the program runs; until then sliders are disabled
	address  string            // of the state, whatever receipt is open

	// Place stands for a part that is rendered on its own, at once with a choice
	// or when it follows; nil renders every part in its place.
	Place func(name string, follows bool) app.UI
}

// New chooses the figures of a state.
func New(p *data.Package, s state.State) Model {
	m := Model{Package: p, State: s, address: s.WithFigure("").Address()}
	if v := p.View(s.View); v != nil {
		m.View, m.Table = v, table.Select(p, s.Query(p))
	}
	return m
}

// say returns an entry in the language of the page.
func (m *Model) say(key string) string { return m.Package.Words.Say(key) }

// named puts a name before a value, or returns the value where there is no name.
func (m *Model) named(name, value string) string {
	if name == "" {
		return value
	}
	return m.Package.Words.Named(name, value)
}

// now is a part that answers a choice; later is one that follows.
func (m *Model) now(name string) app.UI   { return m.place(name, false) }
func (m *Model) later(name string) app.UI { return m.place(name, true) }

func (m *Model) place(name string, follows bool) app.UI {
	if m.Place == nil {
		return m.Part(name)
	}
	return m.Place(name, follows)
}

// filterPart begins the name of the part that is a dimension's filter.
const filterPart = "filter "

// List is the name of the list that a part is, for what is typed over it.
func List(part string) string {
	list, _ := strings.CutPrefix(part, filterPart)
	return list
}

// Part renders the part of that name.
func (m *Model) Part(name string) app.UI {
	switch name {
	case "header":
		return m.header()
	case "pictures":
		return m.picture()
	case "says":
		return app.Elem("p").Class("says", "hidden").Text(say.Sentence(m.Package.Words, m.Table)) // what is seen in the picture
	case "care":
		return m.care()
	case "numbers":
		return m.numbers()
	case "foot":
		return m.foot()
	case "announcement":
		return m.announcement()
	case spanPart:
		return m.span()
	}
	return m.filter(List(name))
}
