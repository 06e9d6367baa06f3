package datatest

import (
	"factframe/data"
)

// markFor chooses a mark that can draw a series, and makes the series what that
// mark needs.
func (m *maker) markFor(g *grid) data.Mark {
	dated, n := g.times[0].start != "", len(g.dimensions)
	marks := []data.Mark{data.Card, data.Dot, data.Dot}
	if n == 0 {
		marks = []data.Mark{data.Card}
	}
	if n > 0 && g.unit.fromZero {
		marks = append(marks, data.Bar, data.Bar, data.Bar)
	}
	if dated && len(g.times) > 1 {
		marks = append(marks, data.Line, data.Line, data.Line)
	}
	if n > 0 && dated && len(g.times) == 2 {
		marks = append(marks, data.Dumbbell, data.Dumbbell)
	}
	if n == 2 && g.unit.kind == data.ShareKind && g.unit.fromZero && len(g.codes[1]) <= 6 {
		marks = append(marks, data.Stack, data.Stack, data.Stack, data.Stack, data.Stack, data.Stack, data.Stack)
	}
	if n > 0 && g.unit.kind == data.CountKind && g.unit.fromZero {
		marks = append(marks, data.Tally)
	}
	if g.unit.kind == data.AgeKind || g.series["age_min"] != nil {
		marks = append(marks, data.Age, data.Age)
	}
	mark := pick(m, "mark", marks...)
	if mark == data.Stack {
		g.times = g.times[:1]
	}
	if mark == data.Dumbbell {
		g.dimensions, g.codes = g.dimensions[:1], g.codes[:1]
		g.series["dimensions"] = g.dimensions
	}
	return mark
}

// draw adds a view of a series.
func (m *maker) draw(g *grid, mark data.Mark) {
	panel := object{"id": m.id("panel"), "mark": string(mark)}
	m.maybe(panel, "title", m.name)
	switch mark {
	case data.Card:
		panel["figures"] = idsOf(g.figures)
		m.view(g, panel)
		return
	case data.Age:
		m.agePanels(g)
		return
	}
	panel["series"] = []any{g.series["id"]}
	channels := object{}
	panel["channels"] = channels
	v := m.view(g, panel)
	first, second := "", ""
	if len(g.dimensions) > 0 {
		first = g.dimensions[0]
	}
	if len(g.dimensions) > 1 {
		second = g.dimensions[1]
	}
	switch mark {
	case data.Line:
		m.lineChannels(g, panel, channels, v, first, second)
	case data.Stack:
		channels["y"], channels["colour"] = first, second
	case data.Dumbbell:
		channels["y"], channels["colour"] = first, "period"
	default:
		channels["x"], channels["y"] = "value", first
		if second != "" {
			channels["facet"] = second
		} else if m.chance("orders", 60) {
			v["orders"] = pick(m, "order", []string{"size", "name"}, []string{"name", "printed", "size"}, []string{"printed"})
		}
		if len(g.times) > 1 {
			panel["at"] = []string{pick(m, "at", data.Latest, data.First)}
		}
		if g.unit.adds && mark != data.Tally && m.chance("units", 50) {
			v["units"] = []string{g.unit.id, "percent"}
		}
	}
	if mark != data.Stack && mark != data.Dumbbell && m.chance("filters", 70) {
		filters := m.someFilters(mark)
		for _, d := range g.dimensions {
			if g.differ(d) {
				filters = append(filters, d)
			}
		}
		v["filters"] = filters
	}
}

// differ reports whether the figures of a grid have two codes of a dimension.
func (g *grid) differ(dimension string) bool {
	for _, f := range g.figures {
		if f[dimension] != g.figures[0][dimension] {
			return true
		}
	}
	return false
}

func (m *maker) someFilters(mark data.Mark) []string {
	if mark == data.Line && m.chance("span", 60) {
		return []string{data.Span}
	}
	return nil
}

func (m *maker) lineChannels(g *grid, panel, channels, v object, first, second string) {
	channels["x"], channels["y"] = "period", "value"
	switch {
	case second != "":
		channels["colour"], channels["facet"] = first, second
	case first != "" && m.chance("facet", 40):
		channels["facet"] = first
	case first != "":
		channels["colour"] = first
		if m.chance("highlight", 40) {
			panel["highlight"] = []string{g.codes[0][0]}
		}
	}
	if m.chance("event", 30) {
		panel["events"] = []object{{"at": g.times[len(g.times)/2].start, "text": m.name("event")}}
	}
}

// agePanels draws each figure in a separate panel with an axis of ages.
func (m *maker) agePanels(g *grid) {
	var panels []object
	for _, f := range g.figures[:min(5, len(g.figures))] {
		panels = append(panels, object{"id": m.id("panel"), "mark": "age", "figures": []any{f["id"]}})
	}
	v := m.view(g, panels[0])
	v["panels"] = panels
}

// view adds a view with one panel.
func (m *maker) view(g *grid, panel object) object {
	v := object{"id": m.id("v"), "title": m.name("view"), "headline": m.headline(g), "subtitle": m.sentence("subtitle"), "panels": []object{panel}}
	var notes []string
	for range m.number("notes", 0, 2) {
		notes = append(notes, pick(m, "lead", "", "Not a ranking: ")+m.sentence("note"))
	}
	if notes != nil {
		v["notes"] = notes
	}
	if m.own["statements"] != nil && m.chance("statements", 30) {
		v["statements"] = []string{"statement"}
	}
	m.views = append(m.views, v)
	return v
}

func (m *maker) headline(g *grid) string {
	if g != nil && len(g.figures) > 0 && m.chance("figure in headline", 40) {
		return m.name("headline") + " {" + g.figures[0]["id"].(string) + "}"
	}
	return m.name("headline")
}

// cards is a view of figures of all series.
func (m *maker) cards() {
	if len(m.observations) == 0 {
		return
	}
	all := idsOf(m.observations)
	for _, f := range m.derived {
		all = append(all, f["id"])
	}
	v := m.view(nil, object{"id": m.id("panel"), "mark": "card", "figures": all[:min(len(all), 20)]})
	if m.chance("filters", 30) && len(m.sources) > 1 {
		v["filters"] = []string{"source"}
	}
}

func (m *maker) listOfSources() {
	used := map[any]bool{}
	for _, s := range m.series {
		if s["records"] == nil {
			used[s["source"]] = true
		}
	}
	var panels []object
	for _, s := range m.sources {
		if used[s["id"]] {
			panels = append(panels, object{"id": m.id("panel"), "mark": "list", "source": s["id"]})
		}
	}
	if len(panels) > 0 {
		m.view(nil, panels[0])["panels"] = panels
	}
}

func idsOf(figures []object) []any {
	var list []any
	for _, f := range figures {
		list = append(list, f["id"])
	}
	return list
}
