package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
)

// Difference says how far two comparable figures are apart: carefully, with a
// range where their exact values are not known, and as plain counts where a
// ratio would mislead.
func Difference(c compare.Comparison, unit *data.Unit) string {
	if len(c.Figures) != 2 {
		return ""
	}
	large, small := c.Figures[0], c.Figures[1]
	a, b := large.Measure(unit), small.Measure(unit)
	if a == nil || b == nil || a.IsOpen() || b.IsOpen() || b.Qualifier == data.LessThan || a.Qualifier == data.LessThan {
		return "How far they are apart is not known: at least one of them has no end."
	}
	if a.Number < b.Number {
		large, small, a, b = small, large, b, a
	}
	for _, r := range c.Reasons {
		switch r.Kind {
		case compare.IsPart:
			return "Read as a share: " + worded(small, b, unit) + " of " + worded(large, a, unit) + " is " + percentOf(*b, *a) + " (calculated)."
		case compare.SmallNumbers:
			return fromTo(c.Figures, unit) + "."
		}
	}
	gap := data.Minus(*a, *b)
	gap.Decimals = max(large.Rounded(*a, unit).Decimals, small.Rounded(*b, unit).Decimals)
	for gap.Number != 0 && gap.Decimals < data.MostDecimals && text.Number(gap.Number, gap.Decimals) == text.Number(0, gap.Decimals) {
		gap.Decimals++
	}
	if gap.Number == 0 && gap.Low == gap.High {
		return "They are equal: " + worded(large, a, unit) + " (calculated)."
	}
	s := "The larger figure, " + worded(large, a, unit) + ", is " + span(gap, unit) + " more than the smaller, " + worded(small, b, unit)
	if over := data.Over(*a, *b); text.Number(over.High, 1) == text.Number(1, 1) {
		return s + " (calculated)." // the ratio would be "1.0"
	}
	if unit.Kind.Traits().Things && b.Low > 0 {
		s += ", or " + ratio(data.Over(*a, *b)) + " times as many"
	} else if unit.Kind.Traits().Quantity && unit.ZeroIsNothing && b.Low > 0 {
		s += ", or " + ratio(data.Over(*a, *b)) + " times as much"
	}
	return s + " (calculated)."
}

func worded(f *data.Figure, a *data.Amount, unit *data.Unit) string {
	return Amount(f, a, unit).Long()
}

// span says a difference, as a range where there is one.
func span(gap data.Amount, unit *data.Unit) string {
	written := Unit(unit)
	if unit.Kind.Traits().Part || unit.Kind.Traits().Change && strings.TrimSpace(unit.Suffix) == "%" {
		written = everywhere(text.Signs{Suffix: " percentage points"})
	} else if written.Form == text.Signed {
		written.Form = text.Plain
	}
	if unit == data.Fraction {
		gap.Number, gap.Low, gap.High = 100*gap.Number, 100*gap.Low, 100*gap.High
		gap.Decimals = min(max(0, gap.Decimals-2), mostPoints)
	}
	amount := func(n float64) text.Amount { return text.Amount{Number: n, Decimals: gap.Decimals, Unit: written} }
	if gap.Low < gap.High {
		return "about " + amount(gap.Number).Long() + " (" + text.Number(max(0, gap.Low), gap.Decimals) + " to " + text.Number(gap.High, gap.Decimals) + ")"
	}
	return amount(gap.Number).Long()
}

// mostPoints is the greatest number of decimals of a difference between fractions:
// the decimals of a third never end.
const mostPoints = 2

// largeRatio is the ratio from which a decimal adds nothing.
const largeRatio = 100

func ratio(r data.Amount) string {
	decimals := 1
	if r.High >= largeRatio {
		decimals = 0
	}
	low, high := text.Number(r.Low, decimals), text.Number(r.High, decimals)
	if low != high {
		return low + " to " + high
	}
	return "about " + text.Number(r.Number, decimals)
}

func percentOf(part, whole data.Amount) string {
	share := data.Over(part, whole)
	low, high := text.Number(100*share.Low, 0), text.Number(100*share.High, 0)
	if low != high {
		return low + " to " + high + " per cent"
	}
	return text.Number(100*share.Number, 0) + " per cent"
}

// fromTo tells counts in the order of their time.
func fromTo(figures []*data.Figure, unit *data.Unit) string {
	first, last := figures[0], figures[1]
	if last.Period.Start < first.Period.Start {
		first, last = last, first
	}
	return "From " + then(first, unit) + " to " + then(last, unit)
}

// then is a figure with its period: "38 in 2018", but "5 (6 to 12 Jan 2020)",
// because the sentence already uses "from" and "to".
func then(f *data.Figure, unit *data.Unit) string {
	when := At(f)
	if strings.HasPrefix(when, "from ") {
		when = "(" + Year(f) + ")"
	}
	return worded(f, f.Measure(unit), unit) + " " + when
}
