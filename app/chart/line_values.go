package chart

import (
	"factframe/app/svg"
	"factframe/data/table"
)

const (
	plotHeight = 7.8  // em
	plotTop    = 2.1  // em, space for a value above the highest point
	plotBottom = 6.2  // em, position of the axis
	whenY      = 7.5  // em, baseline of the time labels
	edge       = 0.03 // fraction of the width left free on both sides
	above      = -0.8 // em, from a point to the baseline of its value
	below      = 1.5
)

// spot is the position of a row among the points of one line.
type spot struct {
	row       table.Row
	form      Form
	x         float64 // fraction of the width
	y         float64 // em from the top
	low, high float64 // em, of the whisker; equal if there is none
}

// labelled draws a few points with their values and times where these fit. The last and
// first come first, then the highest and the lowest.
func labelled(rows, together []table.Row) Picture {
	if together == nil {
		together = rows
	}
	y := heights(together, plotBottom, plotTop)
	if y.Domain[0] > 0 {
		y = y.Nice(3)
	}
	x := across(together, edge)
	spots := make([]spot, len(rows))
	for i, r := range rows {
		spots[i] = place(r, x(r), y.At)
	}
	axis := y.At(max(y.Domain[0], min(0, y.Domain[1])))
	plot := &Plot{Height: plotHeight, Back: []svg.Node{svg.El("line", "class", "axis", "x1", "0%", "x2", "100%", "y1", svg.Em(axis), "y2", svg.Em(axis))}}
	values, times := make([]label, len(spots)), make([]label, len(spots))
	for i := range spots {
		values[i], times[i] = valueLabel(spots, i), timeLabel(spots, i)
	}
	plot.Back = append(plot.Back, written(times, layout(times))...)
	for i := 1; i < len(spots); i++ {
		if style := jointOf(rows[i-1].Figure, rows[i].Figure); style != "" {
			plot.Back = append(plot.Back, segment(spots[i-1], spots[i], classes(style, rows[i].Tone.Class())))
		}
	}
	from := layout(values)
	for i, s := range spots {
		shapes := s.shapes()
		if from[i] < len(widths) {
			shapes = append(shapes, values[i].node(from[i]))
		}
		plot.Points = append(plot.Points, Point{Row: s.row, Form: s.form, When: s.row.Label, Shapes: shapes})
	}
	return Picture{Plot: plot, Note: lineNote(y, rows[0])}
}

func place(r table.Row, x float64, y func(float64) float64) spot {
	s := spot{row: r, form: FormOf(r), x: x, y: plotBottom}
	if r.Amount != nil {
		s.y = y(r.Amount.Number)
		s.low, s.high = s.y, s.y
		if s.form == Ranged {
			s.low, s.high = y(r.Amount.Low), y(r.Amount.High)
		}
	}
	return s
}

// valueLabel places the value of point i clear of the line: above the point, below it if
// the line rises from it, or beside it if the line passes through.
func valueLabel(spots []spot, i int) label {
	s, last := spots[i], len(spots)-1
	inner := i > 0 && i < last
	l := label{text: value(s.row), class: classes("value", s.row.Tone.Class()), x: s.x, y: s.y + above, anchor: anchor(i, len(spots)), rank: rankOf(spots, i)}
	if s.form == Unknown {
		l.class, l.y, l.rank = "value lack", plotTop+above, 4
		return l.atEdge()
	}
	rises := i < last && spots[i+1].y < s.y && spots[i+1].form != Unknown
	fell := i > 0 && spots[i-1].y < s.y && spots[i-1].form != Unknown
	switch {
	case rises && (i == 0 || fell) && s.y+below < plotBottom:
		l.y = s.y + below
	case inner && rises:
		l.anchor = "end"
	case inner && fell:
		l.anchor = "start"
	}
	return l.atEdge()
}

// timeLabel returns the label of a point on the axis.
func timeLabel(spots []spot, i int) label {
	l := label{text: spots[i].row.Label, class: "tick", x: spots[i].x, y: whenY, anchor: anchor(i, len(spots)), rank: min(2, rankOf(spots, i))}
	return l.atEdge()
}

// atEdge moves the first and last label to the edge of the plot.
func (l label) atEdge() label {
	switch {
	case l.anchor == "start" && l.x <= edge:
		l.x = 0
	case l.anchor == "end" && l.x >= 1-edge:
		l.x = 1
	}
	return l
}

// rankOf returns 0 for the last point, 1 for the first, 2 for the highest and the lowest,
// and 3 for others.
func rankOf(spots []spot, i int) int {
	switch {
	case i == len(spots)-1:
		return 0
	case i == 0:
		return 1
	}
	highest, lowest := true, true
	for _, other := range spots {
		highest = highest && (other.form == Unknown || other.y >= spots[i].y)
		lowest = lowest && (other.form == Unknown || other.y <= spots[i].y)
	}
	if highest || lowest {
		return 2
	}
	return 3
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

func (s spot) shapes() []svg.Node {
	x, y := svg.Pct(s.x), svg.Em(s.y)
	nodes := []svg.Node{svg.El("circle", "class", "hit", "cx", x, "cy", y, "r", "1.1em")}
	switch {
	case s.form == Unknown:
		// A gap has the full height, because a dot at any height would look like a value.
		return append(nodes, svg.El("line", "class", "gap", "x1", x, "x2", x, "y1", svg.Em(plotTop), "y2", svg.Em(plotBottom)))
	case s.low != s.high:
		nodes = append(nodes, svg.El("line", "class", "whisker", "x1", x, "x2", x, "y1", svg.Em(s.low), "y2", svg.Em(s.high)))
	}
	return append(nodes, svg.El("circle", "class", classes("dot", s.row.Tone.Class()), "cx", x, "cy", y, "r", ".36em"))
}

// segment connects two points. SVG lines accept percentages, so strokes keep their width.
func segment(a, b spot, class string) svg.Node {
	return svg.El("line", "class", class, "x1", svg.Pct(a.x), "y1", svg.Em(a.y), "x2", svg.Pct(b.x), "y2", svg.Em(b.y))
}
