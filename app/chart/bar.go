package chart

import (
	"factframe/app/say"
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
)

// Bar draws a bar for each row, from zero.
type Bar struct{}

// Draw implements Mark.
func (Bar) Draw(rows []data.Row) Picture {
	var p Picture
	x, calculated := lengths(rows), say.SharesCalculated(rows)
	for _, r := range rows {
		s := strip(r, barShape(r, x))
		s.Detail = barDetail(r, calculated)
		p.Strips = append(p.Strips, s)
	}
	return p
}

// lengths is the scale of all the rows of a panel; it begins at zero, and the
// longest bar is as wide as the plot.
func lengths(rows []data.Row) scale.Linear {
	s := scale.Linear{Range: [2]float64{0, 1}}
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

// barShape is an SVG as wide as the bar reaches, so that the value can follow
// it. Its height is the style's.
func barShape(r data.Row, x scale.Linear) svg.Node {
	form := FormOf(r)
	node := func(width float64) svg.Node {
		return svg.El("svg", "class", "shape "+string(form), "width", svg.Pct(width), "height", "1.5em", "aria-hidden", "true")
	}
	if form == Unknown {
		return node(1).With(block("block", 0, 1))
	}
	a := *r.Amount
	end := reach(a)
	if end == 0 {
		return node(0)
	}
	shape := node(x.At(end))
	switch {
	case form == OpenEnd:
		return shape.With(block("block", 0, 1), arrow())
	case a.IsRange() && form != UpTo:
		return shape.With(block("block", 0, a.Low/end), block("doubt", a.Low/end, 1))
	}
	return shape.With(block("block", 0, 1))
}

// block is a part of a bar, from one fraction of it to another: "doubt" is
// where the value may end.
func block(class string, from, to float64) svg.Node {
	return svg.El("rect", "class", class, "x", svg.Pct(from), "width", svg.Pct(to-from), "height", "100%")
}

// arrow stands at an end that is open.
func arrow() svg.Node {
	return svg.El("svg", "class", "arrow", "x", "100%", "width", "10", "height", "100%", "viewBox", "0 0 10 22", "preserveAspectRatio", "xMinYMid meet", "overflow", "visible").
		With(svg.El("path", "class", "whisker", "d", "M1 4l6 7l-6 7"))
}

// barDetail is the other measure of a row, and that its value was calculated:
// of an estimate, "about" says so, and of shares that all are, and of totals of
// records, the panel does.
func barDetail(r data.Row, panelSays bool) string {
	detail := say.Other(r)
	if f := r.Figure; detail != "" && !f.Calculated() && r.Unit.HasShares() && !f.PercentPrinted && !panelSays {
		detail += " " + text.Calculated
	}
	if r.Figure.Calculated() && r.Figure.Series.Records == nil && r.Amount != nil && r.Amount.Qualifier == data.Exact {
		return join(text.Calculated, detail)
	}
	return detail
}
