package chart

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
)

// lineLabel is the name of a line at its end, with its last value.
type lineLabel struct {
	class string
	name  string
	value float64
	apart bool     // not beside the end of its line, because the line ended earlier or is not a point
	label string   // name and value in one line
	lines []string // the same in lines of at most longestName
	y     float64  // em, of the middle
}

const (
	longestName = 9.0 // em of a line of text
	lineHeight  = 1.25
	mostNamed   = 12 // with more lines, grey ones have no name
)

// labelsOf returns the labels of lines. A line without a name shows only its last value.
func labelsOf(trends []trend) []lineLabel {
	var list []lineLabel
	kept := 0
	for _, t := range trends {
		if !t.out {
			kept++
		}
	}
	var latest data.Date
	for _, t := range trends {
		if last := t.last(); last != nil {
			latest = max(latest, last.Figure.Period.End)
		}
	}
	for _, t := range trends {
		last := t.last()
		if last == nil || t.out || t.class == pale && kept > mostNamed {
			continue
		}
		n := lineLabel{class: t.class, name: t.name, value: last.Amount.Number, lines: linesWithin(t.name, longestName)}
		if t.name == "" {
			n.lines = []string{""} // filled with the value
		}
		v := value(*last)
		n.apart = latest > last.Figure.Period.End
		if n.apart {
			v = last.Figure.Words().Noted(v, last.Figure.PeriodName.Label)
		}
		n.label = strings.TrimSpace(t.name + " " + v)
		end := &n.lines[len(n.lines)-1]
		switch {
		case t.name == "":
			*end = v
		case wide(*end+" "+v) <= longestName:
			*end += " " + v
		default:
			n.lines = append(n.lines, parted(v)...)
		}
		list = append(list, n)
	}
	return list
}

// parted puts a value and its time on two lines if one is too long. It never splits a
// number.
func parted(v string) []string {
	if number, when, ok := strings.Cut(v, " ("); ok && wide(v) > longestName {
		return []string{number, "(" + when}
	}
	return []string{v}
}

// heightOf returns the height of all names below each other, in em.
func heightOf(names []lineLabel) float64 {
	height := 0.0
	for _, n := range names {
		height += n.height()
	}
	return height
}

// moved reports whether a name is so far from the end of its line that it needs a leader.
func (n lineLabel) moved(y scale.Linear) bool {
	away := n.y - y.At(n.value)
	return !n.apart && max(away, -away) > 0.7
}

// leaderEnd is where leaders reach the names, in em.
const leaderEnd = 1.3

func (n lineLabel) height() float64 { return float64(len(n.lines))*lineHeight + 0.15 }

// spread places names below each other, each as close to its value as possible.
func spread(names []lineLabel, y scale.Linear) {
	data.Sort(names, func(a, b lineLabel) int { return cmp.Compare(b.value, a.value) })
	free := 0.6
	for i := range names {
		n := &names[i]
		n.y = max(y.At(n.value), free+n.height()/2)
		free = n.y + n.height()/2
	}
	bottom := y.Range[0] + 0.7
	for i := len(names) - 1; i >= 0; i-- {
		n := &names[i]
		n.y = min(n.y, bottom-n.height()/2)
		bottom = n.y - n.height()/2
	}
}

// labelLines writes names on the right, at the ends of their lines.
func (p *Plot) labelLines(names []lineLabel, y scale.Linear) {
	spread(names, y)
	beside := 0.5 // em, between the ends of the lines and the names
	if slices.ContainsFunc(names, func(n lineLabel) bool { return n.moved(y) }) {
		beside = leaderEnd + 0.2
	}
	for _, n := range names {
		p.Ends = append(p.Ends, Key{n.class, n.label})
		for i, line := range n.lines {
			at := n.y + 0.4 + (float64(i)-float64(len(n.lines)-1)/2)*lineHeight
			p.Right = append(p.Right, label{text: line, class: "name " + n.class, y: at, dx: beside, anchor: "start"}.node(0))
			p.RightWidth = max(p.RightWidth, wide(line)+beside+0.2)
		}
		if n.moved(y) {
			p.Right = append(p.Right, svg.El("line", "class", "leader", "x1", svg.Em(0.35), "x2", svg.Em(leaderEnd), "y1", svg.Em(y.At(n.value)), "y2", svg.Em(n.y)))
		}
		if n.apart {
			continue
		}
		p.Right = append(p.Right, svg.El("circle", "class", "tip "+n.class, "cx", "0", "cy", svg.Em(y.At(n.value)), "r", ".22em"))
	}
}
