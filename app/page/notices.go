package page

import (
	"strings"

	"factframe/app/say"
	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

func (m *Model) ignoredText() string {
	if len(m.Ignored) == 0 {
		return ""
	}
	return m.Package.Words.Fill("address.ignored", "parts", m.Package.Words.Commas(m.Ignored...))
}

// choiceComing is a notice that the style sheet shows while the choices in an opened
// address are not applied yet.
func (m *Model) choiceComing() app.UI {
	return app.Elem("p").Class("care", "coming").Text(m.say("choice.coming"))
}

// choiceLost is a notice that the style sheet shows if the choices in an address cannot be
// applied: without JavaScript, if the address ends in Fragment, or if the program cannot
// load.
func (m *Model) choiceLost() app.UI {
	near := state.State{View: m.State.View}
	if near.View == state.ReceiptsView {
		near.Rows = m.State.Rows // its pages are numbered
	}
	pages := []app.UI{app.Text(m.say("choice.lost") + " "), link("", near.Address(), m.say("choice.page"))}
	if m.View != nil {
		for _, u := range m.View.Units {
			if s := near.WithUnit(m.View, u); s.Unit != "" {
				pages = append(pages, app.Text(" · "), m.link("", s.Address(), say.UnitName(m.Package.Words, u)))
			}
		}
		pages = append(pages, app.Text(" · "), link("", near.WithShow(state.ShowTable).Address(), m.say("show.table")))
	}
	if m.State.View == "" {
		pages = []app.UI{app.Text("")}
	}
	return app.Elem("p").Class("care", "lost").ID(strings.TrimPrefix(state.Fragment, "#")).Body(pages...)
}
