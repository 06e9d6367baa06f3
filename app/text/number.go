package text

import (
	"math"
	"strconv"
	"strings"
)

// Number formats a number with the given decimals and grouped digits.
func (l *Language) Number(n float64, decimals int) string {
	l = l.or()
	s := strconv.FormatFloat(math.Abs(n), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	var b strings.Builder
	if n < 0 {
		b.WriteString(l.minus)
	}
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 && len(whole) >= l.groupsFrom {
			b.WriteString(l.group)
		}
		b.WriteRune(c)
	}
	if fraction != "" {
		b.WriteString(l.decimal + fraction)
	}
	return b.String()
}

// Whole writes a whole number in digits.
func (l *Language) Whole(n int) string { return l.Number(float64(n), 0) }

// Spelt formats a whole number for running text: in words below ten if the language has
// them, as British style guides recommend.
func (l *Language) Spelt(n int) string {
	if words := l.or().spelt; n >= 0 && n < len(words) {
		return words[n]
	}
	return l.Whole(n)
}

// Fraction returns a common part of one in words, such as "one third", or "".
func (l *Language) Fraction(n float64) string {
	for of, key := range []string{2: "fraction.half", 3: "fraction.third", 4: "fraction.quarter", 5: "fraction.fifth"} {
		if key != "" && math.Abs(n*float64(of)-1) < 1e-9 {
			return l.Say(key)
		}
	}
	return ""
}
