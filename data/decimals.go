package data

import (
	"math"
	"strconv"
	"strings"
)

// MostDecimals is the most decimals that any number is written with.
const MostDecimals = 20

// DecimalsOf returns how many decimals n was printed with. If the printed text
// contains another number, it returns as many as n needs.
func DecimalsOf(printed string, n float64) int {
	begin := strings.IndexAny(printed, "0123456789")
	if begin > 0 && strings.ContainsRune(".,", rune(printed[begin-1])) {
		begin--
	}
	if begin >= 0 {
		numeral := printed[begin:]
		if end := strings.IndexFunc(numeral, func(c rune) bool { return !strings.ContainsRune("0123456789.,'’ \u00a0\u202f", c) }); end >= 0 {
			numeral = numeral[:end]
		}
		most := -1 // "0,0" is zero with either decimal mark, and has one decimal
		for _, mark := range ".,'" {
			plain := WithPoint(numeral, mark)
			if v, err := strconv.ParseFloat(plain, 64); err == nil && v == math.Abs(n) {
				most = max(most, decimalsIn(plain))
			}
		}
		if most >= 0 {
			return min(most, MostDecimals)
		}
	}
	return min(decimalsIn(strconv.FormatFloat(n, 'f', -1, 64)), MostDecimals)
}

// WithPoint rewrites a printed number for strconv: the decimal mark becomes a
// point, and everything else that is not a digit is removed.
func WithPoint(numeral string, decimal rune) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == decimal:
			return '.'
		case c >= '0' && c <= '9':
			return c
		}
		return -1
	}, numeral)
}

func decimalsIn(s string) int {
	_, fraction, _ := strings.Cut(s, ".")
	return len(fraction)
}

// Rounded returns an amount of the figure as every page, chart and file shows it.
// A printed number keeps the decimals of its source. A calculated one is rounded
// here and nowhere else: to ShownTo and Decimals, with more decimals if it would
// otherwise read as zero or as 100 per cent.
func (f *Figure) Rounded(a Amount, unit *Unit) Amount {
	share := unit == Percent && f.Unit.HasShares()
	switch {
	case share && f.PercentPrinted, !share && !f.Calculated():
		return a
	case !share:
		a.Decimals = max(a.Decimals, f.Decimals)
	}
	known := a.Low == a.High // rounding must not turn an exact number into a range
	exact := a.Number
	if step := f.ShownTo; step > 0 && unit == f.Unit && !misread(exact, math.Round(exact/step)*step, unit) {
		exact = math.Round(exact/step) * step
	}
	a.Number = Round(exact, a.Decimals)
	for least := misread(exact, a.Number, unit); least && a.Decimals < MostDecimals; least = misread(exact, a.Number, unit) || far(exact, a.Number) {
		a.Decimals++
		a.Number = Round(exact, a.Decimals)
	}
	if known {
		a.Low, a.High = a.Number, a.Number
	}
	a.Low, a.High = min(a.Low, a.Number), max(a.High, a.Number)
	return a
}

// far reports whether rounding changes a number by more than 10 per cent.
func far(exact, shown float64) bool { return math.Abs(shown-exact) > math.Abs(exact)/10 }

// misread reports whether rounding turns a number into zero, or a share into 100
// per cent.
func misread(exact, shown float64, unit *Unit) bool {
	whole := map[*Unit]float64{Percent: 100, Fraction: 1}[unit]
	return shown == 0 && exact != 0 || whole > 0 && shown == whole && exact != whole
}

// Round returns n rounded to a number of decimals.
func Round(n float64, decimals int) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'f', decimals, 64), 64)
	return v
}
