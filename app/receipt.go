package app

import (
	"slices"
	"strings"

	"factframe/app/chart"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// receipt shows what stands behind a number: the words that print it, who says
// so, whom it covers, when, and what to take care of.
func (m model) receipt(f *data.Figure, alone bool) app.UI {
	a := amountOf(f)
	return app.Elem("section").Class("receipt").Aria("label", text.Receipt).Body(
		app.Elem("h2").Hidden(alone).Text(text.Capital(a.Short()+" "+f.Label)),
		app.Elem("p").Class("quote").Hidden(f.Quote == "").Body(app.Elem("q").Text(f.Quote)),
		terms(m.facts(f)),
		app.Elem("p").Class("links").Body(m.receiptLinks(f, alone)...),
	)
}

func (m model) facts(f *data.Figure) []fact {
	s := f.Series
	return []fact{
		{"As printed", f.Printed, ""},
		{"Value", valueFact(f), ""},
		{"Calculated", formula(f), ""},
		{"Counts", counts(f), ""},
		{"Share of", baseFact(f), ""},
		{"Who", text.Capital(s.CoverageWho), ""},
		{"When", text.Capital(when(f)), ""},
		{"Said by", arrows(s.Source.Chain) + ", " + published(s.Source), ""},
		{text.Address, bare(s.Source.URL), s.Source.URL},
		{"Also in", alsoIn(s), ""},
		{"Status", statusFact(f), ""},
		{"Restates", restates(f), ""},
		{text.TakeCare, careFact(m.pkg, f), ""},
	}
}

// valueFact says the value with its qualifier and range in full.
func valueFact(f *data.Figure) string {
	a := amountOf(f)
	parts := []string{a.Short()}
	if w := a.Word(); w != "" && !strings.HasPrefix(a.Short(), w) {
		parts = append(parts, w)
	}
	if r := a.Range(); r != "" {
		parts = append(parts, "between "+strings.Replace(r, " to ", " and ", 1))
	}
	return text.Capital(strings.Join(parts, ", "))
}

func counts(f *data.Figure) string {
	s := text.Capital(f.Series.Counted.Many) + ": " + f.Series.Population
	if f.Series.Counted.Beware != "" {
		s += ". " + f.Series.Counted.Beware
	}
	return s
}

func baseFact(f *data.Figure) string {
	switch {
	case f.BaseNotPrinted:
		return "A total that the document does not print"
	case f.Base == nil:
		return ""
	}
	s := amountOf(f.Base).Short() + " " + f.Base.Label
	if f.Percent != nil {
		share := chart.Amount(f, f.Percent, data.Percent)
		how := "rounded, as printed"
		if !f.PercentPrinted {
			how = text.Calculated
		}
		s += " (" + share.Short() + ", " + how + ")"
	}
	return s
}

func alsoIn(s *data.Series) string {
	var names []string
	for _, other := range s.AlsoReportedBy {
		names = append(names, other.Publisher+", "+published(other))
	}
	return strings.Join(names, "; ")
}

func statusFact(f *data.Figure) string {
	if f.Status == data.Normal {
		return ""
	}
	if f.Status == data.Missing && f.Percent != nil {
		return "The count is missing; only the percentage is printed"
	}
	return text.Capital(text.Statuses[string(f.Status)])
}

func restates(f *data.Figure) string {
	switch {
	case f.Restates != nil:
		return "The same number as " + amountOf(f.Restates).Short() + " " + f.Restates.Label
	case f.MayRestate != nil:
		return "Perhaps the same number as " + amountOf(f.MayRestate).Short() + " " + f.MayRestate.Label
	}
	return ""
}

// careFact joins the caveats of the figure and its series with the reason for
// which its counted thing may be divided by another.
func careFact(p *data.Package, f *data.Figure) string {
	var parts []string
	for _, note := range []string{f.Note, f.Series.Note} {
		if note != "" && !slices.ContainsFunc(parts, func(said string) bool { return strings.Contains(said, note) }) {
			parts = append(parts, note)
		}
	}
	if f.Base != nil && f.Base.Series.Counted != f.Series.Counted {
		for _, b := range p.OneBase {
			if b.Source == f.Series.Source {
				parts = append(parts, b.Reason)
			}
		}
	}
	return strings.Join(parts, " ")
}

// formula writes a calculation with its numbers: "2,287 − 1,434 − about 137".
func formula(f *data.Figure) string {
	if !f.Calculated() {
		return ""
	}
	in := make([]string, len(f.Inputs))
	for i, input := range f.Inputs {
		in[i] = amountOf(input).Short()
		if f.Formula == data.PercentSum {
			in[i] = chart.Amount(input, input.Percent, data.Percent).Short()
		}
	}
	if len(in) == 0 {
		return "the sum of published counts"
	}
	switch f.Formula {
	case data.Sum, data.PercentSum:
		return strings.Join(in, " + ")
	case data.Difference:
		return strings.Join(in, " − ")
	case data.PerDayOf:
		return in[0] + " ÷ " + text.Of(f.Inputs[0].Period.Days(), "day", "days")
	case data.Share:
		return in[0] + " ÷ " + in[1] + " × 100"
	case data.PercentOf:
		return in[0] + " of " + in[1]
	case data.BeforeChange:
		return in[0] + " ÷ (1 + " + text.Number(f.Inputs[1].Value.Number, 0) + "%)"
	}
	return in[0] + " ÷ " + in[1]
}

// receiptLinks give the figure's permanent address, as text too, and a way on.
func (m model) receiptLinks(f *data.Figure, alone bool) []app.UI {
	if alone {
		v := m.viewOf(f)
		return []app.UI{
			app.Elem("a").Attr("href", State{View: v.ID}.Link()).Text("Show it in “" + v.Title + "”"),
			app.Text(" · "), m.compareWith(f),
		}
	}
	return []app.UI{
		app.Elem("a").Attr("href", State{Figure: f.ID}.Link()).Text("Address of this figure"),
		app.Text(" · "), m.compareWith(f),
		app.Text(" · "),
		app.Elem("a").Attr("href", m.state.WithFigure("").Link()).Text(text.Close),
	}
}

func (m model) compareWith(f *data.Figure) app.UI {
	return app.Elem("a").Attr("href", State{View: CompareView, Picked: []string{f.ID}}.Link()).Text(text.Compare)
}

// viewOf is the view that draws a figure best: the last one that has a picture
// of it, since views go from overview to detail; the list of sources has all.
func (m model) viewOf(f *data.Figure) *data.View {
	best := m.pkg.Views[len(m.pkg.Views)-1]
	for _, v := range m.pkg.Views {
		for _, panel := range m.pkg.Select(data.Query{View: v.ID}).Panels {
			for _, r := range panel.Rows {
				if r.Figure == f && panel.Spec.Mark != data.List {
					best = v
				}
			}
		}
	}
	return best
}
