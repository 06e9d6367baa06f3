// Package text holds the words of the widget: numbers, sentences and every
// string that a reader sees beside those of the package itself.
package text

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Number writes a number with thousands commas and the given decimals.
func Number(n float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(n), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	var b strings.Builder
	if n < 0 {
		b.WriteString("−")
	}
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}

var small = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// Spelt writes a whole number as running text does: in words below ten.
func Spelt(n int) string {
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return Number(float64(n), 0)
}

var teens = []string{"Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"}

// Opening is Of where a sentence begins with it, which no numeral does.
func Opening(n int, one, many string) string {
	if i := n - len(small); i >= 0 && i < len(teens) {
		return teens[i] + " " + many
	}
	if n > len(small) {
		return "These " + Of(n, one, many)
	}
	return Capital(Of(n, one, many))
}

// Of writes "7 figures", "one figure": a count with the word it needs.
func Of(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return Spelt(n) + " " + many
}

// Capital makes the first letter a capital one.
func Capital(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// LowerFirst makes the first letter a small one.
func LowerFirst(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToLower(string(r[0])) + string(r[1:])
}

// Cut shortens a text to so many characters, at the end of a word.
func Cut(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:max(0, most-1)])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–") + "…"
}

// Joined puts a separator between the parts that are not empty.
func Joined(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(part string) bool { return part == "" }), separator)
}

// Ended makes a text a sentence: with a full stop, unless it has its own end.
func Ended(s string) string {
	if s == "" || strings.ContainsRune(".?!…", []rune(s)[len([]rune(s))-1]) {
		return s
	}
	return s + "."
}

// Join lists parts as a sentence does: "a, b and c".
func Join(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}
