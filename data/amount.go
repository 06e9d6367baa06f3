package data

import (
	"math"
	"slices"
)

// Qualifier says how a number is meant.
type Qualifier string

const (
	Exact     Qualifier = "exact"
	Rounded   Qualifier = "rounded"
	About     Qualifier = "about"
	Average   Qualifier = "average"
	MoreThan  Qualifier = "more_than" // of a fall: a fall of more than
	AtLeast   Qualifier = "at_least"
	LessThan  Qualifier = "less_than"
	AsPrinted Qualifier = "as_printed" // no qualifier printed, though the number may be round
)

// Qualifiers are all of them; the first is meant where a figure has none.
var Qualifiers = []string{string(AsPrinted), string(Exact), string(Rounded), string(About), string(Average), string(MoreThan), string(AtLeast), string(LessThan)}

// Amount is a number and how exactly it is known.
type Amount struct {
	Number    float64
	Low, High float64 // bounds, both Number when it is exact; ±Inf where open
	Qualifier Qualifier
	Decimals  int // as the source prints it
}

// IsRange reports whether rounding or an estimate leaves a range of values.
func (a Amount) IsRange() bool { return a.Low < a.High && !a.IsOpen() }

// IsOpen reports whether the amount has no bound on one side.
func (a Amount) IsOpen() bool { return math.IsInf(a.Low, 0) || math.IsInf(a.High, 0) }

// NewAmount gives a printed number the bounds that its qualifier and the step
// of its rounding (0 when not rounded) leave.
func NewAmount(number, step float64, q Qualifier, unit *Unit) Amount {
	a := Amount{Number: number, Low: number - step/2, High: number + step/2, Qualifier: q}
	switch {
	case q == MoreThan && number < 0:
		a.Low, a.High = math.Inf(-1), number
		if unit == PercentChange {
			a.Low = -100
		}
	case q == MoreThan || q == AtLeast:
		a.Low, a.High = number, math.Inf(1)
	case q == LessThan && !unit.MayBeNegative():
		a.Low, a.High = 0, number
	case q == LessThan:
		a.Low, a.High = math.Inf(-1), number
	}
	return a
}

// Plus is a + b, with the bounds that both leave.
func Plus(a, b Amount) Amount { return added(a, b, 1) }

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
