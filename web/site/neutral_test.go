package site

import (
	"path/filepath"
	"testing"

	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// No page of another package contains a word, a help line or a scale of the default
// package.
func TestOtherPackagesHaveWordsOfTheirOwn(t *testing.T) {
	for _, name := range datatest.Kinds {
		dir := filepath.Join(t.TempDir(), name)
		require.NoError(t, write(dir, datatest.KindPath(name), ""))
		for at, page := range pages(t, dir) {
			said := words(t, page)
			for _, word := range datatest.OwnWords(t) {
				assert.NotContains(t, said, word, "%s: %s", name, at)
			}
			assert.NotContains(t, page, `href="tel:`, at)
		}
	}
}

// The default package contains what only it needs: help lines, and the words of its
// documents.
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
