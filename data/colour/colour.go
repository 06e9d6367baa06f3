// Package colour derives a readable palette for a page from the accent that the owner of
// a package has chosen. It is not part of the reader's program.
package colour

import (
	"cmp"
	"math"
	"strings"

	"github.com/lucasb-eyer/go-colorful"
)

// Scheme is a light or dark page background.
type Scheme struct{ paper string }

var (
	Light = Scheme{"#ffffff"}
	Dark  = Scheme{"#14181c"}
)

// Minimum contrast with the paper. Text needs 4.5:1 and marks 3:1 (WCAG 2.2, 1.4.3 and
// 1.4.11). The accent must also differ from the quiet tone next to it, even in greyscale.
const (
	ofAccent = 5.9
	ofQuiet  = 3.05
)

// Palette is the set of colours that follow from an accent.
type Palette struct {
	Accent string // marks, links and selected controls
	Quiet  string // other marks: half as colourful
	Pale   string // the uncertain end of a value
	Wash   string // background of the help section
}

// Of returns the palette for an accent such as "#78be20". The hue is kept; the lightness
// changes as little as possible.
func (s Scheme) Of(accent string) Palette {
	own, paper := parse(accent), parse(s.paper)
	l, chroma, hue := own.OkLch()
	toward := -1.0
	if s == Dark {
		toward = 1
	}
	marks := own
	if contrast(own, paper) < ofAccent {
		marks = until(l, toward, chroma, hue, paper, ofAccent)
	}
	start, _, _ := paper.OkLch()
	quiet := until(start, toward, chroma/2, hue, paper, ofQuiet)
	return Palette{marks.Hex(), quiet.Hex(), quiet.BlendRgb(paper, 0.55).Hex(), paper.BlendRgb(marks, 0.09).Hex()}
}

// Move is an accent that is changed so that it can be read.
type Move struct {
	Asked, Used string  // as #78be20
	Paper       string  // "light" or "dark"
	Contrast    float64 // of the asked accent with the paper, from 1 to 21
}

// Moved lists the accents that are changed to be readable: one for light pages and
// another for dark ones. It is empty if none is changed.
func Moved(accent, dark string) (list []Move) {
	for _, each := range []struct {
		accent, paper string
		in            Scheme
	}{{accent, "light", Light}, {cmp.Or(dark, accent), "dark", Dark}} {
		if each.accent == "" {
			continue
		}
		if c := each.in.Of(each.accent).Accent; !strings.EqualFold(c, each.accent) {
			list = append(list, Move{each.accent, c, each.paper, each.in.Contrast(each.accent)})
		}
	}
	return list
}

// Contrast returns the contrast of a colour with the paper, from 1 to 21.
func (s Scheme) Contrast(c string) float64 { return contrast(parse(c), parse(s.paper)) }

// IsColour reports whether s is a colour such as "#78be20".
func IsColour(s string) bool {
	_, err := colorful.Hex(s)
	return err == nil && len(s) == len("#78be20")
}

// until changes the lightness of a colour until it has the contrast that is wanted.
func until(lightness, toward, chroma, hue float64, paper colorful.Color, want float64) colorful.Color {
	const step = 0.004
	c := shown(lightness, chroma, hue)
	for contrast(c, paper) < want && lightness >= 0 && lightness <= 1 {
		lightness += toward * step
		c = shown(lightness, chroma, hue)
	}
	return c
}

// shown returns a colour that screens can display: if necessary less colourful, with the
// same hue.
func shown(lightness, chroma, hue float64) colorful.Color {
	c := colorful.OkLch(lightness, chroma, hue)
	for ; !c.IsValid() && chroma > 0.001; c = colorful.OkLch(lightness, chroma, hue) {
		chroma *= 0.97
	}
	return c.Clamped()
}

func parse(s string) colorful.Color {
	c, err := colorful.Hex(s)
	if err != nil {
		panic(err) // check reports any other value
	}
	return c
}

func contrast(a, b colorful.Color) float64 {
	low, high := luminance(a), luminance(b)
	return (math.Max(low, high) + 0.05) / (math.Min(low, high) + 0.05)
}

// luminance returns the relative luminance (WCAG 2.2, glossary).
func luminance(c colorful.Color) float64 {
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}
