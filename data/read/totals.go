package read

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"factframe/data"
)

// withoutTotals splits the totals of a series from their parts, so that no chart shows both and
// no sum counts them twice.
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
	// Series with one dimension come first, then those with more, and totals last.
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

// totalsIn returns the codes of a dimension that are totals of others: by their name, or
// because every value is the sum of all others, or of the codes right before or after it.
func totalsIn(s *series, d int, o Options) map[string]bool {
	labels := codes(s.points, d)
	totals := map[string]bool{}
	if len(labels) < 3 {
		return totals
	}
	for _, label := range labels {
		if totalWord.MatchString(label) {
			totals[label] = true
			o.note("%q is read as a total, because of its name.", label)
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
			o.note("%q is read as the total of all others, because it is their sum.", label)
			return totals
		}
	}
	for i, label := range labels {
		for n := 2; n < len(labels); n++ {
			for _, run := range [][2]int{{i - n, i}, {i + 1, i + 1 + n}} {
				if run[0] >= 0 && run[1] <= len(labels) && !totals[label] && sumsUp(table, places, label, labels[run[0]:run[1]]) {
					totals[label] = true
					o.note("%q is read as a total, because it is the sum of %s.", label, listed(labels[run[0]:run[1]]))
				}
			}
		}
	}
	return totals
}

// mostSums limits the search for sums in large tables.
const mostSums = 10_000_000

// valuesBy returns the values of points by their code in a dimension and the rest of their key,
// and those keys.
func valuesBy(points []point, d int) (table map[[2]string]value, places []string) {
	table = map[[2]string]value{}
	seen := map[string]bool{}
	for _, p := range points {
		at := placeBut(p, d)
		table[[2]string{p.codes[d], at}] = p.value
		if !seen[at] {
			seen[at] = true
			places = append(places, at)
		}
	}
	return table, places
}

// fewDigits is the number of digits that all sums together must have. With fewer, they may
// be equal by chance.
const fewDigits = 4

// sumsUp reports whether a code is exactly the sum of others everywhere.
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

// oneMore returns the one dimension that more has in addition to few, if that is the only
// difference.
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

// addsUp reports whether parts add up to their total everywhere, apart from rounding.
func addsUp(part, whole *series, d int) bool {
	sums, n, missing := map[string]float64{}, map[string]float64{}, map[string]bool{}
	for _, p := range part.points {
		sums[placeBut(p, d)] += p.value.number
		n[placeBut(p, d)]++
		missing[placeBut(p, d)] = missing[placeBut(p, d)] || p.value.missing
	}
	seen := false
	for _, p := range whole.points {
		at := placeBut(p, d)
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
