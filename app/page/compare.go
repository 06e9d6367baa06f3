package page

import (
	"slices"
	"strconv"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// picked returns the figures that the reader compares.
func (m *Model) picked() []*data.Figure {
	var list []*data.Figure
	for _, id := range m.State.Picked {
		list = append(list, m.Package.Figure(id))
	}
	return list
}

func (m *Model) comparePage() []app.UI {
	figures := m.picked()
	var result []app.UI
	switch {
	case len(figures) >= 2:
		result = m.verdict(compare.Figures(m.Package, figures...))
	case len(figures) == 1:
		result = []app.UI{written("p", "answer", m.say("compare.another"))}
	}
	return []app.UI{
		m.written("h1", "", say.Heading(m.Package, m.State)),
		app.Elem("p").Class("sub").Hidden(len(figures) > 0).Text(m.say("compare.sub")),
		m.picks(figures),
		m.chooser(),
		el("div", "result", result...),
		app.Elem("div").Class("confused").Hidden(len(figures) > 0).Body(m.confused()...),
	}
}

// picks lists the selected figures, each with a link that removes it.
func (m *Model) picks(figures []*data.Figure) app.UI {
	var items []app.UI
	for _, f := range figures {
		items = append(items, el("li", "",
			m.text(f.Name+" "),
			app.Elem("a").Attr("href", m.State.WithPicked(f.ID).Link()).Body(
				app.Elem("span").Aria("hidden", "true").Text("✕"), m.written("span", "hidden", m.Package.Words.Fill("compare.remove", "figure", f.Name))),
		))
	}
	if len(items) > 0 {
		items = append(items, el("li", "", link("", state.ViewLink(state.CompareView), m.say("clear.all"))))
	}
	return app.Elem("ul").Class("picks").Hidden(len(figures) == 0).Body(items...)
}

// chooser lists all figures that have a value, with checkboxes and a search field.
func (m *Model) chooser() app.UI {
	const list = "figures"
	var items []app.UI
	for _, f := range m.Package.Figures {
		if a, _ := f.Natural(); a == nil {
			continue
		}
		label := text.Capital(say.Alone(f))
		if state.ManyFigures(m.Package) {
			if !m.found(list, label) {
				continue
			}
			if len(items) == state.ReceiptsOnAPage {
				items = append(items, el("li", "", written("small", "", m.say("search.others"))))
				break
			}
		}
		items = append(items, app.Elem("li").Hidden(!m.found(list, label)).Body(el("label", "",
			tick(list, f.ID, slices.Contains(m.State.Picked, f.ID)),
			m.written("span", "", label),
		)))
	}
	return el("details", "chooser",
		written("summary", "", m.say("compare.add")),
		app.Elem("form").Attr("autocomplete", "off").Aria("label", m.say("compare")).Body(m.find(list), el("ul", "", items...), m.noSubmit()),
	)
}

// verdict shows whether figures may be compared, with the strongest reason. The figures
// follow side by side, with what would help.
func (m *Model) verdict(c compare.Comparison) []app.UI {
	w, words := say.Verdicts[c.Verdict], m.Package.Words
	reasons := say.Distinct(c.Reasons)
	first := w.Advice(words)
	if len(reasons) > 0 {
		first = say.First(c, reasons)
	}
	return []app.UI{app.Elem("div").Class("verdict", w.Name).Body(
		el("p", "answer", m.written("b", "words", w.Answer(words)), m.text(" "+first)),
		m.pair(c),
		m.together(c),
		m.with(app.Elem("p").Class("cure").Hidden(say.Cure(c) == ""), say.Cure(c)),
		app.Elem("details").Class("whys").Hidden(len(reasons) == 0).Body(
			m.written("summary", "", m.Package.Words.Count("compare.why", len(reasons))),
			m.written("p", "", w.Advice(words)),
			el("ul", "why", m.reasonItems(reasons)...),
		),
	)}
}

// pair shows figures side by side, with the sign of the verdict between them.
func (m *Model) pair(c compare.Comparison) app.UI {
	w := say.Verdicts[c.Verdict]
	var items []app.UI
	for i, f := range c.Figures {
		if i > 0 {
			items = append(items, el("li", "sign", app.Elem("span").Aria("hidden", "true").Text(w.Sign), heard(m.Package.Words.Fill("compare.sign", "verdict", w.Words(m.Package.Words)))))
		}
		items = append(items, el("li", "", m.card(f)))
	}
	return el("ul", "pair", items...)
}

// reasonItems lists the reasons, each with its title.
func (m *Model) reasonItems(reasons []compare.Reason) []app.UI {
	var items []app.UI
	for _, r := range reasons {
		title, words := say.Why(r)
		items = append(items, el("li", "", m.written("b", "", m.Package.Words.Lead(title)), m.text(" "+words)))
	}
	return items
}

// together draws comparable figures on one axis, and describes their difference.
func (m *Model) together(c compare.Comparison) app.UI {
	unit, ok := say.CommonUnit(c.Figures)
	if c.Verdict == compare.NotComparable || !ok {
		return nothing("div")
	}
	var rows []table.Row
	for _, f := range c.Figures {
		amount := f.Measure(unit)
		rows = append(rows, table.Row{Figure: f, Label: m.Package.Words.Commas(f.Name, say.Year(f)), Unit: unit, Amount: amount})
	}
	return el("div", "together",
		m.bars(rows),
		m.written("p", "", say.Difference(c, unit)),
	)
}

// bars draws rows on one axis.
func (m *Model) bars(rows []table.Row) app.UI {
	drawing := chart.Draw(table.Panel{Spec: &data.PanelSpec{Mark: "bar"}, Rows: rows})
	var items []app.UI
	for _, s := range drawing.Strips {
		items = append(items, el("li", "", m.strip(s)))
	}
	return el("div", "", m.said(drawing.Unit),
		app.Elem("ul").Class("strips", "beside", "room"+strconv.Itoa(drawing.Room())).Body(items...))
}

// firstConfused is the number of pairs that are not folded.
const firstConfused = 5

// confused lists figures that people often compare but should not. Each line opens to the
// whole verdict.
func (m *Model) confused() []app.UI {
	var items []app.UI
	for _, figures := range m.Package.Confused {
		items = append(items, el("li", "", m.confusedPair(compare.Figures(m.Package, figures...))))
	}
	switch {
	case len(items) == 0:
		return nil
	case len(items) <= firstConfused+1:
		return []app.UI{written("h2", "", m.say("compare.confused")), el("ul", "pairs", items...)}
	}
	return []app.UI{written("h2", "", m.say("compare.confused")), el("ul", "pairs", items[:firstConfused]...),
		folded(m.Package.Words.Count("fold.pairs", len(items)), el("ul", "pairs", items[firstConfused:]...))}
}

func (m *Model) confusedPair(c compare.Comparison) app.UI {
	var values, counted []string
	for _, f := range c.Figures {
		values, counted = append(values, say.Of(f).Short()), append(counted, m.Package.Words.Commas(f.Series.Counted.Things(), f.Series.Source.Brief))
	}
	w := say.Verdicts[c.Verdict]
	return el("details", "confusion", append([]app.UI{el("summary", "",
		m.written("b", "", m.Package.Words.List(values)), app.Text(" "),
		app.Elem("span").Class("sign").Aria("hidden", "true").Text(w.Sign), app.Text(" "),
		m.written("small", "", m.Package.Words.Semicolons(counted...)),
	)}, m.verdict(c)...)...)
}
