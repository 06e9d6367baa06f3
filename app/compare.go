package app

import (
	"fmt"
	"slices"
	"strings"

	"factframe/app/chart"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// verdictWords say a verdict: a sign, a few words, and what it allows.
var verdictWords = map[data.Verdict]struct{ Name, Sign, Words, Advice string }{
	data.Comparable:    {"comparable", "=", "Comparable", "These figures count the same thing for the same group over the same length of time."},
	data.WithCare:      {"with-care", "≈", "Comparable with care", "These figures may stand side by side with what follows said beside them."},
	data.NotComparable: {"not-comparable", "≠", "Not comparable", "Do not add, rank or subtract these figures, nor draw them on one axis. One of these reasons would be enough."},
}

// picked are the figures that a reader compares.
func (m model) picked() []*data.Figure {
	var list []*data.Figure
	for _, id := range m.state.Picked {
		list = append(list, m.pkg.Figure(id))
	}
	return list
}

func (m model) comparePage() []app.UI {
	figures := m.picked()
	var result []app.UI
	switch {
	case len(figures) >= 2:
		result = m.verdict(m.pkg.Compare(figures...), "h2")
	case len(figures) == 1:
		result = []app.UI{app.Elem("p").Class("says").Text("Chosen: " + compareLabel(figures[0]) + ". Choose another figure to compare it with.")}
	}
	return []app.UI{
		app.Elem("h1").Text(CompareTitle),
		app.Elem("p").Class("sub").Text("Figures that differ in what they count, for whom, where or when cannot share a sum, a ranking or an axis. Choose two or more."),
		m.chooser(),
		app.Elem("div").Class("result").Body(result...),
		app.Elem("div").Class("confused").Hidden(len(figures) > 0).Body(m.confused()...),
	}
}

// CompareTitle is the heading of the page of CompareView.
const CompareTitle = "Can these figures be compared?"

// chooser lists every figure that has a value, to be searched and ticked.
func (m model) chooser() app.UI {
	var items []app.UI
	shown := 0
	for _, f := range m.pkg.Figures {
		if a, _ := f.Natural(); a == nil {
			continue
		}
		label := compareLabel(f)
		matches := strings.Contains(strings.ToLower(label), strings.ToLower(strings.TrimSpace(m.search)))
		if matches {
			shown++
		}
		items = append(items, app.Elem("li").Hidden(!matches).Body(app.Elem("label").Body(
			app.ElemSelfClosing("input").Attr("type", "checkbox").DataSet("choice", "figures").Attr("value", f.ID).Attr("checked", slices.Contains(m.state.Picked, f.ID)),
			app.Elem("span").Text(label),
		)))
	}
	clear := app.Elem("a").Attr("href", State{View: CompareView}.Link()).Text(text.ClearAll)
	return app.Elem("form").Class("chooser").Attr("autocomplete", "off").Aria("label", text.Compare).Body(
		app.Elem("p").Class("find").Body(
			app.Elem("label").Body(app.Text("Search "), app.ElemSelfClosing("input").Attr("type", "search").Attr("name", "find")),
			app.Text(" "), app.Elem("span").Text(fmt.Sprintf("%d figures that have a value, %d chosen. ", shown, len(m.state.Picked))), clear,
		),
		app.Elem("ul").Body(items...),
		noSubmit(),
	)
}

// compareLabel names a figure on its own: value, what it counts, when and by
// whom it was told.
func compareLabel(f *data.Figure) string {
	s := amountOf(f).Short() + " " + f.Label + " (" + year(f) + ", " + f.Series.Source.Publisher
	if f.Calculated() {
		s += ", " + text.Calculated
	}
	return s + ")"
}

// verdict shows figures side by side, whether they may be compared, and why.
func (m model) verdict(c data.Comparison, heading string) []app.UI {
	w := verdictWords[c.Verdict]
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
	for _, r := range sayOnce(c.Reasons) {
		title, say := why(r)
		items = append(items, app.Elem("li").Body(app.Elem("b").Text(title+": "), app.Text(say)))
	}
	if s := cure(c); s != "" {
		items = append(items, app.Elem("li").Class("cure").Text(s))
	}
	return items
}

// together draws comparable figures on one axis, with what may be said of their
// difference.
func (m model) together(c data.Comparison) app.UI {
	unit, ok := commonUnit(c.Figures)
	if c.Verdict == data.NotComparable || !ok {
		return app.Elem("div").Hidden(true)
	}
	var rows []data.Row
	for _, f := range c.Figures {
		amount := f.Measure(unit)
		rows = append(rows, data.Row{Figure: f, Label: text.Capital(f.Label) + ", " + year(f), Unit: unit, Amount: amount})
	}
	return app.Elem("div").Class("together").Body(
		app.Elem("ul").Class("strips").Body(m.strips(chart.Bar{}.Draw(rows).Strips)...),
		app.Elem("p").Class("says").Text(difference(c, unit)),
	)
}

func commonUnit(figures []*data.Figure) (data.Unit, bool) {
	unit, ok := data.CommonMeasure(figures[0], figures[1])
	for _, f := range figures[2:] {
		other, also := data.CommonMeasure(figures[0], f)
		if !also {
			ok = false
		}
		if other == data.Percent {
			unit = other
		}
	}
	return unit, ok
}

// confused shows what people often compare, and should not.
func (m model) confused() []app.UI {
	if len(m.pkg.Confused) == 0 {
		return nil
	}
	list := []app.UI{app.Elem("h2").Text("Often compared, and not comparable")}
	for _, figures := range m.pkg.Confused {
		list = append(list, m.verdict(m.pkg.Compare(figures...), "h3")...)
	}
	return list
}
