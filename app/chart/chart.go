// Package chart draws the panels of a table as plain geometry, without a browser or go-app.
//
// Horizontal positions are fractions of the plot's width and vertical ones are in em. One
// prerendered picture therefore fits every width and grows with the reader's text, and text
// is never scaled.
package chart

import (
	"slices"
	"strings"

	"factframe/app/say"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// Picture is the drawing of a panel: one strip per row, or a plot that all rows share.
// Anything that cannot be drawn truthfully, such as a line of one point, is a strip without
// a shape.
type Picture struct {
	Strips  []Strip
	Folded  int    // number of strips folded at the end
	Others  *Strip // the folded strips together, if they may be added up
	Plot    *Plot
	Axis    svg.Node // above the first of several panels that share it
	Keys    []Key    // meaning of colours and shapes
	Unit    string   // of all values, if they do not include it: "In £ thousand"
	Note    string   // a caution about the picture itself
	Values  string   // explains the small shares beside the values
	beside  int      // em that the values of the view's other panels need
	InWords bool     // too few values for a line: each is written as text
}

// Key explains a class of marks.
type Key struct{ Class, Label string }

// Draw returns the picture of a panel. It is empty for text panels.
func Draw(p table.Panel) Picture {
	draw := drawings[p.Spec.Mark]
	if draw == nil || len(p.Drawable()) == 0 {
		return Picture{}
	}
	picture := draw(p)
	if picture.Plot != nil || slices.ContainsFunc(picture.Strips, func(s Strip) bool { return s.Shape.Tag != "" }) {
		picture.Unit = say.UnitLine(shown(p)) // figures written as words already include it
	}
	return picture
}

// fold hides the end of a long list of strips, between groups where possible.
func (p *Picture) fold() {
	if len(p.Strips) <= mostBars {
		return
	}
	stand := firstBars
	if group := p.Strips[stand].Row.Group; group != p.Strips[0].Row.Group {
		for len(p.Strips[stand].Points) == 0 && p.Strips[stand-1].Row.Group == group {
			stand--
		}
	}
	p.Folded = len(p.Strips) - stand
	p.Others = &Strip{Row: table.Row{Figure: &data.Figure{}}, Label: p.Strips[0].Row.Figure.Words().Count("fold.others", p.Folded)}
}

// shown returns the rows of a picture. It includes rows that a filter leaves out, if the
// picture is where they can be selected again.
func shown(p table.Panel) []table.Row {
	if p.Drawn != nil {
		return p.Drawn
	}
	return p.Rows
}

// Form shows how exactly a value is known. Each form has its own shape, so it needs no
// legend or colour.
type Form string

const (
	Solid   Form = "solid"   // exact, or as printed
	Ranged  Form = "ranged"  // rounded or estimated: lighter between its low and high end
	OpenEnd Form = "open"    // at least, more than: an open end
	UpTo    Form = "upto"    // less than: an outline up to the bound
	Hatched Form = "hatched" // not published: the missing part
	Unknown Form = "unknown" // a missing value: an empty outline, never a bar of zero
)

// FormOf returns the form in which a row is drawn.
func FormOf(r table.Row) Form {
	switch {
	case r.Amount == nil:
		return Unknown
	case r.Absent:
		return Hatched
	case r.Amount.Qualifier == data.LessThan:
		return UpTo
	case r.Amount.IsOpen():
		return OpenEnd
	case r.Amount.IsRange():
		return Ranged
	}
	return Solid
}

// Strip is one row of a picture: a label that may wrap, a shape, and the value at its end.
// A strip of several figures has a point for each.
type Strip struct {
	Row    table.Row
	Form   Form
	Label  string
	Shape  svg.Node
	Among  svg.Node // replaces Shape while a filter is active: the shape on the scale of all rows
	Word   string   // in small text before the value: "about"
	Value  string
	Detail string // in small text beside the value
	Rest   bool   // a line of text below the bars: the remainder of a total
	Inside bool   // the value is drawn in the shape
	Side   int    // em left free on both sides of the shape, for values
	Points []Point
}

// Point is the mark of one row in a shared drawing.
type Point struct {
	Row    table.Row
	Form   Form
	When   string // its label among its neighbours
	Shapes []svg.Node
}

// strip returns a strip with the label and value of a row.
func strip(r table.Row, shape svg.Node) Strip {
	a := say.Amount(r.Figure, r.Amount, r.Unit)
	word := a.Before()
	a.Qualifier = "" // already in word
	return Strip{Row: r, Form: FormOf(r), Label: r.Label, Shape: shape, Word: word, Value: a.Drawn()}
}

// classes joins the names that are not empty.
func classes(names ...string) string {
	return strings.Join(strings.Fields(strings.Join(names, " ")), " ")
}

func value(r table.Row) string { return say.Amount(r.Figure, r.Amount, r.Unit).Drawn() }

// Room returns how many em of the page's text the longest value needs beside a bar, rounded
// up to a size that the style sheet has.
func (p Picture) Room() int {
	need := 0.0
	strips := p.Strips
	if p.Others != nil {
		strips = append(strips[:len(strips):len(strips)], *p.Others)
	}
	column := 0.9 * float64(p.Column())
	for _, s := range strips {
		if s.Rest {
			continue // it is a line by itself
		}
		beside := smallWidth * letters(s.Detail)
		if column > 0 {
			beside = column
		}
		need = max(need, 1+smallWidth*letters(s.Word)+boldWidth*letters(s.Value)+beside)
	}
	return max(p.beside, roomFor(need))
}

// Column returns the width, in em of small text, of a separate column for the details
// of a picture. It is 0 if some of them are words.
func (p Picture) Column() int {
	most := 0
	for _, s := range p.Strips {
		most = max(most, len([]rune(s.Detail)))
	}
	if most == 0 || most > mostInColumn {
		return 0
	}
	return roomFor(1 + smallWidth*float64(most))
}

// NamesAside reports whether all names are short enough to be beside their drawings,
// even on a phone.
func (p Picture) NamesAside() bool {
	return !slices.ContainsFunc(p.Strips, func(s Strip) bool {
		return len(s.Points) == 0 || s.Side == 0 || s.Side > 6 || wide(s.Label) > mostAside
	})
}

// NamesWide reports whether a name is wider than the column of names.
func (p Picture) NamesWide() bool {
	return slices.ContainsFunc(p.Strips, func(s Strip) bool { return regular*wide(s.Label) > namesColumn })
}

// namesColumn is the width of the column of names beside bars, in em of their text.
const namesColumn = 13

// mostAside is the width of two lines of a name beside a drawing, in em of its text.
const mostAside = 15

// mostInColumn is the maximum length of a share or a count, in characters. Anything longer
// is words.
const mostInColumn = 8

func letters(s string) float64 { return float64(len([]rune(s))) }

func roomFor(need float64) int {
	for _, room := range rooms {
		if need <= float64(room) {
			return room
		}
	}
	return rooms[len(rooms)-1]
}

var rooms = []int{4, 5, 6, 8, 10, 13, 16, 20}
