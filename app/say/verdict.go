package say

import (
	"factframe/app/text"
	"factframe/data"
)

// Verdicts say a verdict: a sign, a few words, and what it allows.
var Verdicts = map[data.Verdict]struct{ Name, Sign, Answer, Words, Advice string }{
	data.Comparable:    {"comparable", "=", "Yes.", "Comparable", "These figures count the same thing for the same group over the same length of time."},
	data.WithCare:      {"with-care", "≈", "With care.", "Comparable with care", "These figures may stand side by side with what follows said beside them."},
	data.NotComparable: {"not-comparable", "≠", "No.", "Not comparable", "Do not add, rank or subtract these figures, nor draw them on one axis. One of these reasons would be enough."},
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

func CommonUnit(figures []*data.Figure) (data.Unit, bool) {
	unit, ok := data.CommonMeasure(figures[0], figures[1])
	for _, f := range figures[2:] {
		other, also := data.CommonMeasure(figures[0], f)
		if !also {
			ok = false
		}
		if other == data.Percent {
			unit = other
		}
	}
	return unit, ok
}

// Strongest is the first reason of the gravest verdict among reasons, as the
// rules have them in order.
func Strongest(reasons []data.Reason) data.Reason {
	strongest := reasons[0]
	for _, r := range reasons {
		if r.Verdict == data.NotComparable && strongest.Verdict != data.NotComparable {
			strongest = r
		}
	}
	return strongest
}
