package say

import (
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// around returns what an entry has before and after its number.
func around(words *text.Language, key string) text.Signs {
	before, after, _ := strings.Cut(words.Say(key), "{n}")
	return text.Signs{Prefix: before, Suffix: after}
}

// counted returns a unit that a language writes as a word with plural forms.
func counted(words *text.Language, key string) text.Unit {
	u := everywhere(around(words, key+"[other]"))
	u.Forms = words.Suffixes(key)
	return u
}

func percent(words *text.Language) text.Unit {
	sign := around(words, "cldr.percent")
	return text.Unit{Beside: sign, InWords: around(words, "percent.words"), BeforeLabel: sign}
}

func everywhere(s text.Signs) text.Unit { return text.Unit{Beside: s, InWords: s, BeforeLabel: s} }

// Unit returns how a unit is written. In sentences, a unit without a sign is written in
// words, unless the figure's label already includes it.
func Unit(words *text.Language, u *data.Unit) text.Unit {
	switch u {
	case nil, data.Count:
		return text.Unit{}
	case data.Percent:
		return percent(words)
	case data.PercentChange:
		w := percent(words)
		w.Form = text.Risen
		return w
	case data.PerDay: // its labels end in "a day"
		s := around(words, "unit.per_day.number")
		return text.Unit{Beside: s, InWords: s}
	case data.Years:
		return counted(words, "unit.years.number")
	case data.Fraction:
		return text.Unit{Form: text.Divided}
	case data.Times:
		u := counted(words, "unit.times.words")
		u.Beside = around(words, "unit.times.number")
		u.InWords = u.Beside
		return u
	}
	w := everywhere(signsOf(words, u))
	w.Once = saidOnce(u)
	if strings.TrimSpace(u.Suffix) == "%" {
		sign := around(words, "cldr.percent")
		w.Beside, w.BeforeLabel, w.InWords = sign, sign, around(words, "percent.words")
	}
	if u.Prefix == "" && u.Suffix == "" && u.Many != "" {
		w.Forms = text.Forms{Zero: after(u.Zero), One: after(u.One), Two: after(u.Two), Few: after(u.Few), Many: after(u.Many)}
		w.InWords.Suffix = w.Forms.Many
		w.BeforeLabel = w.InWords
	}
	if u.Kind.Traits().Change {
		w.Form = text.Signed
	}
	return w
}

// after returns a word with a space before it.
func after(word string) string {
	if word == "" {
		return ""
	}
	return " " + word
}

// signsOf returns the signs of a unit. A currency sign is placed as in the language.
func signsOf(words *text.Language, u *data.Unit) text.Signs {
	own := text.Signs{Prefix: u.Prefix, Suffix: u.Suffix}
	if u.Prefix == "" || !strings.Contains(currencySigns, u.Prefix) {
		return own
	}
	before, after, _ := strings.Cut(words.Fill("cldr.currency", "n", "{n}", "sign", u.Prefix), "{n}")
	return text.Signs{Prefix: before, Suffix: u.Suffix + after}
}

// currencySigns are the signs that most packages use.
const currencySigns = "£$€¥₹₽₺₩₪₫₱₴₦"

// longestBeside is the greatest length, in characters, of a suffix that is repeated
// beside every value of a picture.
const longestBeside = 3

func saidOnce(u *data.Unit) bool {
	return !u.Kind.Traits().Age && len([]rune(strings.TrimSpace(u.Suffix))) > longestBeside
}

// UnitLine returns the unit of a picture's rows if it is written once above them:
// "In £ thousand". It returns "" if each value shows its unit.
func UnitLine(rows []table.Row) string {
	u, words := rows[0].Unit, rows[0].Figure.Words()
	if !Unit(words, u).Once {
		return ""
	}
	return words.Fill("unit.line", "unit", strings.TrimSpace(strings.TrimSpace(u.Prefix)+" "+strings.TrimSpace(u.Suffix)))
}

// HasScale reports whether a unit's suffix multiplies its numbers, as " m" and
// " thousand" do. Such numbers are not shortened further.
func HasScale(u *data.Unit) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(u.Suffix)), " ")
	word = strings.TrimSuffix(strings.TrimSuffix(word, "."), "s")
	return slices.Contains([]string{"k", "m", "mn", "mln", "mio", "bn", "mrd", "mld", "md", "tn", "tsd", "hundred", "thousand", "million", "billion", "trillion"}, word)
}

// UnitName names a unit in the choice of measures.
func UnitName(words *text.Language, u *data.Unit) string { return words.Say(unitKey(u)) }

func unitKey(u *data.Unit) string {
	switch {
	case u == data.Percent:
		return "measure.percent"
	case u.Kind.Traits().Things:
		return "measure.count"
	case u.Kind.Traits().Quantity:
		return "measure.amount"
	}
	return "measure.value"
}

// unitTitle distinguishes a unit from others: "a percentage", "tonnes per person".
func unitTitle(words *text.Language, u *data.Unit) string {
	switch {
	case slices.Contains(data.StandardUnits, u) || u == data.Times:
		return words.Say("unit." + u.ID)
	case u.Title != "":
		return u.Title
	}
	title := u.Many
	if title == "" {
		title = words.Fill("unit.kind."+string(u.Kind), "sign", strings.TrimSpace(u.Prefix+u.Suffix))
	}
	if u.Per != "" {
		title = words.Fill("unit.per", "unit", title, "per", u.Per)
	}
	return words.Commas(title, u.Base)
}
