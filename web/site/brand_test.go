package site

import (
	"testing"

	"factframe/data"

	"github.com/stretchr/testify/assert"
)

// A brand changes the colours of both schemes and of print. A package without one uses
// the shared style sheet.
func TestStyleOfABrand(t *testing.T) {
	assert.Equal(t, style, styled(data.Brand{Credit: "A trust"}))
	own := styled(data.Brand{Accent: "#78be20", AccentDark: "#ff8800"})[len(style):]
	assert.NotContains(t, own, "78be20", "too light for a light page, and another accent is set for dark pages")
	assert.Contains(t, own, "var(--accent-dark,#ff8800)", "a host's accent overrides it")
	assert.Contains(t, own, "@media print{:root:root{--mark:var(--accent-light,#")
}
