package chart

import (
	"slices"
	"strconv"
	"strings"

	"factframe/app/svg"
)

// Which words of a drawing stand depends on its width, which nobody knows when a
// page is built. So it is decided here for each of a few widths, and the style
// shows a word of class wN from the width of that number on.

// widths are those of drawings, in em of their text; web/style.css has a rule
// for each but the first. Wider drawings only have more room.
var widths = [...]float64{5, 8, 10, 13, 17, 22, 30, 40, 54}

// label is a word of a drawing.
type label struct {
	text   string
	class  string
	rank   int     // the lower stands first
	x      float64 // fraction of the width
	dx     float64 // em to the right of it
	y      float64 // em from the top, where its letters stand
	anchor string  // start, middle or end
}

// Of a line of text, in em: how far it reaches over and under where its letters
// stand, and what is left free between two words.
const (
	ascent  = 0.95
	descent = 0.3
	apart   = 0.35
)

// span is where a label begins and ends in a drawing of some width.
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

// within reports whether a label reaches no further than so many em out of a drawing.
func (l label) within(width, out float64) bool {
	left, right := l.span(width)
	return left >= -out && right <= width+out
}

// layout says from which width on each label stands: those of a lower rank
// first, none where it would touch another, and those of rank 0 always.
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

// levels says from which width on each label stands where all of one level
// stand or none, but for those that touch what always stands: the rank of a label is
// its level, and a finer level has the labels of all coarser ones among its own. A
// part of a year stands where that year does.
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
		known := true // the year that a label is in
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

// written are the nodes of labels that stand somewhere, each from its width on.
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

// fromWidth is a class of what stands from the width of that number on.
func fromWidth(class string, from int) string {
	if from > 0 {
		class += " w" + strconv.Itoa(from)
	}
	return class
}

// stepAt is the number of the widest width that a drawing has.
func stepAt(width float64) int {
	step := 0
	for i, w := range widths {
		if width >= w {
			step = i
		}
	}
	return step
}
