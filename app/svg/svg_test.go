package svg

import (
	"encoding/xml"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPrinting(t *testing.T) {
	n := El("svg", "width", "10").With(El("text", "x", "1").Words(`a < "b" & c`), El("rect", "width", Pct(0.5)))
	assert.Equal(t, `<svg width="10"><text x="1">a &lt; &quot;b&quot; &amp; c</text><rect width="50%"/></svg>`, n.String())
	assert.NoError(t, xml.Unmarshal([]byte(n.Document()), new(any)))
	assert.Contains(t, n.Document(), "\n  <text x=\"1\">a &lt;", "text stays on one line")
}

func TestNum(t *testing.T) {
	for in, want := range map[float64]string{0: "0", -0.0001: "0", 1: "1", 1.0 / 3: "0.333", 12.5: "12.5"} {
		assert.Equal(t, want, Num(in))
	}
}

func TestWithLeavesTheOriginal(t *testing.T) {
	a := El("g")
	_ = a.With(El("b"))
	assert.Equal(t, "<g/>", a.String())
}
