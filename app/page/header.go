package page

import (
	"factframe/app/state"
	"factframe/app/text"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// header is the head of a page that stands alone: in a frame, and where no
// script can tell whether it is one, the same links wait in moreFigures.
func (m Model) header() app.UI {
	return app.Elem("header").Body(
		app.Elem("p").Class("kicker").Text(m.Package.Title),
		app.Elem("nav").Class("views").Aria("label", text.Views).Body(m.viewLinks()),
	)
}

// moreFigures is the site's navigation as a frame has it, one step away.
func (m Model) moreFigures() app.UI {
	return app.Elem("details").Class("others").Body(
		app.Elem("summary").Text(text.MoreFigures),
		app.Elem("nav").Class("views").Aria("label", text.MoreFigures).Body(m.viewLinks()),
	)
}

func (m Model) viewLinks() app.UI {
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
	return app.Elem("ul").Body(append(links, app.Elem("li").Body(compare))...)
}
