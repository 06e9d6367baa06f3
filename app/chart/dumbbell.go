package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// dumbbellMark draws two values of each group as dots on one line. The first dot is a ring,
// the second is filled, and decreases have another colour.
var dumbbellMark = Mark{
	Name: "dumbbell",
	Traits: data.Traits{
		SharesAxis: true,
		Shares:     true,
		Pairs:      true,
		Needs:      []string{"y", "colour"},
		Group:      []string{"y"},
		Label:      []string{"colour"},
	},
	Draw: drawDumbbells,
}

func drawDumbbells(p table.Panel) Picture {
	x := places(p.Rows)
	picture := Picture{} // no axis, because each end shows its value
	groups := table.Grouped(p.Rows)
	for i, class := range []string{"ring", "dot"} {
		if i < len(groups[0]) {
			picture.Keys = append(picture.Keys, Key{class, groups[0][i].Label})
		}
	}
	anyFalls := false
	for _, rows := range groups {
		strip, falls := pair(rows, x, side(p.Rows))
		picture.Strips = append(picture.Strips, strip)
		anyFalls = anyFalls || falls
	}
	if anyFalls {
		picture.Keys = append(picture.Keys, Key{"fall", p.Rows[0].Figure.Words().Say("picture.fall")})
	}
	picture.fold()
	return picture
}

const (
	dumbbellHeight = 1.6 // em
	dumbbellMiddle = 0.8
	dumbbellText   = 1.15
)

// pair draws the two ends of a group, and reports whether the value decreases.
func pair(rows []table.Row, x scale.Linear, side int) (s Strip, falls bool) {
	y := svg.Em(dumbbellMiddle)
	shape := svg.El("svg", "class", classes("shape ends", rows[0].Tone.Class()), "width", "100%", "height", svg.Em(dumbbellHeight), "overflow", "visible").
		With(svg.El("line", "class", "guide", "x1", "0%", "x2", "100%", "y1", y, "y2", y))
	s = Strip{Row: rows[0], Label: rows[0].Group, Inside: true, Side: side}
	var known []table.Row
	for _, r := range rows {
		if r.Amount != nil {
			known = append(known, r)
		}
	}
	class := ""
	if len(known) == 2 {
		if falls = known[1].Amount.Number < known[0].Amount.Number; falls {
			class = " fall"
		}
		shape = shape.With(svg.El("line", "class", "between"+class, "x1", svg.Pct(x.At(known[0].Amount.Number)), "x2", svg.Pct(x.At(known[1].Amount.Number)), "y1", y, "y2", y))
	}
	s.Shape = shape
	for i, r := range rows {
		point := Point{Row: r, Form: FormOf(r), When: r.Figure.Words().Commas(r.Group, r.Label)}
		if r.Amount != nil {
			point.Shapes = end(r, i, x, class, right(r, known))
		}
		s.Points = append(s.Points, point)
	}
	return s, falls
}

// right reports whether a row is the one on the right. If both are equal, it is the second.
func right(r table.Row, known []table.Row) bool {
	if len(known) < 2 {
		return true
	}
	first, second := known[0].Amount.Number, known[1].Amount.Number
	if r.Figure == known[0].Figure {
		return first > second
	}
	return second >= first
}

// end draws one of the two dots, with the value on its outer side.
func end(r table.Row, i int, x scale.Linear, class string, right bool) []svg.Node {
	at := x.At(r.Amount.Number)
	l := label{text: value(r), class: "value", x: at, dx: 0.7, y: dumbbellText, anchor: "start"}
	if !right {
		l.dx, l.anchor = -0.7, "end"
	}
	shape := "dot"
	if i == 0 {
		shape, l.class = "ring", "tick"
	}
	return []svg.Node{svg.El("circle", "class", shape+class, "cx", svg.Pct(at), "cy", svg.Em(dumbbellMiddle), "r", ".42em"), l.node(0)}
}
