package datatest

import (
	"factframe/data"
)

// markFor chooses a mark that can draw a series, and adds to the series what that mark
// needs.
func (m *maker) markFor(g *grid) data.Mark {
	var fitting []data.Mark
	for _, name := range data.Marks() {
		mark := data.Mark(name)
		for range m.fits(g, mark.Traits()) {
			fitting = append(fitting, mark)
		}
	}
	mark := pick(m, "mark", fitting...)
	traits := mark.Traits()
	if traits.Parts && !traits.Timed {
		g.times = g.times[:1]
	}
	if traits.Pairs || traits.Parts && traits.Timed {
		g.dimensions, g.codes = g.dimensions[:1], g.codes[:1]
		g.series["dimensions"] = g.dimensions
	}
	return mark
}

// fits returns the weight with which a mark is chosen for a series; 0 if it cannot draw it.
func (m *maker) fits(g *grid, t data.Traits) int {
	n, times := len(g.dimensions), len(g.times)
	dated := g.times[0].start != ""
	switch {
	case t.OfSource:
		return 0
	case t.Text:
		return 1
	case t.Ages:
		if g.unit.kind == data.AgeKind || g.series["age_min"] != nil {
			return 2
		}
		return 0
	case n == 0 && (!t.Timed || t.Pairs || t.Parts),
		t.FromZero && !g.unit.fromZero,
		t.Counts > 0 && g.unit.kind != data.CountKind,
		t.Timed && (!dated || times < 2),
		t.Pairs && (!dated || times != 2):
		return 0
	case t.Parts:
		return m.fitsParts(g, t)
	case t.Counts > 0:
		return 1
	case t.Timed || t.FromZero:
		return 3
	}
	return 2
}

// fitsParts returns a high weight, because few series consist of parts of a whole.
func (m *maker) fitsParts(g *grid, t data.Traits) int {
	parts, dimensions := len(g.dimensions)-1, 2
	if t.Timed {
		parts, dimensions = 0, 1
	}
	if len(g.dimensions) != dimensions || g.unit.kind != data.ShareKind || len(g.codes[parts]) > 6 {
		return 0
	}
	return 9
}

// draw adds a view of a series.
func (m *maker) draw(g *grid, mark data.Mark) {
	panel := object{"id": m.id("panel"), "mark": string(mark)}
	m.maybe(panel, "title", m.name)
	traits := mark.Traits()
	switch {
	case traits.Text:
		panel["figures"] = idsOf(g.figures)
		m.view(g, panel)
		return
	case traits.Ages:
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
	one := ""
	if second != "" && !traits.Parts && !traits.Pairs && g.differ(second) && m.chance("one of", 30) {
		one, second = second, ""
		v["one_of"] = []string{one}
	}
	switch {
	case traits.Timed && (traits.Parts || traits.Pairs):
		channels["x"], channels["y"], channels["colour"] = "period", "value", first
	case traits.Timed:
		m.lineChannels(g, panel, channels, v, first, second)
	case traits.Parts:
		channels["y"], channels["colour"] = first, second
	case traits.Pairs:
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
		if g.unit.adds && traits.Shares && m.chance("units", 50) {
			v["units"] = []string{g.unit.id, "percent"}
		}
	}
	if first != "" && panel["at"] == nil && m.chance("named", 30) {
		panel["highlight"] = []string{g.figures[0][first].(string)}
	}
	if !traits.Parts && !traits.Pairs && m.chance("filters", 70) {
		filters := m.someFilters(traits)
		for _, d := range g.dimensions {
			if d != one && g.differ(d) {
				filters = append(filters, d)
			}
		}
		v["filters"] = filters
	}
}

// differ reports whether the figures of a grid have at least two codes of a dimension.
func (g *grid) differ(dimension string) bool {
	for _, f := range g.figures {
		if f[dimension] != g.figures[0][dimension] {
			return true
		}
	}
	return false
}

func (m *maker) someFilters(t data.Traits) []string {
	if t.Timed && m.chance("span", 60) {
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

// cards adds a view with figures of all series.
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
