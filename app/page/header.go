package page

import (
	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// header is the head of a page outside a frame. In a frame, and without JavaScript, the
// same links are in the foot.
func (m *Model) header() app.UI {
	return el("header", "",
		m.written("p", "kicker", m.Package.Title),
		app.Elem("nav").Class("views").Aria("label", m.say("views")).Body(m.viewLinks()),
	)
}

// moreFigures is the site's navigation in a frame, one click away.
func (m *Model) moreFigures() app.UI {
	return el("details", "others",
		written("summary", "", m.say("more")).Aria("label", m.say("more.figures")),
		app.Elem("nav").Class("views").Aria("label", m.say("more.figures")).Body(m.viewLinks()),
	)
}

func (m *Model) viewLinks() app.UI {
	var links []app.UI
	for _, v := range m.Package.Views {
		link := m.link("", state.ViewLink(v.ID), v.Title)
		if v.ID == m.State.View {
			link.Aria("current", "page")
		}
		links = append(links, el("li", "", link))
	}
	compare := link("", state.ViewLink(state.CompareView), m.say("compare"))
	if m.State.View == state.CompareView {
		compare.Aria("current", "page")
	}
	links = append(links, el("li", "", compare))
	return el("ul", "", append(links, m.languages()...)...)
}
