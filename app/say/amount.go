// Package say writes a package's figures as text: amounts, titles, sentences, source lines,
// receipts, and the reasons why two figures may not be comparable.
package say

import (
	"cmp"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// Of returns the amount of a figure in its own unit.
func Of(f *data.Figure) *text.Amount {
	a, unit := f.Natural()
	return Amount(f, a, unit)
}

// Amount returns a figure's amount in a unit, ready for writing.
func Amount(f *data.Figure, a *data.Amount, unit *data.Unit) *text.Amount {
	words := f.Words()
	if a == nil {
		return &text.Amount{In: words, Missing: true}
	}
	shown := f.Rounded(*a, unit)
	t := &text.Amount{In: words, Number: shown.Number, Low: shown.Low, High: shown.High, Decimals: shown.Decimals,
		Qualifier: string(shown.Qualifier), Unit: Unit(words, unit), Calculated: f.Calculated()}
	if unit == data.PercentChange && f.Label == "" {
		t.Unit.Form = text.Signed // there is no label with "more" or "fewer"
	}
	if unit == data.PerDay && !strings.Contains(f.Label, strings.TrimSpace(t.Unit.Beside.Suffix)) {
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

// printedInWords reports whether the document prints a fraction in words, such as "a
// third", and the widget knows those words.
func printedInWords(f *data.Figure) bool {
	return f.Printed != "" && !strings.ContainsAny(f.Printed, "0123456789") && f.Value != nil && f.Words().Fraction(f.Value.Number) != ""
}

// inPercent converts a fraction to a percentage.
func inPercent(t *text.Amount) *text.Amount {
	t.Number, t.Low, t.High = 100*t.Number, 100*t.Low, 100*t.High
	t.Decimals, t.Unit = max(0, t.Decimals-2), percent(t.In)
	return t
}

// Phrase is a figure in running text: its number and what it counts.
func Phrase(f *data.Figure) string {
	a := Of(f)
	if f.Label == "" || a.Missing {
		return f.Words().Named(f.Name, missingOr(a, a.Long()))
	}
	return f.Words().Fill("phrase", "amount", a.Leading(), "label", f.Label)
}

// missingOr returns written, or the words for a missing value.
func missingOr(a *text.Amount, written string) string {
	if a.Missing {
		return a.Short()
	}
	return written
}

// Label is what a figure counts, written below or beside its number.
func Label(f *data.Figure) string { return cmp.Or(f.Label, f.Name) }

// Other is the second measure of a row, in small text beside its value: the share of a
// count, or the count of a share.
func Other(r table.Row) string {
	f := r.Figure
	switch {
	case !f.Unit.HasShares() || f.Percent == nil:
		return ""
	case r.Unit == data.Percent && f.Value == nil:
		return f.Words().Say(unitKey(f.Unit) + ".missing")
	case r.Unit == data.Percent:
		return Amount(f, f.Value, f.Unit).Short()
	}
	share := Amount(f, f.Percent, data.Percent)
	if !f.Percent.IsOpen() && f.Percent.Qualifier != data.LessThan {
		share.Qualifier = "" // the count beside it shows how exact it is
	}
	return share.Short()
}

// AgePhrase is a figure about an age, with the age apart: "under 13", "510 suspects".
func AgePhrase(f *data.Figure) (age, rest string) {
	a := Of(f)
	if f.Unit.Kind.Traits().Age && f.Value != nil {
		a.Unit = text.Unit{}
		return a.Leading(), f.Label
	}
	rest = Phrase(f)
	if f.Unit.Kind.Traits().Things && f.Value != nil {
		rest = f.Words().Fill("phrase", "amount", a.Short(), "label", f.Series.Counted.Many)
	}
	return ages(f.Series, "ages.short"), rest
}
