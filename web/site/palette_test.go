package site

import (
	"regexp"
	"testing"

	"factframe/app/chart"
	"factframe/web"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A downloaded chart has the same colours as on the page.
func TestPicturesHaveTheColoursOfThePage(t *testing.T) {
	light := regexp.MustCompile(`(?s):root \{.*?\n\}`).FindString(web.Style)
	require.NotEmpty(t, light)
	for name, colour := range chart.Palette {
		assert.Regexp(t, `--`+name+`: (var\([a-z-]+, )?`+colour+`\b`, light)
	}
}
