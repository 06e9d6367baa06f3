//go:build !maker

package site

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// estimatedHeight returns the height in px of a panel in a frame frameWidth wide. oEmbed
// files need it before a browser has laid out the page. It imitates style.css with
// letters of average width, and is accurate to an eighth of the height, or 60 px.
func estimatedHeight(panel []byte) (int, error) {
	root, err := html.Parse(bytes.NewReader(panel))
	if err != nil {
		return 0, err
	}
	const frame = 14    // px of its padding and its rule
	const scroll = 1.04 // slightly too tall is better than a scroll bar
	return int(math.Ceil(scroll * (frame + height(root, frameWidth)))), nil
}

// box is the font size, the line height and the total vertical margin of a kind of
// text, in px.
type box struct{ font, line, around float64 }

var (
	titleBox   = box{22, 26.4, 4}
	headingBox = box{13, 16.25, 0}
	subBox     = box{12, 16.2, 3}
	textBox    = box{14, 19, 2}
	itemBox    = box{14, 19, 5}
	careBox    = box{14, 19, 8}
	sourceBox  = box{12, 16.2, 5}
	rowBox     = box{14, 24, 7.4}
	smallBox   = box{12, 16.2, 0}
)

// Heights in px of elements that take one line at this width, and of their margins.
const (
	toolsLine   = 30
	toolsAround = 7.4
	closedList  = 24
	chooserLine = 60
	pairLine    = 45
	helpLine    = 34
	footRule    = 9
	tableHead   = 24
)

// height returns the height in px of a node in a column of that width, without closed
// content.
func height(n *html.Node, width float64) float64 {
	switch {
	case n.Type == html.TextNode || n.Type == html.CommentNode || hidden(n), is(n, "hidden"), is(n, "coming"), is(n, "lost"), n.Data == "header":
		return 0
	case is(n, "chooser"):
		return chooserLine
	case is(n, "confusion"):
		return pairLine
	case n.Data == "details":
		return closedList
	case is(n, "tools"):
		return toolsAround + toolsLine*math.Ceil(letters(n)*7.2/width)
	case is(n, "line"):
		return 10 + lines(first(n, "source"), width-280, sourceBox)
	case is(n, "help"):
		return helpLine
	case is(n, "foot"):
		return footRule + stacked(n, width)
	case is(n, "receipt"):
		return 16 + stacked(n, width)
	case n.Data == "tr":
		return rowHeight(n, width)
	}
	if tall, ok := pictureHeight(n, width); ok {
		return tall
	}
	return textHeight(n, width)
}

// pictureHeight returns the height of a picture or a part of one; false for other nodes.
func pictureHeight(n *html.Node, width float64) (float64, bool) {
	switch {
	case is(n, "pictures") && first(n, "of-line") != nil:
		var others float64
		var columns []*html.Node
		for _, each := range children(n) {
			if is(each, "of-line") {
				columns = append(columns, each)
			} else {
				others += height(each, width) + 10
			}
		}
		return others + abreast(columns, func(each *html.Node) float64 { return 8 + height(each, width/perRow-15) }), true
	case is(n, "beside"):
		return rows(n, stripHeight), true
	case is(n, "cards"):
		return abreast(children(n), func(card *html.Node) float64 {
			return 78 + 17.5*math.Ceil(letters(first(card, "l"))*7.2/(width/perRow))
		}), true
	case is(n, "axes"):
		return 6 + drawingHeight(first(n, "lines")), true
	case is(n, "over"):
		return 17, true
	case is(n, "age"):
		return 5 + max(35, 17.5*math.Ceil(letters(first(n, "what"))*6.8/(.6*width))), true
	case n.Data == "svg":
		return drawingHeight(n), true
	}
	return 0, false
}

// drawingHeight returns the height of an SVG in px; its height attribute is in em.
func drawingHeight(n *html.Node) float64 {
	if n == nil {
		return 0
	}
	em, _ := strconv.ParseFloat(strings.TrimSuffix(attribute(n, "height"), "em"), 64)
	return 12 * em
}

// stripHeight returns the height of a bar with its name, or of several under one name.
func stripHeight(row *html.Node) float64 {
	if group := first(row, "strips"); group != nil {
		return 18 + 24*float64(len(children(group)))
	}
	return max(24, 17.5*math.Ceil(letters(first(row, "what"))*7.2/184))
}

// rowHeight returns the height of a table row: its name and the small text below it.
func rowHeight(n *html.Node, width float64) float64 {
	if n.Parent.Data == "thead" {
		return tableHead
	}
	small := 0.0
	for each := range n.Descendants() {
		if each.Data == "small" {
			small += letters(each)
		}
	}
	return linesOf(small, .6*width, smallBox) + linesOf(letters(n)-small, width, rowBox)
}

// textHeight returns the height of a text, or of a node whose children are stacked.
func textHeight(n *html.Node, width float64) float64 {
	switch {
	case n.Data == "h1":
		return lines(n, width, titleBox)
	case n.Data == "h2":
		return lines(n, width, headingBox)
	case is(n, "sub") && within(n, "picture"):
		return lines(n, width, subBox)
	case is(n, "care"):
		return lines(n, width, careBox)
	case n.Data == "p":
		return lines(n, width, textBox)
	case n.Data == "dl":
		return rows(n, func(each *html.Node) float64 {
			if each.Data == "dt" {
				return 0
			}
			return lines(each, width-140, textBox)
		})
	}
	inner := stacked(n, width)
	if inner == 0 && n.Data == "li" {
		return lines(n, width, itemBox)
	}
	return inner
}

// stacked returns the total height of a node's children.
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

// perRow is the number of cards or small charts in a row at this width.
const perRow = 3

// abreast returns the height of a grid, whose rows are as tall as their tallest cell.
func abreast(list []*html.Node, each func(*html.Node) float64) float64 {
	sum := 0.0
	for row := range slices.Chunk(list, perRow) {
		most := 0.0
		for _, n := range row {
			most = max(most, each(n))
		}
		sum += most
	}
	return sum
}

// lines returns the height of the text of a node. An average letter is about half as
// wide as the font size.
func lines(n *html.Node, width float64, b box) float64 { return linesOf(letters(n), width, b) }

func linesOf(letters, width float64, b box) float64 {
	if letters == 0 {
		return 0
	}
	return b.around + b.line*math.Ceil(letters*b.font*.52/width)
}

// letters counts the visible characters of a node.
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

// hidden reports whether a node is invisible. A row excluded by a filter is visible only
// while it is selected.
func hidden(n *html.Node) bool {
	return is(n, "out") || n.Type == html.ElementNode && slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
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

// first returns the first descendant with a class, or nil.
func first(n *html.Node, class string) *html.Node {
	for each := range n.Descendants() {
		if is(each, class) && !hidden(each) {
			return each
		}
	}
	return nil
}

// is reports whether a node has a class.
func is(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attribute(n, "class")), class)
}

func within(n *html.Node, class string) bool {
	for above := range n.Ancestors() {
		if is(above, class) {
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
