package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// maxNamed is how many values a sentence names; the table has the others.
const maxNamed = 3

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
		s := text.Opening(t.Shown, "figure", "figures") + " from " + text.Of(len(SourcesOf(t)), "source", "sources") + "."
		if differ(allRows(t), func(f *data.Figure) string { return f.Series.Counted.ID }) {
			s += " They count different things, so they cannot be added up."
		}
		return s
	}
	return strings.Join(parts, " ")
}

// unlike reports whether a table shows more figures than can be named, each
// for a group of its own.
func unlike(t data.Table) bool {
	mark := t.View.Panels[0].Mark
	return t.Shown > maxNamed && (mark == data.Card || mark == data.Age || mark == data.List)
}

// panelSentence names the values of a panel, with coverage and period once
// where the rows share them.
func panelSentence(panel data.Panel) string {
	if panel.Spec.Channels["x"] == "period" {
		return seriesSentence(panel)
	}
	s := named(panel)
	if about := common(panel); about != "" {
		s = text.Capital(about) + ": " + s
	}
	return s + "."
}

// common is the coverage and the period that all rows of a panel share.
func common(panel data.Panel) string {
	f := panel.Rows[0].Figure
	if differ(panel.Rows, coverage) || differ(panel.Rows, When) {
		return ""
	}
	if When(f) == text.NoPeriod {
		return f.Series.CoverageWho
	}
	return f.Series.CoverageWho + ", " + When(f)
}

// named names the rows of a panel: all of a few, or the highest and the lowest
// of bars on one axis, or the first of many.
func named(panel data.Panel) string {
	rows := panel.Rows
	if len(rows) > maxNamed && panel.Spec.Mark == data.Bar {
		if high, low, of := extremes(rows); high != nil {
			return valueOf(panel, *high) + ", is the highest of " + text.Spelt(of) + " values; " + valueOf(panel, *low) + ", is the lowest"
		}
	}
	var list []string
	for i, r := range rows {
		if i == maxNamed && len(rows) > maxNamed+1 {
			list = append(list, text.Of(len(rows)-i, "other", "others")+" in the table")
			break
		}
		list = append(list, valueOf(panel, r))
	}
	return strings.Join(list, "; ")
}

// extremes are the highest and the lowest of what was published, and how many
// values that is; nil where it is fewer than two.
func extremes(rows []data.Row) (high, low *data.Row, of int) {
	for i, r := range rows {
		if r.Amount == nil || r.Absent || r.Figure.Formula == data.Difference {
			continue
		}
		of++
		if high == nil || r.Amount.Number > high.Amount.Number {
			high = &rows[i]
		}
		if low == nil || r.Amount.Number < low.Amount.Number {
			low = &rows[i]
		}
	}
	if of < 2 {
		return nil, nil, of
	}
	return high, low, of
}

// valueOf is a row as a sentence names it.
func valueOf(panel data.Panel, r data.Row) string {
	a := Amount(r.Figure, r.Amount, r.Unit)
	s := text.Capital(r.Name()) + ", " + a.Long()
	if a.Calculated && a.Word() == text.Calculated {
		s += " (" + text.Calculated + ")"
	}
	if common(panel) == "" {
		s += " (" + r.Figure.Series.CoverageWho + "; " + When(r.Figure) + ")"
	}
	return s
}

// seriesSentence names the first and the last value of one series.
func seriesSentence(panel data.Panel) string {
	s := panel.Rows[0].Figure.Series
	var known []data.Row
	for _, r := range panel.Rows {
		if r.Amount != nil {
			known = append(known, r)
		}
	}
	if len(known) == 0 {
		return s.Title + " (" + s.CoverageWho + "): " + text.NotPrinted + "."
	}
	if len(known) > 2 {
		known = []data.Row{known[0], known[len(known)-1]}
	}
	var list []string
	for _, r := range known {
		list = append(list, Amount(r.Figure, r.Amount, r.Unit).Long()+" in "+r.Label)
	}
	return s.Title + " (" + s.CoverageWho + "): " + text.Join(list) + "."
}
