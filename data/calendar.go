package data

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// calendar reads what a package says of its years, and of its ages.
func (l *loader) calendar(own row) {
	l.p.YearBegins = 1
	if n := own.integer("year_begins"); n != nil {
		if l.p.YearBegins = *n; *n < 1 || *n > 12 {
			own.problem("year_begins", fmt.Sprintf("%d is no month", *n), "write the month that a year begins in, 1 to 12")
		}
	}
	if n := own.integer("oldest"); n != nil {
		if l.p.Oldest = *n; *n < 1 {
			own.problem("oldest", fmt.Sprintf("%d is no age", *n), "write where axes of ages end, in years")
		}
	}
}

// mostDecimals are written of what no source prints.
const mostDecimals = 4

// decimalsOf is how many decimals a number was printed with: those of the words
// that print it, where their number is that one, and else those that it needs.
func decimalsOf(printed string, n float64) int {
	plain := strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "").Replace(printed)
	begin := strings.IndexAny(plain, "0123456789.")
	if begin >= 0 {
		plain = plain[begin:]
		if end := strings.IndexFunc(plain, func(c rune) bool { return c != '.' && (c < '0' || c > '9') }); end >= 0 {
			plain = plain[:end]
		}
		if v, err := strconv.ParseFloat(plain, 64); err == nil && v == math.Abs(n) {
			return places(plain)
		}
	}
	return min(places(strconv.FormatFloat(n, 'f', -1, 64)), mostDecimals)
}

func places(s string) int {
	_, fraction, _ := strings.Cut(s, ".")
	return len(fraction)
}

// trimmed takes the spaces around a unit's sign away.
func trimmed(s string) string { return strings.TrimSpace(s) }
