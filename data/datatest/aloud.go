package datatest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// states are the attributes that change what a screen reader announces.
var states = []string{"aria-current", "aria-expanded", "aria-label", "aria-live", "aria-sort", "aria-valuetext", "checked", "colspan", "data-choice", "data-figure", "hidden", "lang", "max", "role", "scope", "target", "type", "value"}

// lines are the elements that start a new line.
var lines = []string{"main", "header", "nav", "article", "section", "figure", "form", "div", "p", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "details", "summary"}

// Aloud returns part of a page as text, line by line, with states and link targets. It
// makes golden files with readable diffs.
func Aloud(part *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.DocumentNode:
			for c := range n.ChildNodes() {
				walk(c)
			}
		case n.Type == html.ElementNode:
			if slices.Contains(lines, n.Data) {
				b.WriteString("\n" + n.Data + " ")
			} else if slices.Contains([]string{"th", "td"}, n.Data) {
				b.WriteString(" | ")
			}
			href := ""
			for _, a := range n.Attr {
				if slices.Contains(states, a.Key) {
					b.WriteString("[" + strings.TrimSuffix(a.Key+"="+a.Val, "=") + "] ")
				}
				if a.Key == "href" {
					href = a.Val
				}
			}
			for c := range n.ChildNodes() {
				walk(c)
			}
			if href != "" {
				b.WriteString(" → " + href + " ")
			}
		}
	}
	walk(part)
	var out []string
	for line := range strings.Lines(b.String()) {
		if line = strings.Join(strings.Fields(line), " "); line != "" && !slices.Contains(lines, line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n") + "\n"
}
