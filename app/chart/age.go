package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
)

// Age draws the ages that a figure speaks of on an axis of its own, from birth
// to the eighteenth birthday.
type Age struct{}

const (
	ageHeight = 42
	adult     = 18
)

// Draw implements Mark.
func (Age) Draw(rows []data.Row) Picture {
	var p Picture
	for _, r := range rows {
		s := strip(r, ageShape(r))
		s.Detail = ""
		if r.Figure.Unit != data.Years {
			s.Detail = r.Figure.Series.Counted.Many
		}
		p.Strips = append(p.Strips, s)
	}
	return p
}

// span is the range of ages of a figure, in years from birth: someone aged 12
// has not had a thirteenth birthday.
func span(f *data.Figure) (from, to float64, openLow, openHigh bool) {
	if f.Unit == data.Years && f.Value != nil {
		open := f.Value.IsOpen()
		to = f.Value.Number + 1
		if open {
			to = adult
		}
		return f.Value.Number, to, false, open
	}
	from, to = 0, adult
	if f.Series.AgeMin != nil {
		from = float64(*f.Series.AgeMin)
	}
	if f.Series.AgeMax != nil {
		to = float64(*f.Series.AgeMax + 1)
	}
	return from, to, f.Series.AgeMin == nil, f.Series.AgeMax == nil
}

func ageShape(r data.Row) svg.Node {
	from, to, openLow, openHigh := span(r.Figure)
	x := scale.Linear{Domain: [2]float64{0, adult}, Range: [2]float64{0, 1}}
	class := "block"
	if openLow || openHigh {
		class = "block soft"
	}
	node := svg.El("svg", "class", "shape ages", "width", "100%", "height", svg.Num(ageHeight), "aria-hidden", "true").With(
		svg.El("line", "class", "axis", "x1", "0%", "x2", "100%", "y1", "18", "y2", "18"),
		svg.El("rect", "class", class, "x", svg.Pct(x.At(from)), "width", svg.Pct(x.At(to)-x.At(from)), "y", "3", "height", "15"),
	)
	if openHigh {
		node = node.With(svg.El("svg", "x", svg.Pct(x.At(to)), "y", "0", "width", "10", "height", "22", "overflow", "visible").With(svg.El("path", "class", "whisker", "d", "M-5 5l6 5.5l-6 5.5")))
	}
	ticks := []float64{0, 6, 12, adult}
	for i, tick := range ticks {
		node = node.With(
			svg.El("line", "class", "axis", "x1", svg.Pct(x.At(tick)), "x2", svg.Pct(x.At(tick)), "y1", "18", "y2", "23"),
			svg.El("text", "class", "tick", "x", svg.Pct(x.At(tick)), "y", "37", "text-anchor", anchor(i, len(ticks))).Words(svg.Num(tick)),
		)
	}
	return node
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
