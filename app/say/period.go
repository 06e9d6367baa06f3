package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// When is the period of a figure. If its dates were inferred from the document's words, it
// includes those words.
func When(f *data.Figure) string {
	switch p := f.Period; {
	case !p.Known() && p.Text != "" && p.Text != notStated:
		return p.Text
	case !p.Known():
		return f.Words().Say("period.missing")
	case p.Text != "":
		return f.Words().Noted(dates(f.Words(), p), p.Text)
	default:
		return dates(f.Words(), p)
	}
}

// whenUnnamed is When, or empty if the name of the row already includes the period.
func whenUnnamed(r table.Row) string {
	if f := r.Figure; f.Period.Known() && strings.Contains(r.Name(), f.PeriodName.Label) {
		return ""
	}
	return When(r.Figure)
}

// notStated is the period_text of a figure whose document gives no period.
const notStated = "not stated"

// Year is the short name of a figure's period: "2018", "Mar 2018".
func Year(f *data.Figure) string {
	if !f.Period.Known() {
		return When(f)
	}
	return f.PeriodName.Label
}

// At writes words with the period of a figure, as part of a sentence: "493 in 2018", "6 on
// 5 Mar 2018", "38 from Jan 2017 to Oct 2019".
func At(f *data.Figure, what string) string {
	words, p := f.Words(), f.Period
	key := "at.name"
	switch {
	case !p.Known():
		return words.Noted(what, When(f))
	case p.Start == p.End:
		key = "at.day"
	case p.Months() == 0 || p.Start.Day() != 1 || (p.End+1).Day() != 1:
		key = "at.span"
	case p.Months() == 12 && p.Start.Month() == 1:
		key = "at.year"
	case p.Months() == 1:
		key = "at.month"
	case p.Months() != 12 && (p.Months() != 3 || p.Start.Month()%3 != 1):
		key = "at.span"
	}
	return words.Fill(key, "what", what, "period", f.PeriodName.Label)
}

// Event is an event with its date.
func Event(words *text.Language, e data.Event) string {
	return words.Named(words.Day(e.At.Text()), e.Text)
}

func dates(words *text.Language, p data.Period) string {
	return words.Period(p.Start.Text(), p.End.Text())
}
