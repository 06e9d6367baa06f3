// Package colour makes colours that people can tell apart on a page of the widget's
// out of one that an owner of figures has chosen. It never reaches a browser.
package colour

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/lucasb-eyer/go-colorful"
)

// Scheme is what a page is printed on.
type Scheme struct{ paper string }

var (
	Light = Scheme{"#ffffff"}
	Dark  = Scheme{"#14181c"}
)

// Contrasts with the paper. Text needs 4.5:1 and marks 3:1 (WCAG 2.2, 1.4.3 and
// 1.4.11); an accent is also told from the quiet tone beside it, in greys too.
const (
	ofAccent = 5.9
	ofQuiet  = 3.05
)

// Palette are the colours that an accent gives a page.
type Palette struct {
	Accent string // of marks, links and what is chosen
	Quiet  string // of marks beside those that stand out: half as colourful
	Pale   string // of where a value may end
	Wash   string // behind help
}

// Of is the palette of an accent, as "#78be20", in a scheme. The hue stays, and the
// lightness is moved as far as it has to be.
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

// Moved says of an accent, and of another for dark schemes, what they had to become
// to be readable; it is empty where they are.
func Moved(accent, dark string) (list []string) {
	for _, each := range []struct {
		accent, page string
		in           Scheme
	}{{accent, "a light page", Light}, {cmp.Or(dark, accent), "a dark page", Dark}} {
		if each.accent == "" {
			continue
		}
		if c := each.in.Of(each.accent).Accent; !strings.EqualFold(c, each.accent) {
			list = append(list, fmt.Sprintf("the accent %s has too little contrast on %s (%.1f:1), so it is %s there", each.accent, each.page, each.in.Contrast(each.accent), c))
		}
	}
	return list
}

// Contrast is that of a colour with the paper, from 1 to 21.
func (s Scheme) Contrast(c string) float64 { return contrast(parse(c), parse(s.paper)) }

// IsColour reports whether a text is a colour, as "#78be20".
func IsColour(s string) bool {
	_, err := colorful.Hex(s)
	return err == nil && len(s) == len("#78be20")
}

// until moves a lightness until the colour has a contrast with the paper.
func until(lightness, toward, chroma, hue float64, paper colorful.Color, want float64) colorful.Color {
	const step = 0.004
	c := shown(lightness, chroma, hue)
	for contrast(c, paper) < want && lightness >= 0 && lightness <= 1 {
		lightness += toward * step
		c = shown(lightness, chroma, hue)
	}
	return c
}

// shown is a colour that screens have: one that is too colourful for its lightness
// becomes less so, and keeps its hue.
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
		panic(err) // packages with another are refused
	}
	return c
}

func contrast(a, b colorful.Color) float64 {
	low, high := luminance(a), luminance(b)
	return (math.Max(low, high) + 0.05) / (math.Min(low, high) + 0.05)
}

// luminance is relative to white (WCAG 2.2, glossary).
func luminance(c colorful.Color) float64 {
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}
