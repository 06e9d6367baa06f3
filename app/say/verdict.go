package say

import (
	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
)

// Verdict is how a verdict is shown: its name in code and files, and its sign.
type Verdict struct{ Name, Sign string }

// Verdicts are all verdicts. Their words are the entries "verdict." with the name, and the
// same with ".answer" and ".advice".
var Verdicts = map[compare.Verdict]Verdict{
	compare.Comparable:    {"comparable", "="},
	compare.WithCare:      {"with-care", "≈"},
	compare.NotComparable: {"not-comparable", "≠"},
}

// Words is the verdict in two or three words: "Not comparable".
func (v Verdict) Words(words *text.Language) string { return words.Say("verdict." + v.Name) }

// Answer says whether the figures may be compared: "No."
func (v Verdict) Answer(words *text.Language) string {
	return words.Say("verdict." + v.Name + ".answer")
}

// Advice is what readers may or may not do with the figures.
func (v Verdict) Advice(words *text.Language) string {
	return words.Say("verdict." + v.Name + ".advice")
}

// Alone describes a figure by itself: value, what it counts, when and who published it.
func Alone(f *data.Figure) string {
	calculated := ""
	if f.Calculated() {
		calculated = f.Words().Say("calculated")
	}
	return f.Words().Noted(Phrase(f), f.Words().Commas(Year(f), f.Series.Source.Publisher, calculated))
}

// CommonUnit returns the unit in which all figures can be drawn on one axis, if it exists.
func CommonUnit(figures []*data.Figure) (*data.Unit, bool) {
	unit, ok := compare.CommonMeasure(figures[0], figures[1])
	for _, f := range figures[2:] {
		other, also := compare.CommonMeasure(figures[0], f)
		if !also {
			ok = false
		}
		if other == data.Percent {
			unit = other
		}
	}
	return unit, ok
}

// First describes the strongest reason of a comparison, with its figures in order.
func First(c compare.Comparison, reasons []compare.Reason) string {
	r := strongest(reasons)
	if r.Kind != compare.CountedThings {
		_, words := Why(r)
		return words
	}
	var phrases []string
	for _, f := range c.Figures {
		phrases = append(phrases, Phrase(f))
	}
	words := c.Figures[0].Words()
	return words.Fill("reason.counted.first", "figures", words.Semicolons(phrases...))
}

// strongest is the first reason with the strictest verdict, in the order of the rules.
func strongest(reasons []compare.Reason) compare.Reason {
	first := reasons[0]
	for _, r := range reasons {
		if r.Verdict == compare.NotComparable && first.Verdict != compare.NotComparable {
			first = r
		}
	}
	return first
}
