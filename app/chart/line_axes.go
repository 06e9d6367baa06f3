package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data/table"
)

// Heights of a plot with axes, in em of its text.
const (
	linesTop     = 1.8
	linesHeight  = 18.0 // minimum, from the top of the plot to its bottom
	eventsHeight = 1.2  // of the words for events, above all values
	smallHeight  = 8.0  // of one of several plots on the same scale
	underAxis    = 1.8
)

// stretch is the width and height of a stretched drawing, in units.
const stretch = 1000

// manyLines draws lines with axes, one path each.
func manyLines(p table.Panel) Picture {
	rows := shown(p)
	all := rows
	if p.Together != nil {
		all = p.Together
	}
	trends := trendsOf(p, rows)
	height, ticks := linesHeight, axisTicks
	if p.Together != nil {
		height, ticks = smallHeight, smallTicks
	}
	names := labelsOf(trends)
	alone := len(names) == 1 && names[0].name == ""
	height = max(height, heightOf(names))
	top := linesTop
	if len(p.Spec.Events) > 0 {
		top += eventsHeight
	}
	y := heights(all, top+height, top)
	y = y.Nice(ticks)
	x := across(all, 0)
	plot := &Plot{Height: top + height + underAxis, Moments: moments(trends, x)}
	plot.valueAxis(y, ticks, rows[0])
	plot.events(p.Spec.Events, all, top, top+height)
	plot.Back = append(plot.Back, paths(trends, x, y))
	plot.Back = append(plot.Back, tips(trends, x, y)...)
	plot.Back = append(plot.Back, peaks(trends, alone, x, y)...)
	if alone {
		plot.RightWidth = 1
	} else {
		plot.labelLines(names, y)
	}
	plot.timeAxis(plot.Moments, top+height+1.4)
	return Picture{Plot: plot, Note: lineNote(y, rows[0])}
}

// tips draws dots for values that are not connected to others.
func tips(trends []trend, x func(table.Row) float64, y scale.Linear) []svg.Node {
	var nodes []svg.Node
	for _, t := range trends {
		for _, r := range t.isolated() {
			nodes = append(nodes, svg.El("circle", "class", "tip "+t.class, "cx", svg.Pct(x(r)), "cy", svg.Em(y.At(r.Amount.Number)), "r", ".3em"))
		}
	}
	return nodes
}

// square is a drawing of stretch × stretch units, as wide as the plot and as high as its
// scale. inSquare formats a point in it.
func square(class string, y scale.Linear) svg.Node {
	return svg.El("svg", "class", class, "y", svg.Em(y.Range[1]), "width", "100%", "height", svg.Em(y.Range[0]-y.Range[1]),
		"viewBox", "0 0 1000 1000", "preserveAspectRatio", "none", "overflow", "visible")
}

func inSquare(x, value float64, y scale.Linear) string {
	down := (y.At(value) - y.Range[1]) / (y.Range[0] - y.Range[1])
	return svg.Num(rounded(x*stretch)) + " " + svg.Num(rounded(down*stretch))
}

// paths draws each line as one path, grey ones below the others.
func paths(trends []trend, x func(table.Row) float64, y scale.Linear) svg.Node {
	box := square("stretch", y)
	at := func(r table.Row) string { return inSquare(x(r), r.Amount.Number, y) }
	for _, below := range []bool{true, false} {
		for _, t := range trends {
			if (t.class == pale || t.class == quiet) == below {
				solid, dashed := t.path(at)
				for _, d := range []struct{ class, d string }{{"line " + t.class, solid}, {"line dashed " + t.class, dashed}} {
					if d.d != "" {
						box = box.With(svg.El("path", "class", d.class, "d", d.d))
					}
				}
			}
		}
	}
	return box
}

func rounded(v float64) float64 { return float64(int(v*10+0.5)) / 10 }
