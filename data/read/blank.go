package read

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// fillBlanks gives empty labels a meaning: the total if the rest of the line names one
// or the other lines add up to it, and otherwise "not stated".
func (t *Table) fillBlanks(columns []*column, s shape, o Options) shape {
	s.body = slices.Clone(s.body)
	for _, c := range columns {
		empty := slices.ContainsFunc(s.body, func(l Line) bool { return l.cell(c.at) == "" && hasValue(l, s) })
		if c.role != category || !c.chosen && (isCodeHead(c) || c.looksCoded(s)) || !empty || c.filled == 0 {
			continue
		}
		label, why := t.blankIn(c, columns, s, o)
		o.guessOf(c, "-name \""+c.chosenBy()+": =…\"", "Empty cells in %q are read as %q%s", c.name(), label, why)
		for i, l := range s.body {
			if l.cell(c.at) == "" && hasValue(l, s) {
				cells := slices.Clone(l.Cells)
				for len(cells) <= c.at {
					cells = append(cells, "")
				}
				cells[c.at] = label
				s.body[i].Cells = cells
			}
		}
		if why != "" {
			s.totals = append(s.totals, label)
		}
	}
	return s
}

// fewLabels is how many labels, such as two sexes, may have an average beside them whose
// heading does not say that it is a rate.
const fewLabels = 4

// labelsIn returns the different labels of a column.
func labelsIn(c *column, s shape) []string {
	var list []string
	for _, l := range s.body {
		if label := l.cell(c.at); label != "" {
			list = append(list, label)
		}
	}
	return distinctOf(list)
}

// hasValue reports whether a line is more than a label: in a table of two columns, a value alone
// is enough.
func hasValue(l Line, s shape) bool {
	return l.filled() > 1 || s.width == 2 && l.filled() == 1 && l.cell(0) == ""
}

// blankIn returns what empty labels of a column stand for, and the reason if they are totals.
func (t *Table) blankIn(c *column, columns []*column, s shape, o Options) (label, why string) {
	var beside []string
	for _, other := range columns {
		if other == c || other.role != category {
			continue
		}
		of := map[bool][]string{}
		for _, l := range s.body {
			if l.filled() > 1 {
				blank := l.cell(c.at) == ""
				of[blank] = append(of[blank], l.cell(other.at))
			}
		}
		if labels := distinctOf(of[true]); len(labels) == 1 && !slices.Contains(of[false], labels[0]) {
			beside = append(beside, labels[0])
		}
	}
	for _, label := range beside {
		if isTotalName(label) {
			return label, ", because the rest of the line names it"
		}
	}
	switch sums, between := t.blankAgainst(c, columns, s); {
	case sums:
		return o.words().Say("draft.all"), ", because the other lines add up to them"
	case between:
		return o.words().Say("draft.all"), ", because their values are always between those of the other lines"
	}
	return o.words().Say("draft.not_stated"), ""
}

// isTotalName reports whether a label names a total.
func isTotalName(label string) bool {
	return totalWord.MatchString(label) || wideWord.MatchString(label)
}

var wideWord = regexp.MustCompile(`(?i)^(?:[a-z]+-?wide|nationwide|whole (?:country|area|population))$`)

// blankAgainst compares the values of lines with an empty label with the other lines of the same
// group and time: whether each is their sum, and whether each rate is between them.
func (t *Table) blankAgainst(c *column, columns []*column, s shape) (sums, between bool) {
	type of struct {
		whole, sum, low, high float64
		parts                 int
		has                   bool
	}
	digits, compared := 0, 0
	sums, between = true, true
	covers, covered := true, 0
	few := len(labelsIn(c, s)) <= fewLabels
	for _, v := range columns {
		if v.role != valued {
			continue
		}
		places := map[string]*of{}
		rates := percentWithin.MatchString(v.name()) || rateWord.MatchString(inWords(v.name())) || v.sign().after == "%"
		for i, l := range s.body {
			if !hasValue(l, s) || v.values[i].missing {
				continue
			}
			key := keyBut(l, c, columns)
			if places[key] == nil {
				places[key] = &of{low: math.Inf(1), high: math.Inf(-1)}
			}
			at, n := places[key], v.values[i].number
			rates = rates || percentWithin.MatchString(key) || few && strings.Contains(v.values[i].plain, ".")
			if l.cell(c.at) == "" {
				at.whole, at.has = n, true
				digits += len(strings.Trim(v.values[i].plain, "0."))
				continue
			}
			at.parts++
			at.sum, at.low, at.high = at.sum+n, min(at.low, n), max(at.high, n)
		}
		for _, at := range places {
			if !at.has {
				continue
			}
			if at.parts == 0 {
				continue
			}
			covers = covers && at.whole >= at.sum
			if at.parts < 2 {
				sums, between = false, false
				covered++
				continue
			}
			compared++
			covered++
			sums = sums && math.Abs(at.sum-at.whole) <= 1e-9*math.Abs(at.whole)
			between = between && rates && at.low < at.whole && at.whole < at.high
		}
	}
	const fewPlaces = 2 // with fewer, a value may be between others by chance
	if covers && covered >= fewPlaces && nested(c, columns, s) {
		return true, false
	}
	return sums && (compared >= fewPlaces || compared > 0 && digits >= fewDigits), between && compared >= fewPlaces
}

// nested reports whether each label of a column goes with one label of another, as kinds go
// with a type.
func nested(c *column, columns []*column, s shape) bool {
	return slices.ContainsFunc(columns, func(other *column) bool {
		if other == c || other.role != category {
			return false
		}
		of := map[string]string{}
		for _, l := range s.body {
			label, above := l.cell(c.at), l.cell(other.at)
			if before, has := of[label]; label != "" && has && before != above {
				return false
			}
			of[label] = above
		}
		return len(of) > 1
	})
}

// keyBut returns what a line says about its values, except in one column.
func keyBut(l Line, c *column, columns []*column) string {
	var key []string
	for _, other := range columns {
		if other != c && (other.role == category || other.role == timed || other.role == measured || other.role == unitOf) {
			key = append(key, l.cell(other.at))
		}
	}
	return strings.Join(key, "\x00")
}

// distinguishing turns a column that was left out, or is used for notes, into groups or periods
// if lines are the same without it.
func distinguishing(columns []*column, s shape) {
	same := func(with ...*column) bool {
		seen := map[string]bool{}
		for _, l := range s.body {
			if l.filled() < 2 {
				continue
			}
			key := keyBut(l, nil, columns)
			for _, c := range with {
				key += "\x00" + l.cell(c.at)
			}
			if seen[key] {
				return true
			}
			seen[key] = true
		}
		return false
	}
	if !same() {
		return
	}
	var all []*column
	for _, c := range columns {
		if c.role == noted && c.instead == unused && !noteHead.MatchString(c.head()) && !footHead.MatchString(c.head()) {
			c.instead = category
		}
		if !c.chosen && c.instead != unused && (c.role == unused || c.role == noted) {
			if all = append(all, c); !same(c) {
				c.role = c.instead
				return
			}
		}
	}
	if !same(all...) { // several are needed
		for _, c := range all {
			c.role = c.instead
		}
	}
}
