package page

import (
	"factframe/app/say"
	"factframe/app/text"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// announcement is what those who hear the page are told after a change.
func (m Model) announcement() app.UI {
	said := ""
	if m.Announce {
		said = m.Announcement()
	}
	return app.Elem("p").Class("hidden").Aria("live", "polite").Role("status").Text(said)
}

// Announcement says what a choice has shown.
func (m Model) Announcement() string {
	if f := m.Package.Figure(m.State.Figure); f != nil {
		return text.Ended("Receipt opened: " + say.Phrase(f))
	}
	said := []string{"Shown now: " + text.Ended(say.Shown(m.Package, m.State))}
	return text.Joined(" ", append(said, m.content().announced(m)...)...)
}
