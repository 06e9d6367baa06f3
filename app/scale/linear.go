// Package scale maps data to positions. Scales are plain, immutable values.
package scale

import "math"

// Linear maps numbers of Domain to positions of Range.
type Linear struct {
	Domain, Range [2]float64
}

// At returns the position of a number. A domain of length zero maps to the start of the
// range.
func (s Linear) At(v float64) float64 {
	d := s.Domain[1] - s.Domain[0]
	if d == 0 {
		return s.Range[0]
	}
	return s.Range[0] + (v-s.Domain[0])/d*(s.Range[1]-s.Range[0])
}

// Nice widens the domain to round numbers, for about count ticks, as d3-scale does.
func (s Linear) Nice(count int) Linear {
	for range 10 {
		step := tickStep(s.Domain[0], s.Domain[1], count)
		if step == 0 {
			return s
		}
		lo, hi := math.Floor(s.Domain[0]/step)*step, math.Ceil(s.Domain[1]/step)*step
		if lo == s.Domain[0] && hi == s.Domain[1] {
			return s
		}
		s.Domain = [2]float64{lo, hi}
	}
	return s
}

// Ticks returns about count round numbers within the domain, as d3-array does: in steps of
// 1, 2 or 5 times a power of ten.
func (s Linear) Ticks(count int) []float64 {
	step := tickStep(s.Domain[0], s.Domain[1], count)
	if step == 0 {
		return []float64{s.Domain[0]}
	}
	var ticks []float64
	first, last := math.Ceil(s.Domain[0]/step), math.Floor(s.Domain[1]/step)
	for i := first; i <= last; i++ {
		ticks = append(ticks, round(i*step))
	}
	return ticks
}

func tickStep(lo, hi float64, count int) float64 {
	if hi <= lo || count < 1 {
		return 0
	}
	raw := (hi - lo) / float64(count)
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	switch factor := raw / power; {
	case factor >= math.Sqrt(50):
		return 10 * power
	case factor >= math.Sqrt(10):
		return 5 * power
	case factor >= math.Sqrt2:
		return 2 * power
	}
	return power
}

// round removes errors of binary fractions, as in 0.30000000000000004.
func round(v float64) float64 { return math.Round(v*1e9) / 1e9 }
