package page

import (
	"factframe/app/say"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// cards show key figures, each with its qualifier, what was counted, when, and
// by whom it was told.
func (m Model) cards(p data.Panel) app.UI {
	var items []app.UI
	for _, r := range p.Rows {
		items = append(items, app.Elem("li").Body(m.card(r.Figure)))
	}
	return app.Elem("ul").Class("cards").Body(items...)
}

func (m Model) card(f *data.Figure) app.UI {
	a := say.Of(f)
	return m.mark(f).Class("card").Body(
		app.Elem("span").Class("q").Text(a.Word()), app.Text(" "),
		app.Elem("span").Class("v").Text(a.Bare()), app.Text(" "),
		app.Elem("span").Class("l").Text(f.Label), app.Text(" "),
		app.Elem("span").Class("m").Text(say.Year(f)+" · "+say.Hands(f.Series.Source)),
	)
}
