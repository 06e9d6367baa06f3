package say

import (
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

var percent = text.Unit{Beside: text.Signs{Suffix: "%"}, InWords: text.Signs{Suffix: " per cent"}, BeforeLabel: text.Signs{Suffix: "%"}}

func everywhere(s text.Signs) text.Unit { return text.Unit{Beside: s, InWords: s, BeforeLabel: s} }

// Unit is how a unit is written. One without a sign is said in words in a
// sentence; the label of a figure says it where one follows.
func Unit(u *data.Unit) text.Unit {
	switch u {
	case nil, data.Count:
		return text.Unit{}
	case data.Percent:
		return percent
	case data.PercentChange:
		w := percent
		w.Form = text.Risen
		return w
	case data.PerDay: // whose labels end in "a day"
		return text.Unit{Beside: text.Signs{Suffix: u.Suffix}, InWords: text.Signs{Suffix: u.Suffix}}
	case data.Fraction:
		return text.Unit{Form: text.Divided}
	case data.Times:
		return text.Unit{Beside: text.Signs{Prefix: u.Prefix}, InWords: text.Signs{Prefix: u.Prefix}, BeforeLabel: text.Signs{Suffix: " times"}}
	}
	w := everywhere(text.Signs{Prefix: u.Prefix, Suffix: u.Suffix})
	w.Once = saidOnce(u)
	if strings.TrimSpace(u.Suffix) == "%" {
		w.InWords.Suffix = percent.InWords.Suffix
	}
	if u.Prefix == "" && u.Suffix == "" && u.Many != "" {
		w.InWords.Suffix, w.One = " "+u.Many, " "+u.One
		w.BeforeLabel = w.InWords
	}
	if u.Kind.Traits().Change {
		w.Form = text.Signed
	}
	return w
}

// longestBeside is the greatest length, in characters, of a suffix that is repeated
// beside every value of a picture.
const longestBeside = 3

func saidOnce(u *data.Unit) bool {
	return !u.Kind.Traits().Age && len([]rune(strings.TrimSpace(u.Suffix))) > longestBeside
}

// UnitLine returns the unit of a picture's rows if it is written once above them:
// "In £ thousand". It returns "" if each value shows its unit.
func UnitLine(rows []table.Row) string {
	u := rows[0].Unit
	if !Unit(u).Once {
		return ""
	}
	return "In " + text.Joined(" ", strings.TrimSpace(u.Prefix), strings.TrimSpace(u.Suffix))
}

// HasScale reports whether a unit's suffix multiplies its numbers, as " m" and
// " thousand" do. Such numbers are not shortened further.
func HasScale(u *data.Unit) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(u.Suffix)), " ")
	word = strings.TrimSuffix(strings.TrimSuffix(word, "."), "s")
	return slices.Contains([]string{"k", "m", "mn", "mln", "mio", "bn", "mrd", "mld", "md", "tn", "tsd", "hundred", "thousand", "million", "billion", "trillion"}, word)
}

// UnitName names a unit as a choice between measures does.
func UnitName(u *data.Unit) string {
	switch {
	case u == data.Percent:
		return text.PerCent
	case u.Kind.Traits().Things:
		return text.CountWord
	case u.Kind.Traits().Quantity:
		return text.AmountWord
	}
	return text.Value
}
