package chart

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"factframe/app/svg"
	"factframe/data/datatest"
	"factframe/data/datatest/golden"
	"factframe/data/table"
)

// Packages that each differ in one thing, with their pictures element by element.
func TestPicturesOfTinyPackages(t *testing.T) {
	var b strings.Builder
	packages := datatest.Tiny(t)
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		b.WriteString("== " + name + "\n")
		for _, panel := range table.Select(packages[name], table.Query{View: "view"}).Panels {
			pictureInText(&b, Draw(panel))
		}
	}
	golden.Equal(t, "testdata/tiny.txt", b.String())
}

func pictureInText(b *strings.Builder, p Picture) {
	fmt.Fprintf(b, "unit %q note %q room %d folded %d\n", p.Unit, p.Note, p.Room(), p.Folded)
	for _, k := range p.Keys {
		fmt.Fprintf(b, "key %s %s\n", k.Class, k.Label)
	}
	strips := p.Strips
	if p.Others != nil {
		strips = append(strips[:len(strips):len(strips)], *p.Others)
	}
	for _, s := range strips {
		fmt.Fprintf(b, "%s | %s | %s | %s | inside %v side %d\n", s.Label, s.Form, s.Value, s.Detail, s.Inside, s.Side)
		elementsInText(b, "  ", s.Shape)
		for _, point := range s.Points {
			fmt.Fprintf(b, "  point %s %s\n", point.When, point.Form)
			elementsInText(b, "    ", point.Shapes...)
		}
	}
	if p.Plot == nil {
		return
	}
	fmt.Fprintf(b, "plot %s high, words %s left and %s right\n", svg.Em(p.Plot.Height), svg.Em(p.Plot.LeftWidth), svg.Em(p.Plot.RightWidth))
	for side, nodes := range [][]svg.Node{p.Plot.Left, p.Plot.Right, p.Plot.Back} {
		elementsInText(b, []string{"left ", "right ", "back "}[side], nodes...)
	}
	for _, point := range p.Plot.Points {
		fmt.Fprintf(b, "point %s %s\n", point.When, point.Form)
		elementsInText(b, "  ", point.Shapes...)
	}
	for _, m := range p.Plot.Moments {
		fmt.Fprintf(b, "moment %s %s\n", svg.Pct(m.X), m.Words())
	}
	for _, e := range p.Plot.Events {
		fmt.Fprintf(b, "event %s from %d\n", e.Words, e.From)
	}
	for _, k := range p.Plot.Ends {
		fmt.Fprintf(b, "end %s %s\n", k.Class, k.Label)
	}
}

func elementsInText(b *strings.Builder, indent string, nodes ...svg.Node) {
	for _, n := range nodes {
		if n.Tag == "" {
			continue
		}
		var parts []string
		for _, a := range n.Attrs {
			parts = append(parts, a.Name+"="+a.Value)
		}
		words := ""
		for _, c := range n.Children {
			words += c.Text
		}
		fmt.Fprintf(b, "%s%s %s %s\n", indent, n.Tag, strings.Join(parts, " "), words)
		elementsInText(b, indent+"  ", n.Children...)
	}
}
