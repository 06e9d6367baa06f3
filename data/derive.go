package data

import (
	"fmt"
	"math"
	"slices"
)

// Formula names how a derived figure is computed from its inputs.
type Formula string

const (
	Sum          Formula = "sum"           // a + b + …
	Difference   Formula = "difference"    // a − b − …
	PerDayOf     Formula = "per_day"       // a ÷ the days of its period
	Share        Formula = "share"         // a ÷ b, in per cent
	PercentOf    Formula = "percent_of"    // the percentage of a × b
	PercentSum   Formula = "percent_sum"   // the percentages of a + b + …
	BeforeChange Formula = "before_change" // a before it changed by b per cent
	Ratio        Formula = "ratio"         // a ÷ b
)

// Formulas are all of them; the first is meant where a figure has none.
var Formulas = []string{string(Sum), string(Difference), string(PerDayOf), string(Share), string(PercentOf), string(PercentSum), string(BeforeChange), string(Ratio)}

// inputsWanted is how many inputs a formula takes; 0 is two or more.
var inputsWanted = map[Formula]int{PerDayOf: 1, Share: 2, PercentOf: 2, BeforeChange: 2, Ratio: 2}

// derived computes the calculated figures, in file order; an input must stand
// before what is computed from it, so that there can be no circle.
func (l *loader) derived(rows []row) {
	for _, r := range rows {
		f := &Figure{ID: r.text("id"), Name: r.text("name"), Label: r.required("label"), Note: r.text("note"), Status: Normal, Period: period(r)}
		f.Formula = Formula(r.choice("formula", Formulas...))
		f.Decimals = r.decimals("decimals")
		if f.Formula == Ratio && !r.has("decimals") {
			f.Decimals = 1 // 1.7 times is not twice
		}
		if n := r.number("shown_to"); n != nil {
			if f.ShownTo = *n; *n <= 0 {
				r.problem("shown_to", fmt.Sprintf("%v is not a step", *n), "write the step to round to, such as 10 or 100")
			}
			f.Decimals = max(f.Decimals, decimalsOf("", *n))
		}
		complete := true
		for _, id := range r.texts("inputs") {
			input := l.figureOf(r, "inputs", id)
			complete = complete && input != nil
			f.Inputs = append(f.Inputs, input)
		}
		f.Series = l.seriesOf(r, "series", r.text("series"))
		f.Codes = l.codes(r, f.Series)
		f.Base = l.figureOf(r, "base", r.text("base"))
		r.done()
		if n := inputsWanted[f.Formula]; n > 0 && len(f.Inputs) != n || n == 0 && len(f.Inputs) < 2 {
			r.problem("inputs", fmt.Sprintf("%d are given to %q", len(f.Inputs), f.Formula), "give "+wanted(n))
			continue
		}
		if !complete {
			continue
		}
		if reason := f.compute(); reason != "" {
			r.problem("formula", reason, "choose other inputs")
			continue
		}
		f.Year = l.p.NameOf(f.Period)
		f.named()
		l.p.add(f)
	}
}

func wanted(n int) string {
	if n == 0 {
		return "two or more"
	}
	return fmt.Sprint(n)
}

// compute fills in what follows from the inputs, or says why nothing does.
func (f *Figure) compute() string {
	first := f.Inputs[0]
	if f.Series == nil {
		f.Series = first.Series
	}
	if !f.Period.Known() {
		f.Period = first.Period
	}
	for i, in := range f.Inputs {
		percent := f.Formula == PercentSum || f.Formula == PercentOf && i == 0
		switch {
		case percent && (in.percentage() == nil || in.Percent == nil && in.Unit != Percent):
			return fmt.Sprintf("%q has no percentage", in.ID)
		case !percent && in.Value == nil:
			return fmt.Sprintf("%q has no value", in.ID)
		case f.Formula == PerDayOf && !in.Period.Known():
			return fmt.Sprintf("the period of %q is not known", in.ID)
		case (f.Formula == Share || f.Formula == Ratio) && i > 0 && (in.Value.Low <= 0 && in.Value.High >= 0):
			return fmt.Sprintf("%q may be zero, and nothing can be divided by it", in.ID)
		case in.BaseNotPrinted:
			return fmt.Sprintf("%q is a share whose base is not printed", in.ID)
		}
	}
	if f.Formula == BeforeChange {
		switch c := f.Inputs[1]; {
		case c.Unit.Kind != ChangeKind || trimmed(c.Unit.Suffix) != "%":
			return fmt.Sprintf("%q is not a change in per cent", c.ID)
		case c.Value.Low <= -100:
			return fmt.Sprintf("%q may be a fall to nothing, and there is nothing to divide by", c.ID)
		}
	}
	a := f.amount()
	f.Decimals = max(f.Decimals, a.Decimals, f.Unit.Decimals)
	if f.Unit == Fraction {
		f.Decimals = max(f.Decimals, 2) // it is shown in per cent
	}
	if f.Unit == Count && a.Decimals == 0 {
		a = wholeNumbers(a)
	}
	f.Value = &a
	f.computePercent()
	return ""
}

func (f *Figure) amount() Amount {
	in := f.Inputs
	f.Unit = in[0].Unit
	switch f.Formula {
	case PerDayOf:
		f.Unit = PerDay
		return scaled(*in[0].Value, 1/float64(in[0].Period.Days()))
	case Share:
		f.Unit = Percent
		return ratioOf(*in[0].Value, *in[1].Value, 100)
	case Ratio:
		f.Unit = Times
		return ratioOf(*in[0].Value, *in[1].Value, 1)
	case PercentOf:
		f.Unit = in[1].Unit
		a, b := *in[0].percentage(), *in[1].Value
		return Amount{Number: a.Number * b.Number / 100, Low: a.Low * b.Low / 100, High: a.High * b.High / 100, Qualifier: inexact(a, b)}
	case BeforeChange:
		a, c := *in[0].Value, *in[1].Value
		grown := Amount{Number: 1 + c.Number/100, Low: 1 + c.Low/100, High: 1 + c.High/100, Qualifier: c.Qualifier}
		return ratioOf(a, grown, 1)
	case PercentSum:
		f.Unit = Percent
		total := *in[0].percentage()
		for _, other := range in[1:] {
			total = added(total, *other.percentage(), 1)
		}
		return total
	}
	total, sign := *in[0].Value, 1.0
	if f.Formula == Difference {
		sign = -1
	}
	for _, other := range in[1:] {
		total = added(total, *other.Value, sign)
	}
	return total
}

func (f *Figure) percentage() *Amount {
	if f.Percent != nil {
		return f.Percent
	}
	return f.Value
}

// Minus is a − b, with the bounds that both leave.
func Minus(a, b Amount) Amount { return added(a, b, -1) }

// Over is a ÷ b, with the bounds that both leave.
func Over(a, b Amount) Amount { return ratioOf(a, b, 1) }

// added is a + sign×b with the bounds that both leave.
func added(a, b Amount, sign float64) Amount {
	low, high := b.Low, b.High
	if sign < 0 {
		low, high = high, low
	}
	return Amount{Number: a.Number + sign*b.Number, Low: a.Low + sign*low, High: a.High + sign*high, Qualifier: inexact(a, b), Decimals: max(a.Decimals, b.Decimals)}
}

func scaled(a Amount, by float64) Amount {
	return Amount{Number: a.Number * by, Low: a.Low * by, High: a.High * by, Qualifier: inexact(a, a)}
}

// isPlain reports whether a number is simply what was printed.
func (q Qualifier) isPlain() bool { return q == Exact || q == AsPrinted }

// ratioOf is a ÷ b × by, with the bounds that both leave; none
// where b may be zero.
func ratioOf(a, b Amount, by float64) Amount {
	if b.Low <= 0 && b.High >= 0 {
		return Amount{Number: a.Number / b.Number * by, Low: math.Inf(-1), High: math.Inf(1), Qualifier: inexact(a, b)}
	}
	ends := []float64{a.Low / b.High * by, a.High / b.Low * by, a.Low / b.Low * by, a.High / b.High * by}
	return Amount{Number: a.Number / b.Number * by, Low: slices.Min(ends), High: slices.Max(ends), Qualifier: inexact(a, b)}
}

// inexact is the qualifier of what is computed from two amounts: an estimate
// where either is one.
func inexact(a, b Amount) Qualifier {
	if a.Qualifier.isPlain() && b.Qualifier.isPlain() {
		return Exact
	}
	return About
}

// wholeNumbers narrows a computed count to the whole numbers within its bounds.
func wholeNumbers(a Amount) Amount {
	a.Number = math.Round(a.Number)
	a.Low, a.High = min(math.Ceil(a.Low), a.Number), max(math.Floor(a.High), a.Number)
	return a
}
