package say

import (
	"math"
	"strings"

	"factframe/data"
)

// Formula writes a calculation with its numbers: "2,287 − 1,434 − about 137". A
// reader who repeats it gets the figure's value. It is empty for a printed figure.
func Formula(f *data.Figure) string {
	if !f.Calculated() {
		return ""
	}
	return f.Words().LeftToRight(formula(f))
}

func formula(f *data.Figure) string {
	in := make([]string, len(f.Inputs))
	for i := range f.Inputs {
		in[i] = input(f, i)
	}
	if len(in) == 0 {
		return f.Words().Say("formula.records")
	}
	switch f.Formula {
	case data.Sum, data.PercentSum:
		return strings.Join(in, " + ")
	case data.Difference:
		return strings.Join(in, " − ")
	case data.PerDayOf:
		days := f.Inputs[0].Period.Days()
		return in[0] + " ÷ " + f.Words().Count("days", days)
	case data.Share:
		return in[0] + " ÷ " + in[1] + " × 100"
	case data.PercentOf:
		return f.Words().Fill("formula.part", "part", in[0], "whole", in[1])
	case data.BeforeChange:
		return in[0] + " ÷ (1 " + change(f.Inputs[1]) + ")"
	}
	return in[0] + " ÷ " + in[1]
}

// input writes one input of a calculation. If its number is rounded, input writes
// the calculation behind it instead.
func input(f *data.Figure, i int) string {
	in := f.Inputs[i]
	amount, unit := in.Natural()
	if f.Formula == data.PercentSum || f.Formula == data.PercentOf && i == 0 {
		if in.Percent != nil {
			amount, unit = in.Percent, data.Percent
		}
	}
	switch {
	case math.Abs(in.Rounded(*amount, unit).Number-amount.Number) <= 1e-9*math.Abs(amount.Number): // not rounded
	case unit == data.Percent && in.Unit != data.Percent && in.Value != nil && in.Base != nil:
		return "(" + Of(in).Short() + " ÷ " + Of(in.Base).Short() + " × 100)"
	case in.Calculated():
		return "(" + formula(in) + ")"
	}
	words := Amount(in, amount, unit).Short()
	if amount.Number < 0 && i > 0 {
		return "(" + words + ")"
	}
	return words
}

// changeDigits is how many extra decimals a calculated change has in a formula.
const changeDigits = 3

// change writes what a change adds to 1, "+ 5.4%", with enough decimals to repeat
// the calculation.
func change(f *data.Figure) string {
	a := Of(f)
	if exact := *f.Value; f.Calculated() && a.Number != exact.Number {
		a.Number, a.Decimals = exact.Number, a.Decimals+changeDigits
	}
	sign := "+ "
	if a.Number < 0 {
		sign, a.Number = "− ", -a.Number
	}
	return sign + f.Words().Fill("cldr.percent", "n", f.Words().Number(a.Number, a.Decimals))
}
