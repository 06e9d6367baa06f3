package datatest

import (
	"encoding/json"
	"fmt"

	"factframe/data"
	"factframe/data/check"

	"pgregory.net/rapid"
)

// Generated is a randomly generated package and its JSON.
type Generated struct {
	Package *data.Package
	JSON    []byte
}

// GoString returns the JSON, for the message of a failed property.
func (g Generated) GoString() string { return string(g.JSON) }

// object is one JSON object of a package.
type object = map[string]any

// Package generates packages that check accepts. They cover every unit kind, mark,
// channel and filter, with optional fields missing, with signs, gaps, ranges, long and
// short names, and up to some hundred figures.
func Package() *rapid.Generator[Generated] {
	return rapid.Custom(func(t *rapid.T) Generated {
		for range 20 {
			raw := draft(t)
			if p, err := check.Bytes("generated.json", raw); err == nil {
				return Generated{p, raw}
			} else if observe != nil {
				observe(err)
			}
		}
		t.Skip("no candidate was accepted")
		return Generated{}
	})
}

// Candidate generates the JSON of well-formed packages, which check may refuse.
func Candidate() *rapid.Generator[[]byte] { return rapid.Custom(draft) }

// observe receives the reason why a candidate is refused, in the generator's test.
var observe func(error)

// maker collects the parts of a package while they are generated.
type maker struct {
	t            *rapid.T
	names        map[string]bool // labels in use
	own          object
	sources      []object
	series       []object
	observations []object
	derived      []object
	views        []object
	yearBegins   int
	records      []object
	ids          int
}

func draft(t *rapid.T) []byte {
	m := &maker{t: t, names: map[string]bool{}, own: object{}}
	m.words()
	for range m.number("series", 1, 3) {
		m.addSeries()
	}
	if len(m.views) == 0 || m.chance("card view", 30) {
		m.cards()
	}
	if m.chance("source view", 20) {
		m.listOfSources()
	}
	m.own["views"] = m.views
	m.corrected()
	resources := []object{{"name": "sources", "data": m.sources}, {"name": "series", "data": m.series}}
	if len(m.observations) > 0 {
		resources = append(resources, object{"name": "observations", "data": m.observations})
	}
	if len(m.derived) > 0 {
		resources = append(resources, object{"name": "derived", "data": m.derived})
	}
	top := object{"name": "generated", "title": m.name("title"), "version": "1", "factframe": m.own, "resources": append(resources, m.records...)}
	m.maybe(top, "description", m.sentence)
	raw, err := json.Marshal(top)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func (m *maker) number(label string, low, high int) int {
	return rapid.IntRange(low, high).Draw(m.t, label)
}

// chance is true for this many of a hundred numbers. rapid draws small numbers more often:
// for 20, it is true more than half the time.
func (m *maker) chance(label string, percent int) bool { return m.number(label, 0, 99) < percent }

func pick[T any](m *maker, label string, list ...T) T {
	return list[m.number(label, 0, len(list)-1)]
}

// maybe sets an optional field half of the time.
func (m *maker) maybe(to object, field string, value func(label string) string) {
	if m.chance(field, 50) {
		to[field] = value(field)
	}
}

// id returns a new id.
func (m *maker) id(prefix string) string {
	m.ids++
	return fmt.Sprintf("%s-%d", prefix, m.ids)
}

// add appends an object to a list under "factframe".
func (m *maker) add(list string, entry object) {
	all, _ := m.own[list].([]object)
	m.own[list] = append(all, entry)
}
