package chart

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/say"
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
)

// colours are the classes of what stands out, in the order in which it is given
// out; c6 is for all else. web/style.css and documentStyle have them.
var colours = []string{"c1", "c2", "c3", "c4", "c5"}

const pale = "c6"

// Heights of a plot with axes, in em of its text.
const (
	linesTop     = 1.8
	linesHeight  = 15.0 // at least, from the top of the plot to its bottom
	eventsHeight = 1.2  // of the words for what happened, over all values
	smallHeight  = 8.0  // of one of several on one scale
	underAxis    = 1.8
)

// stretch is how many units a stretched drawing has in each direction.
const stretch = 1000

// trend is one line: its rows in time, and how it is drawn.
type trend struct {
	name  string
	rows  []data.Row
	class string
	out   bool // left out by a filter, and there for comparison
}

// last is the latest value of a line, or nil.
func (t trend) last() *data.Row {
	for i := len(t.rows) - 1; i >= 0; i-- {
		if t.rows[i].Amount != nil {
			return &t.rows[i]
		}
	}
	return nil
}

// known is how many values a line has; one is a dot.
func (t trend) known() int {
	n := 0
	for _, r := range t.rows {
		if r.Amount != nil {
			n++
		}
	}
	return n
}

// manyLines draws lines with axes, one path each.
func manyLines(p data.Panel) Picture {
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
	names := namesOf(trends)
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
	plot.timeAxis(plot.Moments, top+height+1.4)
	plot.events(p.Spec.Events, all, top, top+height)
	plot.Back = append(plot.Back, paths(trends, x, y))
	for _, t := range trends {
		if last := t.last(); last != nil && t.known() == 1 {
			plot.Back = append(plot.Back, svg.El("circle", "class", "tip "+t.class, "cx", svg.Pct(x(*last)), "cy", svg.Em(y.At(last.Amount.Number)), "r", ".3em"))
		}
	}
	plot.Back = append(plot.Back, peaks(trends, alone, x, y)...)
	if alone {
		plot.RightWidth = 1
	} else {
		plot.nameLines(names, y)
	}
	return Picture{Plot: plot, Note: begins(y, rows[0])}
}

// trendsOf parts rows into lines and gives out colours: to those that the view
// names, or to the five that end highest.
func trendsOf(p data.Panel, rows []data.Row) []trend {
	var trends []trend
	for _, group := range grouped(rows) {
		trends = append(trends, trend{name: group[0].Group, rows: group, out: group[0].Out, class: pale})
	}
	order := make([]*trend, 0, len(trends))
	for i := range trends {
		if !trends[i].out && trends[i].last() != nil {
			order = append(order, &trends[i])
		}
	}
	if len(order) > len(colours) {
		data.Sort(order, func(a, b *trend) int {
			return cmp.Or(cmp.Compare(named(p.Spec, b), named(p.Spec, a)), cmp.Compare(b.last().Amount.Number, a.last().Amount.Number))
		})
		if len(p.Spec.Highlight) > 0 && p.Drawn == nil {
			order = slices.DeleteFunc(order, func(t *trend) bool { return named(p.Spec, t) == 0 })
		}
		order = order[:min(len(order), len(colours))]
	}
	for i := range trends {
		if place := slices.Index(order, &trends[i]); place >= 0 {
			trends[i].class = colours[place]
		}
	}
	return trends
}

// named is 1 for a line that the view wants to stand out.
func named(spec *data.PanelSpec, t *trend) int {
	if slices.Contains(spec.Highlight, t.rows[0].Figure.Code(spec.Channels["colour"])) {
		return 1
	}
	return 0
}

// paths draws every line as one path, those in grey below the others.
func paths(trends []trend, x func(data.Row) float64, y scale.Linear) svg.Node {
	box := svg.El("svg", "class", "stretch", "y", svg.Em(y.Range[1]), "width", "100%", "height", svg.Em(y.Range[0]-y.Range[1]),
		"viewBox", "0 0 1000 1000", "preserveAspectRatio", "none", "overflow", "visible")
	at := func(r data.Row) string {
		down := (y.At(r.Amount.Number) - y.Range[1]) / (y.Range[0] - y.Range[1])
		return svg.Num(rounded(x(r)*stretch)) + " " + svg.Num(rounded(down*stretch))
	}
	for _, grey := range []bool{true, false} {
		for _, t := range trends {
			if (t.class == pale) == grey {
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

// path is the way of a line, and of those parts of it that are dashed. A point
// that nothing joins is a stroke of no length, which a round cap makes a dot.
func (t trend) path(at func(data.Row) string) (solid, dashed string) {
	var line, dash strings.Builder
	open := false // the path stands at the point before
	for i, r := range t.rows {
		if r.Amount == nil {
			open = false
			continue
		}
		style := ""
		if i > 0 && t.rows[i-1].Amount != nil {
			style = joint(t.rows[i-1].Figure, r.Figure)
		}
		switch style {
		case "line":
			if !open {
				line.WriteString("M" + at(t.rows[i-1]))
			}
			line.WriteString("L" + at(r))
			open = true
		case "":
			line.WriteString("M" + at(r) + "h0")
			open = true
		default:
			dash.WriteString("M" + at(t.rows[i-1]) + "L" + at(r))
			open = false
		}
	}
	return line.String(), dash.String()
}

// joint is Joint without the trouble of comparing two plain figures of a series.
func joint(a, b *data.Figure) string {
	if a.Series == b.Series && a.Base == b.Base && plain(a) && plain(b) && a.Period.AsLong(b.Period) && !a.Period.Overlaps(b.Period) {
		return "line"
	}
	return Joint(a, b)
}

func plain(f *data.Figure) bool {
	return f.Status == data.Normal && !f.Calculated() && f.Restates == nil && f.MayRestate == nil && f.Period.Basis != data.Inferred
}

// peaks are the highest and the lowest value of what stands out, and the last
// and the first where that is one line, which has no name at its end.
func peaks(trends []trend, alone bool, x func(data.Row) float64, y scale.Linear) []svg.Node {
	var standing []data.Row
	for _, t := range trends {
		if t.class != pale && !t.out {
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
	var labels []label
	var nodes []svg.Node
	seen := map[*data.Figure]bool{}
	for _, each := range peaks {
		if seen[each.row.Figure] {
			continue
		}
		seen[each.row.Figure] = true
		at := y.At(each.row.Amount.Number)
		under := each.row.Figure == low.Figure && low.Figure != high.Figure && at+1.35 < y.Range[0]
		labels = append(labels, each.label(x(each.row), at, under))
		nodes = append(nodes, svg.El("circle", "class", "dot peak", "cx", svg.Pct(x(each.row)), "cy", svg.Em(at), "r", ".25em"))
	}
	return append(nodes, written(labels, layout(labels))...)
}

// peak is a row whose value is written over its line, or under it.
type peak struct {
	row  data.Row
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

// moments are the times of lines, in order, each once.
func moments(trends []trend, x func(data.Row) float64) []Moment {
	var list []Moment
	place := map[string]int{}
	for _, t := range trends {
		for _, r := range t.rows {
			i, found := place[r.Figure.Year.ID]
			if !found {
				i = len(list)
				place[r.Figure.Year.ID] = i
				list = append(list, Moment{X: x(r), When: r.Figure})
			}
			if t.class != pale && !t.out {
				list[i].Rows = append(list[i].Rows, r)
			}
		}
	}
	data.Sort(list, func(a, b Moment) int { return cmp.Compare(a.X, b.X) })
	return list
}

// Moment is a time of a plot, with the values of what stands out.
type Moment struct {
	X    float64 // fraction of the width
	When *data.Figure
	Rows []data.Row
}

// Words say a moment as its reading does.
func (m Moment) Words() string {
	var list []string
	for _, r := range m.Rows {
		list = append(list, strings.TrimSpace(r.Group+" "+value(r)))
	}
	return say.Year(m.When) + ": " + strings.Join(list, ", ")
}
