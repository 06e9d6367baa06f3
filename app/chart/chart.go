// Package chart turns the panels of a table into pictures: plain geometry,
// without a browser and without go-app.
//
// Horizontal positions are fractions of the plot's width and vertical ones are
// in em, so that one prerendered picture is right at every width and grows with
// the reader's text, and no text is ever scaled.
package chart

import (
	"slices"
	"strings"

	"factframe/app/say"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// Picture is a panel's drawing: one strip a row, or a plot that rows share. What
// cannot be drawn truthfully, such as a line of one point, is a strip without a
// shape.
type Picture struct {
	Strips  []Strip
	Folded  int    // how many of the last strips are folded away
	Others  *Strip // what they are together, where they may be added up
	Plot    *Plot
	Axis    svg.Node // over the first of several panels that share it
	Keys    []Key    // what colours and shapes mean
	Unit    string   // of all values, where they do not have it themselves: "In £ thousand"
	Note    string   // what has to be said of the picture itself
	Values  string   // explains the small shares beside the values
	beside  int      // em, that the values of other panels of the view need beside theirs
	InWords bool     // too few values for a line: each is written as text
}

// Key says what a class of marks means.
type Key struct{ Class, Label string }

// Draw makes the picture of a panel; it is empty for panels of text.
func Draw(p table.Panel) Picture {
	draw := drawings[p.Spec.Mark]
	if draw == nil || len(p.Drawable()) == 0 {
		return Picture{}
	}
	picture := draw(p)
	if picture.Plot != nil || slices.ContainsFunc(picture.Strips, func(s Strip) bool { return s.Shape.Tag != "" }) {
		picture.Unit = say.UnitLine(shown(p)) // figures written as words include their unit
	}
	return picture
}

// fold keeps the first of many strips in sight: whole groups, as far as they go.
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

// shown are the rows of a picture: those that are left out stand among them
// where they can be chosen in it.
func shown(p table.Panel) []table.Row {
	if p.Drawn != nil {
		return p.Drawn
	}
	return p.Rows
}

// Form is the visible form of how exactly a value is known. Each differs in
// shape, so that no legend and no colour is needed.
type Form string

const (
	Solid   Form = "solid"   // exact, or as printed
	Ranged  Form = "ranged"  // rounded or estimated: paler from its low to its high end
	OpenEnd Form = "open"    // at least, more than: no end
	UpTo    Form = "upto"    // less than: an outline up to the bound
	Hatched Form = "hatched" // not published: what is lacking
	Unknown Form = "unknown" // a missing value: an empty outline, never a bar of zero
)

// FormOf is the form in which a row is drawn.
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

// Strip is one row of a picture: a label that may wrap, a shape, and the value
// at its end. A strip of several figures has a point for each.
type Strip struct {
	Row    table.Row
	Form   Form
	Label  string
	Shape  svg.Node
	Among  svg.Node // in place of the shape while rows are chosen: on the scale of those that are left out too
	Word   string   // small before the value: "about"
	Value  string
	Detail string // small beside the value
	Rest   bool   // a line of text under the bars: what is left of a total
	Inside bool   // the value is drawn in the shape
	Side   int    // em that are left free on both sides of the shape, for values
	Points []Point
}

// Point is the mark of one row among others in a drawing.
type Point struct {
	Row    table.Row
	Form   Form
	When   string // what tells it from its neighbours
	Shapes []svg.Node
}

// strip fills in the words of a row.
func strip(r table.Row, shape svg.Node) Strip {
	a := say.Amount(r.Figure, r.Amount, r.Unit)
	word := a.Before()
	a.Qualifier = "" // which is the word
	return Strip{Row: r, Form: FormOf(r), Label: r.Label, Shape: shape, Word: word, Value: a.Drawn()}
}

// classes are the names that are not empty.
func classes(names ...string) string {
	return strings.Join(strings.Fields(strings.Join(names, " ")), " ")
}

func value(r table.Row) string { return say.Amount(r.Figure, r.Amount, r.Unit).Drawn() }

// Room is how many ems of the page's text the longest value of a picture needs
// beside a bar, rounded up to one of the rooms that the style has.
func (p Picture) Room() int {
	need := 0.0
	strips := p.Strips
	if p.Others != nil {
		strips = append(strips[:len(strips):len(strips)], *p.Others)
	}
	column := 0.9 * float64(p.Column())
	for _, s := range strips {
		if s.Rest {
			continue // nothing is beside it
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

// NamesWide reports whether a name needs more than the column that names have.
func (p Picture) NamesWide() bool {
	return slices.ContainsFunc(p.Strips, func(s Strip) bool { return regular*wide(s.Label) > namesColumn })
}

// namesColumn is the width of the column of names beside bars, in em of their text.
const namesColumn = 13

// mostAside is how wide a name beside a drawing is, in em of its text: two lines.
const mostAside = 15

// mostInColumn is how many characters a share or a count has; more are words.
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
