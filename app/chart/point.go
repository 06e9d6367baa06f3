package chart

import "factframe/app/svg"

// Nodes are the shapes and the value of a point; when it is stands on the axis.
func (p Point) Nodes() []svg.Node {
	x, y := svg.Pct(p.X), svg.Em(p.Y)
	nodes := []svg.Node{svg.El("circle", "class", "hit", "cx", x, "cy", y, "r", "1.1em")}
	switch {
	case p.Form == Unknown:
		// A gap over the whole height: a dot at any height would read as a value.
		nodes = append(nodes, svg.El("line", "class", "gap", "x1", x, "x2", x, "y1", svg.Em(plotTop), "y2", svg.Em(plotBottom)))
	case p.Low != p.High:
		nodes = append(nodes, svg.El("line", "class", "whisker", "x1", x, "x2", x, "y1", svg.Em(p.Low), "y2", svg.Em(p.High)))
		fallthrough
	default:
		nodes = append(nodes, svg.El("circle", "class", "dot", "cx", x, "cy", y, "r", ".36em"))
	}
	// A value that is missing has room of its own: no line leaves it.
	return append(nodes, p.words("value", p.value, p.Value, p.inner && p.Form != Unknown))
}

// when is the time of a point, on the axis.
func (p Point) when() svg.Node { return p.words("tick", whenY, p.When, p.inner) }

func (p Point) words(class string, y float64, s string, inner bool) svg.Node {
	x := p.X
	switch {
	case inner:
		class += " inner"
	case p.anchor == "start":
		x = 0
	case p.anchor == "end":
		x = 1
	}
	anchor := p.anchor
	if class == "tick inner" {
		anchor = "middle"
	}
	return svg.El("text", "class", class, "x", svg.Pct(x), "y", svg.Em(y), "text-anchor", anchor).Words(s)
}
