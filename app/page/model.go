// Package page renders the page of a state in parts. Each part depends only on a Model, so
// tests can print it and the running program decides when to render it again.
package page

import (
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Model is the data that a page is rendered from.
type Model struct {
	Package  *data.Package
	State    state.State
	View     *data.View // nil on pages of one receipt and of comparisons
	Table    table.Table
	Ignored  []string          // parts of the address that were not understood
	Search   map[string]string // search terms by list; not in the address
	Announce bool              // the reader has selected something since the page opened
	Runs     bool              // the program runs; until then sliders are disabled
	address  string            // of the state without an open receipt

	// Place returns a placeholder for a part that is rendered separately: at once, or
	// after the pictures if follows is true. If nil, all parts are rendered in place.
	Place func(name string, follows bool) app.UI
}

// New returns the model of a state, with its figures.
func New(p *data.Package, s state.State) Model {
	m := Model{Package: p, State: s, address: s.Closed().Address()}
	if v := p.View(s.View); v != nil {
		m.View, m.Table = v, table.Select(p, s.Query(p))
	}
	return m
}

// say returns a text in the language of the page.
func (m *Model) say(key string) string { return m.Package.Words.Say(key) }

// between returns the punctuation that an entry has between a and b.
func (m *Model) between(key, a, b string) string {
	return m.Package.Words.Fill(key, a, "", b, "")
}

// named puts a name before a value. Without a name it returns the value.
func (m *Model) named(name, value string) string {
	if name == "" {
		return value
	}
	return m.Package.Words.Named(name, value)
}

// now places a part that is updated at once, and later one that follows the pictures.
func (m *Model) now(name string) app.UI   { return m.place(name, false) }
func (m *Model) later(name string) app.UI { return m.place(name, true) }

func (m *Model) place(name string, follows bool) app.UI {
	if m.Place == nil {
		return m.Part(name)
	}
	return m.Place(name, follows)
}

// filterPart is the prefix of the names of filter parts.
const filterPart = "filter "

// List returns the name of the list in a part, which its search terms are stored under.
func List(part string) string {
	list, _ := strings.CutPrefix(part, filterPart)
	return list
}

// Part renders a part by name.
func (m *Model) Part(name string) app.UI {
	switch name {
	case "header":
		return m.header()
	case "pictures":
		return m.picture()
	case "says":
		return m.with(app.Elem("p").Class("says", "hidden"), say.Sentence(m.Package.Words, m.Table)) // hidden, because the picture shows it
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
