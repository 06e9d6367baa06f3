package draft_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	_ "factframe/app/chart" // defines the marks
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/data/draft"
	"factframe/data/format"
)

// A package that somebody opens and does not change stays the same, whatever is in it.
func TestGeneratedPackagesStayAsTheyAre(t *testing.T) {
	for seed := range 20 {
		raw := datatest.Package().Example(seed).JSON
		files, err := draft.Draft{}.Apply(map[string][]byte{data.DefaultFile: raw})
		require.NoError(t, err)
		var want, got map[string]any
		require.NoError(t, json.Unmarshal(raw, &want))
		require.NoError(t, json.Unmarshal(files[data.DefaultFile], &got))
		delete(want, "$schema")
		assert.Equal(t, want, got, "seed %d", seed)

		// Its words, said again, change nothing either.
		of, err := draft.Of(raw)
		require.NoError(t, err)
		for place, v := range of.Views {
			v.Found = ""
			of.Views[place] = v
		}
		of.Words.Population = "" // it may be of the first series only
		files, err = of.Apply(map[string][]byte{data.DefaultFile: raw})
		require.NoError(t, err)
		_, err = check.Bytes(data.DefaultFile, files[data.DefaultFile])
		assert.NoError(t, err, "seed %d", seed)
	}
}

// What a person says is in the package, and what cannot be used is not.
func TestWordsOfADraft(t *testing.T) {
	raw := datatest.TinyJSON(t, "bar")
	said := draft.Draft{Version: "1.2.0", Words: draft.Words{Title: "Calls", Source: "Harbour Line", Published: "March 2025", URL: "harbourline.example/figures", Caution: "Provisional: it may change.",
		Help: "Harbour Line 0300 000 0000", HelpURL: "harbourline.example", Credit: "Chart: Harbour Line", Licence: "CC-BY-4.0", Contact: "figures@harbourline.example", Accent: "#7a1fa2", Population: "callers"},
		Views: map[int]draft.View{0: {Headline: "Most calls came from the north", Subtitle: "Calls, 2024", Events: []format.Event{}}}}
	files, err := said.Apply(map[string][]byte{data.DefaultFile: raw})
	require.NoError(t, err)
	p, err := check.Bytes(data.DefaultFile, files[data.DefaultFile])
	require.NoError(t, err)
	assert.Equal(t, []string{"Calls", "1.2.0", "Most calls came from the north", "Calls, 2024", "Provisional: it may change."}, []string{p.Title, p.Version, p.Views[0].Headline, p.Views[0].Subtitle, p.Views[0].Notes[0]})
	assert.Equal(t, []string{"Harbour Line", "2025-03", "https://harbourline.example/figures"}, []string{p.Sources[0].Publisher, p.Sources[0].Published, p.Sources[0].URL})
	assert.Equal(t, []string{"Harbour Line", "0300 000 0000", "https://harbourline.example"}, []string{p.Help[0].Name, p.Help[0].Phone, p.Help[0].URL})

	of, err := draft.Of(files[data.DefaultFile])
	require.NoError(t, err)
	assert.Equal(t, "Harbour Line 0300 000 0000", of.Words.Help)
	assert.Equal(t, "Provisional: it may change.", of.Views[0].Caution)

	said.Words.Published, said.Words.URL = "3rd of July", "not an address"
	said.Views[0] = draft.View{Headline: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"}
	files, err = said.Apply(map[string][]byte{data.DefaultFile: raw})
	require.NoError(t, err)
	_, err = check.Bytes(data.DefaultFile, files[data.DefaultFile])
	assert.NoError(t, err, "the panel can be drawn while somebody types")
}

func TestWhatPeopleType(t *testing.T) {
	for typed, want := range map[string]string{"2025": "2025", "2025-03": "2025-03", "March 2025": "2025-03", "12 September 2024": "2024-09-12", "03/04/2018": "", "soon": "", "": ""} {
		assert.Equal(t, want, draft.Day(typed), typed)
	}
	for typed, want := range map[string]string{"www.a.example/b": "https://www.a.example/b", "https://a.example": "https://a.example", "http://a.example": "", "a b.example": "", "nothing": "", "": "", `a.example/"onload=`: ""} {
		assert.Equal(t, want, draft.Site(typed), typed)
	}
}
