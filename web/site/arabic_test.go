package site

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A card in Arabic has every letter, joined, and its numbers from left to right.
func TestArabicLetters(t *testing.T) {
	l, err := newLetterer()
	require.NoError(t, err)
	const text = "المصدر: Office of Air، مايو 2024 (متخيَّل)"
	assert.True(t, isArabic(text))
	assert.False(t, isArabic("Office of Air, 2024"))
	for _, isBold := range []bool{false, true} {
		runs, width := l.shaped(text, isBold, 20)
		require.Greater(t, len(runs), 3)
		assert.InDelta(t, 370, width, 90)
		for _, run := range runs {
			for _, g := range run.Glyphs {
				assert.NotZero(t, g.GlyphID, "a letter that no font has")
			}
		}
	}
	apart, _ := l.shaped("ب ب", false, 20)
	joined, _ := l.shaped("بب", false, 20)
	assert.NotEqual(t, apart[0].Glyphs[0].GlyphID, joined[0].Glyphs[0].GlyphID, "letters join")
}
