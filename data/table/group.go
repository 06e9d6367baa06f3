package table

import (
	"cmp"
	"slices"

	"factframe/data"
)

// rowsOf returns figures as the rows of a panel, in the order of its groups.
func rowsOf(p *data.Package, spec *data.PanelSpec, figures []*data.Figure, measure *data.Unit, order string) []Row {
	var rows []Row
	for _, f := range figures {
		rows = append(rows, rowOf(p, spec, f, measure))
	}
	switch {
	case spec.Mark.Traits().Timed:
		data.Sort(rows, func(a, b Row) int { return cmp.Compare(a.Figure.Period.Start, b.Figure.Period.Start) })
		group(p, spec, rows)
	case len(rows) > 0 && rows[0].Group != "":
		group(p, spec, rows)
	default:
		sortRows(rows, order)
	}
	return rows
}

// group sorts rows so that groups are together. Groups and their rows keep the order of
// the package and of time.
func group(p *data.Package, spec *data.PanelSpec, rows []Row) {
	t := spec.Mark.Traits()
	channels := append([]string{"facet"}, t.Group...)
	if t.Parts || t.Pairs {
		channels = append(channels, t.Label...)
	}
	placed := make([]placedRow, len(rows))
	for i, r := range rows {
		for _, channel := range channels {
			placed[i].at = append(placed[i].at, placeIn(p, spec, channel, r.Figure))
		}
		placed[i].at = append(placed[i].at, slices.Index(spec.Series, r.Figure.Series))
		placed[i].Row = r
	}
	sortPlaced(placed)
	groups := map[string]int{}
	for i, r := range placed {
		group := inChannel(p, spec, "facet", r.Figure).Label + "\n" + r.Group
		if _, found := groups[group]; !found {
			groups[group] = len(groups)
		}
		placed[i].at = []int{groups[group]}
	}
	sortPlaced(placed)
	for i, r := range placed {
		rows[i] = r.Row
	}
}

// placedRow is a row with its sort keys, which are computed once.
type placedRow struct {
	Row
	at []int
}

func sortPlaced(rows []placedRow) {
	data.Sort(rows, func(a, b placedRow) int { return slices.Compare(a.at, b.at) })
}

// placeIn returns the sort key of a figure in a channel.
func placeIn(p *data.Package, spec *data.PanelSpec, channel string, f *data.Figure) int {
	to := spec.Channels[channel]
	if to == "" || to == "value" {
		return 0
	}
	if to == data.Span {
		return int(f.Period.Start)
	}
	if a := data.AttributeOf(to); a != nil {
		if a.Place == nil {
			return 0
		}
		return a.Place(p, f)
	}
	return p.Dimension(to).Place(f.Codes[to])
}

// countAlike makes all panels of a view that draw each thing counted use shapes of one
// size.
func countAlike(panels []Panel) {
	counts := func(p Panel) bool { return p.Spec.Mark.Traits().Counts > 0 }
	var all []Row
	for _, p := range panels {
		if counts(p) {
			all = append(all, p.Rows...)
		}
	}
	for i := range panels {
		if counts(panels[i]) {
			panels[i].Together = all
		}
	}
}

// facetsOf splits a time-series panel into one panel for each code of its facet, all on
// one scale. Other marks group their rows instead.
func facetsOf(p *data.Package, panel Panel) []Panel {
	if !panel.Spec.Mark.Traits().Timed || panel.Spec.Channels["facet"] == "" || len(panel.Rows) == 0 {
		return []Panel{panel}
	}
	facetOf := func(r Row) string { return inChannel(p, panel.Spec, "facet", r.Figure).Label }
	together := panel.Rows
	if panel.Drawn != nil {
		together = panel.Drawn
	}
	var list []Panel
	for _, r := range panel.Rows {
		if len(list) == 0 || list[len(list)-1].Facet != facetOf(r) {
			list = append(list, Panel{Spec: panel.Spec, Facet: facetOf(r), Together: together})
		}
		last := &list[len(list)-1]
		last.Rows = append(last.Rows, r)
	}
	drawn := map[string][]Row{}
	for _, r := range panel.Drawn {
		drawn[facetOf(r)] = append(drawn[facetOf(r)], r)
	}
	for i := range list {
		list[i].Drawn = drawn[list[i].Facet]
	}
	return list
}
