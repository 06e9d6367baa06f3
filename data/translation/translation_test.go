package translation_test

import (
	"encoding/json"
	"strings"
	"testing"

	_ "factframe/app/chart" // the marks of a package
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/load"
	"factframe/data/translation"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// within puts fields into a package in English and Welsh. Fields before "|" belong to the
// package, fields after it to "factframe".
func within(fields string) string {
	top, own, _ := strings.Cut(fields, "|")
	return `{` + top + `"factframe":{` + own + `"language":"en-GB","translations":["cy","de"]}}`
}

// at returns what is at a path of JSON, such as "factframe.views.0.notes".
func at(t *testing.T, raw []byte, path string) any {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal(raw, &v))
	for key := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[key]
		case []any:
			v = in[key[0]-'0']
		}
	}
	return v
}

// Each text of a package is in the wanted language, or in the package's own and listed.
func TestTextsInOneLanguage(t *testing.T) {
	tests := []struct {
		name, fields, in string
		path             string
		want             any
		lacking          []data.Lack
	}{
		{"a translation", `"title":{"en-GB":"Homes","cy":"Cartrefi"},|`, "cy", "title", "Cartrefi", nil},
		{"the package's own language", `"title":{"en-GB":"Homes","cy":"Cartrefi"},|`, "en-GB", "title", "Homes", nil},
		{"a text without translations in its own language", `"title":"Homes",|`, "en-GB", "title", "Homes", nil},
		{"one text for every language", `"title":{"mul":"Ynys Môn"},|`, "de", "title", "Ynys Môn", nil},
		{"a translation before one text for every language", `"title":{"mul":"Anglesey","cy":"Ynys Môn"},|`, "cy", "title", "Ynys Môn", nil},
		{"one text for every language before the original", `"title":{"mul":"A","en-GB":"B"},|`, "cy", "title", "A", nil},
		{"a translation that is missing", `"title":{"en-GB":"Homes","cy":"Cartrefi"},|`, "de", "title", "Homes", []data.Lack{{Field: "title"}}},
		{"a translation that is empty", `"title":{"en-GB":"Homes","cy":""},|`, "cy", "title", "Homes", []data.Lack{{Field: "title"}}},
		{"a text without translations", `"title":"Homes",|`, "cy", "title", "Homes", []data.Lack{{Field: "title"}}},
		{"a text that is empty", `"title":"",|`, "cy", "title", "", nil},
		{"a list", `|"views":[{"id":"v","notes":[{"en-GB":"One.","cy":"Un."},"Two.",{"mul":"3."}]}],`, "cy", "factframe.views.0.notes", []any{"Un.", "Two.", "3."},
			[]data.Lack{{Record: "factframe views v", Field: "notes entry 2"}}},
		{"a record", `|"help":[{"name":"A"},{"name":{"mul":"B"},"for":{"en-GB":"all","cy":"pawb"}}],`, "cy", "factframe.help.1.for", "pawb",
			[]data.Lack{{Record: "factframe help entry 1", Field: "name"}}},
		{"a row of a table", `"resources":[{"name":"sources","data":[{"id":"s","title":{"en-GB":"Review","cy":"Adolygiad"},"publisher":"Office"}]}],|`, "cy", "resources.0.data.0.title", "Adolygiad",
			[]data.Lack{{Record: "sources s", Field: "publisher"}}},
		{"a table of records", `"resources":[{"name":"homes","data":[{"title":{"cy":"x"}}]}],|`, "cy", "resources.0.data.0.title", map[string]any{"cy": "x"}, nil},
		{"a field that is not a text", `"title":5,|`, "cy", "title", 5.0, nil},
		{"an object in a field that is not translatable", `"name":{"en-GB":"homes","cy":"cartrefi"},|`, "cy", "name", map[string]any{"en-GB": "homes", "cy": "cartrefi"}, nil},
	}
	for _, test := range tests {
		flat, lacking, err := translation.In("p.json", []byte(within(test.fields)), test.in)
		require.NoError(t, err, test.name)
		assert.Equal(t, test.want, at(t, flat, test.path), test.name)
		assert.Equal(t, test.lacking, lacking, test.name)
		assert.Equal(t, test.in, at(t, flat, "factframe.language"), test.name)
		assert.Equal(t, "en-GB", at(t, flat, "factframe.original"), test.name)
	}
}

// A plural form that a language does not have is left out, whatever others have.
func TestFormsOfOneLanguage(t *testing.T) {
	raw := []byte(within(`|"units":[{"id":"t","many":{"en-GB":"tonnes","cy":"tunnell","de":"Tonnen"},"two":{"cy":"dunnell"}}],`))
	for tag, two := range map[string]any{"en-GB": "", "cy": "dunnell", "de": ""} {
		flat, lacking, err := translation.In("p.json", raw, tag)
		require.NoError(t, err, tag)
		assert.Equal(t, two, at(t, flat, "factframe.units.0.two"), tag)
		assert.Empty(t, lacking, tag)
	}
}

// A page says which of its texts are in another language.
func TestTextsThatAreNotTranslated(t *testing.T) {
	raw := []byte(within(`"title":"Homes","description":"Built homes.",|"short_title":{"en-GB":"Homes","cy":"Cartrefi"},`))
	flat, _, err := translation.In("p.json", raw, "cy")
	require.NoError(t, err)
	assert.Equal(t, []any{map[string]any{"language": "en-GB", "texts": []any{"Built homes.", "Homes"}}}, at(t, flat, "factframe.foreign"))
	flat, _, err = translation.In("p.json", raw, "en-GB")
	require.NoError(t, err)
	assert.Nil(t, at(t, flat, "factframe.foreign"), "it is in the package's own language")

	raw = []byte(`{"title":{"nl":"Woningen","en":"Homes","mul":"x"},"description":{"nl":"Huizen","en":"Homes"},"version":"1","factframe":{"language":"nl","translations":["en"],"short_title":"Wonen"}}`)
	flat, _, err = translation.In("p.json", raw, "nl")
	require.NoError(t, err)
	assert.Equal(t, []any{map[string]any{"language": "nl", "texts": []any{"Huizen", "Wonen", "Woningen"}}}, at(t, flat, "factframe.foreign"), "the widget does not have Dutch words")
	flat, _, err = translation.In("p.json", raw, "en")
	require.NoError(t, err)
	assert.Equal(t, []any{map[string]any{"language": "nl", "texts": []any{"Wonen"}}}, at(t, flat, "factframe.foreign"))
}

func TestTranslationsThatAreRefused(t *testing.T) {
	tests := []struct{ name, fields, want string }{
		{"an unknown language", `"title":{"en-GB":"Homes","fr":"Logements"},|`, `p.json: title: "fr" is not a language of this package; write one of en-GB, cy, de, or add it to "translations"`},
		{"a translation that is not a text", `"title":{"en-GB":"Homes","cy":5},|`, `p.json: title: the value for "cy" is not a text; write it in quotes`},
		{"no original", `"title":{"de":"Häuser"},|`, `p.json: title: has no text in "en-GB", the package's own language; write one`},
		{"a record", `|"views":[{"id":"v","title":{"en-GB":"Homes","xx":"x"}}],`, `p.json: factframe views v: title: "xx" is not a language of this package`},
	}
	for _, test := range tests {
		_, _, err := translation.In("p.json", []byte(within(test.fields)), "cy")
		require.Error(t, err, test.name)
		assert.Contains(t, err.Error(), test.want, test.name)
	}
}

// A package without translations is returned unchanged, with its spaces and its digits.
// Anything that is not a package is left for loading to report.
func TestPackagesWithoutTranslations(t *testing.T) {
	for name, raw := range map[string]string{
		"one language": "{ \"title\": {\"cy\": \"x\"},\n \"value\": 1.50, \"factframe\": {\"language\": \"en-GB\"} }",
		"no language":  `{"title":"Homes","factframe":{"translations":["cy"]}}`,
		"no JSON":      `{"title"`,
	} {
		flat, lacking, err := translation.In("p.json", []byte(raw), "cy")
		require.NoError(t, err, name)
		assert.Equal(t, raw, string(flat), name)
		assert.Empty(t, lacking, name)
	}
	assert.Equal(t, []string{"en-GB", "cy", "de"}, translation.Languages([]byte(within("|"))))
	assert.Nil(t, translation.Languages([]byte(`{`)))
}

// A package in two languages loads, and numbers keep their digits. An object where only
// a string may be is an error.
func TestAPackageInTwoLanguages(t *testing.T) {
	raw := strings.Replace(string(datatest.TinyJSON(t, "bar")), `"language":"en"`, `"language":"en","translations":["cy"]`, 1)
	require.Contains(t, raw, "translations")
	flat, lacking, err := translation.In("p.json", []byte(raw), "cy")
	require.NoError(t, err)
	require.NotEmpty(t, lacking)
	p, err := load.Bytes("p.json", flat)
	require.NoError(t, err)
	assert.Equal(t, []string{"cy", "en"}, []string{p.Language, p.Original})
	assert.Equal(t, "en", p.LanguageOf(p.Title))

	flat, _, err = translation.In("p.json", []byte(strings.Replace(raw, `"id":"north"`, `"id":{"en":"north"}`, 1)), "cy")
	require.NoError(t, err)
	_, err = load.Bytes("p.json", flat)
	assert.ErrorContains(t, err, "id: is an object; write a text in quotes", "an id is not translated")

	flat, _, err = translation.In("p.json", []byte(within(`"value":1.50,|`)), "cy")
	require.NoError(t, err)
	assert.Contains(t, string(flat), `"value":1.50`)
}
