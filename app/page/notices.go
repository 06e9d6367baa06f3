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
	return m.Package.Words.Fill("address.ignored", "parts", strings.Join(m.Ignored, ", "))
}

// choiceComing is said, by style alone, while a page that was opened with
// choices in its address does not show them yet.
func (m *Model) choiceComing() app.UI {
	return app.Elem("p").Class("care", "coming").Text(m.say("choice.coming"))
}

// choiceLost is said, by style alone, where nothing can show the choices of an
// address: no script runs and it ends in Fragment, or the program cannot come.
func (m *Model) choiceLost() app.UI {
	near := state.State{View: m.State.View}
	if near.View == state.ReceiptsView {
		near.Rows = m.State.Rows // its pages are numbered
	}
	pages := []app.UI{app.Text(m.say("choice.lost") + " "), link("", near.Address(), m.say("choice.page"))}
	if m.View != nil {
		for _, u := range m.View.Units {
			if s := near.WithUnit(m.View, u); s.Unit != "" {
				pages = append(pages, app.Text(" · "), link("", s.Address(), say.UnitName(m.Package.Words, u)))
			}
		}
		pages = append(pages, app.Text(" · "), link("", near.WithShow(state.ShowTable).Address(), m.say("show.table")))
	}
	if m.State.View == "" {
		pages = []app.UI{app.Text("")}
	}
	return app.Elem("p").Class("care", "lost").ID(strings.TrimPrefix(state.Fragment, "#")).Body(pages...)
}
