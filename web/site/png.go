//go:build !maker

package site

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"strconv"
	"strings"

	"factframe/app/chart"
	"factframe/app/svg"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// painter draws the pictures of app/chart as pixels: rectangles, lines, circles, short
// paths and text. It is not a general SVG renderer: any other element is an error.
type painter struct {
	to     *image.RGBA
	scale  float64
	style  stylesheet
	fonts  map[bool]*opentype.Font // by bold
	arabic *letterer               // nil until a text needs it
	err    error
}

// paintPNG returns an SVG document as a PNG of a fixed size in px, scaled to fit and
// centred.
func paintPNG(doc svg.Node, width, height int) ([]byte, error) {
	w, _ := strconv.ParseFloat(doc.Attr("width"), 64)
	h, _ := strconv.ParseFloat(doc.Attr("height"), 64)
	p := &painter{to: image.NewRGBA(image.Rect(0, 0, width, height)), scale: min(float64(width)/w, float64(height)/h), fonts: map[bool]*opentype.Font{}}
	for bold, ttf := range map[bool][]byte{false: goregular.TTF, true: gobold.TTF} {
		parsed, err := opentype.Parse(ttf)
		if err != nil {
			return nil, err
		}
		p.fonts[bold] = parsed
	}
	draw.Draw(p.to, p.to.Bounds(), image.White, image.Point{}, draw.Src)
	for _, c := range doc.Children {
		if c.Tag == "style" {
			p.style = parseStyle(c.Children[0].Text)
		}
	}
	left, top := (float64(width)-w*p.scale)/2, (float64(height)-h*p.scale)/2
	p.children(doc, []svg.Node{doc}, left, top)
	if p.err != nil {
		return nil, p.err
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&b, p.to)
	return b.Bytes(), err
}

func (p *painter) children(n svg.Node, path []svg.Node, x, y float64) {
	for _, c := range n.Children {
		p.node(c, append(path[:len(path):len(path)], c), x, y)
	}
}

func (p *painter) node(n svg.Node, path []svg.Node, x, y float64) {
	at := func(name string) float64 { v, _ := strconv.ParseFloat(n.Attr(name), 64); return v * p.scale }
	style := p.style.of(path)
	switch n.Tag {
	case "style", "defs":
	case "svg", "g":
		p.children(n, path, x+at("x"), y+at("y"))
	case "rect":
		if n.Attr("width") == "100%" {
			return // the paper
		}
		l, t := x+at("x"), y+at("y")
		p.polygon(style, [][2]float64{{l, t}, {l + at("width"), t}, {l + at("width"), t + at("height")}, {l, t + at("height")}})
	case "line":
		p.stroke(style, x+at("x1"), y+at("y1"), x+at("x2"), y+at("y2"))
	case "circle":
		p.polygon(style, circle(x+at("cx"), y+at("cy"), at("r")))
	case "path":
		p.path(style, n.Attr("d"), x, y)
	case "text":
		p.text(style, n.Children[0].Text, x+at("x")+at("dx"), y+at("y")+at("dy"))
	default:
		p.err = fmt.Errorf("the picture has an element <%s>, which cannot be painted", n.Tag)
	}
}

func circle(x, y, r float64) [][2]float64 {
	var points [][2]float64
	for i := range 32 {
		sin, cos := math.Sincos(float64(i) / 32 * 2 * math.Pi)
		points = append(points, [2]float64{x + r*cos, y + r*sin})
	}
	return points
}

// polygon fills a shape and, where its style has one, draws its outline.
func (p *painter) polygon(style map[string]string, points [][2]float64) {
	if style["fill"] == "url(#hatch)" {
		p.hatch(points)
	} else if c, ok := colourOf(style["fill"], style["fill-opacity"]); ok {
		p.fill(c, points)
	}
	for i, a := range points {
		b := points[(i+1)%len(points)]
		p.stroke(style, a[0], a[1], b[0], b[1])
	}
}

// fill paints a shape within its bounding rectangle only, because a picture has
// thousands of small shapes.
func (p *painter) fill(c color.Color, points [][2]float64) {
	low, high := points[0], points[0]
	for _, point := range points {
		for i, v := range point {
			low[i], high[i] = min(low[i], v), max(high[i], v)
		}
	}
	box := image.Rect(int(math.Floor(low[0])), int(math.Floor(low[1])), int(math.Ceil(high[0]))+1, int(math.Ceil(high[1]))+1).Intersect(p.to.Bounds())
	if box.Empty() {
		return
	}
	for top := box.Min.Y; top < box.Max.Y; top += tile {
		for left := box.Min.X; left < box.Max.X; left += tile {
			p.fillTile(c, points, image.Rect(left, top, left+tile, top+tile).Intersect(box))
		}
	}
}

// tile is the largest size in px that package vector (x/image v0.47) rasterises with whole
// numbers. Beyond it, it adds floating-point numbers in an order that depends on the
// processor, and a picture would not be the same bytes everywhere.
const tile = 512

func (p *painter) fillTile(c color.Color, points [][2]float64, box image.Rectangle) {
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(point [2]float64) (x, y float32) {
		return float32(point[0] - float64(box.Min.X)), float32(point[1] - float64(box.Min.Y))
	}
	r.MoveTo(at(points[0]))
	for _, point := range points[1:] {
		r.LineTo(at(point))
	}
	r.ClosePath()
	r.Draw(p.to, box, image.NewUniform(c), image.Point{})
}

// hatch fills a rectangle with slanted stripes.
func (p *painter) hatch(points [][2]float64) {
	stripe, _ := colourOf(chart.Palette["rule"], "")
	for y := points[0][1]; y < points[2][1]; y++ {
		for x := points[0][0]; x < points[2][0]; x++ {
			if math.Mod(x+y, 8*p.scale) < 1.5*p.scale {
				p.to.Set(int(x), int(y), stripe)
			}
		}
	}
}

// stroke draws a line, dashed if its style has stroke-dasharray.
func (p *painter) stroke(style map[string]string, x1, y1, x2, y2 float64) {
	c, ok := colourOf(style["stroke"], "")
	length := math.Hypot(x2-x1, y2-y1)
	if !ok || length == 0 {
		return
	}
	width := p.scale
	if v, err := strconv.ParseFloat(style["stroke-width"], 64); err == nil {
		width *= v
	}
	on, off := length, 0.0
	if dashes := strings.Fields(style["stroke-dasharray"]); len(dashes) == 2 {
		on, _ = strconv.ParseFloat(dashes[0], 64)
		off, _ = strconv.ParseFloat(dashes[1], 64)
		on, off = on*p.scale, off*p.scale
	}
	dx, dy := (x2-x1)/length, (y2-y1)/length
	nx, ny := -dy*width/2, dx*width/2
	for from := 0.0; from < length; from += on + off {
		to := min(from+on, length)
		ax, ay, bx, by := x1+dx*from, y1+dy*from, x1+dx*to, y1+dy*to
		p.fill(c, [][2]float64{{ax + nx, ay + ny}, {bx + nx, by + ny}, {bx - nx, by - ny}, {ax - nx, ay - ny}})
	}
}

// path draws arrows, "M x y l dx dy l dx dy", and lines from point to point,
// "M x y L x y", in which "h0" is a dot. The lines may enclose an area.
func (p *painter) path(style map[string]string, d string, x, y float64) {
	if strings.ContainsAny(d, "Lh") {
		if c, ok := colourOf(style["fill"], ""); ok {
			p.area(c, d, x, y)
		}
		p.polyline(style, d, x, y)
		return
	}
	steps := strings.FieldsFunc(strings.NewReplacer("M", "M ", "l", " l ").Replace(d), func(r rune) bool { return r == 'M' || r == 'l' })
	for i, step := range steps {
		var dx, dy float64
		if _, err := fmt.Sscan(strings.ReplaceAll(strings.TrimSpace(step), "-", " -"), &dx, &dy); err != nil {
			p.err = fmt.Errorf("the path %q cannot be painted", d)
			return
		}
		nx, ny := x+dx*p.scale, y+dy*p.scale
		if i > 0 {
			p.stroke(style, x, y, nx, ny)
		}
		x, y = nx, ny
	}
}

// area fills the shape enclosed by the lines of a path.
func (p *painter) area(c color.Color, d string, x, y float64) {
	for part := range strings.SplitSeq(strings.TrimPrefix(d, "M"), "M") {
		var points [][2]float64
		for point := range strings.SplitSeq(part, "L") {
			var at [2]float64
			if _, err := fmt.Sscan(point, &at[0], &at[1]); err != nil {
				p.err = fmt.Errorf("the path %q cannot be painted", part)
				return
			}
			points = append(points, [2]float64{x + at[0]*p.scale, y + at[1]*p.scale})
		}
		p.fill(c, points)
	}
}

func (p *painter) polyline(style map[string]string, d string, x, y float64) {
	var last [2]float64
	for d != "" {
		end := strings.IndexAny(d[1:], "MLh") + 1
		if end == 0 {
			end = len(d)
		}
		step, rest := d[0], d[1:end]
		d = d[end:]
		if step == 'h' {
			p.stroke(style, last[0]-p.scale, last[1], last[0]+p.scale, last[1])
			continue
		}
		var at [2]float64
		if _, err := fmt.Sscan(rest, &at[0], &at[1]); err != nil {
			p.err = fmt.Errorf("the path %q cannot be painted", rest)
			return
		}
		at = [2]float64{x + at[0]*p.scale, y + at[1]*p.scale}
		if step == 'L' {
			p.stroke(style, last[0], last[1], at[0], at[1])
		}
		last = at
	}
}

func (p *painter) text(style map[string]string, s string, x, y float64) {
	size, err := strconv.ParseFloat(strings.TrimSuffix(style["font-size"], "px"), 64)
	if err != nil {
		size = 14
	}
	if isArabic(s) {
		p.arabicText(style, s, size*p.scale, x, y)
		return
	}
	face, err := opentype.NewFace(p.fonts[style["font-weight"] == "bold"], &opentype.FaceOptions{Size: size * p.scale, DPI: 72})
	if err != nil {
		p.err = err
		return
	}
	defer face.Close()
	s = strings.NewReplacer("→", "to", "−", "-", "≈", "about", "\u202f", "\u00a0", "\u2066", "", "\u2068", "", "\u2069", "", "\u200e", "").Replace(s) // the font does not have these characters
	width := float64(font.MeasureString(face, s)) / 64
	switch style["text-anchor"] {
	case "middle":
		x -= width / 2
	case "end":
		x -= width
	}
	c, _ := colourOf(style["fill"], "")
	drawer := font.Drawer{Dst: p.to, Src: image.NewUniform(c), Face: face, Dot: fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(y * 64)}}
	drawer.DrawString(s)
}

// colourOf parses #rgb and #rrggbb; false for anything else.
func colourOf(s, opacity string) (color.Color, bool) {
	if len(s) == 4 {
		s = "#" + strings.Repeat(s[1:2], 2) + strings.Repeat(s[2:3], 2) + strings.Repeat(s[3:4], 2)
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 {
		return color.Black, false
	}
	alpha := 1.0
	if v, err := strconv.ParseFloat(opacity, 64); err == nil {
		alpha = v
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), uint8(255 * alpha)}, true
}
