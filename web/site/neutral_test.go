package site

import (
	"path/filepath"
	"strings"
	"testing"

	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ownWords are what only the default package says: its names, help lines and
// methods.
func ownWords(t *testing.T) []string {
	p := datatest.Default(t)
	words := []string{p.Title, p.HelpTitle}
	for _, h := range p.Help {
		words = append(words, h.Name)
	}
	for _, m := range p.Methods {
		words = append(words, m.Label)
	}
	for _, c := range p.Counted {
		if strings.Contains(c.Many, " ") || c.Many == "crimes" {
			words = append(words, c.Many)
		}
	}
	for _, d := range p.Dimensions {
		for _, c := range d.Codes {
			words = append(words, c.Label)
		}
	}
	require.Greater(t, len(words), 30)
	return words
}

// No page of another package has a word, a help line or a scale of the default one.
func TestOtherPackagesHaveWordsOfTheirOwn(t *testing.T) {
	program := &Program{Wasm: []byte("none")}
	for _, name := range datatest.Kinds {
		dir := filepath.Join(t.TempDir(), name)
		require.NoError(t, Build(Options{Package: datatest.KindPath(name), Out: dir, Program: program}))
		for at, page := range pages(t, dir) {
			said := words(t, page)
			for _, word := range ownWords(t) {
				assert.NotContains(t, said, word, "%s: %s", name, at)
			}
			assert.NotContains(t, page, `href="tel:`, at)
		}
	}
}

// The default package has what only it needs: somebody to turn to, and the words
// of its documents.
func TestTheDefaultPackageHasHelpAndQuotes(t *testing.T) {
	p := datatest.Default(t)
	assert.NotEmpty(t, p.Help)
	for _, s := range p.Sources {
		assert.Greater(t, len(s.Chain), 1, "%s: who counted, and who published", s.ID)
	}
	for _, f := range p.Figures {
		if !f.Calculated() && f.Value != nil && f.Series.Source.SHA256 != "" {
			assert.NotEmpty(t, f.Quote, f.ID)
		}
		if !f.Calculated() && f.Value != nil {
			assert.NotEmpty(t, f.Printed, f.ID)
		}
	}
}
