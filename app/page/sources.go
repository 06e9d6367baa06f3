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
			figureWords(r.Figure, say.AtTime(p, r)),
			written("small", "", say.Origin(r.Figure)),
		)))
	}
	if len(rows) < len(p.Rows) {
		items = append(items, el("li", "", link("", m.State.WithShow(state.ShowTable).Link(), m.say("fold.in_table"))))
	}
	return folded(m.Package.Words.Count("figures.capital", len(p.Rows)),
		terms(say.Document(m.Package.Words, p.Spec.Source)),
		el("ul", "figures", items...),
	)
}

// figureWords is a figure in running text, with its number in bold.
func figureWords(f *data.Figure, more string) app.UI {
	a, words := say.Of(f), f.Words()
	switch {
	case a.Missing:
		return written("span", "", words.Commas(say.Phrase(f), more)+" ")
	case f.Label == "":
		return el("span", "", app.Text(words.Lead(words.Commas(f.Name, more))+" "), written("b", "", a.Long()), app.Text(" "))
	}
	return el("span", "", written("b", "", a.Leading()), app.Text(" "+words.Commas(f.Label, more)+" "))
}

// terms lists facts with their names, and omits empty ones.
func terms(facts []say.Fact) app.UI {
	var items []app.UI
	for _, f := range facts {
		said := written("dd", "", f.Words)
		if f.Href != "" {
			said = el("dd", "", inNewTab(f.Href).Text(f.Words))
		}
		if f.Words != "" {
			items = append(items, written("dt", "", f.Name), said)
		}
	}
	return el("dl", "facts", items...)
}
