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
		written("summary", "", m.Package.Words.Count("more_cautions", len(others))),
		el("ul", "", others...),
	)
	return el("div", "care", m.inLanguage(m.caution(say.Expand(m.Package, m.View.Notes[0])), m.View.Notes[0]), app.Text(" "), rest)
}

// caution is a note with its first words in bold.
func (m *Model) caution(note string) app.HTMLElem {
	lead, rest := say.Lead(m.Package.Words, note)
	return el("p", "", written("b", "", lead), app.Text(" "+rest))
}
