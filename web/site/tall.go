package site

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// tall estimates how tall a panel is in a frame in a column of text, in px, for
// hosts that ask a file before any browser has seen the page. It lays the panel
// out as style.css does there, with letters of average width: its own pages come
// out within an eighth or 40 px.
func tall(panel []byte) int {
	root, err := html.Parse(bytes.NewReader(panel))
	if err != nil {
		return 0 // we printed it, so a test finds it
	}
	const frame = 14    // px of its padding and its rule
	const scroll = 1.04 // rather too tall than with a few px to be scrolled
	return int(math.Ceil(scroll * (frame + height(root, frameWidth))))
}

// box is how elements of a class are laid out: the size of their letters, the
// height of a line and what is free around them, in px.
type box struct{ font, line, around float64 }

var boxes = map[string]box{
	"h1": {22, 26.4, 4}, "h2": {13, 16.25, 0}, "sub": {15, 20.25, 5}, "small sub": {12, 16.2, 3}, "key": {12, 16.2, 3}, "care": {14, 19, 8},
	"source": {12, 16.2, 5}, "receipt": {13, 17.6, 14}, "table": {14, 24, 7.4}, "shown": {14, 19, 5}, "answer": {15, 20.25, 9},
}

// height is that of a node in a column of so many px, without what is folded away.
func height(n *html.Node, width float64) float64 {
	class := strings.Fields(attribute(n, "class"))
	is := func(name string) bool { return slices.Contains(class, name) }
	switch {
	case n.Type == html.TextNode || n.Type == html.CommentNode || hidden(n), is("hidden"), is("coming"), is("lost"), n.Data == "header":
		return 0
	case is("chooser"):
		return 60
	case is("confusion"):
		return 45
	case n.Data == "details":
		return 24
	case is("tools"):
		return 7.4 + 30*math.Ceil(letters(n)*7.2/width)
	case n.Data == "h1", n.Data == "h2":
		return lines(n, width, boxes[n.Data])
	case is("sub") && within(n, "picture"):
		return lines(n, width, boxes["small sub"])
	case is("care"):
		return lines(n, width, boxes["care"])
	case is("beside"):
		return rows(n, func(row *html.Node) float64 {
			if group := first(row, "strips"); group != nil {
				return 18 + 27*float64(len(children(group)))
			}
			return 3 + max(24, 17.5*math.Ceil(letters(first(row, "what"))*7.2/184))
		})
	case is("cards"):
		return abreast(children(n), 3, func(card *html.Node) float64 { return 78 + 17.5*math.Ceil(letters(first(card, "l"))*7.2/(width/3)) })
	case is("pictures") && first(n, "of-line") != nil:
		var small, others float64
		var columns []*html.Node
		for _, each := range children(n) {
			if strings.Contains(attribute(each, "class"), "of-line") {
				columns = append(columns, each)
			} else {
				others += height(each, width) + 10
			}
		}
		small = abreast(columns, 3, func(each *html.Node) float64 { return 8 + height(each, width/3-15) })
		return small + others
	case n.Data == "svg":
		em, _ := strconv.ParseFloat(strings.TrimSuffix(attribute(n, "height"), "em"), 64)
		return 12 * em
	case is("axes"):
		return 6 + height(first(n, "plot"), width)
	case is("age"):
		return 5 + max(35, 17.5*math.Ceil(letters(first(n, "what"))*6.8/(.6*width)))
	case n.Data == "tr" && n.Parent.Data == "thead":
		return 24
	case n.Data == "tr":
		under, small := 0.0, 0.0 // what a row says under its name, and its letters
		for each := range n.Descendants() {
			if each.Data == "small" && letters(each) > 0 {
				under, small = 16.2, small+letters(each)
			}
		}
		return max(under, linesOf(small, .6*width, box{12, 16.2, 0})) + linesOf(letters(n)-small, width, boxes["table"])
	case is("receipt"):
		return 16 + stacked(n, width)
	case is("line"):
		return 10 + lines(first(n, "source"), width-280, boxes["source"])
	case is("help"):
		return 34
	case is("others"):
		return 30
	case is("foot"):
		return 9 + stacked(n, width)
	case n.Data == "p":
		return lines(n, width, box{14, 19, 2})
	case n.Data == "dl":
		return rows(n, func(each *html.Node) float64 {
			if each.Data == "dt" {
				return 0
			}
			return 2.4 + lines(each, width-140, box{14, 19, 0})
		})
	}
	inner := stacked(n, width)
	if inner == 0 && n.Data == "li" {
		return lines(n, width, box{14, 19, 5})
	}
	return inner
}

// stacked is what lies below each other in a node.
func stacked(n *html.Node, width float64) float64 {
	return rows(n, func(each *html.Node) float64 { return height(each, width) })
}

func rows(n *html.Node, each func(*html.Node) float64) float64 {
	sum := 0.0
	for _, child := range children(n) {
		sum += each(child)
	}
	return sum
}

// abreast is the height of a grid: each of its rows is as tall as its tallest.
func abreast(list []*html.Node, columns int, each func(*html.Node) float64) float64 {
	sum := 0.0
	for row := range slices.Chunk(list, columns) {
		most := 0.0
		for _, n := range row {
			most = max(most, each(n))
		}
		sum += most
	}
	return sum
}

// lines is the height of the words of a node, of which an average letter is half
// as wide as it is tall.
func lines(n *html.Node, width float64, b box) float64 { return linesOf(letters(n), width, b) }

func linesOf(letters, width float64, b box) float64 {
	if letters == 0 {
		return 0
	}
	return b.around + b.line*math.Ceil(letters*b.font*.52/width)
}

// letters counts those that can be seen.
func letters(n *html.Node) float64 {
	switch {
	case n == nil || n.Type == html.ElementNode && (hidden(n) || strings.Contains(attribute(n, "class"), "hidden") || n.Data == "ul" && n.Parent.Data == "details"):
		return 0
	case n.Type == html.TextNode:
		return float64(len([]rune(n.Data)))
	}
	sum := 0.0
	for child := range n.ChildNodes() {
		sum += letters(child)
	}
	return sum
}

func hidden(n *html.Node) bool {
	return n.Type == html.ElementNode && slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
}

func children(n *html.Node) []*html.Node {
	var list []*html.Node
	if n == nil {
		return nil
	}
	for child := range n.ChildNodes() {
		if (child.Type == html.ElementNode || child.Type == html.DocumentNode) && !hidden(child) {
			list = append(list, child)
		}
	}
	return list
}

// first is the first node of a class below another one, or nil.
func first(n *html.Node, class string) *html.Node {
	for each := range n.Descendants() {
		if slices.Contains(strings.Fields(attribute(each, "class")), class) && !hidden(each) {
			return each
		}
	}
	return nil
}

func within(n *html.Node, class string) bool {
	for above := range n.Ancestors() {
		if slices.Contains(strings.Fields(attribute(above, "class")), class) {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
