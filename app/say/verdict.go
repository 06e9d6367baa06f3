package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
)

// Verdicts say a verdict: a sign, a few words, and what it allows.
var Verdicts = map[compare.Verdict]struct{ Name, Sign, Answer, Words, Advice string }{
	compare.Comparable:    {"comparable", "=", "Yes.", "Comparable", "These figures count the same thing for the same group over the same length of time."},
	compare.WithCare:      {"with-care", "≈", "With care.", "Comparable with care", "These figures may stand side by side with what follows said beside them."},
	compare.NotComparable: {"not-comparable", "≠", "No.", "Not comparable", "Do not add, rank or subtract these figures, nor draw them on one axis. One of these reasons would be enough."},
}

// Alone names a figure on its own: value, what it counts, when and by
// whom it was told.
func Alone(f *data.Figure) string {
	s := Phrase(f) + " (" + Year(f) + ", " + f.Series.Source.Publisher
	if f.Calculated() {
		s += ", " + text.Calculated
	}
	return s + ")"
}

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

// First says the strongest reason of a comparison in a sentence about its
// figures, in their order.
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
	return "They count different things: " + strings.Join(phrases, "; ") + "."
}

// strongest is the first reason of the gravest verdict among reasons, as the
// rules have them in order.
func strongest(reasons []compare.Reason) compare.Reason {
	first := reasons[0]
	for _, r := range reasons {
		if r.Verdict == compare.NotComparable && first.Verdict != compare.NotComparable {
			first = r
		}
	}
	return first
}
