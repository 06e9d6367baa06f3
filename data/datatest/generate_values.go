package datatest

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"factframe/data"

	"pgregory.net/rapid"
)

// unit describes the values to generate in one unit.
type unit struct {
	id       string
	kind     data.UnitKind
	negative bool
	whole    bool
	most     float64 // 0 for no limit
	fromZero bool
	adds     bool
}

// addUnit returns a standard unit, or adds one to the package.
func (m *maker) addUnit() unit {
	switch id := pick(m, "unit", "count", "count", "percent", "percent", "fraction", "percent_change", "per_day", "years", "own", "own", "own", "own"); id {
	case "count":
		return unit{id: id, kind: data.CountKind, whole: true, fromZero: true, adds: true}
	case "percent":
		return unit{id: id, kind: data.ShareKind, most: 100, fromZero: true}
	case "fraction":
		return unit{id: id, kind: data.ShareKind, most: 1, fromZero: true}
	case "percent_change":
		return unit{id: id, kind: data.ChangeKind, negative: true, fromZero: true}
	case "per_day":
		return unit{id: id, kind: data.RateKind, fromZero: true}
	case "years":
		return unit{id: id, kind: data.AgeKind, whole: true, most: 99}
	}
	u := unit{id: m.id("unit"), kind: data.UnitKind(pick(m, "kind", data.UnitKinds()...))}
	of := object{"id": u.id, "kind": string(u.kind)}
	if m.chance("sign", 60) {
		of["prefix"] = pick(m, "prefix", "", "£", "€", "US$")
		of["suffix"] = pick(m, "suffix", "", "%", " m", " bn", " thousand", " tonnes", " km²", " Mio. €", "°C")
	}
	if m.chance("many", 40) {
		of["one"], of["many"] = "tonne", "tonnes"
	}
	m.maybe(of, "title", m.name)
	m.maybe(of, "per", m.name)
	m.maybe(of, "base", m.name)
	if m.chance("decimals", 40) {
		of["decimals"] = m.number("decimals", 0, 3)
	}
	u.negative = u.kind == data.AmountKind || u.kind == data.RateKind || u.kind == data.IndexKind || u.kind == data.ChangeKind
	u.whole = u.kind == data.CountKind && m.chance("whole", 80)
	u.adds = u.kind == data.CountKind || u.kind == data.AmountKind || u.kind == data.SpanKind
	u.fromZero = u.kind != data.IndexKind && u.kind != data.AgeKind
	if m.chance("adds up", 30) {
		u.adds = !u.adds
		of["adds_up"] = u.adds
	}
	if m.chance("zero", 20) {
		u.fromZero = !u.fromZero
		of["zero_is_nothing"] = u.fromZero
	}
	switch u.kind {
	case data.ShareKind:
		u.most = 100
	case data.AgeKind:
		u.most = 99
	}
	m.add("units", of)
	return u
}

// scale is the approximate size of the values of a series.
type scale struct {
	most     float64
	decimals int
	negative bool
}

func (m *maker) scaleOf(u unit) scale {
	s := scale{most: pick(m, "size", 1.0, 9, 60, 900, 12_000, 3_000_000, 5e9, 2e13), negative: u.negative && m.chance("negative", 50)}
	if u.most > 0 {
		s.most = u.most
	}
	if !u.whole {
		s.decimals = pick(m, "decimals", 0, 0, 1, 1, 2, 3, 6)
	}
	if u.most == 1 {
		s.decimals = max(s.decimals, 2)
	}
	for s.most*math.Pow10(s.decimals) > 1<<50 {
		s.decimals--
	}
	return s
}

// value returns a number as a source prints it: with a decimal point, and no more decimals
// than its scale.
func (m *maker) value(s scale) string {
	low := int64(0)
	high := int64(s.most * math.Pow10(s.decimals))
	if s.negative {
		low = -high
	}
	n := rapid.Int64Range(low, high).Draw(m.t, "value")
	if m.chance("zero", 5) {
		n = 0
	}
	text := strconv.FormatInt(max(n, -n), 10)
	if s.decimals > 0 {
		text = strings.Repeat("0", max(0, s.decimals+1-len(text))) + text
		text = text[:len(text)-s.decimals] + "." + text[len(text)-s.decimals:]
	}
	if n < 0 {
		text = "-" + text
	}
	return text
}

// observed sets a value, or the status of a missing one.
func (m *maker) observed(to object, u unit, s scale, ranges bool) {
	if m.chance("missing", 8) {
		to["value"], to["status"] = nil, pick(m, "why", "O", "L", "M", "Q")
		return
	}
	text := m.value(s)
	n, _ := strconv.ParseFloat(text, 64)
	to["value"] = n
	if strconv.FormatFloat(n, 'f', -1, 64) != text || m.chance("value text", 20) {
		to["value_text"] = printed(text, pick(m, "way of printing", "plain", "commas", "continental"))
	}
	if m.chance("status", 10) {
		to["status"] = pick(m, "status", "A", "E", "P", "U")
	}
	if ranges {
		m.inexact(to, u, n, s)
	}
}

// printed formats a number in one of the ways found in documents.
func printed(text, way string) string {
	whole, fraction, has := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	thousands, decimal := "", "."
	switch way {
	case "commas":
		thousands = ","
	case "continental":
		thousands, decimal = ".", ","
	}
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(thousands)
		}
		b.WriteRune(c)
	}
	if has {
		b.WriteString(decimal + fraction)
	}
	if strings.HasPrefix(text, "-") {
		return "−" + b.String()
	}
	return b.String()
}

// inexact makes some values rounded, estimated or open-ended, or adds an interval.
func (m *maker) inexact(to object, u unit, n float64, s scale) {
	switch pick(m, "exactness", "", "", "", "qualifier", "step", "interval") {
	case "qualifier":
		to["qualifier"] = pick(m, "qualifier", "exact", "about", "average", "more_than", "at_least", "less_than")
	case "step":
		to["qualifier"], to["rounded_to"] = "rounded", math.Pow10(-s.decimals)*pick(m, "step", 1.0, 10)
	case "interval":
		by := s.most / 8
		low, high := n-by, n+by
		if !u.negative {
			low = max(0, low)
		}
		to["low"], to["high"] = decimal(low, s.decimals, math.Floor), decimal(high, s.decimals, math.Ceil)
	}
}

func decimal(n float64, decimals int, toward func(float64) float64) float64 {
	n = toward(n*math.Pow10(decimals)) / math.Pow10(decimals)
	n, _ = strconv.ParseFloat(fmt.Sprintf("%.*f", decimals, n), 64)
	return n
}
