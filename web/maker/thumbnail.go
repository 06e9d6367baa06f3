package maker

import (
	"math"
	"strconv"
	"strings"

	"factframe/app/svg"
)

// thumbnail is a picture without its words, cut to its shapes, so that it can be recognised
// when it is small.
func thumbnail(picture svg.Node) string {
	shapes := withoutWords(picture)
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	b.around(shapes, 0, 0)
	if b.right <= b.left {
		return picture.Document()
	}
	const edge = 12
	width, height := b.right-b.left+2*edge, b.bottom-b.top+2*edge
	for i, a := range shapes.Attrs {
		switch a.Name {
		case "viewBox":
			shapes.Attrs[i].Value = strings.Join([]string{svg.Num(b.left - edge), svg.Num(b.top - edge), svg.Num(width), svg.Num(height)}, " ")
		case "width":
			shapes.Attrs[i].Value = svg.Num(width)
		case "height":
			shapes.Attrs[i].Value = svg.Num(height)
		}
	}
	for i, a := range shapes.Attrs { // bars and lines keep their meaning in any proportion
		if a.Name == "role" {
			shapes.Attrs[i].Name, shapes.Attrs[i].Value = "preserveAspectRatio", "none"
		}
	}
	return shapes.Document()
}

func withoutWords(n svg.Node) svg.Node {
	kept := n
	kept.Attrs = append(n.Attrs[:0:0], n.Attrs...)
	kept.Children = nil
	for _, c := range n.Children {
		if c.Tag == "text" {
			continue
		}
		kept.Children = append(kept.Children, withoutWords(c))
	}
	return kept
}

// box is what shapes are within.
type box struct{ left, top, right, bottom float64 }

func (b *box) add(x, y float64) {
	b.left, b.top, b.right, b.bottom = min(b.left, x), min(b.top, y), max(b.right, x), max(b.bottom, y)
}

// around adds the shapes of a node, whose own corner is at x and y.
func (b *box) around(n svg.Node, x, y float64) {
	at := func(name string) float64 { v, _ := strconv.ParseFloat(n.Attr(name), 64); return v }
	switch n.Tag {
	case "defs", "style":
		return
	case "rect":
		if n.Attr("width") != "100%" {
			b.add(x+at("x"), y+at("y"))
			b.add(x+at("x")+at("width"), y+at("y")+at("height"))
		}
	case "line":
		b.add(x+at("x1"), y+at("y1"))
		b.add(x+at("x2"), y+at("y2"))
	case "circle":
		b.add(x+at("cx")-at("r"), y+at("cy")-at("r"))
		b.add(x+at("cx")+at("r"), y+at("cy")+at("r"))
	case "path":
		for _, point := range strings.FieldsFunc(n.Attr("d"), func(c rune) bool { return c == 'M' || c == 'L' }) {
			across, down, ok := strings.Cut(strings.TrimSpace(strings.ReplaceAll(point, ",", " ")), " ")
			px, err1 := strconv.ParseFloat(across, 64)
			py, err2 := strconv.ParseFloat(strings.TrimSpace(down), 64)
			if ok && err1 == nil && err2 == nil {
				b.add(x+px, y+py)
			}
		}
	}
	for _, c := range n.Children {
		dx, dy := 0.0, 0.0
		if n.Tag == "svg" || n.Tag == "g" {
			dx, dy = at("x"), at("y")
		}
		b.around(c, x+dx, y+dy)
	}
}
