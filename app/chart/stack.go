package chart

import (
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// stackMark draws the parts of a whole as one bar, with the share of each. Each group of
// rows is a separate whole.
var stackMark = Mark{
	Name: "stack",
	Traits: data.Traits{
		SharesAxis: true,
		FromZero:   true,
		Shares:     true,
		Parts:      true,
		Needs:      []string{"y", "colour"},
		Group:      []string{"y"},
		Label:      []string{"colour"},
	},
	Draw: drawStacks,
}

func drawStacks(p table.Panel) Picture {
	var picture Picture
	classes, colour := map[string]string{}, partColours(p)
	for _, r := range p.Rows {
		if classes[r.Label] == "" {
			classes[r.Label] = colour(r, r.Label)
			picture.Keys = append(picture.Keys, Key{classes[r.Label], r.Label})
		}
	}
	for _, rows := range table.Grouped(p.Rows) {
		picture.Strips = append(picture.Strips, stacked(rows, classes))
	}
	picture.fold()
	if unit := p.Rows[0].Unit; !unit.Kind.Traits().Part {
		picture.Note = p.Rows[0].Figure.Words().Say("picture.shares")
	}
	return picture
}

const (
	stackHeight = 1.9 // em
	stackText   = 1.35
	stackApart  = 0.3 // minimum space between a value and the ends of its part
)

func stacked(rows []table.Row, classes map[string]string) Strip {
	whole, _ := table.Whole(rows)
	whole = max(sum(rows), whole)
	s := Strip{Row: rows[0], Label: rows[0].Group, Inside: true,
		Shape: svg.El("svg", "class", "shape parts", "width", "100%", "height", svg.Em(stackHeight), "overflow", "visible")}
	at := 0.0
	for _, r := range rows {
		point := Point{Row: r, Form: FormOf(r), When: r.Figure.Words().Commas(r.Group, r.Label)}
		if r.Amount != nil && whole > 0 {
			width := r.Amount.Number / whole
			point.Shapes = part(r, at, width, classes[r.Label])
			at += width
		}
		s.Points = append(s.Points, point)
	}
	if at < 1-unseen {
		s.Shape = s.Shape.With(svg.El("rect", "class", "empty", "x", svg.Pct(at), "width", svg.Pct(1-at), "height", "100%"))
	}
	return s
}

func sum(rows []table.Row) (all float64) {
	for _, r := range rows {
		if r.Amount != nil {
			all += r.Amount.Number
		}
	}
	return all
}

// unseen is the fraction of a bar that is too small to be seen.
const unseen = 0.005

// part draws one part of a bar. Its value is shown from the width where it fits.
func part(r table.Row, at, width float64, class string) []svg.Node {
	nodes := []svg.Node{svg.El("rect", "class", "part "+class, "x", svg.Pct(at), "width", svg.Pct(width), "height", "100%")}
	l := label{text: value(r), class: "on " + class, x: at + width/2, y: stackText, anchor: "middle"}
	for step, w := range widths {
		if wide(l.text)+stackApart <= width*w {
			return append(nodes, l.node(step))
		}
	}
	return nodes
}
