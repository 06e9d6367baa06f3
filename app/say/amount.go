// Package say puts a package's figures into words: amounts, titles, sentences,
// source lines, receipts, and why two figures may not be compared.
package say

import (
	"cmp"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// Of is the amount that a figure states.
func Of(f *data.Figure) text.Amount {
	a, unit := f.Natural()
	return Amount(f, a, unit)
}

// Amount gives a figure's amount in a unit the words of package text.
func Amount(f *data.Figure, a *data.Amount, unit *data.Unit) text.Amount {
	if a == nil {
		return text.Amount{Missing: true}
	}
	shown := f.Rounded(*a, unit)
	t := text.Amount{Number: shown.Number, Low: shown.Low, High: shown.High, Decimals: shown.Decimals,
		Qualifier: string(shown.Qualifier), Unit: Unit(unit), Calculated: f.Calculated()}
	if unit == data.PercentChange && f.Label == "" {
		t.Unit.Form = text.Signed // there is no label with "more" or "fewer"
	}
	if unit == data.PerDay && !strings.Contains(f.Label, strings.TrimSpace(unit.Suffix)) {
		t.Unit.BeforeLabel = t.Unit.Beside // the label does not include "a day"
	}
	if unit == data.Percent && f.Unit.HasShares() {
		t.Calculated = !f.PercentPrinted
	}
	if unit == data.Fraction && !printedInWords(f) {
		return inPercent(t)
	}
	return t
}

// printedInWords reports whether a document prints a fraction in words, such as "a
// third", and the widget knows those words.
func printedInWords(f *data.Figure) bool {
	return f.Printed != "" && !strings.ContainsAny(f.Printed, "0123456789") && f.Value != nil && text.Fraction(f.Value.Number) != ""
}

// inPercent converts a fraction to a percentage.
func inPercent(t text.Amount) text.Amount {
	t.Number, t.Low, t.High = 100*t.Number, 100*t.Low, 100*t.High
	t.Decimals, t.Unit = max(0, t.Decimals-2), percent
	return t
}

// Phrase is a figure in running words: its number and what it counts.
func Phrase(f *data.Figure) string {
	a := Of(f)
	if a.Missing {
		return f.Name + ": " + text.NotPrinted
	}
	if f.Label == "" {
		return f.Name + ": " + a.Long()
	}
	return a.Leading() + " " + f.Label
}

// Label is what a figure counts, under or beside its number.
func Label(f *data.Figure) string { return cmp.Or(f.Label, f.Name) }

// Other is the second measure of a row, small beside its value: the share of a
// count, or the count of a share.
func Other(r table.Row) string {
	f := r.Figure
	switch {
	case !f.Unit.HasShares() || f.Percent == nil:
		return ""
	case r.Unit == data.Percent && f.Value == nil:
		return strings.ToLower(UnitName(f.Unit)) + " " + text.NotPrinted
	case r.Unit == data.Percent:
		return Amount(f, f.Value, f.Unit).Short()
	}
	share := Amount(f, f.Percent, data.Percent)
	if !f.Percent.IsOpen() && f.Percent.Qualifier != data.LessThan {
		share.Qualifier = "" // the count beside it shows how exact it is
	}
	return share.Short()
}

// AgePhrase is a figure about an age, the age apart: "under 13", "510 suspects".
func AgePhrase(f *data.Figure) (age, rest string) {
	if f.Unit.Kind.Traits().Age && f.Value != nil {
		return strings.TrimSuffix(Of(f).Leading(), " years"), f.Label
	}
	rest = Phrase(f)
	if f.Unit.Kind.Traits().Things && f.Value != nil {
		rest = Of(f).Short() + " " + f.Series.Counted.Many
	}
	return strings.TrimSuffix(strings.TrimPrefix(ageWords(f.Series), "ages "), "s"), rest
}
