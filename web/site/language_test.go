package site

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"factframe/app/state"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/data/load"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inLanguages returns a tiny package in a language, with replacements in its JSON: old,
// new, …
func inLanguages(t *testing.T, language string, changes ...string) (*data.Package, []byte) {
	t.Helper()
	raw := bytes.Replace(datatest.TinyJSON(t, "bar"), []byte(`"language":"en"`), []byte(`"language":"`+language+`"`), 1)
	for i := 0; i+1 < len(changes); i += 2 {
		require.Contains(t, string(raw), changes[i])
		raw = bytes.Replace(raw, []byte(changes[i]), []byte(changes[i+1]), 1)
	}
	p, err := check.Bytes("bar.json", raw)
	require.NoError(t, err, language)
	return p, raw
}

func pageOf(t *testing.T, p *data.Package) string {
	t.Helper()
	s := state.State{View: "view"}
	panel, receipt, err := panelOf(p, s, assets{})
	require.NoError(t, err)
	return string(page(p, s, "view/", assets{}, panel, receipt))
}

// A page declares its language and its direction.
func TestLanguageOfAPage(t *testing.T) {
	for language, want := range map[string]string{"en": `<html lang="en" data-`, "de-AT": `<html lang="de-AT" data-`, "ar": `<html lang="ar" dir="rtl" data-`} {
		p, _ := inLanguages(t, language)
		assert.Contains(t, pageOf(t, p), want, language)
	}
}

// In a language that the widget does not have, its words are English and marked as English,
// and the package's texts are marked with their language.
func TestALanguageWithoutWords(t *testing.T) {
	p, _ := inLanguages(t, "nl")
	content := pageOf(t, p)
	assert.Contains(t, content, `<html lang="en-GB" data-`)
	assert.Regexp(t, `<h1 [^>]*lang="nl"`, content)
	assert.Regexp(t, `class="what"[^>]*lang="nl"|lang="nl"[^>]*class="what"`, content)
	assert.Contains(t, check.Warnings(p)[0], `language nl: the widget has no words in it`)
}

// A package with translations has a site for each language. Each has the words of its
// language and links to the others, and marks original text where a translation is missing.
func TestASiteInTwoLanguages(t *testing.T) {
	p, raw := inLanguages(t, "en", `"language":"en"`, `"language":"en","translations":["cy"]`,
		`"headline":"A finding"`, `"headline":{"en":"A finding","cy":"Canfyddiad"}`)
	folder := memory{}
	require.NoError(t, Write(folder, Input{Package: p, JSON: raw, Program: program, URL: "https://figures.example/"}))
	english, welsh := string(folder["view/index.html"]), string(folder["cy/view/index.html"])
	assert.Contains(t, english, ">A finding<")
	assert.Contains(t, english, `<html lang="en" data-language="en" data-languages="en= cy=cy/"`)
	assert.Regexp(t, `<a href="cy/view/"[^>]*lang="cy"[^>]*>Cymraeg</a>`, english)
	assert.Contains(t, welsh, ">Canfyddiad<")
	assert.Contains(t, welsh, `<html lang="cy" data-language="cy" data-languages="en=../ cy=../cy/"`)
	assert.Regexp(t, `<a href="../view/"[^>]*lang="en"[^>]*>English</a>`, welsh)
	assert.Contains(t, welsh, "Ffynhonnell: ")
	assert.Regexp(t, `<p [^>]*lang="en"[^>]*>`+p.Views[0].Subtitle, welsh, "untranslated text is marked with its language")
	assert.Contains(t, welsh, `rel="canonical" href="https://figures.example/cy/view/"`)
	for _, page := range []string{english, welsh} {
		assert.Contains(t, page, `rel="alternate" hreflang="en" href="https://figures.example/view/"`)
		assert.Contains(t, page, `rel="alternate" hreflang="cy" href="https://figures.example/cy/view/"`)
	}
	assert.Contains(t, string(folder["_headers"]), "\n/cy/data/*.csv\n  Content-Type: text/csv; charset=utf-8\n")
	assert.NotEmpty(t, folder["cy/embed/index.html"])
	assert.NotEmpty(t, folder["cy/worker.js"])
	assert.Contains(t, string(folder["cy/worker.js"]), `"../app.`)
	assert.Empty(t, folder["cy/app.wasm"])

	carried, err := Carried(Input{Package: p, JSON: raw})
	require.NoError(t, err)
	loaded, err := load.Bytes("carried.json", carried)
	require.NoError(t, err, "a browser can load the package in the program")
	assert.Equal(t, p.Languages, loaded.Languages)

	var found int
	for name, content := range folder {
		if !strings.HasPrefix(name, "cy/data/package.") {
			continue
		}
		found++
		var loaded struct {
			Factframe struct{ Language, Words string }
		}
		require.NoError(t, json.Unmarshal(content, &loaded))
		assert.Equal(t, "cy", loaded.Factframe.Language)
		assert.Contains(t, loaded.Factframe.Words, "Ffynhonnell", "the package contains the words")
	}
	assert.Equal(t, 1, found)
	lacking := check.Warnings(p)
	assert.Contains(t, strings.Join(lacking, "\n"), "language cy: factframe views view: subtitle is not translated")
}

// Every page leads to the same page in the other language: also that of a figure, and with a
// choice.
func TestEachPageLeadsToItselfInTheOtherLanguage(t *testing.T) {
	eachState(t, func(p *data.Package, s state.State, page node) {
		links := 0
		for _, a := range page.all("a") {
			if a.attr("hreflang") != "" {
				links++
				assert.Equal(t, "cy/"+s.Address(), a.attr("href"))
			}
		}
		assert.Greater(t, links, 0, s.Address())
	})
}
