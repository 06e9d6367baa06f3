package chart

import (
	"cmp"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/table"
)

// trend is one line: its rows in order of time, and how it is drawn.
type trend struct {
	name  string
	rows  []table.Row
	class string
	out   bool // left out by a filter, but shown for comparison
}

// last returns the latest value of a line, or nil.
func (t trend) last() *table.Row {
	for i := len(t.rows) - 1; i >= 0; i-- {
		if t.rows[i].Amount != nil {
			return &t.rows[i]
		}
	}
	return nil
}

// joins reports whether row i is connected to the row before.
func (t trend) joins(i int) bool {
	return i > 0 && i < len(t.rows) && t.rows[i-1].Amount != nil && t.rows[i].Amount != nil && joined(t.rows[i-1].Figure, t.rows[i].Figure) != ""
}

// isolated returns the values that are not connected to others.
func (t trend) isolated() []table.Row {
	var list []table.Row
	for i, r := range t.rows {
		if r.Amount != nil && !t.joins(i) && !t.joins(i+1) {
			list = append(list, r)
		}
	}
	return list
}

// trendsOf splits rows into lines and colours those that the headline names, or the five
// with the highest last values.
func trendsOf(p table.Panel, rows []table.Row) []trend {
	var trends []trend
	groups := table.Grouped(rows)
	for _, group := range groups {
		t := trend{name: group[0].Group, rows: group, out: group[0].Out, class: pale}
		if !t.out && group[0].Tone != table.Plain && len(groups) <= len(colours) {
			t.class = quiet
		}
		trends = append(trends, t)
	}
	order := make([]*trend, 0, len(trends))
	for i := range trends {
		if t := &trends[i]; !t.out && t.last() != nil && t.rows[0].Tone != table.Quiet {
			order = append(order, t)
		}
	}
	if len(order) > len(colours) {
		data.Sort(order, func(a, b *trend) int { return cmp.Compare(b.last().Amount.Number, a.last().Amount.Number) })
		order = order[:len(colours)]
	}
	given := paletteOf(colours)
	for i := range trends {
		if t := &trends[i]; slices.Contains(order, t) {
			_, place := codeOf(p, t.rows[0], i)
			if t.rows[0].Tone == table.Accent {
				place = len(given.given)
			}
			t.class = given.of(t.name, place)
		}
	}
	return trends
}

// path returns the solid and the dashed segments of a line. Unconnected points are drawn as
// tips.
func (t trend) path(at func(table.Row) string) (solid, dashed string) {
	var line, dash strings.Builder
	open := false // the path already ends at the point before
	for i, r := range t.rows {
		if r.Amount == nil {
			open = false
			continue
		}
		style := ""
		if i > 0 && t.rows[i-1].Amount != nil {
			style = joined(t.rows[i-1].Figure, r.Figure)
		}
		switch style {
		case "line":
			if !open {
				line.WriteString("M" + at(t.rows[i-1]))
			}
			line.WriteString("L" + at(r))
			open = true
		case "":
			open = false
		default:
			dash.WriteString("M" + at(t.rows[i-1]) + "L" + at(r))
			open = false
		}
	}
	return line.String(), dash.String()
}

// joined is a fast version of jointOf for two plain figures of a series.
func joined(a, b *data.Figure) string {
	if a.Series == b.Series && a.Base == b.Base && plain(a) && plain(b) && a.Period.AsLong(b.Period) && (a.Series.Rolling || !a.Period.Overlaps(b.Period)) {
		return "line"
	}
	return jointOf(a, b)
}

func plain(f *data.Figure) bool {
	return f.Status == data.Normal && !f.Calculated() && f.Restates == nil && f.MayRestate == nil && f.Period.Basis != data.Inferred
}
