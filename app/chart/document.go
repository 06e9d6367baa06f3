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
	return d.end(w)
}

// Card is one figure as a file: its value, large, and what it counts.
func Card(value, what string, w Words) svg.Node {
	d := &document{y: margin}
	d.words(value, 64, "title", 1.2)
	d.words(what, 28, "body", 1.25)
	d.words(w.Subtitle, 17, "soft", 1.5)
	d.y += 16
	return d.end(w)
}

// end writes the caution and the source below what was drawn.
func (d *document) end(w Words) svg.Node {
	d.words(w.Care, 13, "body", 1.4)
	d.words(w.Source, 13, "soft", 1.4)
	height := svg.Num(d.y + margin/2)
	return svg.El("svg", "width", svg.Num(documentWidth), "height", height, "viewBox", "0 0 "+svg.Num(documentWidth)+" "+height, "role", "img", "aria-label", w.Title).
		With(append([]svg.Node{svg.El("style").Words(documentStyle), hatch(), svg.El("rect", "width", "100%", "height", "100%", "fill", "#fff")}, d.nodes...)...)
}

// documentStyle is the light scheme of the page, with its names.
const documentStyle = `text{font-family:system-ui,"Segoe UI",Roboto,"DejaVu Sans",Arial,sans-serif;fill:#1b1f24}.title{font-weight:bold}.soft,.tick,.small{fill:#57606a}.tick{font-size:12px}.small{font-size:12px}.value{font-weight:bold;font-size:13px}.block{fill:#1f5f8b}.doubt,.years{fill:#a9c3d8}.years{stroke:#d8dee4;stroke-width:5}.span{stroke:#1f5f8b;stroke-width:5}.ring{fill:#fff;stroke:#1f5f8b;stroke-width:2}.end{fill:none;stroke:#1f5f8b;stroke-width:2}.hatched .block,.hatched .doubt{fill:url(#hatch);stroke:#7b8590;stroke-dasharray:4 3}.upto .block,.unknown .block{fill:none;stroke:#7b8590;stroke-dasharray:4 3}.empty{fill:none;stroke:#7b8590}.whisker{stroke:#1b1f24;stroke-width:1.5;fill:none}.axis{stroke:#7b8590}.line{stroke:#1f5f8b;stroke-width:2}.dashed{stroke-dasharray:6 5}.gap{stroke:#7b8590;stroke-dasharray:2 4;stroke-width:2}.dot{fill:#1f5f8b}.hit{fill:none}`

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
			d.row(say.Of(r.Figure), say.Year(r.Figure), r.Figure.Label)
		}
	}
	d.y += 14
}

// row is a figure in words: its value, and what it counts, when.
func (d *document) row(a text.Amount, year, what string) {
	value := a.Leading()
	if w := a.Word(); w != "" && !strings.HasPrefix(value, w) {
		value = w + " " + value
	}
	top := d.y
	for _, line := range wrap(value, labelWidth-16, 15) {
		d.y += 20
		d.add(label(margin, d.y, "value", line, "font-size", "15"))
	}
	end := d.y
	d.y = top
	for _, line := range wrap(what+", "+year, documentWidth-2*margin-labelWidth, 14) {
		d.y += 20
		d.add(label(margin+labelWidth, d.y, "body", line, "font-size", "14"))
	}
	d.y = max(d.y, end) + 4
}

// Sizes of text that heights in em stand for, in px.
const (
	stripText = 14
	plotText  = 12
)

func (d *document) strip(s Strip) {
	switch {
	case s.Row.Out:
		return
	case s.Shape.Tag == "":
		d.row(say.Of(s.Row.Figure), say.Year(s.Row.Figure), s.Row.Figure.Label)
		return
	}
	lines := wrap(s.Row.Label, labelWidth-16, stripText)
	top := d.y + 4
	for _, line := range lines {
		d.y += 18
		d.add(label(margin+labelWidth-12, d.y, "body", line, "text-anchor", "end", "font-size", svg.Num(stripText)))
	}
	room := 150.0
	plot := documentWidth - 2*margin - labelWidth - room
	shape, width := resolve(s.Shape, plot, stripText)
	_, height := extent(shape)
	d.add(svg.El("svg", "x", svg.Num(margin+labelWidth), "y", svg.Num(top), "overflow", "visible").With(shape))
	x := margin + labelWidth + width + 12
	d.add(label(x, top+15, "value", s.Value))
	x += float64(len([]rune(s.Value)))*13*0.62 + 6
	d.add(label(x, top+15, "small", s.Detail))
	d.y = max(d.y, top+height) + 8
}

func (d *document) plot(p *Plot) {
	height := p.Height * plotText
	group := svg.El("svg", "width", "100%", "height", svg.Num(height), "overflow", "visible").With(p.Back...)
	for _, point := range p.Points {
		group = group.With(point.Nodes()...)
	}
	resolved, _ := resolve(group, documentWidth-2*margin-80, plotText)
	d.add(svg.El("svg", "x", svg.Num(margin), "y", svg.Num(d.y), "overflow", "visible").With(resolved))
	d.y += height + 6
}

// resolve gives every percentage of a drawing its pixels within a width, and
// every em those of a size of text; it returns the width of the drawing itself.
func resolve(n svg.Node, within, size float64) (svg.Node, float64) {
	width := within
	attrs := make([]svg.Attr, len(n.Attrs))
	for i, a := range n.Attrs {
		attrs[i] = a
		for unit, of := range map[string]float64{"%": within / 100, "em": size} {
			if v, err := strconv.ParseFloat(strings.TrimSuffix(a.Value, unit), 64); err == nil && strings.HasSuffix(a.Value, unit) && !(unit == "%" && a.Name == "height") {
				attrs[i].Value = svg.Num(v * of)
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
	_, height := extent(out)
	for _, c := range n.Children {
		child, _ := resolve(c, inner, size)
		out.Children = append(out.Children, tall(child, height))
	}
	return out, width
}

// tall gives what is as high as its drawing the height of it.
func tall(n svg.Node, height float64) svg.Node {
	for i, a := range n.Attrs {
		if a.Name == "height" && a.Value == "100%" {
			n.Attrs[i].Value = svg.Num(height)
		}
	}
	return n
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
