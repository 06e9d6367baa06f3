package read

import (
	"cmp"
	"slices"
	"strings"

	"factframe/data"
)

// mostHeadline is the most words that a package may have in a headline.
const mostHeadline = 15

// headline returns a finding that follows from the values, marked as a draft. It begins with
// the title, so that it says what is counted, and has dates if there is space for them.
func (w *writer) headline(s *series, periods []data.Period) string {
	at := w.latest(s, periods)
	if len(at) == 0 {
		return w.o.words().Say("draft.empty")
	}
	headline := ""
	for _, title := range append(w.titlesOf(s), "") {
		for _, dated := range []bool{true, false} {
			finding := w.finding(s, at, periods, dated)
			headline = w.o.words().Fill("draft.headline", "finding", finding)
			if title != "" {
				headline = w.o.words().Fill("draft.titled", "title", title, "finding", finding)
			}
			if len(strings.Fields(headline)) <= mostHeadline {
				return headline
			}
		}
	}
	return w.o.words().Say("draft.empty")
}

// titlesOf returns what a headline may begin with, longest first.
func (w *writer) titlesOf(s *series) []string {
	title, measure := plainText(w.title), plainText(s.measure)
	if w.named { // a file name says little
		title, measure = measure, ""
	}
	if title == "" {
		return nil
	}
	if measure == "" || strings.EqualFold(measure, title) || len(w.measures()) == 1 {
		return []string{title}
	}
	return []string{w.o.words().Commas(title, measure), title, measure} // the longest that fits
}

// finding returns what the latest values show: the highest of several, or the latest of one
// line against the others.
func (w *writer) finding(s *series, at []point, periods []data.Period, dated bool) string {
	words := w.o.words()
	if len(at) == 1 && len(periods) > 1 {
		return w.trend(s, at[0], dated)
	}
	named := slices.DeleteFunc(slices.Clone(at), func(p point) bool { return w.isUnnamed(p) })
	if len(named) == 0 {
		named = at
	}
	highest := highestOf(named)
	value := w.inWords(s, highest, dated)
	if len(at) == 1 {
		return value
	}
	var names []string
	for _, d := range s.free {
		names = append(names, plainText(highest.codes[d]))
	}
	name := strings.Join(names, ", ")
	if words := strings.Fields(name); len(words) > 7 {
		name = strings.Join(words[:7], " ") + " …"
	}
	for _, d := range s.oneOf {
		if label := highest.codes[d]; w.long.choices[d][label] == 0 { // not a total
			name = words.Named(plainText(label), name)
		}
	}
	if len(s.free) == 1 && isOrdered(codes(s.points, s.free[0])) {
		return words.Fill("draft.largest", "name", name, "value", value)
	}
	return words.Fill("draft.highest", "name", name, "value", value)
}

// isUnnamed reports whether a label says that something is not known.
func (w *writer) isUnnamed(p point) bool {
	return slices.ContainsFunc(p.codes, func(label string) bool {
		return label == w.o.words().Say("draft.not_stated") || unnamed.MatchString(label)
	})
}

// trend returns how the latest value of one line compares with the highest and the lowest.
func (w *writer) trend(s *series, last point, dated bool) string {
	points := slices.DeleteFunc(slices.Clone(w.long.first(s)), func(p point) bool {
		return p.value.missing || !slices.Equal(p.codes, last.codes)
	})
	value, highest := w.inWords(s, last, dated), highestOf(points)
	lowest := slices.MinFunc(points, func(a, b point) int { return cmp.Compare(a.value.number, b.value.number) })
	words := w.o.words()
	switch n := last.value.number; {
	case len(points) < 3 || highest.value.number == lowest.value.number:
		return value
	case n == highest.value.number:
		return words.Fill("draft.record", "value", value)
	case n == lowest.value.number:
		return words.Fill("draft.low", "value", value)
	}
	return words.Fill("draft.peak", "value", value, "peak", w.inWords(s, highest, dated))
}

// inWords returns the value of a point, with its period if dated is set.
func (w *writer) inWords(s *series, p point, dated bool) string {
	value := "{" + w.ids[s][placeOf(p)] + "}"
	if when := w.when(p.period); dated && when != "" {
		return w.o.words().Noted(value, when)
	}
	return value
}
