package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// When says the period of a figure, in the document's words where its dates
// were worked out from them.
func When(f *data.Figure) string {
	switch p := f.Period; {
	case !p.Known() && p.Text != "" && p.Text != notStated:
		return p.Text
	case !p.Known():
		return text.NoPeriod
	case p.Known() && p.Text != "":
		return dates(p) + " (" + p.Text + ")"
	default:
		return dates(p)
	}
}

// whenUnnamed is When, or empty where the name of the row already has the period.
func whenUnnamed(r table.Row) string {
	if f := r.Figure; f.Period.Known() && strings.Contains(r.Name(), f.PeriodName.Label) {
		return ""
	}
	return When(r.Figure)
}

// notStated is the period_text of a figure whose document gives no period.
const notStated = "not stated"

func Year(f *data.Figure) string {
	if !f.Period.Known() {
		return When(f)
	}
	return f.PeriodName.Label
}

// At returns the period as part of a sentence: "in 2018", "on 5 Mar 2018", "from Jan 2017 to Oct 2019".
func At(f *data.Figure) string {
	p := f.Period
	switch {
	case !p.Known():
		return "(" + When(f) + ")"
	case p.Start == p.End:
		return "on " + f.PeriodName.Label
	case strings.Contains(f.PeriodName.Label, " to "):
		return "from " + f.PeriodName.Label
	}
	return "in " + f.PeriodName.Label
}

// Event says what happened at a time.
func Event(e data.Event) string { return day(e.At).String() + ": " + e.Text }

func dates(p data.Period) string { return text.Period(day(p.Start), day(p.End)) }

func day(d data.Date) text.Day {
	if d.IsZero() {
		return text.Day{}
	}
	y, m, n := d.Numbers()
	return text.Day{Year: y, Month: m, Day: n}
}
