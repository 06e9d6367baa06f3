package chart

import (
	"factframe/app/svg"
)

// Nodes are the shapes and the value of a point; when it is stands on the axis.
func (p Point) Nodes() []svg.Node {
	x, y := svg.Pct(p.X), svg.Num(p.Y)
	nodes := []svg.Node{svg.El("circle", "class", "hit", "cx", x, "cy", y, "r", "14")}
	switch {
	case p.Form == Unknown:
		// A gap over the whole height: a dot at any height would read as a value.
		nodes = append(nodes, svg.El("line", "class", "gap", "x1", x, "x2", x, "y1", svg.Num(plotTop), "y2", svg.Num(p.Y-24)))
	case p.Low != p.High:
		nodes = append(nodes, svg.El("line", "class", "whisker", "x1", x, "x2", x, "y1", svg.Num(p.Low), "y2", svg.Num(p.High)))
		fallthrough
	default:
		nodes = append(nodes, svg.El("circle", "class", "dot", "cx", x, "cy", y, "r", "5"))
	}
	return append(nodes,
		svg.El("text", "class", "value", "x", x, "y", y, "dy", "-10", "text-anchor", "middle").Words(p.Value),
	)
}
