package chart

import (
	"factframe/app/say"
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
)

// Line draws a point for each row over time, and joins what may be joined. A
// line of one point is none: it is said in words.
type Line struct{}

// Plot is a drawing that rows share. Its heights are in em of its own text.
type Plot struct {
	Height float64 // em
	Back   []svg.Node
	Points []Point
}

// Point is the place of one row in a plot.
type Point struct {
	Row   data.Row
	Form  Form
	X     float64 // fraction of the width
	Y     float64 // em from the top
	Low   float64 // em, of the whisker; equal to High where there is none
	High  float64
	Value string
	When  string

	anchor string  // of its words, away from the edges and from the line
	value  float64 // em from the top, where the value's words stand
	inner  bool    // neither the first nor the last: its words stand only where there is room
}

const (
	plotHeight = 7.8  // em
	plotTop    = 2.1  // em, room for a value over the highest point
	plotBottom = 6.2  // em, where zero is
	whenY      = 7.5  // em, where the words for the time of a point stand
	edge       = 0.03 // of the width, left free on both sides
	above      = -0.8 // em, from a point to the foot of its value
	below      = 1.5
)

// Draw implements Mark.
func (Line) Draw(rows []data.Row) Picture {
	known := 0
	y := scale.Linear{Range: [2]float64{plotBottom, plotTop}}
	for _, r := range rows {
		if r.Amount != nil {
			known++
			y.Domain[1] = max(y.Domain[1], reach(*r.Amount))
		}
	}
	if known < 2 {
		return once(rows)
	}
	plot := &Plot{Height: plotHeight, Back: []svg.Node{svg.El("line", "class", "axis", "x1", "0%", "x2", "100%", "y1", svg.Em(plotBottom), "y2", svg.Em(plotBottom))}}
	for i, r := range rows {
		plot.Points = append(plot.Points, point(r, i, rows, y))
	}
	for i := range plot.Points {
		plot.Points[i].place(plot.Points, i)
		plot.Back = append(plot.Back, plot.Points[i].when())
	}
	for i := 1; i < len(plot.Points); i++ {
		if style := Joint(rows[i-1].Figure, rows[i].Figure); style != "" {
			plot.Back = append(plot.Back, segment(plot.Points[i-1], plot.Points[i], style))
		}
	}
	return Picture{Plot: plot}
}

// once says in words what has too few points for a line.
func once(rows []data.Row) Picture {
	var p Picture
	for _, r := range rows {
		p.Strips = append(p.Strips, strip(r, svg.Node{}))
	}
	return p
}

// Joint is the class of the line that may join two figures of a series: none
// where they cannot be compared (a missing value, a break), dashed where a
// period was worked out. Rounding and small numbers show in the values.
func Joint(a, b *data.Figure) string {
	class := "line"
	for _, r := range (&data.Package{}).Compare(a, b).Reasons {
		switch {
		case r.Verdict == data.NotComparable:
			return ""
		case r.Kind == data.PeriodInferred:
			class = "line dashed"
		}
	}
	return class
}

func point(r data.Row, i int, rows []data.Row, y scale.Linear) Point {
	p := Point{Row: r, Form: FormOf(r), X: across(i, rows), Y: plotBottom,
		Value: say.Amount(r.Figure, r.Amount, r.Unit).Short(), When: r.Label}
	if r.Amount != nil {
		p.Y = y.At(r.Amount.Number)
		p.Low, p.High = p.Y, p.Y
		if p.Form == Ranged {
			p.Low, p.High = y.At(r.Amount.Low), y.At(r.Amount.High)
		}
	}
	return p
}

// place puts the words of point i where no line leaves it: over it, or under
// the first of a rise; beside the line, where one goes through it.
func (p *Point) place(points []Point, i int) {
	last := len(points) - 1
	p.inner = i > 0 && i < last
	p.anchor = anchor(i, len(points))
	p.value = p.Y + above
	if p.Form == Unknown {
		p.value = plotTop + above
		return
	}
	rises := i < last && points[i+1].Y < p.Y && points[i+1].Form != Unknown
	fell := i > 0 && points[i-1].Y < p.Y && points[i-1].Form != Unknown
	switch {
	case rises && (i == 0 || fell) && p.Y+below < plotBottom:
		p.value = p.Y + below
	case p.inner && rises:
		p.anchor = "end"
	case p.inner && fell:
		p.anchor = "start"
	}
}

// anchor keeps the first and last of n labels within the plot.
func anchor(i, n int) string {
	switch i {
	case 0:
		return "start"
	case n - 1:
		return "end"
	}
	return "middle"
}

// across places row i by the middle of its period.
func across(i int, rows []data.Row) float64 {
	middle := func(r data.Row) float64 {
		p := r.Figure.Period
		return float64(p.Start.Unix()+p.End.Unix()) / 2
	}
	first, last := middle(rows[0]), middle(rows[len(rows)-1])
	if first == last {
		return 0.5
	}
	return scale.Linear{Domain: [2]float64{first, last}, Range: [2]float64{edge, 1 - edge}}.At(middle(rows[i]))
}

// segment joins two points. SVG lines take percentages, so no stretched
// drawing is needed and strokes keep their width.
func segment(a, b Point, class string) svg.Node {
	return svg.El("line", "class", class, "x1", svg.Pct(a.X), "y1", svg.Em(a.Y), "x2", svg.Pct(b.X), "y2", svg.Em(b.Y))
}
