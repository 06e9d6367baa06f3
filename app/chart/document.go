package chart

import (
	"factframe/app/say"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data/table"
)

// Words are the texts around a downloaded picture. They keep a number together with its
// finding, source and caution.
type Words struct {
	Title, Subtitle, Source, Care string
	Address                       string   // may be empty
	Panels                        []string // a title per panel; empty if it needs none
}

const (
	documentWidth = 760 // px
	margin        = 24
	labelWidth    = 210
)

// Document draws the pictures of a table as a file with a fixed width.
func Document(t table.Table, w Words) svg.Node {
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

// Card draws one figure as a file: its value in large type, and what it counts.
func Card(value, what string, w Words) svg.Node {
	d := &document{y: margin}
	d.words(value, 64, "title", 1.2)
	d.words(what, 28, "body", 1.25)
	d.words(w.Subtitle, 17, "soft", 1.5)
	d.y += 16
	return d.end(w)
}

// end writes the caution and the source below the drawing, and returns the file.
func (d *document) end(w Words) svg.Node {
	d.words(w.Care, 13, "body", 1.4)
	d.words(w.Source, 13, "soft", 1.4)
	d.words(w.Address, 13, "soft", 1.4)
	height := svg.Num(d.y + margin/2)
	return svg.El("svg", "width", svg.Num(documentWidth), "height", height, "viewBox", "0 0 "+svg.Num(documentWidth)+" "+height, "role", "img", "aria-label", w.Title).
		With(append([]svg.Node{svg.El("style").Words(documentStyle()), hatch(), svg.El("rect", "width", "100%", "height", "100%", "fill", Palette["paper"])}, d.nodes...)...)
}

func hatch() svg.Node {
	return svg.El("defs").With(svg.El("pattern", "id", "hatch", "width", "6", "height", "6", "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)").
		With(svg.El("rect", "width", "1", "height", "6", "fill", Palette["rule"])))
}

// document is a file, written from top to bottom.
type document struct {
	nodes []svg.Node
	y     float64
	axis  bool // the axis that panels share is already drawn
}

func (d *document) add(nodes ...svg.Node) { d.nodes = append(d.nodes, nodes...) }

func (d *document) words(s string, size float64, class string, leading float64) {
	for _, line := range wrap(s, documentWidth-2*margin, size) {
		d.y += size * leading
		d.add(words(margin, d.y-size*0.25, class, line, "font-size", svg.Num(size)))
	}
	if s != "" {
		d.y += 4
	}
}

func words(x, y float64, class, s string, attrs ...string) svg.Node {
	return svg.El("text", append([]string{"class", class, "x", svg.Num(x), "y", svg.Num(y)}, attrs...)...).Words(s)
}

func (d *document) panel(p table.Panel, title string) {
	d.words(title, 15, "title", 1.5)
	picture := Draw(p)
	d.words(picture.Unit, 12, "soft", 1.4)
	d.keys(picture.Keys)
	switch {
	case picture.Plot != nil:
		d.plot(picture.Plot)
	case len(picture.Strips) > 0:
		d.strips(picture)
	default:
		for _, r := range p.Rows {
			d.row(say.Of(r.Figure), say.Year(r.Figure), say.Label(r.Figure))
		}
	}
	d.words(picture.Note, 12, "soft", 1.4)
	d.y += 14
}

// keys explains colours and shapes in one line.
func (d *document) keys(keys []Key) {
	if len(keys) == 0 {
		return
	}
	d.y += 18
	x := float64(margin)
	for _, k := range keys {
		if x > margin && x+17+wide(k.Label)*13 > documentWidth-margin {
			x = margin
			d.y += 18
		}
		shape := svg.El("rect", "class", "part "+k.Class, "x", svg.Num(x), "y", svg.Num(d.y-10), "width", "11", "height", "11")
		if k.Class == "ring" || k.Class == "dot" {
			shape = svg.El("circle", "class", k.Class, "cx", svg.Num(x+5), "cy", svg.Num(d.y-4), "r", "5")
		}
		d.add(shape, words(x+17, d.y, "body", k.Label, "font-size", "13"))
		x += 17 + wide(k.Label)*13 + 10
	}
	d.y += 6
}

// strips draws the strips that are not folded, and sums up the others in one line.
func (d *document) strips(p Picture) {
	group := ""
	if p.Axis.Tag != "" && !d.axis {
		d.axis = true
		d.shape(p.Axis, d.y, margin+labelWidth, documentWidth-2*margin-labelWidth-stripRoom, stripText)
		d.y += ageHeight * stripText
	}
	for _, s := range p.Strips[:len(p.Strips)-p.Folded] {
		if s.Row.Group != group && len(s.Points) == 0 {
			group = s.Row.Group
			d.words(group, 14, "body", 1.5)
		}
		d.strip(s)
	}
	switch {
	case p.Others != nil && p.Others.Rest:
		d.strip(*p.Others)
	case p.Others != nil:
		d.words(p.Others.Label, 13, "soft", 1.5)
	}
}

// row writes a figure as words: its value, what it counts, and when.
func (d *document) row(a *text.Amount, year, what string) {
	value := a.Leading()
	if w := a.Word(); w != a.Before() {
		value = a.In.Commas(value, w)
	}
	top := d.y
	for _, line := range wrap(value, labelWidth-16, 15) {
		d.y += 20
		d.add(words(margin, d.y, "value", line, "font-size", "15"))
	}
	end := d.y
	d.y = top
	for _, line := range wrap(a.In.Commas(what, year), documentWidth-2*margin-labelWidth, 14) {
		d.y += 20
		d.add(words(margin+labelWidth, d.y, "body", line, "font-size", "14"))
	}
	d.y = max(d.y, end) + 4
}

// The size of 1em in px.
const (
	stripText = 14
	plotText  = 12
)

func (d *document) strip(s Strip) {
	switch {
	case s.Row.Out:
		return
	case s.Rest:
		d.add(svg.El("line", "class", "grid", "x1", svg.Num(margin), "x2", svg.Num(documentWidth-margin), "y1", svg.Num(d.y+4), "y2", svg.Num(d.y+4)))
		d.y += 8
	case s.Shape.Tag == "":
		d.row(say.Of(s.Row.Figure), say.Year(s.Row.Figure), say.Label(s.Row.Figure))
		return
	}
	lines := wrap(s.Label, labelWidth-16, stripText)
	top := d.y + 4
	for _, line := range lines {
		d.y += 18
		d.add(words(margin+labelWidth-12, d.y, "body", line, "text-anchor", "end", "font-size", svg.Num(stripText)))
	}
	left, plot := float64(margin+labelWidth), float64(documentWidth-2*margin-labelWidth)-stripRoom
	size := float64(stripText)
	if s.Inside {
		size = plotText
		side := float64(s.Side) * plotText
		left, plot = left+side, plot+stripRoom-2*side
	}
	shape := s.Shape
	for _, point := range s.Points {
		shape = shape.With(point.Shapes...)
	}
	var drawn box
	if !s.Rest {
		drawn = d.shape(shape, top, left, plot, size)
	}
	if !s.Inside {
		x := left + drawn.width + 12
		if s.Word != "" {
			d.add(words(x, top+15, "small", s.Word))
			x += max(letters(s.Word)*smallWidth, wide(s.Word)*regular*foreign(s.Word))*12 + 5
		}
		d.add(words(x, top+15, "value", s.Value))
		x += letters(s.Value)*13*0.62 + 6
		d.add(words(x, top+15, "small", s.Detail))
	}
	d.y = max(d.y, top+drawn.height) + 8
}

// shape draws a shape at a width in px, and returns its size.
func (d *document) shape(n svg.Node, top, left, width, size float64) box {
	n, drawn := resolve(standing(n, width/size), box{width: width}, size)
	d.add(svg.El("svg", "x", svg.Num(left), "y", svg.Num(top), "overflow", "visible").With(n))
	return drawn
}

// stripRoom is the space for the value at the end of a bar, in px.
const stripRoom = 150.0

// plot draws a plot, with its words on both sides.
func (d *document) plot(p *Plot) {
	height := svg.Num(p.Height * plotText)
	left, right := p.LeftWidth*plotText, p.RightWidth*plotText
	if right == 0 {
		right = 80 // px, for a value that extends beyond the plot
	}
	middle := documentWidth - 2*margin - left - right
	column := func(x, width float64, nodes ...svg.Node) {
		if len(nodes) == 0 {
			return
		}
		drawing := svg.El("svg", "width", "100%", "height", height, "overflow", "visible").With(nodes...)
		resolved, _ := resolve(standing(drawing, width/plotText), box{width: width}, plotText)
		d.add(svg.El("svg", "x", svg.Num(x), "y", svg.Num(d.y), "overflow", "visible").With(resolved))
	}
	nodes := p.Back
	for _, point := range p.Points {
		nodes = append(nodes, point.Shapes...)
	}
	column(margin, left, p.Left...)
	column(margin+left, middle, nodes...)
	column(margin+left+middle, right, p.Right...)
	d.y += p.Height*plotText + 6
	for _, e := range p.Events {
		if e.From < 0 || e.From > stepAt(middle/plotText) {
			d.words(e.Words, 12, "soft", 1.4)
		}
	}
}
