package chart

import (
	"factframe/app/say"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// tallyMark draws a square for each thing counted, and an empty one for each other thing in
// the base.
var tallyMark = Mark{
	Name: "tally",
	Traits: data.Traits{
		SharesAxis: true,
		FromZero:   true,
		Counts:     400, // squares; more would be impossible to count
		Needs:      []string{"x", "y"},
		Group:      []string{"facet"},
		Label:      []string{"y", "x"},
	},
	Draw: drawTallies,
}

// drawTallies uses the same scale for all panels of a view, so that their squares have the
// same width.
func drawTallies(panel table.Panel) Picture {
	var p Picture
	rows := shown(panel)
	most := 1
	alike := rows
	if panel.Together != nil {
		alike = panel.Together
	}
	for _, r := range alike {
		_, all := squares(r)
		most = max(most, all)
	}
	for _, r := range rows {
		p.Strips = append(p.Strips, tally(r, tallyShape(r, most)))
	}
	var others Picture
	for _, r := range alike {
		others.Strips = append(others.Strips, tally(r, svg.Node{}))
	}
	p.beside = others.Room()
	return p
}

// tally returns the strip of a row, with its base.
func tally(r table.Row, shape svg.Node) Strip {
	s := strip(r, shape)
	if base := r.Figure.Base; base != nil && base.Value != nil {
		s.Detail = base.Words().Fill("of.whole", "whole", say.Amount(base, base.Value, base.Unit).Short())
	}
	return s
}

// squares returns the number of filled squares and of all squares.
func squares(r table.Row) (filled, all int) {
	if r.Amount != nil {
		filled = int(r.Amount.Number)
	}
	all = filled
	if b := r.Figure.Base; b != nil && b.Value != nil {
		all = max(all, int(b.Value.Number))
	}
	return filled, all
}

func tallyShape(r table.Row, most int) svg.Node {
	const gap = 0.18 // between two squares, as a fraction of their distance
	filled, all := squares(r)
	step := 1 / float64(max(all, 1))
	node := svg.El("svg", "class", classes("shape tally", string(FormOf(r)), r.Tone.Class()), "width", svg.Pct(float64(all)/float64(most)), "height", ".8em", "aria-hidden", "true")
	for i := range all {
		class := "block"
		if i >= filled {
			class = "empty"
		}
		node = node.With(svg.El("rect", "class", class, "x", svg.Pct(float64(i)*step), "width", svg.Pct(step*(1-gap)), "height", "100%"))
	}
	return node
}
