// Package chart turns the panels of a table into pictures: plain geometry,
// without a browser and without go-app.
//
// Horizontal positions are fractions of the plot's width and vertical ones
// pixels, so that one prerendered picture is right at every width and no text
// is ever scaled.
package chart

import (
	"factframe/app/say"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
)

// Mark draws the rows of a panel.
type Mark interface {
	Draw(rows []data.Row) Picture
}

// Marks are the marks that draw; cards and lists are text.
var Marks = map[data.Mark]Mark{data.Bar: Bar{}, data.Line: Line{}, data.Tally: Tally{}, data.Age: Age{}}

// Picture is a panel's drawing: one strip a row, or a plot that rows share.
type Picture struct {
	Strips []Strip
	Plot   *Plot
}

// Draw makes the picture of a panel; it is empty for panels of text.
func Draw(p data.Panel) Picture {
	mark := Marks[p.Spec.Mark]
	if mark == nil || len(p.Rows) == 0 {
		return Picture{}
	}
	return mark.Draw(p.Rows)
}

// Form is the visible form of how exactly a value is known. Each differs in
// shape, so that no legend and no colour is needed.
type Form string

const (
	Solid   Form = "solid"   // exact, or as printed
	Ranged  Form = "ranged"  // rounded or estimated: a whisker from low to high
	OpenEnd Form = "open"    // at least, more than: no end
	UpTo    Form = "upto"    // less than: an outline up to the bound
	Hatched Form = "hatched" // it measures what is lacking, such as "not reported"
	Unknown Form = "unknown" // a missing value: an empty outline, never a bar of zero
)

// FormOf is the form in which a row is drawn.
func FormOf(r data.Row) Form {
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
// at its end.
type Strip struct {
	Row    data.Row
	Form   Form
	Shape  svg.Node
	Value  string
	Detail string
}

// strip fills in the words of a row.
func strip(r data.Row, shape svg.Node) Strip {
	return Strip{Row: r, Form: FormOf(r), Shape: shape, Value: say.Amount(r.Figure, r.Amount, r.Unit).Short(), Detail: say.Detail(r)}
}

// short labels a tick of an axis.
func short(v float64) string {
	decimals := 0
	if v != float64(int64(v)) {
		decimals = 1
	}
	return text.Number(v, decimals)
}
