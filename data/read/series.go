package read

import (
	"fmt"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/format"
)

// series are points that measure one thing in one unit over periods of one length, and
// differ in some of the table's dimensions.
type series struct {
	id, title string
	unit      format.Unit
	words     string // of the unit, as in the table
	measure   string
	points    []point
	free      []int    // dimensions that a picture shows, the one with the most codes first
	oneOf     []int    // dimensions of which a picture shows one code at a time
	belongs   []int    // dimensions that follow from one of these
	totals    []int    // dimensions over which it is the total
	labels    []string // labels that all of its points share
	parts     []partOf // series of which it is the total
	rolling   bool     // the period of each point overlaps that of the next
	lengths   bool     // other series measure the same over periods of another length
}

// partOf is a series whose values add up to those of a total, over a dimension.
type partOf struct {
	*series
	over int
}

// mostSeries is the most series in a package: each has a view.
const mostSeries = 40

// seriesOf splits the points of a table into series.
func (l *long) seriesOf(t *Table, o Options) ([]*series, error) {
	var list []*series
	byKey := map[string]*series{}
	for _, p := range l.points {
		key := fmt.Sprint(p.measure, "\x00", p.unit, "\x00", lengthOf(p.period))
		s := byKey[key]
		if s == nil {
			s = &series{measure: p.measure, words: p.unit}
			byKey[key] = s
			list = append(list, s)
		}
		s.points = append(s.points, p)
	}
	var out []*series
	if len(list) > mostSeries { // each makes a chart at least
		return nil, t.tooManyCharts(l, list, len(list))
	}
	totals := make([]levels, len(l.dimensions))
	for d := range totals {
		totals[d] = l.totalsOf(list, d, o)
	}
	for _, s := range list {
		if countish.MatchString(s.words) && (percentWithin.MatchString(s.measure) || perWithin.MatchString(s.measure)) {
			s.words = "" // a column "Count" of several indicators
		}
	}
	units, err := t.unitsOf(list, o)
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		s.unit = unitFor(units[s], s.words, s.measure, s.points, o)
		for _, other := range list {
			s.lengths = s.lengths || other != s && other.measure == s.measure && other.words == s.words
		}
		out = append(out, l.split(s, totals)...)
	}
	for _, s := range out {
		if s.rolling = rolls(s); s.rolling {
			o.guess("-where \"Column=value\"", "The periods%s overlap, so each value is at the middle of its period", of(s.measure))
		}
	}
	if len(out) > mostSeries {
		return nil, t.tooManyCharts(l, list, len(out))
	}
	return out, nil
}

// split splits the totals of a series from their parts, except in dimensions of which pictures
// show one code at a time.
func (l *long) split(s *series, totals []levels) (list []*series) {
	chosen := l.chosenOne(s, totals)
	own := slices.Clone(totals)
	for _, d := range chosen {
		own[d] = nil // its total is one more code to choose, and the first
		l.choices[d] = totals[d]
	}
	l.openWith(s, chosen)
	for _, part := range l.withoutTotals(s, own) {
		if l.arrange(part, chosen); len(part.free) > 0 || len(part.oneOf) == 0 || len(periodsOf(part.points)) > 2 {
			list = append(list, part)
			continue
		}
		for _, each := range l.withoutTotals(part, totals) { // nothing else would be in the picture
			l.arrange(each, nil)
			list = append(list, each)
		}
	}
	return list
}

// tooManyCharts returns the error for a table with too many measures, or too many groups of one.
func (t *Table) tooManyCharts(l *long, list []*series, charts int) error {
	var measures []string
	for _, s := range list {
		measures = append(measures, s.measure)
	}
	want := "select lines with -where \"Column=value\""
	measures = distinctOf(measures)
	switch {
	case l.measured != "":
		want = fmt.Sprintf("select some with -where %q", l.measured+"="+measures[0])
	case len(measures) > mostSeries/2:
		want = fmt.Sprintf("name the columns to keep, as in -values %q", strings.Join(measures[:2], ","))
	}
	return t.problem(0, -1, fmt.Sprintf("makes %d charts", charts), fmt.Sprintf("%s, so that it makes at most %d", want, mostSeries))
}

// totalsOf returns the totals of a dimension in all series. What is a sum in one measure is a
// total only if no other measure disproves it.
func (l *long) totalsOf(list []*series, d int, o Options) levels {
	all := levels{}
	var found []sums
	for _, s := range list {
		f := l.sumsIn(s, d, o)
		found = append(found, f)
	}
	for i, f := range found {
		for label, level := range f.totals {
			disproved := level != byName && slices.ContainsFunc(found, func(other sums) bool { return other.disproves(label, f.parts[label]) })
			if !disproved {
				all[label] = max(all[label], level)
			}
		}
		f.tell(codes(list[i].points, d), all, o)
		l.warnings = append(l.warnings, f.revealed(codes(list[i].points, d), o)...)
	}
	return all
}

// rolls reports whether periods of a series overlap, as with averages over three months that
// are published every month.
func rolls(s *series) bool {
	periods := periodsOf(s.points)
	for i := 1; i < len(periods); i++ {
		if periods[i-1].Overlaps(periods[i]) {
			return true
		}
	}
	return false
}

// lengthOf returns the length of a period: months, or negative days if it is shorter than a
// month.
func lengthOf(p data.Period) int {
	if n := p.Months(); n > 0 {
		return n
	}
	return -p.Days()
}

// codes returns the labels of points in a dimension, in order.
func codes(points []point, dimension int) []string {
	list := make([]string, len(points))
	for i, p := range points {
		list[i] = p.codes[dimension]
	}
	return distinctOf(list)
}

func decimalsIn(plain string) int {
	_, fraction, _ := strings.Cut(plain, ".")
	return len(fraction)
}
