package export

import (
	"testing"

	"factframe/app/svg"

	"github.com/stretchr/testify/assert"
)

// In a picture from right to left every shape is at the other side, and every word keeps
// its letters.
func TestMirrored(t *testing.T) {
	picture := svg.El("svg", "width", "100", "height", "50").With(
		svg.El("style").Words("text{fill:#000}"),
		svg.El("rect", "width", "100%", "height", "100%"),
		svg.El("rect", "x", "10", "width", "30", "height", "5"),
		svg.El("text", "x", "10", "y", "5").Words("word"),
		svg.El("text", "x", "90", "y", "5", "text-anchor", "end", "dx", "-2").Words("12"),
		svg.El("svg", "x", "20", "y", "5").With(
			svg.El("circle", "cx", "4", "cy", "1", "r", "2"),
			svg.El("line", "x1", "0", "x2", "10", "y1", "1", "y2", "1"),
			svg.El("path", "d", "M1 2L3 4M5 6l6 -7"),
		),
	)
	assert.Equal(t, `<svg width="100" height="50"><style>text{fill:#000}</style><rect width="100%" height="100%"/>`+
		`<rect x="60" width="30" height="5"/><text x="90" y="5" text-anchor="end" unicode-bidi="plaintext">word</text>`+
		`<text x="10" y="5" text-anchor="start" dx="2" unicode-bidi="plaintext">12</text>`+
		`<svg x="80" y="5"><circle cx="-4" cy="1" r="2"/><line x1="0" x2="-10" y1="1" y2="1"/><path d="M-1 2L-3 4M-5 6l-6 -7"/></svg></svg>`,
		mirrored(picture).String())
}
