package colour

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// With any accent, text is readable, marks are visible, and accent and quiet marks can be
// told apart, on light and dark pages.
func TestAnyAccentCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		accent := fmt.Sprintf("#%06x", rapid.IntRange(0, 0xffffff).Draw(t, "accent"))
		for _, s := range []Scheme{Light, Dark} {
			p := s.Of(accent)
			assert.GreaterOrEqual(t, s.Contrast(p.Accent), 4.5, "%s on %s", p.Accent, s.paper)
			assert.GreaterOrEqual(t, s.Contrast(p.Quiet), 3.0, "%s on %s", p.Quiet, s.paper)
			assert.GreaterOrEqual(t, contrast(parse(p.Accent), parse(p.Quiet)), 1.8, "%s next to %s", p.Accent, p.Quiet)
			assert.GreaterOrEqual(t, contrast(parse(p.Accent), parse(p.Wash)), 4.5, "%s on %s", p.Accent, p.Wash)
		}
	})
}

// A readable accent is not changed.
func TestAnAccentThatCanBeReadStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		accent := fmt.Sprintf("#%06x", rapid.IntRange(0, 0xffffff).Draw(t, "accent"))
		for _, s := range []Scheme{Light, Dark} {
			if s.Contrast(accent) >= ofAccent {
				assert.Equal(t, accent, s.Of(accent).Accent)
			}
		}
	})
	assert.Equal(t, "#4b1d6e", Light.Of("#4b1d6e").Accent)
	assert.NotEqual(t, "#4b1d6e", Dark.Of("#4b1d6e").Accent)
	assert.Equal(t, "#78be20", Dark.Of("#78be20").Accent)
	assert.NotEqual(t, "#78be20", Light.Of("#78be20").Accent)
	for _, wrong := range []string{"", "red", "#fff", "#12345g", "78be20"} {
		assert.False(t, IsColour(wrong), wrong)
	}
	assert.True(t, IsColour("#78be20"))
}
