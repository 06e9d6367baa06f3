package read

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"factframe/data"
)

// withoutTotals splits the totals of a series from their parts, so that no chart shows both and
// no sum counts them twice.
func (l *long) withoutTotals(s *series, totals []levels) []*series {
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
			level := totals[d][p.codes[d]]
			if several[d] && level > 0 {
				of = append(of, d)
				if level == byName {
					names = append(names, p.codes[d])
				} else {
					names = append(names, fmt.Sprint(level)) // totals of one level are alike
				}
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
	for _, whole := range list {
		for _, part := range list {
			if d, ok := oneMore(part.totals, whole.totals); ok && addsUp(part, whole, d) {
				whole.parts = append(whole.parts, partOf{part, d})
				whole.unit.AddsUp, part.unit.AddsUp = yes, yes
			}
		}
	}
	return list
}

// levels are the totals of a dimension: 1 for a total of ordinary codes, 2 for a total of
// totals, and so on.
type levels map[string]int

// byName is the level of a total that was found only by its name.
const byName = 99

func readsBest(s *series, l *long) int {
	free, missing := 0, 0
	for _, p := range s.points {
		if p.value.missing {
			missing++
		}
	}
	if 2*missing > len(s.points) {
		return 98 // hardly anything
	}
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
