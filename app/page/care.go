package page

import (
	"factframe/app/say"
	"factframe/app/text"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// care prints the caveats of the view.
func (m Model) care() app.UI {
	var notes []app.UI
	for _, note := range m.View.Notes {
		notes = append(notes, app.Elem("li").Text(say.Expand(m.Package, note)))
	}
	return app.Elem("div").Class("care").Body(app.Elem("strong").Text(text.TakeCare), app.Elem("ul").Body(notes...))
}
