package data

import (
	"strconv"
	"strings"
)

// Part is a part of a total, or the total, for Reveal.
type Part struct {
	Number string // with a decimal point
	Hidden bool   // left out to protect people
}

// Revelation is a hidden number that anybody can calculate.
type Revelation struct {
	Hidden   int // the place of the hidden part
	Smallest int // the place of the smallest of the others
	Value    float64
	Sum      string // how it is calculated: "170 − 131 − 36 = 3"
}

// Reveal returns the only hidden part of a total, which is the total minus the other parts. It
// returns false if none or several parts are hidden, or if the others exceed the total.
func Reveal(total string, parts []Part) (Revelation, bool) {
	value, decimals := number(total)
	r := Revelation{Hidden: -1, Smallest: -1, Value: value, Sum: total}
	smallest := 0.0
	for i, p := range parts {
		if p.Hidden {
			if r.Hidden >= 0 {
				return r, false
			}
			r.Hidden = i
			continue
		}
		n, digits := number(p.Number)
		r.Value, decimals, r.Sum = r.Value-n, max(decimals, digits), r.Sum+" − "+p.Number
		if r.Smallest < 0 || n < smallest {
			r.Smallest, smallest = i, n
		}
	}
	shown := strconv.FormatFloat(r.Value, 'f', decimals, 64)
	r.Sum += " = " + shown
	return r, r.Hidden >= 0 && r.Smallest >= 0 && !strings.HasPrefix(shown, "-")
}

// number returns a number and how many decimals it has.
func number(digits string) (n float64, decimals int) {
	n, _ = strconv.ParseFloat(digits, 64)
	_, fraction, _ := strings.Cut(digits, ".")
	return n, len(fraction)
}
