package read

import (
	"cmp"
	"maps"
	"slices"
)

// mostFacets is the most small charts in one panel.
const mostFacets = 8

// Beyond these numbers of codes, a picture of all of them is hard to read.
const (
	mostTrends  = 30 // over time
	mostGrouped = 20 // rows in each group
)

// chosenOne returns the dimensions of which pictures of a series show one code at a time, as
// decided without totals.
func (l *long) chosenOne(s *series, totals []levels) []int {
	parts := series{}
	for _, p := range s.points {
		total := false
		for d, label := range p.codes {
			total = total || totals[d][label] > 0
		}
		if !total {
			parts.points = append(parts.points, p)
		}
	}
	if len(parts.points) == 0 {
		return nil
	}
	opens := maps.Clone(l.opens)
	l.arrange(&parts, nil)
	l.opens = opens // a trial
	return parts.oneOf
}

// openWith decides which codes a picture of a series opens with: those of the point with the
// most totals, so that it opens with figures.
func (l *long) openWith(s *series, chosen []int) {
	best, most := -1, -1
	for i, p := range s.points {
		totals := 0
		for _, d := range chosen {
			if l.choices[d][p.codes[d]] > 0 {
				totals++
			}
		}
		if totals > most {
			best, most = i, totals
		}
	}
	for _, d := range chosen {
		if l.opens[d] == "" {
			l.opens[d] = s.points[best].codes[d]
		}
	}
}

// labels returns the labels of a dimension in the order of the table, with totals first where
// they are offered as a choice, and before them the one that pictures open with.
func (l *long) labels(d int) []string {
	var totals, others []string
	for _, label := range codes(l.points, d) {
		if label == l.opens[d] {
			totals = append([]string{label}, totals...)
		} else if l.choices[d][label] > 0 {
			totals = append(totals, label)
		} else {
			others = append(others, label)
		}
	}
	return append(totals, others...)
}

// arrange decides which dimensions a picture of a series shows, at most two, and of which it
// shows one code at a time: those that are chosen already, and others if there are too many.
func (l *long) arrange(s *series, chosen []int) {
	s.oneOf, s.labels = nil, nil
	s.free, s.belongs = l.telling(s.points)
	for _, d := range chosen {
		if i := slices.Index(s.free, d); i >= 0 {
			s.oneOf, s.free = append(s.oneOf, d), slices.Delete(s.free, i, i+1)
		}
	}
	for d := range l.dimensions {
		if labels := codes(s.points, d); len(labels) == 1 {
			s.labels = append(s.labels, labels[0])
		}
	}
	many := func(i int) int { return len(codes(s.points, s.free[i])) }
	timed := len(periodsOf(s.points)) > 2 && allKnown(s.points)
	if len(s.free) < 2 || len(s.free) == 2 && many(1) <= mostFacets && (many(0) <= mostTrends || !timed) {
		return
	}
	if timed && many(0) > mostTrends { // a line for each code of the next dimension
		s.oneOf, s.free = append(s.oneOf, s.free[0]), s.free[1:]
	}
	kept := min(1, len(s.free))
	for i := 1; i < len(s.free); i++ {
		if many(i) <= mostFacets && (timed || many(0) <= mostGrouped) {
			s.free[1], s.free[i] = s.free[i], s.free[1]
			kept = 2
			break
		}
	}
	s.oneOf = append(s.oneOf, s.free[kept:]...)
	s.free = s.free[:kept]
	l.openWith(s, s.oneOf)
}

// dimensions returns all dimensions by which the points of a series differ.
func (s *series) dimensions() []int { return slices.Concat(s.free, s.oneOf, s.belongs) }

// first returns the points that its picture shows at the beginning.
func (l *long) first(s *series) []point {
	points := s.points
	for _, d := range s.oneOf {
		all := l.labels(d)
		has := codes(points, d)
		code := all[slices.IndexFunc(all, func(label string) bool { return slices.Contains(has, label) })]
		points = slices.DeleteFunc(slices.Clone(points), func(p point) bool { return p.codes[d] != code })
	}
	return points
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
