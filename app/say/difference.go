package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
)

// Difference describes how far apart two comparable figures are. Inexact values give a
// range, and small numbers are listed instead of giving a misleading ratio.
func Difference(c compare.Comparison, unit *data.Unit) string {
	if len(c.Figures) != 2 {
		return ""
	}
	large, small := c.Figures[0], c.Figures[1]
	words := large.Words()
	a, b := large.Measure(unit), small.Measure(unit)
	if a == nil || b == nil || a.IsOpen() || b.IsOpen() || b.Qualifier == data.LessThan || a.Qualifier == data.LessThan {
		return words.Say("difference.unknown")
	}
	if a.Number < b.Number {
		large, small, a, b = small, large, b, a
	}
	for _, r := range c.Reasons {
		switch r.Kind {
		case compare.IsPart:
			return words.Fill("difference.share", "part", worded(small, b, unit), "whole", worded(large, a, unit), "percent", percentOf(words, *b, *a))
		case compare.SmallNumbers:
			return fromTo(c.Figures, unit)
		}
	}
	gap := data.Minus(*a, *b)
	gap.Decimals = max(large.Rounded(*a, unit).Decimals, small.Rounded(*b, unit).Decimals)
	for gap.Number != 0 && gap.Decimals < data.MostDecimals && words.Number(gap.Number, gap.Decimals) == words.Number(0, gap.Decimals) {
		gap.Decimals++
	}
	if gap.Number == 0 && gap.Low == gap.High {
		return words.Fill("difference.none", "amount", worded(large, a, unit))
	}
	over := data.Over(*a, *b)
	key, times := "difference.more", ""
	if traits := unit.Kind.Traits(); b.Low > 0 && words.Number(over.High, 1) != words.Number(1, 1) { // a ratio of "1.0" says nothing
		switch {
		case traits.Things:
			key, times = "difference.times_many", ratio(words, over)
		case traits.Quantity && unit.ZeroIsNothing:
			key, times = "difference.times_much", ratio(words, over)
		}
	}
	return words.Fill(key, "large", worded(large, a, unit), "small", worded(small, b, unit), "gap", gapWords(words, gap, unit), "times", times)
}

func worded(f *data.Figure, a *data.Amount, unit *data.Unit) string {
	return Amount(f, a, unit).Long()
}

// gapWords writes a difference, with a range if it is not exact.
func gapWords(words *text.Language, gap data.Amount, unit *data.Unit) string {
	written := Unit(words, unit)
	if unit.Kind.Traits().Part || unit.Kind.Traits().Change && strings.TrimSpace(unit.Suffix) == "%" || unit == data.PercentChange {
		written = counted(words, "unit.points")
	} else if written.Form == text.Signed {
		written.Form = text.Plain
	}
	if unit == data.Fraction {
		gap.Number, gap.Low, gap.High = 100*gap.Number, 100*gap.Low, 100*gap.High
		gap.Decimals = min(max(0, gap.Decimals-2), mostPoints)
	}
	amount := text.Amount{In: words, Number: gap.Number, Decimals: gap.Decimals, Unit: written}
	if gap.Low == gap.High {
		return amount.Long()
	}
	amount.Qualifier = "about"
	between := words.Fill("range", "low", words.Number(max(0, gap.Low), gap.Decimals), "high", words.Number(gap.High, gap.Decimals))
	return words.Noted(amount.Long(), between)
}

// mostPoints is the maximum number of decimals of a difference between fractions, since a
// third has infinitely many.
const mostPoints = 2

// largeRatio is the ratio from which a decimal adds nothing.
const largeRatio = 100

func ratio(words *text.Language, r data.Amount) string {
	decimals := 1
	if r.High >= largeRatio {
		decimals = 0
	}
	low, high := words.Number(r.Low, decimals), words.Number(r.High, decimals)
	if low != high {
		return words.Fill("range", "low", low, "high", high)
	}
	return words.Fill("qualifier.about", "amount", words.Number(r.Number, decimals))
}

func percentOf(words *text.Language, part, whole data.Amount) string {
	share := data.Over(part, whole)
	low, high := words.Number(100*share.Low, 0), words.Number(100*share.High, 0)
	if low != high {
		return words.Fill("percent.words", "n", words.Fill("range", "low", low, "high", high))
	}
	return words.Fill("percent.words", "n", words.Number(100*share.Number, 0))
}

// fromTo lists two counts in order of time.
func fromTo(figures []*data.Figure, unit *data.Unit) string {
	first, last := figures[0], figures[1]
	if last.Period.Start < first.Period.Start {
		first, last = last, first
	}
	return first.Words().Fill("difference.small", "first", then(first, unit), "last", then(last, unit))
}

// then is a figure with its period: "38 (2018)".
func then(f *data.Figure, unit *data.Unit) string {
	return f.Words().Noted(worded(f, f.Measure(unit), unit), Year(f))
}
