package chart

import (
	"factframe/app/say"
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
)

// Line draws a point for each row over time, and joins what may be joined.
type Line struct{}

// Plot is a drawing that rows share.
type Plot struct {
	Height int // px
	Back   []svg.Node
	Points []Point
}

// Point is the place of one row in a plot.
type Point struct {
	Row   data.Row
	Form  Form
	X     float64 // fraction of the width
	Y     float64 // px from the top
	Low   float64 // px, of the whisker; equal to High where there is none
	High  float64
	Value string
	When  string
}

const (
	plotHeight = 168  // px
	plotTop    = 26   // px, room for a value over the highest point
	plotBottom = 142  // px, where zero is
	edge       = 0.16 // of the width, left free on both sides

	// whenY is where the words for the time of a point stand, in px.
	whenY = 160
)

// Draw implements Mark.
func (Line) Draw(rows []data.Row) Picture {
	y := scale.Linear{Range: [2]float64{plotBottom, plotTop}}
	for _, r := range rows {
		if r.Amount != nil {
			y.Domain[1] = max(y.Domain[1], reach(*r.Amount))
		}
	}
	y = y.Nice(3)
	plot := &Plot{Height: plotHeight, Back: grid(y)}
	for i, r := range rows {
		p := point(r, i, rows, y)
		plot.Points = append(plot.Points, p)
		plot.Back = append(plot.Back, svg.El("text", "class", "tick", "x", svg.Pct(p.X), "y", svg.Num(whenY), "text-anchor", "middle").Words(p.When))
	}
	for i := 1; i < len(plot.Points); i++ {
		if style := Joint(rows[i-1].Figure, rows[i].Figure); style != "" {
			plot.Back = append(plot.Back, segment(plot.Points[i-1], plot.Points[i], style))
		}
	}
	return Picture{Plot: plot}
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

func grid(y scale.Linear) []svg.Node {
	var nodes []svg.Node
	for _, tick := range y.Ticks(3) {
		at := svg.Num(y.At(tick))
		class := "grid"
		if tick == 0 {
			class = "axis"
		}
		nodes = append(nodes,
			svg.El("line", "class", class, "x1", "0%", "x2", "100%", "y1", at, "y2", at),
			svg.El("text", "class", "tick", "x", "0", "dx", "-6", "y", svg.Num(y.At(tick)+4), "text-anchor", "end").Words(short(tick)))
	}
	return nodes
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
	return svg.El("line", "class", class, "x1", svg.Pct(a.X), "y1", svg.Num(a.Y), "x2", svg.Pct(b.X), "y2", svg.Num(b.Y))
}
