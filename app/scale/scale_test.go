package scale

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The expected values are from the documentation of d3-scale and d3-array.

func TestTicksMatchD3(t *testing.T) {
	tests := []struct {
		domain [2]float64
		count  int
		want   []float64
	}{
		{[2]float64{0, 1}, 10, []float64{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}},
		{[2]float64{0, 10}, 5, []float64{0, 2, 4, 6, 8, 10}},
		{[2]float64{0, 10}, 3, []float64{0, 5, 10}},
		{[2]float64{0, 6238}, 3, []float64{0, 2000, 4000, 6000}},
		{[2]float64{-10, 10}, 4, []float64{-10, -5, 0, 5, 10}},
		{[2]float64{5, 5}, 4, []float64{5}},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Linear{Domain: test.domain}.Ticks(test.count))
	}
}

func TestNiceMatchesD3(t *testing.T) {
	assert.Equal(t, [2]float64{0, 1}, Linear{Domain: [2]float64{0, 0.96}}.Nice(10).Domain)
	assert.Equal(t, [2]float64{0, 100}, Linear{Domain: [2]float64{0, 96}}.Nice(10).Domain)
	assert.Equal(t, [2]float64{0, 8000}, Linear{Domain: [2]float64{0, 6238}}.Nice(3).Domain)
	assert.Equal(t, [2]float64{0, 0}, Linear{}.Nice(3).Domain)
}

func TestLinear(t *testing.T) {
	s := Linear{Domain: [2]float64{0, 200}, Range: [2]float64{100, 0}}
	assert.Equal(t, 50.0, s.At(100))
	assert.Equal(t, 100.0, Linear{Range: [2]float64{100, 0}}.At(7), "a domain of length zero maps to the start")
}

// A domain and a range may begin anywhere.
func TestScalesThatDoNotBeginAtZero(t *testing.T) {
	s := Linear{Domain: [2]float64{10, 20}, Range: [2]float64{5, 9}}
	assert.Equal(t, 7.0, s.At(15))
	assert.Equal(t, 5.0, s.At(10))
	assert.Equal(t, 3.0, s.At(5))
	assert.Equal(t, [2]float64{1, 11}, Linear{Domain: [2]float64{1.1, 10.9}}.Nice(10).Domain)
	assert.Equal(t, [2]float64{-10, 60}, Linear{Domain: [2]float64{-0.1, 51.1}}.Nice(5).Domain)
	assert.Equal(t, [2]float64{-8, -2}, Linear{Domain: [2]float64{-7.5, -2.5}}.Nice(5).Domain)
	assert.Equal(t, []float64{2, 4, 6, 8, 10}, Linear{Domain: [2]float64{1.1, 10.9}}.Ticks(5))
	assert.Equal(t, []float64{0, 10}, Linear{Domain: [2]float64{0, 10}}.Ticks(1))
	assert.Equal(t, []float64{0}, Linear{Domain: [2]float64{0, 10}}.Ticks(0))
	assert.Equal(t, []float64{7}, Linear{Domain: [2]float64{7, 3}}.Ticks(5), "a domain that runs backwards has no ticks")
	assert.Equal(t, []float64{0, 20, 40, 60, 80, 100}, Linear{Domain: [2]float64{0, 100}}.Ticks(5))
	assert.Equal(t, []float64{0, 50, 100}, Linear{Domain: [2]float64{0, 100}}.Ticks(2))
	assert.Equal(t, []float64{0, 100}, Linear{Domain: [2]float64{0, 130}}.Ticks(1))
}
