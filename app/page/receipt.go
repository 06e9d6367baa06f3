package page

import (
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// receipt shows the evidence for a number: the quotation, the source, whom it covers, when,
// and cautions.
func (m *Model) receipt(f *data.Figure) app.HTMLElem {
	v := table.ViewOfFigure(m.Package, f)
	return app.Elem("section").Class("receipt whole").Aria("label", m.say("receipt")).Body(
		app.Elem("p").Class("quote").Hidden(f.Quote == "").Body(m.quoted(f.Quote)),
		m.terms(say.Receipt(m.Package, f)),
		el("p", "links",
			m.link("", state.ViewLink(v.ID), m.Package.Words.Fill("receipt.show_in", "view", v.Title)),
			app.Text(" "), m.compareWith(f),
			app.Text(" "), m.citeAlone(f),
			app.Text(" "), m.report(f),
		),
		el("div", "taken"),
	)
}

// opening is a row or a card, with its receipt if that is open.
func (m *Model) opening(item app.HTMLElem, f *data.Figure, parts ...app.UI) app.UI {
	if f.ID != "" && m.State.Figure == f.ID && m.View != nil {
		parts = append(parts, m.opened(f))
		item.Class("opened")
	}
	return item.Body(parts...)
}

// opened is a receipt in place, in four lines.
func (m *Model) opened(f *data.Figure) app.UI {
	b, caution := say.BriefReceipt(m.Package, f), nothing("p")
	if b.Caution != "" {
		caution = m.caution("lead", b.Caution, b.Caution)
	}
	return app.Elem("section").Class("receipt").Aria("label", m.say("receipt")).Body(
		el("p", "", m.written("b", "", b.Value), m.text(" "+b.Words)),
		el("p", "", m.quoted(b.Quote).Hidden(b.Quote == ""), app.Text(" "), m.written("small", "", b.Source)),
		m.correction(b.Correction),
		caution,
		el("p", "links",
			link("", state.FigureLink(m.Package, f.ID), m.say("receipt.full")),
			app.Text(" "), m.compareWith(f),
			app.Text(" "), m.citeFigure(f),
			app.Text(" "), m.report(f),
			app.Text(" "), link("", m.State.WithFigure("").Link(), m.say("close")),
		),
		el("div", "taken"),
	)
}

// InPlace returns the receipt that a figure's mark opens, and the announcement for screen
// readers. The caller sets the address of its last link, which closes it.
func InPlace(p *data.Package, f *data.Figure) (receipt app.UI, said string) {
	m := Model{Package: p, State: state.State{View: table.ViewOfFigure(p, f).ID, Figure: f.ID}}
	return m.opened(f), m.Announcement()
}

// strayReceipt is the receipt of a figure that the address opens but the view does not
// show.
func (m *Model) strayReceipt() app.UI {
	f := m.Package.Figure(m.State.Figure)
	if f == nil || m.shows(f) {
		return nothing("div")
	}
	return el("div", "", m.opened(f))
}

func (m *Model) shows(f *data.Figure) bool {
	for _, panel := range m.Table.Panels {
		rows := panel.Rows
		if panel.Drawn != nil && m.State.Show == "" {
			rows = panel.Drawn
		}
		if m.opensAny(rows) {
			return true
		}
	}
	return false
}

func (m *Model) compareWith(f *data.Figure) app.UI {
	return link("", state.State{View: state.CompareView, Picked: []string{f.ID}}.Link(), m.say("compare"))
}
