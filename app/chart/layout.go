package chart

import (
	"slices"
	"strconv"
	"strings"

	"factframe/app/svg"
)

// Which labels fit depends on the width of a drawing, which is unknown when a page is
// built. Labels are therefore laid out for each of a few widths, and the style sheet shows
// class wN from width number N upwards.

// widths are the widths of drawings, in em of their text. web/style.css has a rule for each
// except the first. Wider drawings only have more space.
var widths = [...]float64{5, 8, 10, 13, 17, 22, 30, 40, 54}

// label is a text in a drawing.
type label struct {
	text   string
	class  string
	rank   int     // lower ranks are placed first
	x      float64 // fraction of the width
	dx     float64 // offset to the right, in em
	y      float64 // baseline, in em from the top
	anchor string  // start, middle or end
}

// Of a line of text, in em: its height above and below the baseline, and the space between
// two labels.
const (
	ascent  = 0.95
	descent = 0.3
	apart   = 0.35
)

// span returns where a label begins and ends at a width.
func (l label) span(width float64) (left, right float64) {
	w := wide(l.text)
	if strings.HasPrefix(l.class, "tick") {
		w *= regular
	}
	left = l.x*width + l.dx
	switch l.anchor {
	case "middle":
		left -= w / 2
	case "end":
		left -= w
	}
	return left, left + w
}

func (l label) touches(other label, width float64) bool {
	if l.y-ascent >= other.y+descent || other.y-ascent >= l.y+descent {
		return false
	}
	left, right := l.span(width)
	otherLeft, otherRight := other.span(width)
	return left < otherRight+apart && otherLeft < right+apart
}

// within reports whether a label extends at most out em beyond a drawing.
func (l label) within(width, out float64) bool {
	left, right := l.span(width)
	return left >= -out && right <= width+out
}

// layout returns for each label the number of the width from which it is shown. Lower ranks
// are placed first, labels never overlap, and rank 0 is always shown.
func layout(labels []label) []int {
	from := make([]int, len(labels))
	for i, l := range labels {
		from[i] = len(widths)
		if l.rank == 0 {
			from[i] = 0
		}
	}
	for step, width := range widths {
		for rank := 1; rank <= lowest(labels); rank++ {
			for i, l := range labels {
				if l.rank == rank && from[i] > step && l.within(width, apart) && !touchesAny(l, labels, from, step, width) {
					from[i] = step
				}
			}
		}
	}
	return from
}

func lowest(labels []label) int {
	rank := 0
	for _, l := range labels {
		rank = max(rank, l.rank)
	}
	return rank
}

func touchesAny(l label, labels []label, from []int, step int, width float64) bool {
	for i, other := range labels {
		if from[i] <= step && l.touches(other, width) {
			return true
		}
	}
	return false
}

// levels returns for each label the number of the width from which it is shown. A label's
// rank is its level. Levels are shown completely or not at all, together with all coarser
// ones, except for labels that overlap one of always. A part of a year is shown only with
// its year.
func levels(labels, always []label) []int {
	from := make([]int, len(labels))
	for i := range from {
		from[i] = len(widths)
	}
	for step, width := range widths {
		finest := 0
		for level := 1; level <= lowest(labels); level++ {
			if fit(labels, level, width) {
				finest = level
			}
		}
		known := true // the label's year is shown
		for i, l := range labels {
			stands := l.rank <= finest && !slices.ContainsFunc(always, func(other label) bool { return l.touches(other, width) })
			if l.rank <= yearly+1 {
				known = stands
			}
			if stands && known {
				from[i] = min(from[i], step)
			}
		}
	}
	return from
}

func fit(labels []label, level int, width float64) bool {
	var placed []label
	for _, l := range labels {
		if l.rank > level {
			continue
		}
		if len(placed) > 0 && placed[len(placed)-1].touches(l, width) {
			return false
		}
		placed = append(placed, l)
	}
	return true
}

// written returns the nodes of the labels that fit at some width.
func written(labels []label, from []int) []svg.Node {
	var nodes []svg.Node
	for i, l := range labels {
		if from[i] < len(widths) {
			nodes = append(nodes, l.node(from[i]))
		}
	}
	return nodes
}

func (l label) node(from int) svg.Node {
	class := fromWidth(l.class, from)
	attrs := []string{"class", class, "x", svg.Pct(l.x), "y", svg.Em(l.y)}
	if l.dx != 0 {
		attrs = append(attrs, "dx", svg.Em(l.dx))
	}
	if l.anchor != "start" {
		attrs = append(attrs, "text-anchor", l.anchor)
	}
	return svg.El("text", attrs...).Words(l.text)
}

// fromWidth adds the class that shows an element from a width upwards.
func fromWidth(class string, from int) string {
	if from > 0 {
		class += " w" + strconv.Itoa(from)
	}
	return class
}

// stepAt returns the number of the largest width that a drawing has.
func stepAt(width float64) int {
	step := 0
	for i, w := range widths {
		if width >= w {
			step = i
		}
	}
	return step
}
