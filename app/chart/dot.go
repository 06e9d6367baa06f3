package chart

import (
	"math"

	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// dotMark draws each value as a dot, with the interval that was printed with it. Dots show
// positions, not lengths, so their axis need not begin at zero.
var dotMark = Mark{
	Name: "dot",
	Traits: data.Traits{
		SharesAxis: true,
		Shares:     true,
		Needs:      []string{"x", "y"},
		Group:      []string{"facet"},
		Label:      []string{"y", "x"},
	},
	Draw: drawDots,
}

func drawDots(p table.Panel) Picture {
	rows := shown(p)
	x := places(rows)
	picture := Picture{Note: begins(x, rows[0])}
	for _, r := range rows {
		picture.Strips = append(picture.Strips, strip(r, dotShape(r, x)))
	}
	picture.fold()
	return picture
}

// places returns the scale for values that are shown by position.
func places(rows []table.Row) scale.Linear {
	s := scale.Linear{Domain: reaches(rows), Range: [2]float64{0, 1}}
	if low, high := s.Domain[0], s.Domain[1]; low > 0 && low < high/2 {
		s.Domain[0] = 0 // near zero already
	}
	if s.Domain[0] == s.Domain[1] {
		s.Domain[0]--
	}
	return s.Nice(5)
}

// ends returns how far the shape of an amount extends. An open end has no extent.
func ends(a data.Amount) (low, high float64) {
	low, high = a.Number, a.Number
	if a.IsRange() {
		low, high = min(low, a.Low), max(high, a.High)
	}
	return low, high
}

// reaches returns the range that the shapes of rows cover.
func reaches(rows []table.Row) (domain [2]float64) {
	first := true
	for _, r := range rows {
		if r.Amount == nil {
			continue
		}
		low, high := ends(*r.Amount)
		if first {
			domain, first = [2]float64{low, high}, false
		}
		domain = [2]float64{min(domain[0], low), max(domain[1], high)}
	}
	return domain
}

// begins returns a note that an axis does not include zero, where a reader might assume that
// it does.
func begins(s scale.Linear, r table.Row) string {
	if s.Domain[0] <= 0 && s.Domain[1] >= 0 {
		return ""
	}
	return r.Figure.Words().Fill("picture.axis_from", "begin", axisNumber(s.Domain[0], s, r))
}

// dotShape returns an SVG as wide as its interval extends, so that the value can follow it.
func dotShape(r table.Row, x scale.Linear) svg.Node {
	if r.Amount == nil {
		return svg.El("svg", "class", "shape dots unknown", "width", "0%", "height", "1.5em", "aria-hidden", "true")
	}
	low, high := ends(*r.Amount)
	end := max(x.At(high), 0.02)
	within := func(v float64) string { return svg.Pct(x.At(v) / end) }
	node := svg.El("svg", "class", classes("shape dots", string(FormOf(r)), r.Tone.Class()), "width", svg.Pct(end), "height", "1.5em", "aria-hidden", "true", "overflow", "visible").
		With(svg.El("line", "class", "guide", "x1", "0%", "x2", "100%", "y1", "50%", "y2", "50%"))
	if low < high {
		node = node.With(svg.El("line", "class", "between", "x1", within(low), "x2", within(high), "y1", "50%", "y2", "50%"))
	}
	if zero := x.At(0); zero > 0 && zero <= end {
		node = node.With(svg.El("line", "class", "axis", "x1", within(0), "x2", within(0), "y1", "-.3em", "y2", "1.8em"))
	}
	node = node.With(svg.El("circle", "class", "dot", "cx", within(r.Amount.Number), "cy", "50%", "r", ".36em"))
	if math.IsInf(r.Amount.High, 1) {
		node = node.With(arrow())
	} else if math.IsInf(r.Amount.Low, -1) {
		node = node.With(svg.El("svg", "class", "arrow", "x", within(r.Amount.Number), "width", "10", "height", "100%", "viewBox", "16 0 10 22", "preserveAspectRatio", "xMinYMid meet", "overflow", "visible").
			With(svg.El("path", "class", "whisker", "d", "M6 4l-6 7l6 7")))
	}
	return node
}
