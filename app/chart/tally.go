package chart

import (
	"factframe/app/say"
	"factframe/app/svg"
	"factframe/data"
)

// Tally draws one square for each thing counted, and an empty one for each
// other thing of the base.
type Tally struct{}

const (
	square    = 11 // px
	squareGap = 3  // px
	perLine   = 13
)

// Draw implements Mark.
func (Tally) Draw(rows []data.Row) Picture {
	var p Picture
	for _, r := range rows {
		p.Strips = append(p.Strips, strip(r, tallyShape(r)))
	}
	for i := range p.Strips {
		if base := p.Strips[i].Row.Figure.Base; base != nil && base.Value != nil {
			p.Strips[i].Detail = "of " + say.Amount(base, base.Value, base.Unit).Short()
		} else {
			p.Strips[i].Detail = ""
		}
	}
	return p
}

func tallyShape(r data.Row) svg.Node {
	filled, all := 0, 0
	if r.Amount != nil {
		filled = int(r.Amount.Number)
		all = filled
	}
	if b := r.Figure.Base; b != nil && b.Value != nil {
		all = max(all, int(b.Value.Number))
	}
	step := square + squareGap
	lines := (all + perLine - 1) / perLine
	node := svg.El("svg", "class", "shape tally "+string(FormOf(r)), "width", svg.Num(float64(min(all, perLine)*step)), "height", svg.Num(float64(max(1, lines)*step)), "aria-hidden", "true")
	for i := range all {
		class := "block"
		if i >= filled {
			class = "rest"
		}
		node = node.With(svg.El("rect", "class", class, "x", svg.Num(float64(i%perLine*step)+0.5), "y", svg.Num(float64(i/perLine*step)+0.5), "width", svg.Num(square), "height", svg.Num(square)))
	}
	return node
}
