package chart

import (
	"strconv"
	"strings"

	"factframe/app/say"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
)

// Words stand around a picture that leaves the page: without them a number
// would travel without its finding, source and caveat.
type Words struct {
	Title, Subtitle, Source, Care string
	Panels                        []string // a title for each panel; empty where it needs none
}

const (
	documentWidth = 760 // px
	margin        = 24
	labelWidth    = 210
	charWidth     = 0.54 // of the font size, on average; text is wrapped by it
)

// Document resolves the pictures of a table at a fixed width, as a file.
func Document(t data.Table, w Words) svg.Node {
	d := &document{y: margin}
	d.words(w.Title, 24, "title", 1.25)
	d.words(w.Subtitle, 15, "soft", 1.4)
	d.y += 12
	for i, panel := range t.Panels {
		if len(panel.Rows) > 0 {
			d.panel(panel, w.Panels[i])
		}
	}
	d.words(w.Care, 13, "body", 1.4)
	d.words(w.Source, 13, "soft", 1.4)
	height := svg.Num(d.y + margin/2)
	return svg.El("svg", "width", svg.Num(documentWidth), "height", height, "viewBox", "0 0 "+svg.Num(documentWidth)+" "+height, "role", "img", "aria-label", w.Title).
		With(append([]svg.Node{svg.El("style").Words(documentStyle), hatch(), svg.El("rect", "width", "100%", "height", "100%", "fill", "#fff")}, d.nodes...)...)
}

// documentStyle is the light scheme of the page, with its names.
const documentStyle = `text{font-family:system-ui,"Segoe UI",Roboto,"DejaVu Sans",Arial,sans-serif;fill:#1b1f24}.title{font-weight:bold}.soft,.tick,.small{fill:#57606a}.tick{font-size:12px}.small{font-size:12px}.value{font-weight:bold;font-size:13px}.block{fill:#1f5f8b}.block.soft{fill-opacity:.55}.hatched .block{fill:url(#hatch);stroke:#7b8590;stroke-dasharray:4 3}.upto .block,.unknown .block{fill:none;stroke:#7b8590;stroke-dasharray:4 3}.rest{fill:none;stroke:#7b8590}.whisker{stroke:#1b1f24;stroke-width:1.5;fill:none}.axis{stroke:#7b8590}.grid{stroke:#d8dee4}.line{stroke:#1f5f8b;stroke-width:2}.dashed{stroke-dasharray:6 5}.gap{stroke:#7b8590;stroke-dasharray:2 4;stroke-width:2}.dot{fill:#1f5f8b}.hit{fill:none}`

func hatch() svg.Node {
	return svg.El("defs").With(svg.El("pattern", "id", "hatch", "width", "9", "height", "9", "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)").
		With(svg.El("rect", "width", "4", "height", "9", "fill", "#a9c3d8")))
}

// document is a file being written downwards.
type document struct {
	nodes []svg.Node
	y     float64
}

func (d *document) add(nodes ...svg.Node) { d.nodes = append(d.nodes, nodes...) }

func (d *document) words(s string, size float64, class string, leading float64) {
	for _, line := range wrap(s, documentWidth-2*margin, size) {
		d.y += size * leading
		d.add(label(margin, d.y-size*0.25, class, line, "font-size", svg.Num(size)))
	}
	if s != "" {
		d.y += 4
	}
}

func label(x, y float64, class, s string, attrs ...string) svg.Node {
	return svg.El("text", append([]string{"class", class, "x", svg.Num(x), "y", svg.Num(y)}, attrs...)...).Words(s)
}

func (d *document) panel(p data.Panel, title string) {
	d.words(title, 15, "title", 1.5)
	picture := Draw(p)
	switch {
	case picture.Plot != nil:
		d.plot(picture.Plot)
	case len(picture.Strips) > 0:
		group := ""
		for _, s := range picture.Strips {
			if s.Row.Group != group {
				group = s.Row.Group
				d.words(group, 14, "body", 1.5)
			}
			d.strip(s)
		}
	default:
		for _, r := range p.Rows {
			a, unit := r.Figure.Natural()
			d.row(say.Amount(r.Figure, a, unit).Short(), text.Capital(r.Figure.Label))
		}
	}
	d.y += 14
}

func (d *document) row(value, what string) {
	d.y += 22
	d.add(label(margin, d.y, "value", value), label(margin+labelWidth, d.y, "body", what, "font-size", "14"))
}

func (d *document) strip(s Strip) {
	lines := wrap(s.Row.Label, labelWidth-16, 14)
	top := d.y + 4
	for _, line := range lines {
		d.y += 18
		d.add(label(margin+labelWidth-12, d.y, "body", line, "text-anchor", "end", "font-size", "14"))
	}
	plot := float64(documentWidth - 2*margin - labelWidth - 130)
	shape, width := resolve(s.Shape, plot)
	_, height := extent(shape)
	d.add(svg.El("svg", "x", svg.Num(margin+labelWidth), "y", svg.Num(top), "overflow", "visible").With(shape))
	x := margin + labelWidth + width + 12
	d.add(label(x, top+15, "value", s.Value))
	x += float64(len([]rune(s.Value)))*13*0.62 + 6
	d.add(label(x, top+15, "small", s.Detail))
	d.y = max(d.y, top+height) + 8
}

func (d *document) plot(p *Plot) {
	group := svg.El("svg", "width", "100%", "height", svg.Num(float64(p.Height)), "overflow", "visible").With(p.Back...)
	for _, point := range p.Points {
		group = group.With(point.Nodes()...)
	}
	resolved, _ := resolve(group, documentWidth-2*margin-80)
	d.add(svg.El("svg", "x", svg.Num(margin+50), "y", svg.Num(d.y), "overflow", "visible").With(resolved))
	d.y += float64(p.Height) + 6
}

// resolve gives every percentage of a drawing its pixels within a width, and
// returns the width of the drawing itself.
func resolve(n svg.Node, within float64) (svg.Node, float64) {
	width := within
	attrs := make([]svg.Attr, len(n.Attrs))
	for i, a := range n.Attrs {
		attrs[i] = a
		if percent, ok := strings.CutSuffix(a.Value, "%"); ok {
			if v, err := strconv.ParseFloat(percent, 64); err == nil {
				attrs[i].Value = svg.Num(v / 100 * within)
			}
		}
		if a.Name == "width" && n.Tag == "svg" {
			width, _ = strconv.ParseFloat(attrs[i].Value, 64)
		}
	}
	out := svg.Node{Tag: n.Tag, Attrs: attrs, Text: n.Text}
	inner := within
	if n.Tag == "svg" {
		inner = width
	}
	for _, c := range n.Children {
		child, _ := resolve(c, inner)
		out.Children = append(out.Children, child)
	}
	return out, width
}

func extent(n svg.Node) (width, height float64) {
	for _, a := range n.Attrs {
		switch a.Name {
		case "width":
			width, _ = strconv.ParseFloat(a.Value, 64)
		case "height":
			height, _ = strconv.ParseFloat(a.Value, 64)
		}
	}
	return width, height
}

// wrap breaks a text into lines that fit a width, by the average letter.
func wrap(s string, width, size float64) []string {
	fits := int(width / (size * charWidth))
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > fits {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
