package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// peaks marks the highest and lowest value of all visible lines. A single line has no name
// at its end, so its last and first value are marked too.
func peaks(trends []trend, alone bool, x func(table.Row) float64, y scale.Linear) []svg.Node {
	var standing []table.Row
	for _, t := range trends {
		if !t.out {
			for _, r := range t.rows {
				if r.Amount != nil {
					standing = append(standing, r)
				}
			}
		}
	}
	if len(standing) == 0 {
		return nil
	}
	high, low := standing[0], standing[0]
	for _, r := range standing {
		if r.Amount.Number > high.Amount.Number {
			high = r
		}
		if r.Amount.Number < low.Amount.Number {
			low = r
		}
	}
	peaks := []peak{{high, 1}, {low, 2}}
	if alone {
		peaks = append([]peak{{standing[len(standing)-1], 0}}, append(peaks, peak{standing[0], 3})...)
	}
	for _, t := range trends {
		if t.class != pale && !t.out {
			for _, r := range t.isolated() {
				peaks = append(peaks, peak{r, 4}) // not connected to other values
			}
		}
	}
	var labels []label
	var nodes []svg.Node
	var places [][2]string
	seen := map[*data.Figure]bool{}
	for _, t := range trends {
		if last := t.last(); last != nil && !alone {
			seen[last.Figure] = true // its value is beside its name
		}
	}
	for _, each := range peaks {
		if seen[each.row.Figure] {
			continue
		}
		seen[each.row.Figure] = true
		at := y.At(each.row.Amount.Number)
		under := each.row.Figure == low.Figure && low.Figure != high.Figure && at+1.35 < y.Range[0]
		labels = append(labels, each.label(x(each.row), at, under))
		places = append(places, [2]string{svg.Pct(x(each.row)), svg.Em(at)})
	}
	from := layout(labels)
	for i, at := range places { // a dot is shown only with its value
		if from[i] < len(widths) {
			nodes = append(nodes, svg.El("circle", "class", fromWidth("dot peak", from[i]), "cx", at[0], "cy", at[1], "r", ".25em"))
		}
	}
	return append(nodes, written(labels, from)...)
}

// peak is a row whose value is written above or below its line.
type peak struct {
	row  table.Row
	rank int
}

func (p peak) label(x, y float64, under bool) label {
	l := label{text: value(p.row), class: "value", rank: p.rank, x: x, y: y - 0.6, anchor: "middle"}
	if under {
		l.y = y + 1.35
	}
	if x < 0.08 {
		l.anchor = "start"
	} else if x > 0.92 {
		l.anchor = "end"
	}
	return l
}
