package datatest

import (
	"strconv"

	"factframe/data"
)

func number(text string) float64 {
	n, _ := strconv.ParseFloat(text, 64)
	return n
}

// part returns a percentage, such that those of a group add up to 100.
func (m *maker) part(g *grid, weights map[string]int, at span, cell []string) float64 {
	group, parts := at.start+cell[0], len(cell)-1
	if parts == 0 {
		group = at.start
	}
	left, seen := weights[group]
	if !seen {
		left = 100
	}
	last := cell[parts] == g.codes[parts][len(g.codes[parts])-1]
	value := left
	if !last {
		value = m.number("part", 0, left)
	}
	weights[group] = left - value
	if g.unit.most == 1 {
		return number(strconv.FormatFloat(float64(value)/100, 'f', 2, 64))
	}
	return float64(value)
}

// totalOf sometimes adds a series with the totals of another, if its values add up. It
// returns the totals by period.
func (m *maker) totalOf(g *grid, mark data.Mark) map[span]object {
	if !g.unit.adds || mark.Traits().Parts || len(g.dimensions) == 0 || !m.chance("total", 40) {
		return nil
	}
	s := object{}
	for field, value := range g.series {
		s[field] = value
	}
	s["id"], s["title"] = m.id("series"), m.name("total")
	delete(s, "dimensions")
	m.series = append(m.series, s)
	totals := map[span]object{}
	for _, at := range g.times {
		most := g.scale.most
		if mark.Traits().Counts > 0 {
			most = 60
		}
		f := object{"id": m.id("f"), "series": s["id"], "value": number(strconv.FormatFloat(most*pick(m, "times", 1.0, 3, 300), 'f', 0, 64)) + 1}
		if mark.Traits().Counts > 0 {
			f["value"] = 90
		}
		if most > 1e12 {
			f["value"] = most + 1
		}
		at.set(m, f)
		totals[at] = f
		m.observations = append(m.observations, f)
	}
	return totals
}

// share sets the base of a figure that is a share.
func (m *maker) share(f object, g *grid, total map[span]object, at span) {
	if g.unit.kind == data.ShareKind {
		f["base"] = "not_printed"
		return
	}
	if whole := total[at]; whole != nil && m.chance("base", 90) {
		if n, ok := f["value"].(float64); ok && n < 0 {
			return
		}
		f["base"] = whole["id"]
	}
}

// calculate adds figures that are calculated from those of a series.
func (m *maker) calculate(g *grid) {
	var known []object
	for _, f := range g.figures {
		if f["value"] != nil && f["qualifier"] == nil && f["low"] == nil {
			known = append(known, f)
		}
	}
	if len(known) < 2 || g.unit.kind == data.ShareKind || !m.chance("calculated", 60) {
		return // nothing can be calculated from shares of an unprinted total
	}
	formula, inputs := m.formula(known[0], known[1])
	f := object{"id": m.id("calculated"), "label": m.name("calculated"), "formula": formula, "inputs": inputs}
	m.maybe(f, "name", m.name)
	if m.chance("decimals", 40) {
		f["decimals"] = m.number("decimals", 0, 4)
	}
	if m.chance("shown to", 20) {
		f["shown_to"] = pick(m, "step", 1, 10, 100)
	}
	m.derived = append(m.derived, f)
}

// formula picks a formula that fits two figures, and its inputs.
func (m *maker) formula(first, second object) (string, []any) {
	both := []any{first["id"], second["id"]}
	switch {
	case first["base"] != nil && second["base"] != nil && m.chance("percent sum", 40):
		return string(data.PercentSum), both
	case first["base"] != nil && m.chance("percent of", 40):
		return string(data.PercentOf), []any{first["id"], first["base"]}
	}
	formula := pick(m, "formula", string(data.Sum), string(data.Difference), string(data.PerDayOf), string(data.Share), string(data.Ratio))
	if formula == string(data.PerDayOf) {
		both = both[:1]
	}
	return formula, both
}

// addRecords adds a series of records, and a view that adds them up.
func (m *maker) addRecords() {
	g := &grid{unit: unit{id: "count", kind: data.CountKind}}
	g.series = m.newSeries(g.unit)
	m.addDimension(g, m.number("codes", 2, 5))
	m.addDimension(g, m.number("codes", 2, 4))
	resource := m.id("cases")
	text := g.dimensions[0] + "," + g.dimensions[1] + ",count\n"
	for range m.number("records", 1, 12) {
		text += pick(m, "code", g.codes[0]...) + "," + pick(m, "code", g.codes[1]...) + "," + strconv.Itoa(m.number("count", 0, 5000)) + "\n"
	}
	records := object{"resource": resource}
	if m.chance("dated", 50) {
		records["period_start"], records["period_end"] = "2020-01-01", "2020-12-31"
	}
	g.series["records"] = records
	m.series = append(m.series, g.series)
	m.records = append(m.records, object{"name": resource, "format": "csv", "data": text})
	channels := object{"y": g.dimensions[0], "x": "value"}
	v := m.view(g, object{"id": m.id("panel"), "mark": "bar", "series": []any{g.series["id"]}, "channels": channels})
	if m.chance("facet", 40) {
		channels["facet"] = g.dimensions[1]
	} else if m.chance("orders", 50) {
		v["orders"] = []string{"size", "name"}
	}
	if m.chance("units", 50) {
		v["units"] = []string{"count", "percent"}
	}
	v["filters"] = g.dimensions
}
