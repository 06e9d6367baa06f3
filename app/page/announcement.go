package page

import (
	"factframe/app/say"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// announcement is announced by screen readers after a change.
func (m *Model) announcement() app.UI {
	said := ""
	if m.Announce {
		said = m.Announcement()
	}
	return m.with(app.Elem("p").Class("hidden").Aria("live", "polite").Role("status"), said)
}

// Announcement describes what the reader's selection shows.
func (m *Model) Announcement() string {
	if f := m.Package.Figure(m.State.Figure); f != nil {
		return m.Package.Words.Fill("announce.receipt", "figure", say.Phrase(f))
	}
	shown := m.Package.Words.Fill("announce.shown", "what", say.Shown(m.Package, m.State))
	return m.Package.Words.Sentences(append([]string{shown}, m.content().announced(m)...)...)
}
