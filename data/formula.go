package data

import (
	"strconv"
	"strings"
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

// Formulas lists all formulas. The first is the default.
var Formulas = []string{string(Sum), string(Difference), string(PerDayOf), string(Share), string(PercentOf), string(PercentSum), string(BeforeChange), string(Ratio)}

// Wants returns how many inputs a formula takes; 0 means two or more.
func (f Formula) Wants() int { return wants[f] }

var wants = map[Formula]int{PerDayOf: 1, Share: 2, PercentOf: 2, BeforeChange: 2, Ratio: 2}

// Compute fills in the value, unit, period and share of a calculated figure from
// its inputs. If that is impossible, it returns the reason; otherwise "".
func (f *Figure) Compute() string {
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
			return strconv.Quote(in.ID) + " has no percentage"
		case !percent && in.Value == nil:
			return strconv.Quote(in.ID) + " has no value"
		case f.Formula == PerDayOf && !in.Period.Known():
			return "the period of " + strconv.Quote(in.ID) + " is not known"
		case (f.Formula == Share || f.Formula == Ratio) && i > 0 && (in.Value.Low <= 0 && in.Value.High >= 0):
			return strconv.Quote(in.ID) + " may be zero, so nothing can be divided by it"
		case in.BaseNotPrinted:
			return strconv.Quote(in.ID) + " is a share whose base is not printed"
		}
	}
	if f.Formula == BeforeChange {
		switch c := f.Inputs[1]; {
		case !c.Unit.Kind.Traits().Change || strings.TrimSpace(c.Unit.Suffix) != "%":
			return strconv.Quote(c.ID) + " is not a change in per cent"
		case c.Value.Low <= -100:
			return strconv.Quote(c.ID) + " may be a fall of 100 per cent, which leaves nothing to divide by"
		}
	}
	a := f.amount()
	f.Decimals = max(f.Decimals, a.Decimals, f.Unit.Decimals)
	if f.Unit == Fraction {
		f.Decimals = max(f.Decimals, 2) // fractions are shown as percentages
	}
	if f.Unit == Count && a.Decimals == 0 {
		a = wholeNumbers(a)
	}
	f.Value = &a
	f.ComputeShare()
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

// ComputeShare calculates the figure's share of its base, unless it is printed or
// cannot be calculated.
func (f *Figure) ComputeShare() {
	if f.Formula == PercentOf {
		f.Percent, f.PercentPrinted = f.Inputs[0].percentage(), !f.Inputs[0].Calculated()
	}
	if f.Percent != nil || f.Value == nil || f.Base == nil || f.Base.Value == nil || f.Base.Value.Number == 0 || !f.Unit.HasShares() || f.Base.Unit != f.Unit {
		return
	}
	share := ratioOf(*f.Value, *f.Base.Value, 100)
	f.Percent = &share
}
