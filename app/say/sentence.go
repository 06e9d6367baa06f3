package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// maxNamed is how many values a sentence names; the table has the others.
const maxNamed = 3

// Sentence says what a table shows: values, periods and coverage. It follows
// the filters, and never begins with a numeral.
func Sentence(t table.Table) string {
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
func unlike(t table.Table) bool {
	return t.Shown > maxNamed && !t.View.Panels[0].Mark.Traits().SharesAxis
}

// panelSentence names the values of a panel, with coverage and period once
// where the rows share them.
func panelSentence(panel table.Panel) string {
	if panel.Spec.Mark.Traits().Timed {
		return trendSentence(panel)
	}
	s := named(panel)
	if about := common(panel); about != "" {
		s = text.Capital(about) + ": " + s
	}
	return s + "."
}

// common is the coverage and the period that all rows of a panel share.
func common(panel table.Panel) string {
	f := panel.Rows[0].Figure
	if differ(panel.Rows, coverage) || differ(panel.Rows, When) {
		return ""
	}
	if When(f) == text.NoPeriod {
		return f.Series.CoverageWho
	}
	return text.Joined(", ", f.Series.CoverageWho, When(f))
}

// named names the rows of a panel: all of a few, or the highest and the lowest
// of bars on one axis, or the first of many.
func named(panel table.Panel) string {
	rows := panel.Rows
	if t := panel.Spec.Mark.Traits(); len(rows) > maxNamed && t.Shares && !t.Parts {
		if high, low, of := extremes(rows); high != nil {
			if high.Amount.Number == low.Amount.Number {
				return "Each of " + text.Spelt(of) + " values is " + Amount(high.Figure, high.Amount, high.Unit).Long()
			}
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
func extremes(rows []table.Row) (high, low *table.Row, of int) {
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
func valueOf(panel table.Panel, r table.Row) string {
	a := Amount(r.Figure, r.Amount, r.Unit)
	s := text.Capital(r.Name()) + ", " + a.Long()
	if a.Calculated && a.Word() == text.Calculated {
		s += " (" + text.Calculated + ")"
	}
	if common(panel) != "" {
		return s
	}
	if about := text.Joined("; ", r.Figure.Series.CoverageWho, whenUnnamed(r)); about != "" {
		s += " (" + about + ")"
	}
	return s
}

// trendSentence names the first and the last value of one line, and the highest
// and the lowest where they are others; of several lines the highest and the
// lowest of the latest values.
func trendSentence(panel table.Panel) string {
	s := panel.Rows[0].Figure.Series
	about := s.Title
	if panel.Facet != "" {
		about = panel.Facet
	}
	var known []table.Row
	lines := 1
	for i, r := range panel.Rows {
		if r.Amount != nil {
			known = append(known, r)
		}
		if i > 0 && r.Group != panel.Rows[i-1].Group {
			lines++
		}
	}
	if g := panel.Rows[0].Group; lines == 1 && g != "" && g != about {
		about += ", " + g
	}
	if s.CoverageWho != "" {
		about += " (" + s.CoverageWho + ")"
	}
	switch {
	case len(known) == 0:
		return about + ": " + text.NotPrinted + "."
	case lines > 1 && len(panel.Spec.Series) > 1:
		return latestSentence(known)
	case lines > 1:
		return about + ". " + latestSentence(known)
	}
	first, last := known[0], known[len(known)-1]
	if len(known) == 1 {
		return about + ": " + atTime(first) + "."
	}
	sentence := about + ": " + atTime(first) + " and " + atTime(last) + "."
	high, low, _ := extremes(known)
	if high == nil {
		return sentence
	}
	var between []string
	for _, e := range []struct {
		word string
		row  *table.Row
	}{{"highest", high}, {"lowest", low}} {
		if e.row.Figure != first.Figure && e.row.Figure != last.Figure {
			between = append(between, e.word+" "+atTime(*e.row))
		}
	}
	if len(between) == 0 {
		return sentence
	}
	return sentence + " " + text.Capital(text.Join(between)) + "."
}

func atTime(r table.Row) string {
	return Amount(r.Figure, r.Amount, r.Unit).Long() + " " + At(r.Figure)
}

// latestSentence names the highest and the lowest of what several lines end with.
func latestSentence(known []table.Row) string {
	latest := known[0].Figure.Period
	for _, r := range known {
		if r.Figure.Period.End > latest.End {
			latest = r.Figure.Period
		}
	}
	var last []table.Row
	for _, r := range known {
		if r.Figure.Period.Same(latest) {
			last = append(last, r)
		}
	}
	high, low, of := extremes(last)
	if high == nil {
		return text.Capital(text.Joined(", ", last[0].Group, atTime(last[0]))) + "."
	}
	if high.Amount.Number == low.Amount.Number {
		return "Latest, " + last[0].Label + ": each of " + text.Spelt(of) + " is " + Amount(high.Figure, high.Amount, high.Unit).Long() + "."
	}
	return "Latest, " + last[0].Label + ": " + latestOf(*high) + ", is the highest of " + text.Spelt(of) + "; " + latestOf(*low) + ", is the lowest."
}

// latestOf returns the name of a line and its latest value.
func latestOf(r table.Row) string {
	return text.Joined(", ", r.Group, Amount(r.Figure, r.Amount, r.Unit).Long())
}
