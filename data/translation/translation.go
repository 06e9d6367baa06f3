// Package translation turns a package in several languages into one for each.
//
// A text of a package is a string in the package's language, or an object with a
// string for each language: { "en-GB": "Outcomes", "cy": "Canlyniadau" }. The tag "mul"
// stands for a text that is the same in every language, such as a name. What a browser
// loads is always in one language.
package translation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/format"
	"factframe/data/load"
)

// everyLanguage is the BCP 47 tag for several languages.
const everyLanguage = "mul"

// Languages returns the languages of a package: its own first, then its translations.
// It returns nil if the JSON has none, which loading it reports.
func Languages(raw []byte) []string {
	var p struct {
		Factframe struct {
			Language     string
			Translations []string
		}
	}
	if json.Unmarshal(raw, &p) != nil || p.Factframe.Language == "" {
		return nil
	}
	return append([]string{p.Factframe.Language}, p.Factframe.Translations...)
}

// Original returns a package's JSON with its texts in the package's own language.
func Original(file string, raw []byte) ([]byte, error) {
	languages := Languages(raw)
	if len(languages) == 0 {
		return raw, nil
	}
	flat, _, err := In(file, raw, languages[0])
	return flat, err
}

// In returns a package's JSON with its texts in one of its languages, and the texts
// that have no translation into it and stay in the package's own language. The JSON lists
// the texts that are not in the language of the page, which is English where the widget
// has no words in theirs. A package in one language that the widget has is returned as it
// is. The error is a load.Problems; file is the file name used in it.
func In(file string, raw []byte, language string) ([]byte, []data.Lack, error) {
	known := Languages(raw)
	if len(known) == 0 || len(known) == 1 && text.In(known[0]) != nil {
		return raw, nil, nil
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber() // keeps the digits of every number
	var top map[string]any
	if err := decoder.Decode(&top); err != nil {
		return raw, nil, nil // loading it reports where
	}
	t := translator{file: file, original: known[0], wanted: language, known: known, languageOf: map[string]string{}}
	eachText(top, t.text)
	if own, ok := top["factframe"].(map[string]any); ok {
		own["language"], own["original"] = language, known[0]
		if foreign := t.foreign(); len(foreign) > 0 {
			own["foreign"] = foreign
		}
	}
	flat, err := json.Marshal(top)
	if err != nil {
		return nil, nil, err
	}
	return flat, t.lacking, t.problems.Or()
}

// Texts returns a package's JSON with every text that may be translated replaced by what
// change returns for it.
func Texts(raw []byte, change func(string) string) ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var top map[string]any
	if err := decoder.Decode(&top); err != nil {
		return nil, err
	}
	var changed func(v any, record, field string) any
	changed = func(v any, record, field string) any {
		switch v := v.(type) {
		case string:
			return change(v)
		case []any:
			for i := range v {
				v[i] = changed(v[i], record, field)
			}
		}
		return v
	}
	eachText(top, changed)
	return json.Marshal(top)
}

// translator replaces the texts of a package by those in one language.
type translator struct {
	file, original, wanted string
	known                  []string
	languageOf             map[string]string // of each text
	lacking                []data.Lack
	problems               load.Problems
}

// walk replaces the texts of a package, which the types of package format describe. It
// gets the value of a field, and the record and the name of the field for messages.
type walk func(v any, record, field string) any

// eachText replaces every text of a package that may be translated.
func eachText(top map[string]any, replace walk) {
	replace.object(top, reflect.TypeFor[format.Package](), "")
	replace.rows(top)
}

func (replace walk) object(o map[string]any, of reflect.Type, record string) {
	for _, f := range format.FieldsOf(of) {
		v, present := o[f.Name]
		switch {
		case !present:
		case f.Translatable:
			o[f.Name] = replace(v, record, f.Name)
		default:
			replace.within(v, f.Type, record, f.Name)
		}
	}
}

// within replaces what is in a field: objects, and lists of them.
func (replace walk) within(v any, of reflect.Type, record, field string) {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct {
		return
	}
	name := strings.TrimSpace(record + " " + field)
	switch v := v.(type) {
	case map[string]any:
		replace.object(v, of, name)
	case []any:
		for i, each := range v {
			if o, ok := each.(map[string]any); ok {
				replace.object(o, of, fmt.Sprintf("%s %s", name, idOf(o, i)))
			}
		}
	}
}

// rows replaces the rows of the resources that have their own types.
func (replace walk) rows(top map[string]any) {
	resources, _ := top["resources"].([]any)
	for _, r := range resources {
		resource, _ := r.(map[string]any)
		for _, table := range format.Tables {
			if resource["name"] == table.Name {
				replace.within(resource["data"], reflect.SliceOf(table.Row), "", table.Name)
			}
		}
	}
}

func idOf(o map[string]any, i int) string {
	if id, ok := o["id"].(string); ok {
		return id
	}
	return fmt.Sprintf("entry %d", i+1)
}

// text returns a text in the wanted language; of a list, each entry.
func (t *translator) text(v any, record, field string) any {
	switch v := v.(type) {
	case string:
		return t.inOriginal(v, record, field)
	case []any:
		list := make([]any, len(v))
		for i, each := range v {
			list[i] = t.text(each, record, fmt.Sprintf("%s entry %d", field, i+1))
		}
		return list
	case map[string]any:
		return t.chosen(v, record, field)
	}
	return v // loading it reports what is wrong
}

// otherForms are the plural forms that only some languages have.
var otherForms = []string{"alone", "zero", "two", "few"}

func (t *translator) chosen(texts map[string]any, record, field string) any {
	problem := func(wrong, want string) {
		t.problems = append(t.problems, load.Problem{File: t.file, Record: record, Field: field, Wrong: wrong, Want: want})
	}
	for _, tag := range slices.Sorted(maps.Keys(texts)) {
		switch _, isText := texts[tag].(string); {
		case !slices.Contains(t.known, tag) && tag != everyLanguage:
			problem(fmt.Sprintf("%q is not a language of this package", tag), `write one of `+strings.Join(t.known, ", ")+`, or add it to "translations"`)
		case !isText:
			problem(fmt.Sprintf("the value for %q is not a text", tag), "write it in quotes")
		}
	}
	for _, tag := range []string{t.wanted, everyLanguage} {
		if s, _ := texts[tag].(string); s != "" {
			if t.languageOf[s] != t.wanted { // also a name in every language
				t.languageOf[s] = tag
			}
			return s
		}
	}
	if slices.Contains(otherForms, field) {
		return "" // this language does not have the form
	}
	s, _ := texts[t.original].(string)
	if s == "" {
		problem(fmt.Sprintf("has no text in %q, the package's own language", t.original), "write one")
	}
	return t.inOriginal(s, record, field)
}

// inOriginal notes a text that may have no translation.
func (t *translator) inOriginal(s, record, field string) string {
	if s != "" && t.languageOf[s] != t.wanted { // a word may be the same in both languages
		t.languageOf[s] = t.original
	}
	if s != "" && t.wanted != t.original {
		t.lacking = append(t.lacking, data.Lack{Record: record, Field: field})
	}
	return s
}

// foreign returns the texts that are not in the language of the page.
func (t *translator) foreign() []format.Foreign {
	var list []format.Foreign
	for _, language := range slices.Compact([]string{t.wanted, t.original}) {
		spoken := text.In(t.wanted) != nil
		if language == t.wanted && spoken || !spoken && text.English.Is(language) {
			continue // the page's
		}
		f := format.Foreign{Language: language}
		for _, s := range slices.Sorted(maps.Keys(t.languageOf)) {
			if t.languageOf[s] == language && strings.ContainsFunc(s, unicode.IsLetter) {
				f.Texts = append(f.Texts, s)
			}
		}
		if len(f.Texts) > 0 {
			list = append(list, f)
		}
	}
	return list
}
