package read

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/format"
)

func (w *writer) write() error {
	w.own = &format.Factframe{Language: cmp.Or(w.o.Language, "en")}
	for _, s := range w.list {
		for _, p := range s.points {
			if p.period.Known() && p.period.Months() == 12 && p.period.Start.Month() != 1 {
				w.own.YearBegins = ptr(p.period.Start.Month())
			}
		}
	}
	for _, s := range w.list {
		if len(periodsOf(s.points)) < 3 {
			s.unbroken()
		}
	}
	w.dimensions()
	units, rows := w.series()
	w.own.Units = units
	if err := w.observations(); err != nil {
		return err
	}
	w.views()
	p := format.Package{Schema: "./" + SchemaFile, Name: cmp.Or(slug(w.title), "table"), Title: plainText(w.title), Version: "0.1.0", Factframe: w.own}
	if w.licence != "" {
		p.Licenses = []format.Licence{{Name: w.licence}}
	}
	fields := make([]format.Field, len(w.header))
	for i, name := range w.header {
		fields[i] = format.Field{Name: name, Type: map[bool]string{true: "number", false: "string"}[slices.Contains([]string{"value", "low", "high"}, name)]}
	}
	p.Resources = []*format.Resource{
		{Name: "sources", Data: []format.Source{w.source}},
		{Name: "series", Data: rows},
		{Name: "observations", Path: "figures.csv", Format: "csv", Schema: &format.TableSchema{Fields: fields}},
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(p); err != nil {
		return err
	}
	w.d.Files["datapackage.json"] = b.Bytes()
	var figures bytes.Buffer
	to := csv.NewWriter(&figures)
	to.WriteAll(append([][]string{w.header}, w.rows...)) // writing to a buffer cannot fail
	w.d.Files["figures.csv"] = figures.Bytes()
	return nil
}

// dimensions adds the dimensions that distinguish figures, with their codes.
func (w *writer) dimensions() {
	taken := newNames(append(check.ReservedDimensions(), "value-text")...)
	w.dims = make([]*format.Dimension, len(w.long.dimensions))
	for i, title := range w.long.dimensions {
		used := false
		for _, s := range w.list {
			used = used || slices.Contains(s.dimensions(), i)
		}
		if !used {
			continue
		}
		d := &format.Dimension{ID: taken.take(title, "group"), Title: plainText(title)}
		w.codes[i] = map[string]string{}
		ids := newNames()
		for _, label := range w.long.labels(i) {
			id := ids.take(label, cmp.Or(slug(w.long.ids[label]), fmt.Sprintf("code-%d", len(d.Codes)+1)))
			w.codes[i][label] = id
			d.Codes = append(d.Codes, format.Code{ID: id, Label: plainText(label)})
		}
		d.Ordered = isOrdered(codes(w.long.points, i))
		w.dims[i] = d
		w.own.Dimensions = append(w.own.Dimensions, d)
	}
}

// series returns the rows of the series, and the units that they need.
func (w *writer) series() (units []format.Unit, rows []format.Series) {
	ids, counted, unitIDs := newNames(append(check.DeviceNames(), data.ReservedPaths...)...), newNames(), newNames(append(check.DeviceNames(), "count", "percent", "fraction", "years")...)
	things := map[string]string{}
	for _, s := range w.list {
		s.title = w.titleOf(s)
		s.id = ids.take(shortened(slug(s.title), longestSeries), "series")
		thing := cmp.Or(w.o.Counted, s.measure, w.title)
		if things[thing] == "" {
			things[thing] = counted.take(thing, "counted")
			w.own.Counted = append(w.own.Counted, format.Counted{ID: things[thing], One: plainText(thing), Many: plainText(thing)})
		}
		row := format.Series{ID: s.id, Title: plainText(s.title), Counted: things[thing], Source: w.source.ID, Rolling: s.rolling, Note: plainText(w.long.context)}
		row.Unit = w.unit(s.unit, &units, unitIDs)
		for _, d := range slices.Sorted(slices.Values(s.dimensions())) {
			row.Dimensions = append(row.Dimensions, w.dims[d].ID)
		}
		s.unit.ID = row.Unit
		rows = append(rows, row)
	}
	if w.o.Counted == "" {
		w.d.Unstated = append(w.d.Unstated, "-counted: what is counted, in a word or two, such as \"people\"")
	}
	w.d.Unstated = append(w.d.Unstated, `who was counted, and how many of how many: "population" and "coverage_who" of each series; without them, figures are comparable only within one series`)
	return units, rows
}

// unit returns the id of a unit. Unless it is a standard unit or equal to an earlier one, it
// adds the unit to the package.
func (w *writer) unit(u format.Unit, units *[]format.Unit, ids names) string {
	if u.ID == data.Percent.ID || u.ID == data.Years.ID {
		return u.ID
	}
	if u.Kind == data.CountKind && u.AddsUp == yes {
		return data.Count.ID
	}
	plain, _ := json.Marshal(u)
	for _, other := range *units {
		id := other.ID
		other.ID = u.ID
		if same, _ := json.Marshal(other); bytes.Equal(same, plain) {
			return id
		}
	}
	u.ID = ids.take(cmp.Or(u.Many, u.ID), u.ID)
	*units = append(*units, u)
	return u.ID
}

// titleOf returns a title that distinguishes a series: what it measures, for whom, and over
// what periods.
func (w *writer) titleOf(s *series) string {
	parts := []string{cmp.Or(s.measure, w.title)}
	if w.sharesMeasure(s) {
		for _, label := range s.labels {
			if label != w.long.context && label != s.measure && !(len(s.free) > 0 && isTotalName(label)) {
				parts = append(parts, label)
			}
		}
		if s.lengths {
			parts = append(parts, lengthName(lengthOf(s.points[0].period)))
		}
		if len(parts) == 1 {
			for _, d := range s.free {
				parts = append(parts, w.o.words().Fill("draft.by", "dimension", strings.ToLower(w.long.dimensions[d])))
			}
		}
	}
	if len(s.totals) > 0 && len(s.free) > 0 && slices.ContainsFunc(w.list, func(other *series) bool {
		return other != s && other.measure == s.measure && len(other.totals) < len(s.totals) && slices.Equal(other.free, s.free)
	}) {
		parts = append(parts, w.o.words().Say("draft.totals"))
	}
	return strings.Join(distinctOf(parts), ", ")
}

func (w *writer) sharesMeasure(s *series) bool {
	return slices.ContainsFunc(w.list, func(other *series) bool { return other != s && other.measure == s.measure })
}

func lengthName(n int) string {
	return cmp.Or(map[int]string{0: "undated", 1: "months", 3: "quarters", 6: "half years", 12: "years", -1: "days", -7: "weeks"}[n], fmt.Sprintf("%d %s", max(n, -n), map[bool]string{true: "months", false: "days"}[n > 0]))
}
