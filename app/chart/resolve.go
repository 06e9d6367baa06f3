package chart

import (
	"slices"
	"strconv"
	"strings"

	"factframe/app/svg"
)

// resolve gives every percentage of a drawing its pixels within a width, and
// every em those of a size of text; it returns the width of the drawing itself.
func resolve(n svg.Node, within, size float64) (svg.Node, float64) {
	if stretched(n) {
		return unstretched(n, within, size), within
	}
	width := within
	attrs := make([]svg.Attr, len(n.Attrs))
	for i, a := range n.Attrs {
		attrs[i] = a
		for unit, of := range map[string]float64{"%": within / 100, "em": size} {
			if v, err := strconv.ParseFloat(strings.TrimSuffix(a.Value, unit), 64); err == nil && strings.HasSuffix(a.Value, unit) && !(unit == "%" && vertical(a.Name)) {
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

// vertical reports whether an attribute is a place or a length from top to bottom,
// whose percentages are of the height.
func vertical(name string) bool {
	return slices.Contains([]string{"y", "y1", "y2", "cy", "height"}, name)
}

// tall gives what is placed or measured by the height of its drawing its pixels.
func tall(n svg.Node, height float64) svg.Node {
	for i, a := range n.Attrs {
		if part, err := strconv.ParseFloat(strings.TrimSuffix(a.Value, "%"), 64); err == nil && vertical(a.Name) && strings.HasSuffix(a.Value, "%") {
			n.Attrs[i].Value = svg.Num(part / 100 * height)
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
	for _, word := range shortWords(strings.Fields(s), fits) {
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

// shortWords parts the words that are longer than a line, at a hyphen if there is
// one. Chinese, Japanese and Korean break without a hyphen.
func shortWords(words []string, most int) (parts []string) {
	for _, word := range words {
		for r := []rune(word); len(r) > most && most > 1; r = []rune(word) {
			head := string(r[:most-1])
			if at := strings.LastIndex(head, "-"); at > 0 {
				head = head[:at+1]
			}
			word = word[len(head):]
			if !strings.HasSuffix(head, "-") && r[most-2] < 0x2e80 {
				head += "-"
			}
			parts = append(parts, head)
		}
		parts = append(parts, word)
	}
	return parts
}

// standing leaves out the words that a drawing of some width, in em, has no room for.
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

// stretched reports whether a drawing is as wide and as high as its place, its
// coordinates with it.
func stretched(n svg.Node) bool { return n.Attr("preserveAspectRatio") == "none" }

// unstretched is such a drawing in the pixels of its place: its paths are moves
// and lines to points of a square of stretch units.
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
