//go:build !maker

package site

import (
	"bytes"
	"image"
	"image/color"
	"unicode"

	"eliasnaur.com/font/noto/sans/arabic/bold"
	"eliasnaur.com/font/noto/sans/arabic/regular"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	scripts "github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// The fonts of Go have no Arabic letters, and the letters of Arabic join. Texts with some
// are set in Noto Sans Arabic, and shaped.

// isArabic reports whether a text has Arabic letters.
func isArabic(s string) bool {
	for _, c := range s {
		if unicode.Is(unicode.Arabic, c) {
			return true
		}
	}
	return false
}

// letterer shapes texts in Arabic and other letters.
type letterer struct {
	faces   map[bool][]*font.Face // by bold; the first that has a letter is used
	shaper  shaping.HarfbuzzShaper
	segment shaping.Segmenter
}

func newLetterer() (*letterer, error) {
	l := &letterer{faces: map[bool][]*font.Face{}}
	for isBold, files := range map[bool][][]byte{false: {goregular.TTF, regular.TTF}, true: {gobold.TTF, bold.TTF}} {
		for _, file := range files {
			face, err := font.ParseTTF(bytes.NewReader(file))
			if err != nil {
				return nil, err
			}
			l.faces[isBold] = append(l.faces[isBold], face)
		}
	}
	return l, nil
}

// ResolveFace returns a font that has a letter. It implements shaping.Fontmap.
func (f fontsFor) ResolveFace(c rune) *font.Face {
	for _, face := range f {
		if _, ok := face.NominalGlyph(c); ok {
			return face
		}
	}
	return f[0]
}

type fontsFor []*font.Face

// shaped returns the runs of a text in the order in which they are read, and the width of
// all in px.
func (l *letterer) shaped(s string, isBold bool, size float64) (runs []shaping.Output, width float64) {
	text := []rune(s)
	whole := shaping.Input{Text: text, RunEnd: len(text), Direction: di.DirectionRTL, Size: fixed.Int26_6(size * 64), Script: scripts.Arabic, Language: scripts.NewLanguage("ar")}
	for _, run := range l.segment.Split(whole, fontsFor(l.faces[isBold])) {
		out := l.shaper.Shape(run)
		runs = append(runs, out)
		width += float64(out.Advance) / 64
	}
	return runs, width
}

// letters draws runs from right to left, so that they end at x + width.
func (p *painter) letters(runs []shaping.Output, c color.Color, x, y, width float64) {
	pen := x + width
	for _, run := range runs {
		pen -= float64(run.Advance) / 64
		at := pen
		for _, g := range run.Glyphs {
			p.glyph(run.Face, g, float64(run.Size)/64, c, at+float64(g.XOffset)/64, y-float64(g.YOffset)/64)
			at += float64(g.Advance) / 64
		}
	}
}

// glyph fills the outline of a letter whose origin is at a place.
func (p *painter) glyph(face *font.Face, g shaping.Glyph, size float64, c color.Color, x, y float64) {
	outline, ok := face.GlyphData(g.GlyphID).(font.GlyphOutline)
	if !ok {
		return
	}
	scale := size / float64(face.Upem())
	r := vector.NewRasterizer(p.to.Bounds().Dx(), p.to.Bounds().Dy())
	at := func(s opentype.SegmentPoint) (float32, float32) {
		return float32(x + float64(s.X)*scale), float32(y - float64(s.Y)*scale)
	}
	for _, s := range outline.Segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			r.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			r.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			r.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	r.ClosePath()
	r.Draw(p.to, p.to.Bounds(), image.NewUniform(c), image.Point{})
}

// arabicText draws a text with Arabic letters, at a size in px.
func (p *painter) arabicText(style map[string]string, s string, size, x, y float64) {
	if p.arabic == nil {
		if p.arabic, p.err = newLetterer(); p.err != nil {
			return
		}
	}
	runs, width := p.arabic.shaped(s, style["font-weight"] == "bold", size)
	switch style["text-anchor"] {
	case "middle":
		x -= width / 2
	case "end":
		x -= width
	}
	c, _ := colourOf(style["fill"], "")
	p.letters(runs, c, x, y, width)
}
