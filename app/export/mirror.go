package export

import (
	"slices"
	"strconv"
	"strings"

	"factframe/app/svg"
)

// mirrored returns a picture from right to left: every shape and every word at the other
// side, and the words as they are.
func mirrored(picture svg.Node) svg.Node {
	width, _ := strconv.ParseFloat(picture.Attr("width"), 64)
	picture.Children = turned(picture.Children, width)
	return picture
}

// turned mirrors nodes within a width. What is within a moved group is measured from
// where that begins.
func turned(nodes []svg.Node, width float64) []svg.Node {
	var list []svg.Node
	for _, n := range nodes {
		list = append(list, turn(n, width))
	}
	return list
}

func turn(n svg.Node, width float64) svg.Node {
	at := func(name string) float64 { v, _ := strconv.ParseFloat(n.Attr(name), 64); return v }
	switch n.Tag {
	case "style", "defs":
		return n
	case "svg", "g":
		n = with(n, "x", svg.Num(width-at("x")))
		n.Children = turned(n.Children, 0)
	case "rect":
		if n.Attr("width") != "100%" { // else it is the paper
			n = with(n, "x", svg.Num(width-at("x")-at("width")))
		}
	case "line":
		n = with(with(n, "x1", svg.Num(width-at("x1"))), "x2", svg.Num(width-at("x2")))
	case "circle":
		n = with(n, "cx", svg.Num(width-at("cx")))
	case "path":
		n = with(n, "d", turnedPath(n.Attr("d"), width))
	case "text":
		n = with(n, "x", svg.Num(width-at("x")))
		if n.Attr("dx") != "" {
			n = with(n, "dx", svg.Num(-at("dx")))
		}
		other := map[string]string{"": "end", "start": "end", "end": "start", "middle": "middle"}
		n = with(with(n, "text-anchor", other[n.Attr("text-anchor")]), "unicode-bidi", "plaintext")
	}
	return n
}

// with returns a node with an attribute set.
func with(n svg.Node, name, value string) svg.Node {
	n.Attrs = slices.Clone(n.Attrs)
	for i, a := range n.Attrs {
		if a.Name == name {
			n.Attrs[i].Value = value
			return n
		}
	}
	n.Attrs = append(n.Attrs, svg.Attr{Name: name, Value: value})
	return n
}

// turnedPath mirrors a path of the commands that pictures use: M and L with places, l
// with distances, and h, a dot.
func turnedPath(d string, width float64) string {
	var b strings.Builder
	command, across := "", true
	for _, s := range steps(d) {
		v, err := strconv.ParseFloat(s, 64)
		switch {
		case err != nil:
			command, across = s, true
			b.WriteString(s)
			continue
		case across && command == "l", command == "h":
			v = -v
		case across:
			v = width - v
		}
		if !across {
			b.WriteByte(' ')
		} else if last := b.Len(); last > 0 && b.String()[last-1] >= '0' && b.String()[last-1] <= '9' {
			b.WriteByte(' ')
		}
		b.WriteString(svg.Num(v))
		across = !across
	}
	return b.String()
}

// steps splits a path into its commands and numbers. regexp would do the same, but would add
// 80 kB to the program.
func steps(d string) (list []string) {
	from := 0
	end := func(i int) {
		if from < i {
			list = append(list, d[from:i])
		}
		from = i
	}
	for i := range len(d) {
		switch c := d[i]; {
		case c == ' ' || c == ',':
			end(i)
			from = i + 1
		case c == '-':
			end(i)
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			end(i)
			end(i + 1)
		}
	}
	end(len(d))
	return list
}
