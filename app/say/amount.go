package say

import (
	"math"

	"factframe/app/text"
	"factframe/data"
)

// Of is the amount that a figure states, in words.
func Of(f *data.Figure) text.Amount {
	a, unit := f.Natural()
	return Amount(f, a, unit)
}

// Amount gives a figure's amount in a unit the words of package text.
func Amount(f *data.Figure, a *data.Amount, unit data.Unit) text.Amount {
	if a == nil {
		return text.Amount{Missing: true}
	}
	t := text.Amount{Number: a.Number, Low: a.Low, High: a.High, Qualifier: string(a.Qualifier), Unit: string(unit),
		Calculated: f.Calculated(), Decimals: f.Decimals}
	if f.ShownTo > 0 && unit == f.Unit {
		t.Number = math.Round(t.Number/f.ShownTo) * f.ShownTo
	}
	if unit == data.Percent && f.Unit == data.Count {
		t.Calculated, t.Decimals = !f.PercentPrinted, 0
	}
	return t
}

// Detail is what stands small beside the value: the other measure, and how an
// estimate came about.
func Detail(r data.Row) string {
	f := r.Figure
	if f.Unit != data.Count || f.Percent == nil {
		return ""
	}
	if r.Unit == data.Percent {
		if f.Value == nil {
			return "count not printed"
		}
		count := Amount(f, f.Value, f.Unit)
		if f.PercentPrinted {
			return count.Short()
		}
		return "calculated from " + count.Short()
	}
	share := Amount(f, f.Percent, data.Percent)
	share.Qualifier = "" // the count beside it already says how exactly it is known
	switch {
	case !f.PercentPrinted && !f.Calculated():
		return text.Calculated + " share " + share.Short()
	case r.Amount != nil && r.Amount.IsRange():
		return share.Short() + "; " + Amount(f, r.Amount, r.Unit).Range()
	case f.Calculated() && r.Amount != nil && r.Amount.Qualifier == data.Exact:
		return text.Calculated + "; " + share.Short()
	}
	return share.Short()
}
