package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// ageMark draws the ages of one figure on an axis from birth to the oldest age of the view.
var ageMark = Mark{
	Name: "age",
	Traits: data.Traits{
		Ages: true,
	},
	Draw: drawAges,
}

// Positions in em: the height of a row, the line within it, and the numbers of the axis.
const (
	ageHeight = 1.2
	ageAxis   = 0.6
	axisWords = 0.9
)

func drawAges(panel table.Panel) Picture {
	oldest := float64(panel.Spec.Oldest)
	x := agesUpTo(oldest)
	p := Picture{Axis: svg.El("svg", "class", "shape ages", "width", "100%", "height", svg.Em(ageHeight), "aria-hidden", "true")}
	for _, tick := range []float64{0, 10, oldest} {
		if tick == 10 && oldest < 15 {
			continue // it would overlap the last tick
		}
		p.Axis = p.Axis.With(svg.El("text", "class", "tick", "x", svg.Pct(x.At(tick)), "y", svg.Em(axisWords), "text-anchor", "middle").Words(svg.Num(tick)))
	}
	for _, r := range shown(panel) {
		p.Strips = append(p.Strips, strip(r, ageShape(r, float64(panel.Spec.Oldest))))
	}
	return p
}

// ages returns the range of ages of a figure, in years from birth. A single age is a point;
// "under 13" may be any age below.
func ages(f *data.Figure, oldest float64) (from, to float64, openLow, openHigh bool) {
	if f.Unit.Kind.Traits().Age && f.Value != nil {
		switch {
		case f.Value.Qualifier == data.LessThan:
			return 0, f.Value.Number, true, false
		case f.Value.IsOpen():
			return f.Value.Number, oldest, false, true
		}
		return f.Value.Number, f.Value.Number, false, false
	}
	from, to = 0, oldest
	if f.Series.AgeMin != nil {
		from = float64(*f.Series.AgeMin)
	}
	if f.Series.AgeMax != nil {
		to = float64(*f.Series.AgeMax)
		if f.Series.AgeMin == nil {
			to++
		}
	}
	return from, to, f.Series.AgeMin == nil, f.Series.AgeMax == nil
}

func ageShape(r table.Row, oldest float64) svg.Node {
	from, to, openLow, openHigh := ages(r.Figure, oldest)
	x := agesUpTo(oldest)
	at, y := func(v float64) string { return svg.Pct(x.At(v)) }, svg.Em(ageAxis)
	node := svg.El("svg", "class", classes("shape ages", r.Tone.Class()), "width", "100%", "height", svg.Em(ageHeight), "aria-hidden", "true").With(
		svg.El("line", "class", "years", "x1", at(0), "x2", at(oldest), "y1", y, "y2", y),
		svg.El("line", "class", "span", "x1", at(from), "x2", at(to), "y1", y, "y2", y),
	)
	dot := func(class string, v float64) svg.Node {
		return svg.El("circle", "class", class, "cx", at(v), "cy", y, "r", ".42em")
	}
	if !openLow {
		node = node.With(dot("dot", from))
	}
	switch {
	case openHigh:
		node = node.With(svg.El("svg", "x", at(to), "y", y, "width", "10", "height", "12", "overflow", "visible").With(svg.El("path", "class", "end", "d", "M-1 -6l7 6l-7 6")))
	case openLow:
		node = node.With(dot("ring", to)) // the bound itself is excluded
	case to != from:
		node = node.With(dot("dot", to))
	}
	return node
}

func agesUpTo(oldest float64) scale.Linear {
	return scale.Linear{Domain: [2]float64{0, oldest}, Range: [2]float64{0.03, 0.93}}
}
