package page

import (
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// source is an entry in the list of sources. Its description and figures open on click.
func (m *Model) source(p table.Panel) app.UI {
	var items []app.UI
	rows := p.Rows
	if len(rows) > state.RowsOnAPage {
		rows = rows[:state.RowsOnAPage]
	}
	for _, r := range rows {
		items = append(items, m.opening(app.Elem("li"), r.Figure, m.mark(r.Figure).Body(
			m.figureWords(r.Figure, say.AtTime(p, r)),
			m.written("small", "", say.Origin(r.Figure)),
		)))
	}
	if len(rows) < len(p.Rows) {
		items = append(items, el("li", "", link("", m.State.WithShow(state.ShowTable).Link(), m.say("fold.in_table"))))
	}
	return folded(m.Package.Words.Count("figures.capital", len(p.Rows)),
		m.terms(say.Document(m.Package.Words, p.Spec.Source)),
		el("ul", "figures", items...),
	)
}

// figureWords is a figure in running text, with its number in bold.
func (m *Model) figureWords(f *data.Figure, more string) app.UI {
	a, words := say.Of(f), f.Words()
	switch {
	case a.Missing:
		return m.written("span", "", words.Commas(say.Phrase(f), more)+" ")
	case f.Label == "":
		return el("span", "", m.text(words.Lead(words.Commas(f.Name, more))+" "), m.written("b", "", a.Long()), app.Text(" "))
	}
	return el("span", "", m.written("b", "", a.Leading()), m.text(" "+words.Commas(f.Label, more)+" "))
}

// terms lists facts with their names, and omits empty ones.
func (m *Model) terms(facts []say.Fact) app.UI {
	var items []app.UI
	for _, f := range facts {
		said := m.written("dd", "", f.Words)
		if f.Href != "" {
			said = el("dd", "", m.with(inNewTab(f.Href), f.Words))
		}
		if f.Words != "" {
			items = append(items, m.written("dt", "", f.Name), said)
		}
	}
	return el("dl", "facts", items...)
}
