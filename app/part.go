package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// part is a piece of the page that go-app leaves as it is while Turn is the
// same. The pictures have a turn with every choice; what stands around them
// follows when they are painted, so that a choice is answered where the reader
// looks, and no later than it must.
type part struct {
	app.Compo

	// Exported, because go-app compares these to know of a change (v9.8.0).
	Name string
	Turn int

	widget *Widget
}

// filterPart begins the name of the part that is a dimension's filter.
const filterPart = "filter "

// now is a part that answers a choice; later is one that follows.
func (m model) now(name string) app.UI {
	return &part{Name: name, Turn: m.widget.choice, widget: m.widget}
}

func (m model) later(name string) app.UI {
	return &part{Name: name, Turn: m.widget.follows, widget: m.widget}
}

// Render implements app.Composer.
func (p *part) Render() app.UI {
	m := p.widget.model
	switch p.Name {
	case "header":
		return m.header()
	case "pictures":
		return app.Elem("div").Class("pictures").Hidden(m.state.Show == ShowTable).Body(m.pictures()...)
	case "says":
		return app.Elem("p").Class("says").Text(sentence(m.table))
	case "care":
		return m.care()
	case "numbers":
		return m.numbers()
	case "foot":
		return m.foot()
	case "announcement":
		return m.announcement()
	}
	return m.filter(strings.TrimPrefix(p.Name, filterPart))
}
