package maker

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	plural = regexp.MustCompile(`\[\w+\]$`)
	place  = regexp.MustCompile(`\{\w+\}`)
)

// entriesOf returns the entries of a language by key, without plural forms.
func entriesOf(t *testing.T, tag string) map[string]string {
	t.Helper()
	list := map[string]string{}
	for line := range strings.Lines(File(tag)) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), " ="); ok && !strings.HasPrefix(key, "#") {
			list[plural.ReplaceAllString(key, "")] = value
		}
	}
	return list
}

// The page says everything in every language, with the same places for values.
func TestEveryLanguageHasEveryEntry(t *testing.T) {
	english := entriesOf(t, "en-GB")
	require.Len(t, Languages(), 7)
	for _, l := range Languages() {
		own := entriesOf(t, l.Tag)
		for key, words := range english {
			require.Contains(t, own, key, l.Tag)
			for _, p := range place.FindAllString(words, -1) {
				assert.Contains(t, own[key], p, "%s: %s", l.Tag, key)
			}
		}
		assert.Len(t, own, len(english), l.Tag)
		m, _ := begun(t)
		m.Words = In(l.Tag)
		for _, step := range append([]string{""}, Steps...) {
			m.Step = step
			assert.NotContains(t, printed(t, m), "maker.", l.Tag)
		}
	}
}

// Every entry that the code names exists.
func TestEveryEntryExists(t *testing.T) {
	english := entriesOf(t, "en-GB")
	named := regexp.MustCompile(`m(?:odel)?\.(?:say|fill|count)\("([\w. ]*\w)"[,)]`)
	sources, err := filepath.Glob("*.go")
	require.NoError(t, err)
	found := 0
	for _, name := range sources {
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, key := range named.FindAllStringSubmatch(string(content), -1) {
			found++
			assert.Contains(t, english, "maker."+key[1], name)
		}
	}
	assert.Greater(t, found, 100)
}
