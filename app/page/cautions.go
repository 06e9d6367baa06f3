package page

import (
	"factframe/app/say"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// care shows the most important caution; the others open on click.
func (m *Model) care() app.UI {
	if len(m.View.Notes) == 0 {
		return nothing("div")
	}
	var others []app.UI
	for _, note := range m.View.Notes[1:] {
		others = append(others, m.own("li", "", say.Expand(m.Package, note), note))
	}
	rest := app.Elem("details").Class("cautions").Hidden(len(others) == 0).Body(
		m.written("summary", "", m.Package.Words.Count("more_cautions", len(others))),
		el("ul", "", others...),
	)
	return el("div", "care", m.caution("", say.Expand(m.Package, m.View.Notes[0]), m.View.Notes[0]), app.Text(" "), rest)
}

// caution is a note of the package as it is shown, with its first words in bold.
func (m *Model) caution(class, shown, note string) app.HTMLElem {
	lead, rest := say.Lead(m.Package.Words, shown)
	bold, plain := written("b", class, lead), app.Text(" "+rest)
	switch language := m.Package.LanguageOf(note); {
	case language == "":
		return el("p", "", bold, plain)
	case rest == shown: // the bold words are the widget's
		return el("p", "", bold, app.Text(" "), in(language, written("span", "", rest)))
	default:
		return in(language, el("p", "", bold, plain))
	}
}
