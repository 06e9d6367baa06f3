package chart

import (
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Labels that are shown from some width do not touch at that width, or at wider ones up to
// the next.
func TestNoLabelsTouch(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	words := []string{"9.1%", "about 2,700", "£112.40 m", "2014/15", "−0.4%", "Northumberland", "Q3"}
	for range 300 {
		var labels []label
		for i := range 2 + r.Intn(12) {
			labels = append(labels, label{text: words[r.Intn(len(words))], rank: min(i, 1+r.Intn(4)), x: r.Float64(), y: 5 * r.Float64(), anchor: []string{"start", "middle", "end"}[r.Intn(3)]})
		}
		from := layout(labels)
		assert.Zero(t, from[0], "rank 0 is always shown")
		for width := widths[0]; width < 80; width += 0.7 {
			step := stepAt(width)
			for i, a := range labels {
				for j, b := range labels[:i] {
					if from[i] <= step && from[j] <= step {
						assert.False(t, a.touches(b, width), "%q and %q at %v em", a.text, b.text, width)
					}
				}
			}
		}
	}
}

// Levels of labels are shown completely or not at all, together with all coarser ones.
func TestLevelsStandTogether(t *testing.T) {
	var labels []label
	for year := range 31 {
		rank := 3
		switch {
		case year%10 == 0:
			rank = 1
		case year%5 == 0:
			rank = 2
		}
		labels = append(labels, label{text: "2000", rank: rank, x: float64(year) / 30, anchor: "middle"})
	}
	from := levels(labels, nil)
	byRank := map[int]int{}
	for i, l := range labels {
		if at, seen := byRank[l.rank]; seen {
			assert.Equal(t, at, from[i])
		}
		byRank[l.rank] = from[i]
	}
	assert.Less(t, byRank[1], byRank[2])
	assert.Less(t, byRank[2], len(widths))
	assert.Equal(t, len(widths), byRank[3], "thirty-one years fit at no width")
}

func TestEstimatesAreNeverTooSmall(t *testing.T) {
	// Advance widths in em of DejaVu Sans Bold 2.37, from its metrics.
	for text, real := range map[string]float64{"9.1%": 0.696 + 0.38 + 0.696 + 1.002, "2014/15": 6*0.696 + 0.365, "Mm": 0.995 + 1.042, "ill": 0.343 * 3} {
		assert.GreaterOrEqual(t, wide(text), real, text)
		assert.Less(t, wide(text), 1.5*real+0.3, text)
	}
}
