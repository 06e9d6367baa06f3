package read

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/format"
)

// series are points that measure one thing in one unit over periods of one
// length, and differ in some of the table's dimensions.
type series struct {
	id, title string
	unit      format.Unit
	words     string // of the unit, as the table has them
	measure   string
	points    []point
	free      []int    // dimensions that tell its points apart, the one with the most codes first
	belongs   []int    // and those that one of these decides
	totals    []int    // dimensions of which it has the total
	labels    []string // of what all of its points share
	parts     []partOf // of which it is the total
	lengths   bool     // others measure the same over periods of another length
}

// partOf is a series whose values add up to those of a total, over a dimension.
type partOf struct {
	*series
	over int
}

// mostSeries is how many a package is made with: each is a view.
const mostSeries = 40

// seriesOf parts the points of a table into series.
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
		return nil, t.problem(0, -1, fmt.Sprintf("makes %d pictures", len(out)), fmt.Sprintf("choose lines with -where \"Column=value\", so that it makes %d at most", mostSeries))
	}
	return out, nil
}

// lengthOf tells periods of different lengths apart: in months, or in days below.
func lengthOf(p data.Period) int {
	if n := p.Months(); n > 0 {
		return n
	}
	return -p.Days()
}

// codes are the labels of a dimension among some points, in their order.
func codes(points []point, dimension int) []string {
	var list []string
	seen := map[string]bool{}
	for _, p := range points {
		if c := p.codes[dimension]; !seen[c] {
			seen[c] = true
			list = append(list, c)
		}
	}
	return list
}

// withoutTotals parts the totals of a series from what they are totals of, so
// that no picture shows both and no sum counts twice.
func (l *long) withoutTotals(s *series, totals []map[string]bool) []*series {
	var order []string
	parts := map[string]*series{}
	several := make([]bool, len(l.dimensions))
	for d := range l.dimensions {
		several[d] = len(codes(s.points, d)) > 1
	}
	for _, p := range s.points {
		var of []int
		var names []string
		for d := range l.dimensions {
			if several[d] && totals[d][p.codes[d]] {
				of = append(of, d)
				names = append(names, p.codes[d])
			}
		}
		key := fmt.Sprint(of, names)
		if parts[key] == nil {
			parts[key] = &series{measure: s.measure, words: s.words, unit: s.unit, lengths: s.lengths, totals: of}
			order = append(order, key)
		}
		parts[key].points = append(parts[key].points, p)
	}
	var list []*series
	for _, key := range order {
		list = append(list, parts[key])
	}
	// What has one dimension left reads best, then what has more, and totals last.
	slices.SortStableFunc(list, func(a, b *series) int { return cmp.Compare(readsBest(a, l), readsBest(b, l)) })
	adds := true
	for _, whole := range list {
		for _, part := range list {
			if d, ok := oneMore(part.totals, whole.totals); ok {
				whole.parts = append(whole.parts, partOf{part, d})
				adds = adds && addsUp(part, whole, d)
			}
		}
	}
	for _, s := range list {
		if !adds {
			s.parts = nil
		} else if len(list) > 1 {
			s.unit.AddsUp = yes
		}
	}
	return list
}

// totalsIn are the codes of a dimension that stand for others together: by their
// name, or because each of their values is the sum of all the others', or of those
// that stand right before or behind it.
func totalsIn(s *series, d int, o Options) map[string]bool {
	labels := codes(s.points, d)
	totals := map[string]bool{}
	if len(labels) < 3 {
		return totals
	}
	for _, label := range labels {
		if totalWord.MatchString(label) {
			totals[label] = true
			o.note("%q is read as a total, by its name.", label)
		}
	}
	if u, known := knownUnit(s.words); len(totals) > 0 || known && u.Kind != data.CountKind && u.Kind != data.AmountKind {
		return totals
	}
	table, places := valuesBy(s.points, d)
	if len(labels)*len(labels)*len(labels)*len(places) > mostSums {
		return totals
	}
	for i, label := range labels {
		if sumsUp(table, places, label, slices.Concat(labels[:i], labels[i+1:])) {
			totals[label] = true
			o.note("%q is read as the total of all others: it is their sum.", label)
			return totals
		}
	}
	for i, label := range labels {
		for n := 2; n < len(labels); n++ {
			for _, run := range [][2]int{{i - n, i}, {i + 1, i + 1 + n}} {
				if run[0] >= 0 && run[1] <= len(labels) && !totals[label] && sumsUp(table, places, label, labels[run[0]:run[1]]) {
					totals[label] = true
					o.note("%q is read as a total: it is the sum of %s.", label, listed(labels[run[0]:run[1]]))
				}
			}
		}
	}
	return totals
}

// mostSums bounds the search for sums in large tables.
const mostSums = 10_000_000

// valuesBy are the values of points by their code in a dimension and the rest of
// their place, and those places.
func valuesBy(points []point, d int) (table map[[2]string]value, places []string) {
	table = map[[2]string]value{}
	seen := map[string]bool{}
	for _, p := range points {
		rest := slices.Clone(p.codes)
		rest[d] = ""
		at := fmt.Sprint(rest, p.period.Start, p.period.End)
		table[[2]string{p.codes[d], at}] = p.value
		if !seen[at] {
			seen[at] = true
			places = append(places, at)
		}
	}
	return table, places
}

// fewDigits is how large a sum has to be, in all, not to be one by chance.
const fewDigits = 4

// sumsUp reports whether a code has the sum of others at every place, to the last digit.
func sumsUp(table map[[2]string]value, places []string, label string, others []string) bool {
	size := 0
	for _, at := range places {
		whole, has := table[[2]string{label, at}]
		if !has || whole.missing || whole.number <= 0 {
			return false
		}
		sum := 0.0
		for _, other := range others {
			v, has := table[[2]string{other, at}]
			if !has || v.missing || v.number < 0 {
				return false
			}
			sum += v.number
		}
		if math.Abs(sum-whole.number) > 1e-9*whole.number {
			return false
		}
		size += len(strings.Trim(whole.plain, "0"))
	}
	return size >= fewDigits
}

func readsBest(s *series, l *long) int {
	free := 0
	for d := range l.dimensions {
		if len(codes(s.points, d)) > 1 {
			free++
		}
	}
	if free == 0 {
		return 99
	}
	return free
}

// oneMore is the dimension that one set of totals has beyond another.
func oneMore(few, more []int) (int, bool) {
	if len(more) != len(few)+1 {
		return 0, false
	}
	extra := -1
	for _, d := range more {
		if !slices.Contains(few, d) {
			if extra >= 0 {
				return 0, false
			}
			extra = d
		}
	}
	return extra, extra >= 0
}

// addsUp reports whether the parts make their total at every place, but for the
// rounding of each.
func addsUp(part, whole *series, d int) bool {
	place := func(p point) string {
		rest := slices.Clone(p.codes)
		rest[d] = ""
		return fmt.Sprint(rest, p.period.Start, p.period.End)
	}
	sums, n, missing := map[string]float64{}, map[string]float64{}, map[string]bool{}
	for _, p := range part.points {
		sums[place(p)] += p.value.number
		n[place(p)]++
		missing[place(p)] = missing[place(p)] || p.value.missing
	}
	seen := false
	for _, p := range whole.points {
		at := place(p)
		if n[at] == 0 || missing[at] || p.value.missing {
			continue
		}
		step := math.Pow10(-decimalsIn(p.value.plain))
		if math.Abs(sums[at]-p.value.number) > step/2*(n[at]+1)+1e-9 {
			return false
		}
		seen = true
	}
	return seen && part.unit.Kind != data.IndexKind && part.unit.Kind != data.RateKind && part.unit.Kind != data.ChangeKind && part.unit.ID != data.Percent.ID
}

func decimalsIn(plain string) int {
	_, fraction, _ := strings.Cut(plain, ".")
	return len(fraction)
}

// mostFacets is how many small pictures one picture is made of, at most.
const mostFacets = 8

// narrow leaves a series two dimensions that pictures can tell apart, and makes
// one of each combination of the others.
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
	kept := 1 // of the dimensions with few codes, one is kept as groups
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

// telling are the dimensions that tell points apart, those with the most codes
// first, and those that another one decides, such as the continent of a country.
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
