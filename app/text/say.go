package text

import "strings"

// Say returns the entry of a key. It falls back to English.
func (l *Language) Say(key string) string {
	l = l.or()
	if words, ok := l.words[key]; ok {
		return words
	}
	return English.words[key]
}

// Fill returns the entry of a key with its placeholders replaced. places alternates names
// and values.
func (l *Language) Fill(key string, places ...string) string {
	return l.fill(l.Say(key), places)
}

// Named writes a name before its value: "2018: 493".
func (l *Language) Named(name, value string) string {
	return l.Fill("named", "name", name, "value", value)
}

// Noted writes a note after a text: "493 (rounded)".
func (l *Language) Noted(text, note string) string {
	return l.Fill("noted", "text", text, "note", note)
}

// Lead writes the first words of a text: "Take care:".
func (l *Language) Lead(words string) string { return l.Fill("lead", "text", words) }

// Count is Fill for an entry with plural forms. It uses the form for n, and replaces {n}
// with n as in running text.
func (l *Language) Count(key string, n int, places ...string) string {
	l = l.or()
	of := l
	if _, ok := of.words[key+"[other]"]; !ok {
		of = English
	}
	words, ok := of.words[key+"["+of.Plural(n)+"]"]
	if !ok {
		words = of.words[key+"[other]"]
	}
	return l.fill(words, append([]string{"n", of.Spelt(n)}, places...))
}

// Control characters of Unicode's bidirectional algorithm (UAX 9). Text after isolate has
// the direction of its first letter; text after leftToRight is left to right.
const (
	isolate      = "\u2068"
	leftToRight  = "\u2066"
	endOfIsolate = "\u2069"
)

// LeftToRight keeps the order of a calculation in a right-to-left text.
func (l *Language) LeftToRight(s string) string {
	if s == "" || !l.RightToLeft() {
		return s
	}
	return leftToRight + s + endOfIsolate
}

// Plain returns the language without control characters, for texts of a package.
func (l *Language) Plain() *Language {
	plain := *l.or()
	plain.rightToLeft = false
	return &plain
}

// isolated keeps a left-to-right name together in a right-to-left text. Otherwise it would
// change the order of the words around it.
func (l *Language) isolated(s string) string {
	if strings.Contains(s, "{") || // a placeholder, whose value will be isolated
		!l.RightToLeft() || strings.Contains(s, endOfIsolate) || !strings.ContainsFunc(s, leftToRightLetter) {
		return s
	}
	return isolate + s + endOfIsolate
}

// leftToRightLetter reports whether a letter is Latin, Greek or Cyrillic.
func leftToRightLetter(c rune) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0xc0 && c < 0x530
}

// fill replaces {name} with the value that follows name in places.
func (l *Language) fill(words string, places []string) string {
	return Expand(words, func(name string) string {
		for i := 0; i+1 < len(places); i += 2 {
			if places[i] == name {
				return l.isolated(places[i+1])
			}
		}
		return ""
	})
}

// Expand replaces each {name} in a text with what value returns for the name.
func Expand(words string, value func(name string) string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(words, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			b.WriteString(words)
			return b.String()
		}
		b.WriteString(before)
		b.WriteString(value(name))
		words = after
	}
}

// category returns the CLDR plural category of a letter in cldr.plurals.
func category(letter byte) string {
	switch letter {
	case 'z':
		return "zero"
	case '1':
		return "one"
	case '2':
		return "two"
	case 'f':
		return "few"
	case 'm':
		return "many"
	}
	return "other"
}

// Plural returns the CLDR category of a whole number: "zero", "one", "two", "few",
// "many" or "other".
func (l *Language) Plural(n int) string {
	l = l.or()
	if n < 0 {
		n = -n
	}
	if n >= 1e6 && n%1e6 == 0 {
		return category(l.words["cldr.plurals.million"][0])
	}
	if n >= 200 {
		n = 100 + n%100
	}
	return category(l.plurals[n])
}

// Forms are the words for a counted thing, by CLDR category. Many is also for
// categories whose own words are empty.
type Forms struct{ Zero, One, Two, Few, Many, Other string }

// Of returns the form that goes with a number.
func (f *Forms) Of(l *Language, n int) string {
	return f.in(l.Plural(n))
}

// in returns the form of a CLDR category.
func (f *Forms) in(category string) string {
	own := ""
	switch category {
	case "zero":
		own = f.Zero
	case "one":
		own = f.One
	case "two":
		own = f.Two
	case "few":
		own = f.Few
	case "other":
		own = f.Other
	}
	if own == "" {
		return f.Many
	}
	return own
}

// Suffixes returns what the plural forms of an entry have after their number.
func (l *Language) Suffixes(key string) Forms {
	after := func(form string) string {
		_, suffix, _ := strings.Cut(l.Say(key+"["+form+"]"), "{n}")
		return suffix
	}
	return Forms{Zero: after("zero"), One: after("one"), Two: after("two"), Few: after("few"), Many: after("many"), Other: after("other")}
}

// Counted writes a number with what it counts: "one crime", "2,287 crimes".
func (l *Language) Counted(n int, of Forms) string {
	return l.Fill("counted", "n", l.Spelt(n), "what", of.Of(l, n))
}
