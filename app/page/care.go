package page

import (
	"factframe/app/say"
	"factframe/app/text"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// care prints the caution that matters most; the others are one step away.
func (m Model) care() app.UI {
	if len(m.View.Notes) == 0 {
		return app.Elem("div").Hidden(true)
	}
	var others []app.UI
	for _, note := range m.View.Notes[1:] {
		others = append(others, app.Elem("li").Text(say.Expand(m.Package, note)))
	}
	rest := app.Elem("details").Class("cautions").Hidden(len(others) == 0).Body(
		app.Elem("summary").Text(text.Of(len(others), "more caution", "more cautions")),
		app.Elem("ul").Body(others...),
	)
	return app.Elem("div").Class("care").Body(caution(say.Expand(m.Package, m.View.Notes[0])), app.Text(" "), rest)
}

// caution is a note with its first words standing out.
func caution(note string) app.UI {
	lead, rest := say.Lead(note)
	return app.Elem("p").Body(app.Elem("b").Text(lead), app.Text(" "+rest))
}
