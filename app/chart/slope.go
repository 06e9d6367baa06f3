package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// slopeMark draws a line for each group between two periods, with a value at each end.
var slopeMark = Mark{
	Name: "slope",
	Traits: data.Traits{
		SharesAxis: true,
		Pairs:      true,
		Timed:      true,
		Needs:      []string{"x", "y", "colour"},
		Group:      []string{"colour"},
		Label:      []string{"x"},
		Chosen:     "colour",
	},
	Draw: drawSlopes,
}

func drawSlopes(p table.Panel) Picture {
	rows := shown(p)
	if known(rows) < 2 {
		return inWords(rows)
	}
	trends := trendsOf(p, rows)
	names := labelsOf(trends)
	bottom := linesTop + max(linesHeight, heightOf(names))
	all := rows
	if p.Together != nil {
		all = p.Together
	}
	x, y := across(all, 0), heights(all, bottom, linesTop)
	y.Domain[0] = y.Nice(axisTicks).Domain[0] // the note may mention the minimum; the top needs no round value, because there is no axis
	plot := &Plot{Height: bottom + underAxis, Moments: moments(trends, x)}
	for _, m := range plot.Moments {
		at := svg.Pct(m.X)
		plot.Back = append(plot.Back, svg.El("line", "class", "grid", "x1", at, "x2", at, "y1", svg.Em(linesTop), "y2", svg.Em(bottom)))
	}
	plot.Back = append(plot.Back, paths(trends, x, y))
	plot.Back = append(plot.Back, tips(trends, x, y)...)
	plot.labelStarts(trends, y)
	plot.labelLines(names, y)
	plot.timeAxis(plot.Moments, bottom+1.4)
	return Picture{Plot: plot, Note: begins(y, rows[0])}
}

// labelStarts writes the first value of each coloured line on the left. Grey lines
// have none, because they are too close together to match.
func (p *Plot) labelStarts(trends []trend, y scale.Linear) {
	var list []lineLabel
	for _, t := range trends {
		if first := t.rows[0]; first.Amount != nil && !t.out && t.class != pale {
			list = append(list, lineLabel{class: t.class, value: first.Amount.Number, lines: []string{value(first)}})
		}
	}
	spread(list, y)
	for _, n := range list {
		words := n.lines[0]
		p.LeftWidth = max(p.LeftWidth, wide(words)+0.7)
		p.Left = append(p.Left, label{text: words, class: "name " + n.class, x: 1, dx: -0.5, y: n.y + 0.4, anchor: "end"}.node(0))
	}
}
