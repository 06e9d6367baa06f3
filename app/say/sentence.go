package say

import (
	"cmp"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// maxNamed is how many values a sentence names; the table shows the others.
const maxNamed = 3

// Sentence describes what a table shows: values, periods and coverage. It reflects the
// filters and never begins with a numeral.
func Sentence(words *text.Language, t table.Table) string {
	switch {
	case t.Shown == 0:
		return words.Say("shown.nothing")
	case unlike(t):
		sentence := words.Fill("sentence.many", "figures", words.Count("figures", t.Shown), "sources", words.Count("sources", len(SourcesOf(t))))
		if differ(allRows(t), func(f *data.Figure) string { return f.Series.Counted.ID }) {
			return words.Sentences(sentence, words.Say("sentence.unlike"))
		}
		return sentence
	}
	var parts []string
	for _, panel := range t.Panels {
		if len(panel.Rows) > 0 {
			parts = append(parts, panelSentence(words, panel))
		}
	}
	return words.Sentences(parts...)
}

// unlike reports whether a table shows too many figures to name, and they do not share an
// axis.
func unlike(t table.Table) bool {
	return t.Shown > maxNamed && !t.View.Panels[0].Mark.Traits().SharesAxis
}

// panelSentence names the values of a panel. It gives coverage and period once if all rows
// share them.
func panelSentence(words *text.Language, panel table.Panel) string {
	if panel.Spec.Mark.Traits().Timed {
		return trendSentence(words, panel)
	}
	values := named(words, panel)
	if about := common(panel); about != "" {
		values = words.Named(text.Capital(about), values)
	}
	return text.Ended(values)
}

// common is the coverage and the period, if all rows of a panel share them.
func common(panel table.Panel) string {
	f := panel.Rows[0].Figure
	if differ(panel.Rows, coverage) || differ(panel.Rows, When) {
		return ""
	}
	if When(f) == f.Words().Say("period.missing") {
		return f.Series.CoverageWho
	}
	return f.Words().Commas(f.Series.CoverageWho, When(f))
}

// named names the rows of a panel: all if there are few, the highest and the lowest if they
// are bars on one axis, and otherwise the first ones.
func named(words *text.Language, panel table.Panel) string {
	rows := panel.Rows
	if t := panel.Spec.Mark.Traits(); len(rows) > maxNamed && t.Shares && !t.Parts {
		if high, low, of := extremes(rows); high != nil {
			if high.Amount.Number == low.Amount.Number {
				return words.Count("values.same", of, "amount", Amount(high.Figure, high.Amount, high.Unit).Long())
			}
			return words.Count("values.extremes", of, "high", valueOf(panel, *high), "low", valueOf(panel, *low))
		}
	}
	var list []string
	for i, r := range rows {
		if i == maxNamed && len(rows) > maxNamed+1 {
			list = append(list, words.Count("values.others", len(rows)-i))
			break
		}
		list = append(list, valueOf(panel, r))
	}
	return words.Semicolons(list...)
}

// extremes returns the highest and the lowest published value, and the number of values. It
// returns nil if there are fewer than two.
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

// valueOf is a row as part of a sentence.
func valueOf(panel table.Panel, r table.Row) string {
	words, a := r.Figure.Words(), Amount(r.Figure, r.Amount, r.Unit)
	value := words.Commas(text.Capital(r.Name()), a.Long())
	if a.Calculated && a.Qualifier == "exact" {
		value = words.Noted(value, words.Say("calculated"))
	}
	if common(panel) != "" {
		return value
	}
	if about := words.Semicolons(r.Figure.Series.CoverageWho, whenUnnamed(r)); about != "" {
		value = words.Noted(value, about)
	}
	return value
}

// trendSentence names the first and the last value of a line, and the highest and the
// lowest if these are different. For several lines it names the highest and the lowest of
// the latest values.
func trendSentence(words *text.Language, panel table.Panel) string {
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
	about := trendName(words, panel, lines)
	switch {
	case len(known) == 0:
		return text.Ended(words.Named(about, words.Say("amount.missing")))
	case lines > 1 && len(panel.Spec.Series) > 1:
		return latestSentence(words, known)
	case lines > 1:
		return words.Sentences(text.Ended(about), latestSentence(words, known))
	case len(known) == 1:
		return text.Ended(words.Named(about, atTime(known[0])))
	}
	first, last := known[0], known[len(known)-1]
	sentence := words.Fill("trend", "name", about, "first", atTime(first), "last", atTime(last))
	high, low, _ := extremes(known)
	if high == nil {
		return sentence
	}
	between := func(r *table.Row) bool { return r.Figure != first.Figure && r.Figure != last.Figure }
	key := ""
	switch {
	case between(high) && between(low):
		key = "trend.both"
	case between(high):
		key = "trend.highest"
	case between(low):
		key = "trend.lowest"
	default:
		return sentence
	}
	return words.Sentences(sentence, words.Fill(key, "high", atTime(*high), "low", atTime(*low)))
}

// trendName is what the lines of a panel show.
func trendName(words *text.Language, panel table.Panel, lines int) string {
	s := panel.Rows[0].Figure.Series
	about := cmp.Or(panel.Facet, s.Title)
	if g := panel.Rows[0].Group; lines == 1 && g != about {
		about = words.Commas(about, g)
	}
	if s.CoverageWho != "" {
		about = words.Noted(about, s.CoverageWho)
	}
	return about
}

func atTime(r table.Row) string {
	return At(r.Figure, Amount(r.Figure, r.Amount, r.Unit).Long())
}

// latestSentence names the highest and the lowest of the latest values of several lines.
func latestSentence(words *text.Language, known []table.Row) string {
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
		return text.Ended(text.Capital(words.Commas(last[0].Group, atTime(last[0]))))
	}
	if high.Amount.Number == low.Amount.Number {
		return words.Count("latest.same", of, "time", last[0].Label, "amount", Amount(high.Figure, high.Amount, high.Unit).Long())
	}
	return words.Count("latest.extremes", of, "time", last[0].Label, "high", latestOf(*high), "low", latestOf(*low))
}

// latestOf returns the name of a line and its latest value.
func latestOf(r table.Row) string {
	return r.Figure.Words().Commas(r.Group, Amount(r.Figure, r.Amount, r.Unit).Long())
}
