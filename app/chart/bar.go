package chart

import (
	"factframe/app/say"
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// barMark draws a bar for each row, from zero: to the right, or to the left if the value is
// negative. Long lists are folded after the first bars.
var barMark = Mark{
	Name: "bar",
	Traits: data.Traits{
		SharesAxis: true,
		FromZero:   true,
		Shares:     true,
		Records:    true,
		Needs:      []string{"x", "y"},
		Group:      []string{"facet"},
		Label:      []string{"y", "x"},
		Chosen:     "y",
		Boxed:      true,
	},
	Draw: drawBars,
}

// A list of more than mostBars bars shows firstBars of them and folds the rest.
const (
	mostBars  = 12
	firstBars = 10
)

func drawBars(p table.Panel) Picture {
	rows, values := shown(p), ""
	calculated := say.SharesCalculated(rows)
	if calculated && rows[0].Figure.Series.Records == nil {
		values = rows[0].Figure.Words().Say("picture.shares_calculated")
	}
	picture := Picture{Strips: bars(rows, rows, calculated), Values: values}
	picture.fold()
	oneWay := lengths(rows).Domain[0] == 0
	switch {
	case rows[0].Group != "" || !oneWay: // folding or filtering must not move the zero line of two-sided bars
	case picture.Folded > 0:
		picture.addUp(rows[len(rows)-picture.Folded:], rows, calculated)
	default:
		picture.Strips = among(bars(rows, p.Rows, calculated), p.Drawn, calculated)
	}
	return picture
}

// addUp shows the total of the folded rows, if they may be added up. It has no bar, which
// would be longer than all others.
func (p *Picture) addUp(rest, all []table.Row, calculated bool) {
	sum, ok := table.Total(rest)
	if !ok || sum.Amount.Number <= 0 {
		return
	}
	sum.Label = sum.Figure.Words().Count("fold.together", p.Folded)
	*p.Others = bars([]table.Row{sum}, all, calculated)[0]
	p.Others.Rest, p.Others.Shape = true, svg.Node{}
}

// bars draws rows on the scale of all. calculated reports that the picture already says
// that all shares were calculated.
func bars(rows, all []table.Row, calculated bool) []Strip {
	var strips []Strip
	x := lengths(all)
	for _, r := range rows {
		s := strip(r, svg.Node{})
		s.Rest = r.Rest && len(rows) > 1
		if x.Domain[0] < 0 && !s.Rest {
			s.Inside, s.Side = true, side(all)
			s.Shape = bothWays(r, value(r), x)
		} else {
			s.Detail = barDetail(r, calculated)
			if s.Word == "" && calculatedExactly(r) {
				s.Word = r.Figure.Words().Say("calculated")
			}
			if !s.Rest {
				s.Shape = barShape(r, x)
			}
		}
		strips = append(strips, s)
	}
	return strips
}

// among gives strips their shapes on the scale of all rows, including those that a filter
// leaves out. Rows that are left out have no other shape.
func among(strips []Strip, all []table.Row, calculated bool) []Strip {
	if all == nil {
		return strips
	}
	for i, s := range bars(all, all, calculated) {
		strips[i].Among = s.Shape
		if s.Row.Out {
			strips[i].Shape = s.Shape
		}
	}
	return strips
}

// calculatedExactly reports whether a calculated value needs the label "calculated".
// Estimates already have "about", and the panel explains totals of records.
func calculatedExactly(r table.Row) bool {
	return r.Figure.Calculated() && r.Figure.Series.Records == nil && r.Amount != nil && r.Amount.Qualifier == data.Exact
}

// lengths returns the scale of a panel's rows, without the remainder of a total. It
// includes zero, and the longest bar is as wide as the plot.
func lengths(rows []table.Row) scale.Linear {
	s := scale.Linear{Range: [2]float64{0, 1}}
	for _, r := range rows {
		if r.Amount != nil && !(r.Rest && len(rows) > 1) {
			low, _ := ends(*r.Amount)
			s.Domain[0] = min(s.Domain[0], low)
			s.Domain[1] = max(s.Domain[1], reach(*r.Amount))
		}
	}
	return s
}

// reach returns the highest value that the shape of an amount extends to.
func reach(a data.Amount) float64 {
	if a.IsOpen() {
		return a.Number
	}
	return max(a.Number, a.High)
}

// barShape returns an SVG as wide as the bar, so that the value can follow it. The style
// sets its height.
func barShape(r table.Row, x scale.Linear) svg.Node {
	form := FormOf(r)
	node := func(width float64) svg.Node {
		return svg.El("svg", "class", classes("shape", string(form), r.Tone.Class()), "width", svg.Pct(width), "height", "1.5em", "aria-hidden", "true")
	}
	if form == Unknown {
		return node(unknownWidth).With(block("block", 0, 1))
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
	case a.IsRange() && a.Qualifier != data.LessThan:
		return shape.With(block("block", 0, max(0, a.Low)/end), block("doubt", max(0, a.Low)/end, 1))
	}
	return shape.With(block("block", 0, 1))
}

// unknownWidth is the width of the outline of a missing value, as a fraction of the plot.
// It is small, so that gaps do not dominate known values.
const unknownWidth = 0.04

// bothWays draws a bar from a zero within the plot, with the value at its end.
func bothWays(r table.Row, words string, x scale.Linear) svg.Node {
	zero := x.At(0)
	shape := svg.El("svg", "class", classes("shape both", string(FormOf(r)), r.Tone.Class()), "width", "100%", "height", "1.5em", "aria-hidden", "true", "overflow", "visible")
	l := label{text: words, class: "value", x: zero, dx: 0.5, y: bothWaysText, anchor: "start"}
	if r.Amount != nil {
		near, far := ends(*r.Amount)
		if r.Amount.Qualifier == data.LessThan {
			near, far = r.Amount.Number, r.Amount.Number // outline up to the bound
		}
		if near < 0 && far > 0 { // the sign is uncertain
			shape = shape.With(block("doubt", x.At(near), x.At(far)))
			if r.Amount.Number < 0 {
				near, far = far, near
				l.dx, l.anchor = -0.5, "end"
			}
		} else if r.Amount.Number < 0 {
			near, far = min(0, far), near
			shape = shape.With(block("block fall", x.At(near), zero), block("doubt", x.At(far), x.At(near)))
			l.dx, l.anchor = -0.5, "end"
		} else {
			near = max(0, near)
			shape = shape.With(block("block", zero, x.At(near)), block("doubt", x.At(near), x.At(far)))
		}
		l.x = x.At(far)
	}
	return shape.With(svg.El("line", "class", "axis", "x1", svg.Pct(zero), "x2", svg.Pct(zero), "y1", "-.3em", "y2", "1.8em"), l.node(0))
}

// bothWaysText is the baseline of the value within its bar, in em.
const bothWaysText = 1.1

// side returns the space that the longest value needs beside its mark.
func side(rows []table.Row) int {
	need := 0.0
	for _, r := range rows {
		need = max(need, 1+wide(value(r)))
	}
	return roomFor(need)
}

// block is a part of a bar between two fractions of it. Class "doubt" marks the range in
// which the value may end.
func block(class string, from, to float64) svg.Node {
	return svg.El("rect", "class", class, "x", svg.Pct(from), "width", svg.Pct(to-from), "height", "100%")
}

// arrow marks an open end.
func arrow() svg.Node {
	return svg.El("svg", "class", "arrow", "x", "100%", "width", "10", "height", "100%", "viewBox", "0 0 10 22", "preserveAspectRatio", "xMinYMid meet", "overflow", "visible").
		With(svg.El("path", "class", "whisker", "d", "M1 4l6 7l-6 7"))
}

// barDetail returns the other measure of a row. It adds "calculated", unless the panel says
// that for all rows.
func barDetail(r table.Row, panelSays bool) string {
	detail := say.Other(r)
	if f := r.Figure; detail != "" && !f.Calculated() && r.Unit.HasShares() && !f.PercentPrinted && !panelSays {
		detail = f.Words().Fill("picture.calculated", "amount", detail)
	}
	return detail
}
