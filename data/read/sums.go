package read

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
)

// sums finds totals by what adds up to them.
type sums struct {
	table  map[[2]string]value
	places []string
	totals levels
	parts  map[string][]string // of each total that was found
	points map[[2]string]point
	adds   bool // its values may be added up
	counts bool // they are whole numbers, so that they should add up
}

// sumsIn finds the codes of a dimension that are totals in a series: as the user says, by their
// names, or because every value is a sum of values of other codes.
func (l *long) sumsIn(s *series, d int, o Options) sums {
	labels := codes(s.points, d)
	f := sums{totals: levels{}, parts: map[string][]string{}}
	f.table, f.places, f.points = valuesBy(s.points, d)
	for _, label := range labels {
		named := len(labels) > 2 && isTotalName(label) && !slices.Contains(o.Parts, label)
		if slices.Contains(o.Totals, label) || named {
			f.totals[label] = byName
		}
	}
	f.adds = addsUpByNature(s)
	f.counts = !averageName.MatchString(inWords(s.measure)) && !slices.ContainsFunc(s.points, func(p point) bool { return strings.Contains(p.value.plain, ".") })
	if d == l.ofColumns && f.counts {
		for _, label := range labels {
			if f.totals[label] == byName && !slices.Contains(o.Totals, label) && f.disproves(label, slices.DeleteFunc(slices.Clone(labels), func(other string) bool { return f.totals[other] > 0 })) {
				delete(f.totals, label) // a column of something else
			}
		}
	}
	if len(labels) < 3 || !f.adds || len(labels)*len(labels)*len(f.table) > mostSums {
		return f
	}
	f.find(labels)
	for label := range f.parts {
		if !slices.Contains(o.Parts, label) {
			f.totals[label] = f.level(label)
		}
	}
	return f
}

// tell reports the totals of a series, in the order of the table.
func (f sums) tell(labels []string, all levels, o Options) {
	for _, label := range labels {
		parts, option := f.parts[label], "-part "+inList(label)
		switch {
		case all[label] == 0 || f.totals[label] == 0 || slices.Contains(o.Totals, label):
		case isTotalName(label):
			o.guess(option, "%q is read as a total, because of its name", label)
		case len(parts) == len(labels)-1:
			o.guess(option, "%q is read as the total of all others, because it is their sum", label)
		case len(parts) == 1:
			o.guess(option, "%q is read as a total, because it is the same as %q, and there are other totals", label, parts[0])
		default:
			o.guess(option, "%q is read as a total, because it is the sum of %s", label, listed(parts))
		}
	}
}

// disproves reports whether the parts of a total do not add up to it in a series.
func (f sums) disproves(label string, parts []string) bool {
	if !f.adds || !f.counts {
		return false
	}
	for _, at := range f.places {
		whole, has := f.table[[2]string{label, at}]
		sum := 0.0
		for _, part := range parts {
			v, is := f.table[[2]string{part, at}]
			has = has && is && !v.missing && !v.hidden()
			sum += v.number
		}
		if has && !whole.missing && math.Abs(sum-whole.number) > 1e-6*math.Abs(whole.number) {
			return true
		}
	}
	return false
}

// level returns the level of a total: one more than that of its highest part.
func (f sums) level(label string) int {
	n := 0
	for _, part := range f.parts[label] {
		n = max(n, f.level(part))
	}
	if len(f.parts[label]) > 0 {
		n++
	}
	return n
}

// find looks for totals of all others, then for those that follow or precede their parts,
// nested in any depth, then for sums of codes in any order.
func (f sums) find(labels []string) {
	for i, label := range labels {
		if others := slices.Concat(labels[:i], labels[i+1:]); f.sumsUp(label, others, fewDigits) {
			f.parts[label] = others
			return
		}
	}
	backwards := slices.Clone(labels)
	slices.Reverse(backwards)
	for _, order := range [][]string{labels, backwards} {
		var open []string // codes that are not yet part of a total
		for _, label := range order {
			n := 0
			if len(f.parts) > 0 && len(open) > 0 && f.isSame(label, open[len(open)-1]) {
				n = 1
			}
			for k := 2; k <= len(open) && n == 0 && f.parts[label] == nil; k++ {
				if f.sumsUp(label, open[len(open)-k:], fewDigits) {
					n = k
				}
			}
			if parts := open[len(open)-n:]; n > 0 && !f.within(label, parts) {
				f.parts[label] = slices.Clone(parts)
				open = open[:len(open)-n]
			}
			if n > 0 || f.totals[label] == 0 {
				open = append(open, label)
			}
		}
	}
	f.inAnyOrder(labels)
}

// within reports whether a code is already a part of one of these codes, which it can then not
// be the total of.
func (f sums) within(label string, codes []string) bool {
	return slices.ContainsFunc(codes, func(code string) bool { return code == label || f.within(label, f.parts[code]) })
}

// isSame reports whether a code is the total of a single part, such as a state with one district.
func (f sums) isSame(label, part string) bool {
	return f.parts[label] == nil && f.parts[part] == nil && f.sumsUp(label, []string{part}, manyDigits)
}

// averageName matches measures that do not add up.
var averageName = regexp.MustCompile(`(?i)\b(?:average|avg|mean|median|durchschnitt|moyenne|media|średnia)\b`)

// addsUpByNature reports whether values of a series may be added up: counts and amounts,
// but not shares and rates.
func addsUpByNature(s *series) bool {
	u := unitFor("", s.words, s.measure, s.points, Options{})
	within := true // shares of one, and all of them
	decimals := false
	for _, p := range s.points {
		within = within && p.value.number >= 0 && p.value.number <= 1
		decimals = decimals || strings.Contains(p.value.plain, ".")
	}
	return (u.Kind == data.CountKind || u.Kind == data.AmountKind) && !(within && decimals)
}

// mostOpen is how many codes are searched for sums in any order; there are too many sums of
// more.
const mostOpen = 20

// mostSubsets limits the search for sums of codes in any order.
const mostSubsets = 100_000

// inAnyOrder looks for codes that are sums of some others, wherever those are.
func (f sums) inAnyOrder(labels []string) {
	var rest []string
	for _, label := range labels {
		if f.totals[label] == 0 && f.parts[label] == nil {
			rest = append(rest, label)
		}
	}
	if len(rest) > mostOpen {
		return
	}
	for _, label := range rest {
		tried := 0
		var search func(from int, with []string, sum float64) bool
		search = func(from int, with []string, sum float64) bool {
			if tried++; tried > mostSubsets {
				return false
			}
			whole := f.table[[2]string{label, f.places[0]}]
			if len(with) > 1 && math.Abs(sum-whole.number) <= 1e-9*whole.number && f.sumsUp(label, with, manyDigits) && !f.within(label, with) {
				f.parts[label] = slices.Clone(with)
				return true
			}
			for i := from; i < len(rest); i++ {
				v, has := f.table[[2]string{rest[i], f.places[0]}]
				if rest[i] != label && has && !v.missing && sum+v.number <= whole.number*(1+1e-9) && f.parts[rest[i]] == nil && search(i+1, append(with, rest[i]), sum+v.number) {
					return true
				}
			}
			return false
		}
		search(0, nil, 0)
	}
}

// mostSums limits the search for sums in large tables.
const mostSums = 10_000_000

// valuesBy returns the values of points, and the points, by their code in a dimension and the
// rest of their key, and those keys. Dimensions that follow from this one are not in the key.
func valuesBy(points []point, d int) (table map[[2]string]value, places []string, by map[[2]string]point) {
	table, byKey := map[[2]string]value{}, map[[2]string]point{}
	var follow []int
	for other := range points[0].codes {
		if other != d && decides(points, d, other) {
			follow = append(follow, other)
		}
	}
	seen := map[string]bool{}
	for _, p := range points {
		key := p
		key.codes = slices.Clone(p.codes)
		for _, other := range follow {
			key.codes[other] = ""
		}
		at := placeBut(key, d)
		table[[2]string{p.codes[d], at}] = p.value
		byKey[[2]string{p.codes[d], at}] = p
		if !seen[at] {
			seen[at] = true
			places = append(places, at)
		}
	}
	return table, places, byKey
}

// fewDigits is the number of digits that all sums together must have; with fewer, they may be
// equal by chance. Where many sums are tried, there must be manyDigits.
const (
	fewDigits  = 4
	manyDigits = 8
)

// sumsUp reports whether the values of a code are exactly the sums of these codes everywhere.
func (f sums) sumsUp(label string, others []string, digits int) bool {
	size, zero := 0, map[string]bool{}
	for _, other := range others {
		zero[other] = true
	}
	for _, at := range f.places {
		whole, has := f.table[[2]string{label, at}]
		if !has || whole.missing || whole.number <= 0 {
			return false
		}
		sum, part := 0.0, false
		for _, other := range others {
			v, has := f.table[[2]string{other, at}]
			if !has || v.number < 0 {
				return false
			}
			if v.number != 0 || v.missing {
				delete(zero, other)
			}
			part = part || v.missing || v.hidden()
			sum += v.number
		}
		if part && sum <= whole.number {
			continue // the parts that are known could add up to it
		}
		if math.Abs(sum-whole.number) > 1e-9*whole.number {
			return false
		}
		size += len(strings.Trim(whole.plain, "0"))
	}
	return size >= digits && len(others)-len(zero) > 1 || size >= digits && len(zero) == 0 // parts that are always nothing prove nothing
}
