package page

import (
	"factframe/app/state"
	"factframe/app/text"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

func (m Model) header() app.UI {
	return app.Elem("header").Body(app.Elem("p").Class("kicker").Text(m.Package.Title), m.nav())
}

func (m Model) nav() app.UI {
	var links []app.UI
	for _, v := range m.Package.Views {
		link := app.Elem("a").Attr("href", state.State{View: v.ID}.Link()).Text(v.Title)
		if v.ID == m.State.View {
			link.Aria("current", "page")
		}
		links = append(links, app.Elem("li").Body(link))
	}
	compare := app.Elem("a").Attr("href", state.State{View: state.CompareView}.Link()).Text(text.Compare)
	if m.State.View == state.CompareView {
		compare.Aria("current", "page")
	}
	links = append(links, app.Elem("li").Body(compare))
	return app.Elem("nav").Class("views").Aria("label", text.Views).Body(app.Elem("ul").Body(links...))
}
