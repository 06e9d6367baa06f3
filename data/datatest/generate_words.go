package datatest

import (
	"strings"

	"pgregory.net/rapid"
)

// syllables come from several scripts, with characters that HTML, CSV and SVG escape.
var syllables = rapid.SampledFrom([]string{
	"coal", "wood", "Nord", "south", "new", "other", "men", "women", "rail", "under", "Ålesund", "é", "Straße", "10–14", "65+", "A&E", "R<D", `"so"`, "O’Neil", "it's",
	"x", "Donaudampfschifffahrtsgesellschaft", "العربية", "日本", "Ελλάδα", "50%", "(all)", "a/b", "p,q", "semi;colon", "=1+1", "@you", "Q1",
})

// name returns a short text that is unique in the package.
func (m *maker) name(label string) string {
	for {
		s := strings.Join(rapid.SliceOfN(syllables, 1, 4).Draw(m.t, label), " ")
		if !m.names[strings.ToLower(s)] {
			m.names[strings.ToLower(s)] = true
			return s
		}
	}
}

// sentence returns a longer text.
func (m *maker) sentence(label string) string {
	s := strings.Join(rapid.SliceOfN(syllables, 3, 12).Draw(m.t, label), " ")
	return s + pick(m, label+" end", "", ".", "?", "!")
}

// words fills in the fields of the package as a whole.
func (m *maker) words() {
	m.own["language"] = pick(m, "language", "en", "en-GB", "cy", "de", "fr", "ar", "pl")
	m.maybe(m.own, "short_title", m.name)
	m.yearBegins = pick(m, "year begins", 1, 4, 9)
	if m.yearBegins > 1 {
		m.own["year_begins"] = m.yearBegins
	}
	if m.chance("method", 40) {
		m.add("methods", object{"id": "method", "label": m.name("method")})
	}
	for range m.number("sources", 1, 4) {
		m.addSource()
	}
	for range m.number("help lines", 0, 2) {
		line := object{"name": m.name("help")}
		if m.chance("phone", 50) {
			line["phone"] = "0800 1111"
		}
		if line["phone"] == nil || m.chance("url", 50) {
			line["url"] = "https://help.example/"
		}
		m.maybe(line, "for", m.name)
		m.add("help", line)
	}
	if m.chance("help words", 30) {
		m.own["brand"] = object{"accent": pick(m, "accent", "#78be20", "#4b1d6e", "#ffffff"), "credit": m.name("credit")}
		m.own["help_title"], m.own["help_advice"] = m.sentence("help title"), m.sentence("help advice")
	}
	if m.chance("definition", 30) {
		m.add("definitions", object{"term": m.name("term"), "text": m.sentence("definition")})
	}
	if m.chance("statement", 30) {
		m.add("statements", object{"id": "statement", "source": m.sources[0]["id"], "text": m.sentence("statement")})
	}
}

func (m *maker) addSource() {
	s := object{"id": m.id("source"), "title": m.name("source"), "publisher": m.name("publisher"),
		"published": pick(m, "published", "2024", "2024-09", "2024-09-12", "Not stated")}
	for _, field := range []string{"short", "brief", "originator", "area", "coverage", "note"} {
		m.maybe(s, field, m.name)
	}
	if m.chance("chain", 30) {
		s["chain"] = []string{m.name("chain"), m.name("chain")}
	}
	if m.own["methods"] != nil && m.chance("method", 50) {
		s["method"] = "method"
	}
	if m.chance("inferred", 30) {
		s["published_basis"], s["publisher_basis"] = "inferred", "inferred"
	}
	if m.chance("url", 30) {
		s["url"] = "https://www.source.example/a?b=c"
	}
	m.sources = append(m.sources, s)
}
