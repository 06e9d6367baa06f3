package say

import (
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// maxNamed is how many figures a sentence names; the table has the others.
const maxNamed = 4

// Sentence says what a table shows: values, periods and coverage. It follows
// the filters, and never begins with a numeral.
func Sentence(t data.Table) string {
	var parts []string
	for _, panel := range t.Panels {
		if len(panel.Rows) > 0 {
			parts = append(parts, panelSentence(panel))
		}
	}
	switch {
	case t.Shown == 0:
		return text.NothingShown
	case unlike(t):
		return "Shown are " + text.Of(t.Shown, "figure", "figures") + " from " + text.Of(told(t), "source", "sources") +
			". They count different things: " + text.Join(countedIn(t)) + "."
	}
	return strings.Join(parts, " ")
}

// unlike reports whether a table shows more figures than can be named, each
// for a group of its own.
func unlike(t data.Table) bool {
	mark := t.View.Panels[0].Mark
	return t.Shown > maxNamed && (mark == data.Card || mark == data.Age || mark == data.List)
}

// told counts the sources of a table as its filter lists them: several reports
// of one release are one.
func told(t data.Table) int {
	sources := map[*data.Source]bool{}
	for _, panel := range t.Panels {
		for _, r := range panel.Rows {
			sources[r.Figure.Series.Source] = true
		}
	}
	return len(sources)
}

func countedIn(t data.Table) []string {
	var list []string
	for _, panel := range t.Panels {
		for _, r := range panel.Rows {
			if many := r.Figure.Series.Counted.Many; !slices.Contains(list, many) {
				list = append(list, many)
			}
		}
	}
	return list
}

// panelSentence names the values of a panel, with coverage and period once
// where the rows share them.
func panelSentence(panel data.Panel) string {
	first := panel.Rows[0].Figure
	who, period := true, true
	for _, r := range panel.Rows {
		who = who && r.Figure.Series.CoverageWho == first.Series.CoverageWho
		period = period && r.Figure.Period.Same(first.Period)
	}
	if panel.Spec.Channels["x"] == "period" {
		return seriesSentence(panel)
	}
	var named []string
	for i, r := range panel.Rows {
		if i == maxNamed && len(panel.Rows) > maxNamed+1 {
			named = append(named, text.Of(len(panel.Rows)-i, "other", "others")+" in the table")
			break
		}
		say := rowName(panel, r) + ", " + Amount(r.Figure, r.Amount, r.Unit).Long()
		if r.Figure.Calculated() {
			say += " (" + text.Calculated + ")"
		}
		if !who || !period {
			say += " (" + r.Figure.Series.CoverageWho + "; " + When(r.Figure) + ")"
		}
		named = append(named, say)
	}
	if who && period && When(first) == text.NoPeriod {
		return "For " + first.Series.CoverageWho + ": " + strings.Join(named, "; ") + "."
	}
	if who && period {
		return "For " + first.Series.CoverageWho + ", " + When(first) + ": " + strings.Join(named, "; ") + "."
	}
	return "Shown: " + strings.Join(named, "; ") + "."
}

// seriesSentence names the values of one series year by year.
func seriesSentence(panel data.Panel) string {
	s := panel.Rows[0].Figure.Series
	var named []string
	for _, r := range panel.Rows {
		named = append(named, Amount(r.Figure, r.Amount, r.Unit).Long()+" in "+r.Label)
	}
	return s.Title + " (" + s.CoverageWho + "): " + text.Join(named) + "."
}

// rowName names a row outside its panel.
func rowName(panel data.Panel, r data.Row) string {
	if panel.Spec.Mark == data.Bar || panel.Spec.Mark == data.Tally {
		return r.Name()
	}
	return r.Figure.Label
}
