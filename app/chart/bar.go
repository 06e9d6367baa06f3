package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
)

// Bar draws a bar for each row, from zero.
type Bar struct{}

const (
	barHeight = 22   // px
	longest   = 0.72 // of the width; the rest is for the value at the bar's end
)

// Draw implements Mark.
func (Bar) Draw(rows []data.Row) Picture {
	var p Picture
	x := lengths(rows)
	for _, r := range rows {
		p.Strips = append(p.Strips, strip(r, barShape(r, x)))
	}
	return p
}

// lengths is the scale of all the rows of a panel; it begins at zero.
func lengths(rows []data.Row) scale.Linear {
	s := scale.Linear{Range: [2]float64{0, longest}}
	for _, r := range rows {
		if r.Amount != nil {
			s.Domain[1] = max(s.Domain[1], reach(*r.Amount))
		}
	}
	return s
}

// reach is how far the shape of an amount extends.
func reach(a data.Amount) float64 {
	if a.IsOpen() {
		return a.Number
	}
	return max(a.Number, a.High)
}

// barShape is an SVG as wide as the bar reaches, so that the value can follow it.
func barShape(r data.Row, x scale.Linear) svg.Node {
	form := FormOf(r)
	if form == Unknown {
		return shape(form, longest, barHeight).With(block(form, 1, barHeight))
	}
	a := *r.Amount
	end := reach(a)
	node := shape(form, x.At(end), barHeight)
	if end == 0 {
		return node
	}
	node = node.With(block(form, a.Number/end, barHeight))
	if form == Ranged || form == Hatched && a.IsRange() {
		node = node.With(whisker(a.Low/end, a.High/end)...)
	}
	if form == OpenEnd {
		node = node.With(arrow())
	}
	return node
}

func shape(form Form, width float64, height int) svg.Node {
	return svg.El("svg", "class", "shape "+string(form), "width", svg.Pct(width), "height", svg.Num(float64(height)), "aria-hidden", "true")
}

func block(form Form, width float64, height int) svg.Node {
	return svg.El("rect", "class", "block", "width", svg.Pct(width), "height", svg.Num(float64(height)))
}

// whisker spans the values that rounding or an estimate leaves.
func whisker(low, high float64) []svg.Node {
	mid, top, bottom := svg.Num(barHeight/2), svg.Num(barHeight/2-5), svg.Num(barHeight/2+5)
	return []svg.Node{
		svg.El("line", "class", "whisker", "x1", svg.Pct(low), "x2", svg.Pct(high), "y1", mid, "y2", mid),
		svg.El("line", "class", "whisker", "x1", svg.Pct(low), "x2", svg.Pct(low), "y1", top, "y2", bottom),
		svg.El("line", "class", "whisker", "x1", svg.Pct(high), "x2", svg.Pct(high), "y1", top, "y2", bottom),
	}
}

// arrow stands at an end that is open.
func arrow() svg.Node {
	return svg.El("svg", "class", "arrow", "x", "100%", "width", "10", "height", svg.Num(barHeight), "overflow", "visible").
		With(svg.El("path", "class", "whisker", "d", "M1 4l6 7l-6 7"))
}
