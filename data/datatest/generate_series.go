package datatest

import (
	"fmt"
	"strings"

	"factframe/data"
)

// grid is a series whose figures are being generated: one value for each combination of
// codes and periods, apart from some that are left out.
type grid struct {
	series     object
	unit       unit
	scale      scale
	dimensions []string // ids
	codes      [][]string
	times      []span
	figures    []object
}

// addSeries adds a series with its figures, and views that draw it.
func (m *maker) addSeries() {
	if m.chance("records", 8) {
		m.addRecords()
		return
	}
	g := &grid{unit: m.addUnit(), times: m.times()}
	g.scale = m.scaleOf(g.unit)
	g.series = m.newSeries(g.unit)
	for range pick(m, "dimensions", 0, 1, 1, 2, 2) {
		m.addDimension(g, pick(m, "codes", 2, 2, 3, 4, 5, 7, 14))
	}
	if len(g.times) == 0 {
		g.times = []span{{}}
	}
	mark := m.markFor(g)
	m.observe(g, mark)
	m.series = append(m.series, g.series)
	m.observations = append(m.observations, g.figures...)
	m.draw(g, mark)
	m.calculate(g)
}

func (m *maker) newSeries(u unit) object {
	counted := m.id("counted")
	thing := object{"id": counted, "one": m.name("one"), "many": m.name("many")}
	m.maybe(thing, "beware", m.sentence)
	m.add("counted", thing)
	s := object{"id": m.id("series"), "title": m.name("series"), "counted": counted, "unit": u.id,
		"source": pick(m, "source", m.sources...)["id"]}
	m.maybe(s, "population", m.name)
	m.maybe(s, "coverage_who", m.name)
	m.maybe(s, "note", m.sentence)
	if m.chance("ages", 20) {
		s["age_min"], s["age_max"] = 10, 17
	}
	if m.chance("coverage", 20) {
		s["coverage_n"], s["coverage_m"] = 3, 40
	}
	if m.chance("also", 10) {
		s["also_reported_by"] = []any{pick(m, "also", m.sources...)["id"]}
	}
	return s
}

func (m *maker) addDimension(g *grid, n int) {
	d := object{"id": m.id("d"), "title": m.name("dimension")}
	m.maybe(d, "caution", m.sentence)
	var codes []object
	var ids []string
	for i := range n {
		ids = append(ids, fmt.Sprintf("c%d", i))
		code := object{"id": ids[i], "label": m.name("code")}
		if i == n-1 && m.chance("absent", 10) {
			code["absent"] = true
		}
		codes = append(codes, code)
	}
	d["codes"] = codes
	if m.chance("ordered", 20) {
		d["ordered"] = true
	}
	m.add("dimensions", d)
	g.dimensions = append(g.dimensions, d["id"].(string))
	g.codes = append(g.codes, ids)
	g.series["dimensions"] = g.dimensions
}

// observe adds a figure for each cell of a grid.
func (m *maker) observe(g *grid, mark data.Mark) {
	traits := mark.Traits()
	complete := traits.Parts || traits.Pairs
	weights := map[string]int{}
	total := m.totalOf(g, mark)
	for _, at := range g.times {
		for _, cell := range cells(g.codes) {
			if !complete && len(g.figures) > 0 && m.chance("left out", 4) {
				continue
			}
			f := object{"id": m.id("f"), "series": g.series["id"]}
			for i, d := range g.dimensions {
				f[d] = cell[i]
			}
			at.set(m, f)
			switch {
			case traits.Parts:
				f["value"] = m.part(g, weights, at, cell)
			case traits.Counts > 0:
				f["value"] = m.number("squares", 0, 60)
			case traits.Pairs:
				f["value"] = number(m.value(g.scale))
			default:
				m.observed(f, g.unit, g.scale, true)
			}
			m.maybeNamed(f)
			m.share(f, g, total, at)
			g.figures = append(g.figures, f)
		}
	}
}

// maybeNamed gives some figures a name, label, note or quote.
func (m *maker) maybeNamed(f object) {
	if m.chance("name", 15) {
		f["name"] = m.name("figure")
	}
	if m.chance("label", 10) {
		f["label"] = m.name("label")
	}
	if m.chance("note", 10) {
		f["note"] = m.sentence("figure note")
	}
	if m.chance("quote", 10) {
		f["quote"] = strings.Join([]string{"so", "many", "of", "them"}, " ")
	}
}

// cells returns all combinations of codes.
func cells(codes [][]string) [][]string {
	list := [][]string{nil}
	for _, of := range codes {
		var longer [][]string
		for _, cell := range list {
			for _, code := range of {
				longer = append(longer, append(cell[:len(cell):len(cell)], code))
			}
		}
		list = longer
	}
	return list
}
