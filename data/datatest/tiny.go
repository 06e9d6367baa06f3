package datatest

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"factframe/data"
	"factframe/data/check"

	"github.com/stretchr/testify/require"
)

// Tiny returns the packages of data/testdata/tiny.txt by name. Each covers one case.
func Tiny(t testing.TB) map[string]*data.Package {
	t.Helper()
	packages := map[string]*data.Package{}
	for name, block := range tinyBlocks(t) {
		p, err := check.Bytes(name+".json", tiny(t, block))
		require.NoError(t, err, name)
		packages[name] = p
	}
	return packages
}

// TinyJSON returns the JSON of one of them.
func TinyJSON(t testing.TB, name string) []byte {
	t.Helper()
	block, found := tinyBlocks(t)[name]
	require.True(t, found, name)
	return tiny(t, block)
}

func tinyBlocks(t testing.TB) map[string]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(KindPath(""), "..", "tiny.txt"))
	require.NoError(t, err)
	blocks := map[string]string{}
	for _, block := range strings.Split(string(raw), "\n== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		blocks[name] = rest
	}
	return blocks
}

var setting = regexp.MustCompile(`^([a-z_]+): (.*)$`)

// tiny builds the JSON of a package from a block.
func tiny(t testing.TB, block string) []byte {
	settings, table := map[string]string{}, ""
	for line := range strings.Lines(block) {
		if m := setting.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			settings[m[1]] = m[2]
		} else if strings.TrimSpace(line) != "" {
			table += line
		}
	}
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	require.NoError(t, err, block)
	series := object{"id": "series", "title": "Homes", "counted": "home", "source": "source"}
	own := object{"language": "en", "counted": []object{{"id": "home", "one": "home", "many": "homes"}}}
	source := object{"id": "source", "title": "Homes of Eastmere", "publisher": "Office of Homes", "published": "2024-05"}
	view := object{"id": "view", "title": "Homes", "headline": "A finding", "subtitle": "Homes"}
	panel := object{"id": "panel"}
	observations, dimensions := tinyRows(rows, settings["absent"])
	if mark := strings.Fields(settings["mark"] + " bar")[0]; slices.Contains([]string{"card", "age", "list"}, mark) {
		for i, f := range observations { // a different code for each
			f["kind"], dimensions = tinyCode(dimensions, "kind", "Kind "+strconv.Itoa(i+1), false)
		}
	}
	for field, value := range settings {
		switch field {
		case "unit":
			series["unit"] = tinyUnit(value, own)
		case "coverage_who", "population":
			series[field] = value
		case "language", "contact":
			own[field] = value
		case "corrected":
			own["corrections"] = tinyCorrections(value)
		case "year_begins":
			own[field], _ = strconv.Atoi(value)
		case "published":
			source[field] = value
		case "units", "orders", "filters", "one_of":
			view[field] = strings.Fields(value)
		case "notes":
			view[field] = strings.Split(value, " | ")
		case "at", "highlight":
			panel[field] = strings.Fields(value)
		case "events":
			panel[field] = []object{{"at": value[:10], "text": value[11:]}}
		}
	}
	if series["unit"] == data.Percent.ID || series["unit"] == data.Fraction.ID {
		for _, f := range observations {
			f["base"] = "not_printed"
		}
	}
	if len(dimensions) > 0 {
		own["dimensions"] = dimensions
		var ids []any
		for _, d := range dimensions {
			ids = append(ids, d["id"])
		}
		series["dimensions"] = ids
	}
	allSeries := []object{series}
	if total := settings["all"]; total != "" {
		whole := object{}
		for field, value := range series {
			whole[field] = value
		}
		whole["id"], whole["title"] = "whole", "All homes"
		delete(whole, "dimensions")
		allSeries = append(allSeries, whole)
		observations = append(observations, object{"id": "all", "series": "whole", "value": number(total)})
	}
	view["panels"] = tinyPanels(panel, settings["mark"], rows[0][0], observations)
	own["views"] = []object{view}
	raw, err := json.Marshal(object{"name": "tiny", "title": "Homes", "version": "1", "factframe": own, "resources": []object{
		{"name": "sources", "data": []object{source}}, {"name": "series", "data": allSeries},
		{"name": "observations", "data": observations}, {"name": "derived", "data": tinyDerived(settings["derived"])}}})
	require.NoError(t, err)
	return raw
}

// tinyUnit returns the id of a unit; with fields, it adds that unit to the package (_ means a space).
func tinyUnit(value string, own object) string {
	if !strings.Contains(value, "=") {
		return value
	}
	unit := object{"id": "own"}
	for _, part := range strings.Fields(value) {
		field, v, _ := strings.Cut(part, "=")
		unit[field] = strings.ReplaceAll(v, "_", " ")
	}
	own["units"] = []object{unit}
	return "own"
}

func tinyPanels(panel object, mark, first string, observations []object) []object {
	words := strings.Fields(mark)
	if len(words) == 0 {
		words = []string{"bar", "y=" + first, "x=value"}
	}
	panel["mark"] = words[0]
	channels := object{}
	for _, w := range words[1:] {
		channel, to, _ := strings.Cut(w, "=")
		channels[channel] = to
	}
	switch words[0] {
	case "card":
		panel["figures"] = idsOf(observations)
	case "list":
		panel["source"] = "source"
	case "age":
		var panels []object
		for _, f := range observations {
			panels = append(panels, object{"id": f["id"], "mark": "age", "figures": []any{f["id"]}})
		}
		return panels
	default:
		panel["series"], panel["channels"] = []string{"series"}, channels
	}
	return []object{panel}
}

// observedFields are the possible columns of a tiny table that are fields.
var observedFields = []string{"id", "name", "label", "value", "value_text", "low", "high", "qualifier", "rounded_to", "status", "base", "percent", "restates", "note"}

func tinyRows(rows [][]string, absent string) (observations, dimensions []object) {
	for i, row := range rows[1:] {
		f := object{"id": "f" + strconv.Itoa(i+1), "series": "series"}
		for j, cell := range row {
			switch field := rows[0][j]; {
			case cell == "":
			case field == "period":
				start, end := tinyPeriod(cell)
				f["period_start"], f["period_end"] = start, end
			case slices.Contains([]string{"value", "low", "high", "rounded_to", "percent"}, field):
				f[field] = number(cell)
			case slices.Contains(observedFields, field):
				f[field] = cell
			default:
				f[field], dimensions = tinyCode(dimensions, field, cell, cell == absent)
			}
		}
		observations = append(observations, f)
	}
	return observations, dimensions
}

func tinyCode(dimensions []object, field, label string, absent bool) (id string, all []object) {
	id = strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(label), "-"), "-")
	at := slices.IndexFunc(dimensions, func(d object) bool { return d["id"] == field })
	if at < 0 {
		at, dimensions = len(dimensions), append(dimensions, object{"id": field, "title": strings.ToUpper(field[:1]) + field[1:], "codes": []object{}})
	}
	codes := dimensions[at]["codes"].([]object)
	if id == "" {
		id = "c" + strconv.Itoa(len(codes)+1)
	}
	if !slices.ContainsFunc(codes, func(c object) bool { return c["label"] == label }) {
		dimensions[at]["codes"] = append(codes, object{"id": id, "label": label, "absent": absent})
	} else {
		id = codes[slices.IndexFunc(codes, func(c object) bool { return c["label"] == label })]["id"].(string)
	}
	return id, dimensions
}

// tinyPeriod returns the first and last day of a year, a year from April, a quarter, a
// month or a day, or of the span from one of these to another.
func tinyPeriod(s string) (start, end string) {
	if from, to, ok := strings.Cut(s, "/"); ok && len(to) > 2 {
		start, _ = tinyPeriod(from)
		_, end = tinyPeriod(to)
		return start, end
	}
	year, _ := strconv.Atoi(s[:4])
	month, months := 1, 12
	switch {
	case len(s) == 10:
		return s, s
	case strings.Contains(s, "/"):
		month = 4
	case strings.Contains(s, "-q"):
		quarter, _ := strconv.Atoi(s[6:])
		month, months = 3*quarter-2, 3
	case len(s) == 7:
		month, _ = strconv.Atoi(s[5:])
		months = 1
	}
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return first.Format(time.DateOnly), first.AddDate(0, months, -1).Format(time.DateOnly)
}

func tinyDerived(list string) []object {
	derived := []object{}
	for _, each := range strings.Split(list, " | ") {
		words := strings.Fields(each)
		if len(words) < 3 {
			continue
		}
		f := object{"id": words[0], "label": "as calculated: " + words[0], "formula": words[1], "inputs": strings.Split(words[2], ",")}
		for _, w := range words[3:] {
			field, v, _ := strings.Cut(w, "=")
			f[field] = number(v)
		}
		derived = append(derived, f)
	}
	return derived
}

// tinyCorrections reads "date figure before after why …", separated by bars.
func tinyCorrections(list string) []object {
	var all []object
	for _, each := range strings.Split(list, " | ") {
		words := strings.SplitN(each, " ", 5)
		all = append(all, object{"date": words[0], "figure": words[1], "before": words[2], "after": words[3], "why": words[4]})
	}
	return all
}
