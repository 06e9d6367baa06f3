package check_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"factframe/data/check"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// set writes a value into a JSON document. place is a path of field names and list
// indexes, separated by points. A nil value removes the field.
func set(t *testing.T, doc any, place string, value any) {
	t.Helper()
	steps := strings.Split(place, ".")
	for _, step := range steps[:len(steps)-1] {
		if i, err := strconv.Atoi(step); err == nil {
			doc = doc.([]any)[i]
		} else {
			doc = doc.(map[string]any)[step]
		}
	}
	last := steps[len(steps)-1]
	switch of := doc.(type) {
	case map[string]any:
		if value == nil {
			delete(of, last)
		} else {
			of[last] = value
		}
	case []any:
		i, err := strconv.Atoi(last)
		require.NoError(t, err)
		of[i] = value
	}
}

const (
	sources      = "resources.0.data."
	series       = "resources.1.data."
	observations = "resources.2.data."
	derived      = "resources.3.data."
	view         = "factframe.views.0."
	panel        = view + "panels.0."
)

type edits map[string]any

type objects = []any

type fields = map[string]any

// Each test changes a tiny package and expects an error message. An empty message
// means that the package is accepted: it is just within the limit.
func TestWhatIsRefused(t *testing.T) {
	long := strings.Repeat("x", 100)
	tests := []struct {
		name, tiny string
		edits      edits
		want       string
	}{
		// ids
		{"an id with a slash", "bar", edits{"factframe.dimensions.0.codes.0.id": "a/b", observations + "0.region": "a/b"}, `dimensions region codes a/b: id: "a/b" cannot be part of an address`},
		{"an id of points", "bar", edits{"factframe.dimensions.0.codes.0.id": "..", observations + "0.region": ".."}, `".." cannot be part of an address`},
		{"a query in an id", "bar", edits{"factframe.dimensions.0.codes.0.id": "x?y", observations + "0.region": "x?y"}, `"x?y" cannot be part of an address`},
		{"a comma in an id", "bar", edits{"factframe.dimensions.0.codes.0.id": "a,b", observations + "0.region": "a,b"}, `"a,b" cannot be part of an address`},
		{"a view named like a Windows device", "bar", edits{"factframe.views.0.id": "aux"}, `views aux: id: Windows does not allow a folder called "aux"; choose another id`},
		{"a code named like a Windows device", "bar", edits{"factframe.dimensions.0.codes.0.id": "con", observations + "0.region": "con"}, ""},
		{"a figure named like a Windows device", "bar", edits{observations + "0.id": "nul"}, `observations nul: id: Windows does not allow a folder called "nul"`},
		{"capitals in an id", "bar", edits{"factframe.dimensions.0.codes.0.id": "E92_1-a", observations + "0.region": "E92_1-a"}, ""},
		{"an id twice", "bar", edits{"factframe.dimensions.0.codes.1.id": "north", observations + "1.region": "north", observations + "1.restates": "f1"}, `"north" is also the id of another code`},
		{"a view named like the folder of a translation", "bar", edits{"factframe.translations": []string{"cy"}, "factframe.views.0.id": "cy"}, `views cy: id: "cy" is the folder of a translation; choose another id`},
		{"a language listed twice", "bar", edits{"factframe.translations": []string{"cy", "cy"}}, `factframe: translations: "cy" is listed twice, or is the package's own language; remove it`},
		{"a language twice in other letters", "bar", edits{"factframe.translations": []string{"cy", "CY"}}, `"CY" is listed twice`},
		{"a language that means all", "bar", edits{"factframe.translations": []string{"mul"}}, `"mul" is not a language`},
		{"a language with an underscore", "bar", edits{"factframe.language": "en_GB"}, `"en_GB" is not a language`},
		{"words without formats", "bar", edits{"factframe.language": "nl", "factframe.words": "source = Bron"}, `factframe: words: there is no entry cldr.decimal`},
		{"a link that leaves the site", "bar", edits{"factframe.languages": objects{fields{"tag": "cy", "name": "x", "path": "javascript:alert(1)//"}}}, `is not a folder of this site`},
		{"a translation that is too long", "bar", edits{"factframe.translations": []string{"cy"}, view + "headline": fields{"en": "A finding", "cy": strings.Repeat("gair ", 40)}}, `cy views view: headline`},
		{"a language that nobody has registered", "bar", edits{"factframe.translations": []string{"xq"}}, `factframe: translations: "xq" is not a language; write a BCP 47 tag, such as en-GB, cy or de`},
		{"two ids that differ in case", "bar", edits{"factframe.dimensions.0.codes.1.id": "North", observations + "1.region": "North"}, `"North" is also the id of another code`},
		{"a dimension called mode", "bar", edits{"factframe.dimensions.0.id": "mode", series + "0.dimensions": []string{"mode"}, panel + "channels.y": "mode", observations + "0.mode": "north", observations + "1.mode": "south", observations + "0.region": nil, observations + "1.region": nil}, `dimensions mode: id: "mode" already means something else`},
		{"a dimension called From", "bar", edits{"factframe.dimensions.0.id": "From", series + "0.dimensions": []string{"From"}, panel + "channels.y": "From", observations + "0.From": "north", observations + "1.From": "south", observations + "0.region": nil, observations + "1.region": nil}, `"From" already means something else`},
		{"a unit called table", "bar-per-day", edits{"factframe.units": objects{fields{"id": "table", "kind": "amount"}}, series + "0.unit": "table", view + "units": []string{"table"}}, "the table and the unit \"table\" would both have the address view/table/"},
		{"a unit twice", "bar-tiny-decimals", edits{"factframe.units": objects{fields{"id": "own", "kind": "amount"}, fields{"id": "own", "kind": "rate"}}}, `"own" is already the id of another unit`},
		{"a method twice", "bar", edits{"factframe.methods": objects{fields{"id": "m", "label": "a"}, fields{"id": "m", "label": "b"}}}, `"m" is also the id of another method`},
		{"a counted thing twice", "bar", edits{"factframe.counted": objects{fields{"id": "home", "one": "a", "many": "b"}, fields{"id": "home", "one": "a", "many": "b"}}}, `"home" is also the id of another counted thing`},
		{"a view called article", "bar", edits{view + "id": "article"}, `"article" cannot be the id of a view`},
		{"a code with an id of the greatest length", "bar", edits{"factframe.dimensions.0.codes.0.id": long[:93], observations + "0.region": long[:93]}, ""},
		{"a code whose id is too long", "bar", edits{"factframe.dimensions.0.codes.0.id": long[:94], observations + "0.region": long[:94]}, "has 101 characters; use at most 100"},
		{"a figure named like another Windows device", "bar", edits{observations + "0.id": "con"}, `Windows does not allow a folder called "con"`},
		{"a dimension whose addresses look like an order", "bar-orders", edits{"factframe.dimensions.0.id": "order-x", series + "0.dimensions": []string{"order-x"}, panel + "channels.y": "order-x", view + "filters": []string{"order-x"}, observations + "0.order-x": "north", observations + "1.order-x": "south", observations + "0.region": nil, observations + "1.region": nil}, `"order-x" would have an address that means something else: view/order-x-south/`},
		{"a unit named like a Windows device", "bar-tiny-decimals", edits{"factframe.units.0.id": "CON", series + "0.unit": "CON", view + "units": []string{"CON"}}, `units CON: id: Windows does not allow a folder called "CON"`},
		{"a fall that is printed with its sign", "bar-both-ways", edits{observations + "1.value_text": "−3.25%"}, ""},
		{"a fall that is printed without its sign", "bar-both-ways", edits{observations + "1.value_text": "3.25%"}, ""},
		{"a rise that is printed as a fall", "bar-both-ways", edits{observations + "0.value_text": "−12.5%"}, "is \"−12.5%\", but the value is 12.5"},
		{"money with a minus sign before it", "bar-all-negative", edits{observations + "0.value_text": "−£13"}, "is \"−£13\", but the value is -12"},
		{"a number to call in brackets", "bar", edits{"factframe.help": objects{fields{"name": "Help", "phone": "(020) 7946 0000"}}}, ""},
		{"a percentage of a figure without one", "formulas", edits{observations + "2.percent": nil, derived + "2": fields{"id": "x", "label": "x", "formula": "percent_sum", "inputs": []string{"built", "lost"}}}, `"lost" has no percentage`},
		{"an input that is not a change", "calculated", edits{derived + "0.formula": "before_change"}, `"sold" is not a change in per cent`},
		{"a rounding step of zero", "calculated", edits{derived + "0.shown_to": 0}, "0 is not a step"},
		// words and help
		{"a language written out", "bar", edits{"factframe.language": "english"}, `"english" is not a language; write a BCP 47 tag`},
		{"a language that does not exist", "bar", edits{"factframe.language": "xx"}, `"xx" is not a language`},
		{"a language with a region", "bar", edits{"factframe.language": "zh-Hant-TW"}, ""},
		{"a help line with a javascript: address", "bar", edits{"factframe.help": objects{fields{"name": "Help", "url": "javascript:alert(1)"}}}, `help entry 1: url: "javascript:alert(1)" is not a safe address`},
		{"a help line without https", "bar", edits{"factframe.help": objects{fields{"name": "Help", "url": "www.help.example"}}}, `help entry 1: url: "www.help.example" is not a safe address`},
		{"the second help line", "bar", edits{"factframe.help": objects{fields{"name": "Help", "url": "https://help.example/"}, fields{"name": "Help", "phone": "call me"}}}, `help entry 2: phone: "call me" is not a telephone number`},
		{"a help line without an address or number", "bar", edits{"factframe.help": objects{fields{"name": "Help"}}}, "there is neither url nor phone"},
		{"a help line without a host", "bar", edits{"factframe.help": objects{fields{"name": "Help", "url": "https://"}}}, `"https://" is not a safe address`},
		{"a number to call", "bar", edits{"factframe.help": objects{fields{"name": "Help", "phone": "+44 (0)20 7946-0000"}}}, ""},
		{"a label of white space", "bar", edits{"factframe.dimensions.0.codes.0.label": "  "}, "label: is missing"},
		{"a headline of 15 words", "bar", edits{view + "headline": strings.Repeat("word ", 15)}, ""},
		{"a headline of 16 words", "bar", edits{view + "headline": strings.Repeat("word ", 16)}, "has 16 words"},
		{"a quote of 12 words", "bar", edits{observations + "0.quote": strings.Repeat("word ", 12)}, ""},
		{"a quote of 13 words", "bar", edits{observations + "0.quote": strings.Repeat("word ", 13)}, "has 13 words"},
		{"a statement's quote of 13 words", "bar", edits{"factframe.statements": objects{fields{"id": "s", "source": "source", "text": "t", "quote": strings.Repeat("word ", 13)}}}, "statements s: quote: has 13 words"},
		// units and choices of a view
		{"a unit that the figures do not have", "bar", edits{view + "units": []string{"count", "percent"}}, `units: no figure of this view is in "percent"`},
		{"a unit listed twice", "bar-shares", edits{view + "units": []string{"count", "percent", "count"}}, `units: "count" is listed twice`},
		{"an order listed twice", "bar", edits{view + "orders": []string{"name", "name"}}, `orders: "name" is listed twice`},
		{"a filter listed twice", "bar", edits{view + "filters": []string{"region", "region"}}, `filters: "region" is listed twice`},
		{"a choice listed twice", "bar-one-of", edits{view + "one_of": []string{"sex", "sex"}}, `one_of: "sex" is listed twice`},
		{"a choice that is also a filter", "bar-one-of", edits{view + "filters": []string{"sex"}}, `one_of: "sex" is also in filters; list it in one of them`},
		{"a choice that the chart shows", "bar-one-of", edits{view + "one_of": []string{"region"}}, `one_of: "region" is also what panel panel shows as y`},
		{"a choice of an unknown dimension", "bar-one-of", edits{view + "one_of": []string{"age"}}, `one_of: there is no dimension "age"`},
		{"a choice of one code", "bar", edits{"factframe.dimensions": objects{fields{"id": "region", "title": "Region", "codes": objects{fields{"id": "north", "label": "North"}, fields{"id": "south", "label": "South"}}}, fields{"id": "sex", "title": "Sex", "codes": objects{fields{"id": "women", "label": "Women"}}}}, series + "0.dimensions": []string{"region", "sex"}, observations + "0.sex": "women", observations + "1.sex": "women", view + "one_of": []string{"sex"}}, `one_of: "sex" offers no choice`},
		{"a million decimals", "bar-tiny-decimals", edits{"factframe.units.0.decimals": 1_000_000}, "decimals: 1000000 is not a number of decimals; write 0 to 10"},
		{"negative decimals", "bar-tiny-decimals", edits{"factframe.units.0.decimals": -1}, "-1 is not a number of decimals"},
		{"ten decimals", "bar-tiny-decimals", edits{"factframe.units.0.decimals": 10}, ""},
		{"too many decimals", "bar-tiny-decimals", edits{observations + "0.value": 1e-21}, "has more than 20 decimals; write it in a smaller unit"},
		{"the most decimals", "bar-tiny-decimals", edits{observations + "0.value": 1e-20}, ""},
		// values
		{"an interval without its value", "bar-interval", edits{observations + "0.low": 12.5}, "12 is not between 12.5 and 14"},
		{"an interval that begins at its value", "bar-interval", edits{observations + "0.low": 12}, ""},
		{"an interval that ends at its value", "bar-interval", edits{observations + "0.high": 12}, ""},
		{"an interval that ends before it begins", "bar-interval", edits{observations + "0.high": 10}, "is not between"},
		{"a share of 100 per cent", "bar-percent", edits{observations + "0.value": 100}, ""},
		{"more than 100 per cent", "bar-percent", edits{observations + "0.value": 100.5}, "100.5 is more than the whole"},
		{"a fraction of 1", "bar-fraction", edits{observations + "0.value": 1}, ""},
		{"a fraction above 1", "bar-fraction", edits{observations + "0.value": 1.01}, "1.01 is more than the whole"},
		{"a part as large as its whole", "bar-shares", edits{observations + "0.value": 100}, ""},
		{"a part larger than its whole", "bar-shares", edits{observations + "0.value": 101}, `"all" is smaller than its part`},
		{"a percentage within its rounding", "bar-shares-printed", edits{observations + "0.value": 12.5}, ""},
		{"a percentage beyond its rounding", "bar-shares-printed", edits{observations + "0.value": 12.6}, "12 is not 12.6 of 100, which is 12.6"},
		{"a single age", "bar-coverage", edits{series + "0.age_min": 10, series + "0.age_max": 10}, ""},
		{"ages in the wrong order", "bar-coverage", edits{series + "0.age_min": 11, series + "0.age_max": 10}, "11 is older than age_max, 10"},
		{"all covered", "bar-coverage", edits{series + "0.coverage_n": 5, series + "0.coverage_m": 5}, ""},
		{"more covered than there are", "bar-coverage", edits{series + "0.coverage_n": 6, series + "0.coverage_m": 5}, "6 is more than coverage_m, 5"},
		{"a period of one day", "bar-coverage", edits{observations + "0.period_start": "2018-01-01", observations + "0.period_end": "2018-01-01", observations + "1.period_start": "2018-01-01", observations + "1.period_end": "2018-01-01"}, ""},
		{"a period that ends before it starts", "bar-coverage", edits{observations + "0.period_end": "2017-12-31"}, "2017-12-31 is before period_start, 2018-01-01"},
		{"a value that differs from value_text", "bar-trailing-zero", edits{observations + "0.value_text": "0.41"}, `is "0.41", but the value is 0.4`},
		{"a fraction printed as a percentage", "bar-fraction", edits{observations + "0.value_text": "12.5%"}, ""},
		{"a total that restates a restatement", "restated", edits{observations + "0.restates": "again", observations + "1.restates": "built"}, "itself restates"},
		{"a part of itself", "bar-shares", edits{observations + "2.base": "f1"}, "makes the figure a part of itself"},
		{"repetitions, reported in the order of the format", "bar", edits{view + "filters": []string{"region", "region"}, view + "orders": []string{"size", "size"}, view + "units": []string{"count", "count"}},
			`views view: filters: "region" is listed twice; remove one of them
package.json: views view: orders: "size" is listed twice; remove one of them
package.json: views view: units: "count" is listed twice; remove one of them`},
		// calculations
		{"an input listed twice", "calculated", edits{derived + "0.inputs": []string{"built", "built"}}, `inputs: "built" is listed twice`},
		{"a percentage of itself", "formulas", edits{derived + "2.inputs": []string{"lost", "lost"}}, `"lost" has no value`},
		{"a fall of 100 per cent", "cards-change", edits{observations + "1.value": -100, "resources.3": fields{"name": "derived", "data": objects{fields{"id": "before", "label": "before", "formula": "before_change", "inputs": []string{"f1", "f2"}}}}}, "may be a fall of 100 per cent"},
		{"a ratio to zero", "calculated", edits{observations + "0.value": 0}, `"built" may be zero`},
		{"too many decimals in a calculation", "calculated", edits{derived + "0.decimals": 11}, "11 is not a number of decimals"},
		// pictures
		{"the most squares", "tally", edits{observations + "2.value": 400}, ""},
		{"a base with too many squares", "tally", edits{observations + "2.value": 401}, "the base of \"f1\" would be 401 squares, but 400 is the limit"},
		{"half a square", "tally", edits{observations + "0.value": 8.5}, `"f1" cannot be drawn as squares: 8.5 is not a whole number`},
		{"parts that add up to more than the whole", "stack", edits{observations + "0.value": 62}, "add up to 102, not 100 per cent"},
		{"parts within their rounding", "stack", edits{observations + "0.value": 60.5}, ""},
		{"parts that add up to less than the whole", "stack", edits{observations + "0.value": 58}, "add up to 98, not 100 per cent"},
		{"a filter on parts without a whole", "stack-counts", edits{view + "filters": []string{"answer"}}, "that pass a filter would be drawn as the whole"},
		{"parts without a whole", "stack-counts", nil, ""},
		{"an age within its axis", "age", edits{"factframe.oldest": 17}, ""},
		{"an age beyond its axis", "age", edits{"factframe.oldest": 16}, "17 is beyond the end of the age axis, 16"},
		{"a highlight that is not a code", "line-highlight", edits{panel + "highlight": []string{"east"}}, `"east" does not match any row`},
		{"events without a time series", "bar", edits{panel + "events": objects{fields{"at": "2019-01-01", "text": "x"}}}, "does not show a time series"},
		{"a bar whose zero does not mean nothing", "dot", edits{panel + "mark": "bar"}, "a bar starts at zero, but zero does not mean nothing for"},
		{"a line without dates", "bar", edits{panel + "mark": "line", panel + "channels": fields{"x": "period", "y": "value", "colour": "region"}}, "has no period, so it cannot be placed in time"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var doc any
			require.NoError(t, json.Unmarshal(datatest.TinyJSON(t, test.tiny), &doc))
			for place, value := range test.edits {
				set(t, doc, place, value)
			}
			raw, err := json.Marshal(doc)
			require.NoError(t, err)
			_, err = check.Bytes("package.json", raw)
			if test.want == "" {
				assert.NoError(t, err)
				return
			}
			assert.ErrorContains(t, err, test.want)
		})
	}
}

// Every error names a file, a place, what is wrong and how to fix it.
func TestCandidatesAreAcceptedOrRefusedInWords(t *testing.T) {
	datatest.Check(t, 200, func(t *rapid.T) {
		raw := datatest.Candidate().Draw(t, "candidate")
		if _, err := check.Bytes("package.json", raw); err != nil {
			for line := range strings.Lines(err.Error()) {
				if !strings.HasPrefix(line, "package.json: ") || !strings.Contains(line, "; ") {
					t.Fatalf("no place, or no way to fix it: %s", line)
				}
			}
		}
	})
}

// A draft headline causes a warning only, so a package can be previewed.
func TestDraftsAreWarnedOf(t *testing.T) {
	var doc any
	require.NoError(t, json.Unmarshal(datatest.TinyJSON(t, "bar"), &doc))
	for headline, warned := range map[string]bool{"Draft: North highest": true, "DRAFT: x": true, "Drafts were late: x": false, "A finding": false} {
		set(t, doc, view+"headline", headline)
		raw, err := json.Marshal(doc)
		require.NoError(t, err)
		p, err := check.Bytes("package.json", raw)
		require.NoError(t, err)
		assert.Equal(t, warned, len(check.Warnings(p)) == 1, headline)
	}
}

// BenchmarkManyCodes checks packages with n codes in a dimension. The time should
// grow linearly.
func BenchmarkManyCodes(b *testing.B) {
	for _, n := range []int{1000, 4000, 16_000} {
		var codes, figures objects
		for i := range n {
			id := "c" + strconv.Itoa(i)
			codes = append(codes, fields{"id": id, "label": id})
			figures = append(figures, fields{"id": "f" + strconv.Itoa(i), "series": "series", "region": id, "value": i})
		}
		var doc any
		require.NoError(b, json.Unmarshal(datatest.TinyJSON(b, "bar"), &doc))
		of := doc.(fields)
		of["factframe"].(fields)["dimensions"].(objects)[0].(fields)["codes"] = codes
		of["resources"].(objects)[2].(fields)["data"] = figures
		raw, err := json.Marshal(doc)
		require.NoError(b, err)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := check.Bytes("package.json", raw); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
