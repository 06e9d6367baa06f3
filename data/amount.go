package data

import (
	"math"
	"slices"
)

// Qualifier says how exactly a number is meant.
type Qualifier string

const (
	Exact     Qualifier = "exact"
	Rounded   Qualifier = "rounded"
	About     Qualifier = "about"
	Average   Qualifier = "average"
	MoreThan  Qualifier = "more_than" // of a fall: the fall is larger than this
	AtLeast   Qualifier = "at_least"
	LessThan  Qualifier = "less_than"
	AsPrinted Qualifier = "as_printed" // no qualifier printed, though the number may be round
)

// Qualifiers lists all qualifiers. The first is the default.
var Qualifiers = []string{string(AsPrinted), string(Exact), string(Rounded), string(About), string(Average), string(MoreThan), string(AtLeast), string(LessThan)}

// Amount is a number with its bounds and qualifier.
type Amount struct {
	Number    float64
	Low, High float64 // both equal Number when it is exact; ±Inf when open
	Qualifier Qualifier
	Decimals  int // as the source prints it
}

// IsRange reports whether rounding or an estimate leaves a range of possible values.
func (a Amount) IsRange() bool { return a.Low < a.High && !a.IsOpen() }

// IsOpen reports whether the amount is unbounded on one side.
func (a Amount) IsOpen() bool { return math.IsInf(a.Low, 0) || math.IsInf(a.High, 0) }

// NewAmount returns a printed number with the bounds that follow from its
// qualifier and rounding step (0 when not rounded).
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

// Plus returns a + b with its bounds.
func Plus(a, b Amount) Amount { return added(a, b, 1) }

// Minus returns a − b with its bounds.
func Minus(a, b Amount) Amount { return added(a, b, -1) }

// Over returns a ÷ b with its bounds.
func Over(a, b Amount) Amount { return ratioOf(a, b, 1) }

// added returns a + sign×b with its bounds.
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

// isPlain reports whether the number is used as printed, without an estimate.
func (q Qualifier) isPlain() bool { return q == Exact || q == AsPrinted }

// ratioOf returns a ÷ b × by with its bounds, which are infinite if b may be zero.
func ratioOf(a, b Amount, by float64) Amount {
	if b.Low <= 0 && b.High >= 0 {
		return Amount{Number: a.Number / b.Number * by, Low: math.Inf(-1), High: math.Inf(1), Qualifier: inexact(a, b)}
	}
	ends := []float64{a.Low / b.High * by, a.High / b.Low * by, a.Low / b.Low * by, a.High / b.High * by}
	return Amount{Number: a.Number / b.Number * by, Low: slices.Min(ends), High: slices.Max(ends), Qualifier: inexact(a, b)}
}

// inexact returns the qualifier of a number computed from a and b: About if
// either of them is inexact.
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
