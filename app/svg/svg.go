// Package svg builds SVG from plain values. Its output is deterministic.
package svg

import (
	"math"
	"strconv"
	"strings"
)

// Node is text, or an element with its attributes in order.
type Node struct {
	Tag      string // empty for text
	Attrs    []Attr
	Children []Node
	Text     string
}

type Attr struct{ Name, Value string }

// El returns an element. attrs alternates names and values.
func El(tag string, attrs ...string) Node {
	n := Node{Tag: tag}
	for i := 0; i+1 < len(attrs); i += 2 {
		n.Attrs = append(n.Attrs, Attr{attrs[i], attrs[i+1]})
	}
	return n
}

// Attr returns the value of an attribute, or "" if it does not exist.
func (n Node) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// With returns a copy of the element with children added.
func (n Node) With(children ...Node) Node {
	n.Children = append(append([]Node{}, n.Children...), children...)
	return n
}

// Words returns a copy of the element with text added.
func (n Node) Words(s string) Node { return n.With(Node{Text: s}) }

// Num formats a number with at most three decimals, and never as "-0".
func Num(v float64) string {
	v = math.Round(v*1000) / 1000
	if v == 0 {
		v = 0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Pct formats a fraction of the width as a percentage.
func Pct(fraction float64) string { return Num(fraction*100) + "%" }

// Em formats a length in em of the surrounding text.
func Em(v float64) string { return Num(v) + "em" }

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// String returns the element on one line.
func (n Node) String() string {
	var b strings.Builder
	n.print(&b, "", "")
	return b.String()
}

// Document returns the element as a complete file, one element per line.
func (n Node) Document() string {
	n.Attrs = append([]Attr{{"xmlns", "http://www.w3.org/2000/svg"}}, n.Attrs...)
	var b strings.Builder
	n.print(&b, "\n", "")
	return b.String() + "\n"
}

func (n Node) print(b *strings.Builder, newline, indent string) {
	if n.Tag == "" {
		b.WriteString(escape.Replace(n.Text))
		return
	}
	b.WriteString("<" + n.Tag)
	for _, a := range n.Attrs {
		b.WriteString(" " + a.Name + `="` + escape.Replace(a.Value) + `"`)
	}
	if len(n.Children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	// White space in text would be drawn, so text stays on one line.
	if n.Tag == "text" || n.Tag == "title" || n.Tag == "style" {
		newline = ""
	}
	for _, c := range n.Children {
		if newline != "" {
			b.WriteString(newline + indent + "  ")
		}
		c.print(b, newline, indent+"  ")
	}
	if newline != "" {
		b.WriteString(newline + indent)
	}
	b.WriteString("</" + n.Tag + ">")
}
