package read

import (
	"cmp"
	"fmt"
	"maps"
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
	free      []int    // dimensions that distinguish its points, the one with the most codes first
	belongs   []int    // dimensions that follow from one of these
	totals    []int    // dimensions over which it is the total
	labels    []string // labels that all of its points share
	parts     []partOf // series of which it is the total
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
	totals := make([]map[string]bool, len(l.dimensions))
	for d := range totals {
		totals[d] = map[string]bool{}
		for _, s := range list {
			maps.Copy(totals[d], totalsIn(s, d, o))
		}
	}
	for _, s := range list {
		s.unit = unitFor(s.words, s.measure, s.points, o)
		for _, other := range list {
			s.lengths = s.lengths || other != s && other.measure == s.measure && other.words == s.words
		}
		for _, part := range l.withoutTotals(s, totals) {
			out = append(out, l.narrow(part)...)
		}
	}
	if len(out) > mostSeries {
		return nil, t.problem(0, -1, fmt.Sprintf("makes %d charts", len(out)), fmt.Sprintf("select lines with -where \"Column=value\", so that it makes at most %d", mostSeries))
	}
	return out, nil
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

// mostFacets is the most small charts in one panel.
const mostFacets = 8

// narrow splits a series so that each part has at most two dimensions, as many as a chart can
// show. It makes one series for each combination of the other dimensions.
func (l *long) narrow(s *series) []*series {
	s.free, s.belongs = l.telling(s.points)
	if len(s.free) < 2 || len(s.free) == 2 && len(codes(s.points, s.free[1])) <= mostFacets {
		for d := range l.dimensions {
			if labels := codes(s.points, d); len(labels) == 1 {
				s.labels = append(s.labels, labels[0])
			}
		}
		return []*series{s}
	}
	kept := 1 // one of the dimensions with few codes is kept for groups
	for i := 1; i < len(s.free); i++ {
		if len(codes(s.points, s.free[i])) <= mostFacets {
			s.free[1], s.free[i] = s.free[i], s.free[1]
			kept = 2
			break
		}
	}
	var order []string
	parts := map[string]*series{}
	for _, p := range s.points {
		var key []string
		for _, d := range s.free[kept:] {
			key = append(key, p.codes[d])
		}
		at := strings.Join(key, ", ")
		if parts[at] == nil {
			parts[at] = &series{measure: s.measure, words: s.words, unit: s.unit, totals: s.totals, lengths: s.lengths}
			order = append(order, at)
		}
		parts[at].points = append(parts[at].points, p)
	}
	var list []*series
	for _, at := range order {
		list = append(list, l.narrow(parts[at])...)
	}
	return list
}

// telling returns the dimensions that distinguish points, most codes first, and those that
// follow from another dimension, such as the continent of a country.
func (l *long) telling(points []point) (free, belongs []int) {
	for d := range l.dimensions {
		if len(codes(points, d)) > 1 {
			free = append(free, d)
		}
	}
	slices.SortStableFunc(free, func(a, b int) int { return cmp.Compare(len(codes(points, b)), len(codes(points, a))) })
	for i := len(free) - 1; i > 0; i-- {
		for _, by := range free[:i] {
			if decides(points, by, free[i]) {
				belongs = append(belongs, free[i])
				free = slices.Delete(free, i, i+1)
				break
			}
		}
	}
	return free, belongs
}

func decides(points []point, by, d int) bool {
	of := map[string]string{}
	for _, p := range points {
		if other, has := of[p.codes[by]]; has && other != p.codes[d] {
			return false
		}
		of[p.codes[by]] = p.codes[d]
	}
	return true
}
