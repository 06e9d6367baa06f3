package chart

import (
	"slices"
	"strconv"
	"strings"

	"factframe/app/svg"
)

// box is the size in px of the drawing that an element belongs to.
type box struct{ width, height float64 }

// resolve converts percentages and ems to pixels. It also returns the box for the element's
// children.
func resolve(n svg.Node, within box, size float64) (svg.Node, box) {
	if stretched(n) {
		return unstretched(n, within.width, size), within
	}
	inner := within
	out := svg.Node{Tag: n.Tag, Attrs: make([]svg.Attr, len(n.Attrs)), Text: n.Text}
	for i, a := range n.Attrs {
		a.Value = pixels(a, within, size)
		out.Attrs[i] = a
		switch {
		case n.Tag == "svg" && a.Name == "width":
			inner.width, _ = strconv.ParseFloat(a.Value, 64)
		case n.Tag == "svg" && a.Name == "height":
			inner.height, _ = strconv.ParseFloat(a.Value, 64)
		}
	}
	for _, c := range n.Children {
		child, _ := resolve(c, inner, size)
		out.Children = append(out.Children, child)
	}
	return out, inner
}

// vertical lists the attributes whose percentages refer to the height.
var vertical = []string{"y", "y1", "y2", "cy", "height"}

// pixels converts the value of an attribute. Values that are not lengths are unchanged.
func pixels(a svg.Attr, within box, size float64) string {
	unit, of := "em", size
	if strings.HasSuffix(a.Value, "%") {
		unit, of = "%", within.width/100
		if slices.Contains(vertical, a.Name) {
			of = within.height / 100
		}
	}
	number, found := strings.CutSuffix(a.Value, unit)
	v, err := strconv.ParseFloat(number, 64)
	if !found || err != nil {
		return a.Value
	}
	return svg.Num(v * of)
}

// standing returns a drawing without the words that do not fit its width, in em.
func standing(n svg.Node, width float64) svg.Node {
	out := n
	out.Children = nil
	for _, c := range n.Children {
		if stands(c, stepAt(width)) {
			out.Children = append(out.Children, standing(c, width))
		}
	}
	return out
}

func stands(n svg.Node, step int) bool {
	for _, class := range strings.Fields(n.Attr("class")) {
		at, err := strconv.Atoi(class[1:])
		if err == nil && (class[0] == 'w' && step < at || class[0] == 'u' && step >= at) {
			return false
		}
	}
	return true
}

// stretched reports whether a drawing's coordinates are stretched to fill its box.
func stretched(n svg.Node) bool { return n.Attr("preserveAspectRatio") == "none" }

// unstretched converts a stretched drawing to pixels. Its paths consist of moves and lines
// between points of a square of stretch units.
func unstretched(n svg.Node, width, size float64) svg.Node {
	ems := func(name string) float64 {
		v, _ := strconv.ParseFloat(strings.TrimSuffix(n.Attr(name), "em"), 64)
		return v * size
	}
	out := svg.El("g")
	for _, path := range n.Children {
		var d strings.Builder
		rest := path.Attr("d")
		for rest != "" {
			step := rest[:1]
			end := strings.IndexAny(rest[1:], "MLh")
			if end < 0 {
				end = len(rest) - 1
			}
			x, y, _ := strings.Cut(rest[1:end+1], " ")
			rest = rest[end+1:]
			if step == "h" {
				d.WriteString("h0")
				continue
			}
			across, _ := strconv.ParseFloat(x, 64)
			down, _ := strconv.ParseFloat(y, 64)
			d.WriteString(step + svg.Num(across/stretch*width) + " " + svg.Num(ems("y")+down/stretch*ems("height")))
		}
		out = out.With(svg.El("path", "class", path.Attr("class"), "d", d.String(), "fill", "none"))
	}
	return out
}
