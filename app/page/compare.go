package page

import (
	"fmt"
	"slices"
	"strings"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// picked are the figures that a reader compares.
func (m Model) picked() []*data.Figure {
	var list []*data.Figure
	for _, id := range m.State.Picked {
		list = append(list, m.Package.Figure(id))
	}
	return list
}

func (m Model) comparePage() []app.UI {
	figures := m.picked()
	var result []app.UI
	switch {
	case len(figures) >= 2:
		result = m.verdict(m.Package.Compare(figures...), "h2")
	case len(figures) == 1:
		result = []app.UI{app.Elem("p").Class("says").Text("Chosen: " + say.Alone(figures[0]) + ". Choose another figure to compare it with.")}
	}
	return []app.UI{
		app.Elem("h1").Text(say.CompareTitle),
		app.Elem("p").Class("sub").Text("Figures that differ in what they count, for whom, where or when cannot share a sum, a ranking or an axis. Choose two or more."),
		m.chooser(),
		app.Elem("div").Class("result").Body(result...),
		app.Elem("div").Class("confused").Hidden(len(figures) > 0).Body(m.confused()...),
	}
}

// chooser lists every figure that has a value, to be searched and ticked.
func (m Model) chooser() app.UI {
	var items []app.UI
	shown := 0
	for _, f := range m.Package.Figures {
		if a, _ := f.Natural(); a == nil {
			continue
		}
		label := say.Alone(f)
		matches := strings.Contains(strings.ToLower(label), strings.ToLower(strings.TrimSpace(m.Search)))
		if matches {
			shown++
		}
		items = append(items, app.Elem("li").Hidden(!matches).Body(app.Elem("label").Body(
			app.ElemSelfClosing("input").Attr("type", "checkbox").DataSet("choice", "figures").Attr("value", f.ID).Attr("checked", slices.Contains(m.State.Picked, f.ID)),
			app.Elem("span").Text(label),
		)))
	}
	clear := app.Elem("a").Attr("href", state.State{View: state.CompareView}.Link()).Text(text.ClearAll)
	return app.Elem("form").Class("chooser").Attr("autocomplete", "off").Aria("label", text.Compare).Body(
		app.Elem("p").Class("find").Body(
			app.Elem("label").Body(app.Text("Search "), app.ElemSelfClosing("input").Attr("type", "search").Attr("name", "find")),
			app.Text(" "), app.Elem("span").Text(fmt.Sprintf("%d figures that have a value, %d chosen. ", shown, len(m.State.Picked))), clear,
		),
		app.Elem("ul").Body(items...),
		noSubmit(),
	)
}

// verdict shows figures side by side, whether they may be compared, and why.
func (m Model) verdict(c data.Comparison, heading string) []app.UI {
	w := say.Verdicts[c.Verdict]
	var cards []app.UI
	for i, f := range c.Figures {
		if i > 0 {
			cards = append(cards, app.Elem("li").Class("sign").Body(app.Elem("span").Aria("hidden", "true").Text(w.Sign), app.Elem("span").Class("hidden").Text(w.Words+" with")))
		}
		cards = append(cards, app.Elem("li").Body(m.card(f)))
	}
	return []app.UI{
		app.Elem("div").Class("verdict", w.Name).Body(
			app.Elem(heading).Class("words").Text(w.Words),
			app.Elem("p").Text(w.Advice),
			app.Elem("ul").Class("cards").Body(cards...),
			m.together(c),
			app.Elem("ul").Class("why").Body(reasonItems(c)...),
		),
	}
}

// reasonItems are the reasons, each said once, and what would help.
func reasonItems(c data.Comparison) []app.UI {
	var items []app.UI
	for _, r := range say.Distinct(c.Reasons) {
		title, say := say.Why(r)
		items = append(items, app.Elem("li").Body(app.Elem("b").Text(title+": "), app.Text(say)))
	}
	if s := say.Cure(c); s != "" {
		items = append(items, app.Elem("li").Class("cure").Text(s))
	}
	return items
}

// together draws comparable figures on one axis, with what may be said of their
// difference.
func (m Model) together(c data.Comparison) app.UI {
	unit, ok := say.CommonUnit(c.Figures)
	if c.Verdict == data.NotComparable || !ok {
		return app.Elem("div").Hidden(true)
	}
	var rows []data.Row
	for _, f := range c.Figures {
		amount := f.Measure(unit)
		rows = append(rows, data.Row{Figure: f, Label: text.Capital(f.Label) + ", " + say.Year(f), Unit: unit, Amount: amount})
	}
	return app.Elem("div").Class("together").Body(
		app.Elem("ul").Class("strips").Body(m.strips(chart.Bar{}.Draw(rows).Strips)...),
		app.Elem("p").Class("says").Text(say.Difference(c, unit)),
	)
}

// confused shows what people often compare, and should not.
func (m Model) confused() []app.UI {
	if len(m.Package.Confused) == 0 {
		return nil
	}
	list := []app.UI{app.Elem("h2").Text("Often compared, and not comparable")}
	for _, figures := range m.Package.Confused {
		list = append(list, m.verdict(m.Package.Compare(figures...), "h3")...)
	}
	return list
}
