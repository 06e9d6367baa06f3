package datatest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/app/text"
	"factframe/data/translation"

	"github.com/stretchr/testify/require"
)

// Languages are those in which InLanguage returns the example packages: two that people
// read, and two that make faults visible. Long is English with words 40 per cent longer;
// Mirrored is English from right to left, with the six plural forms of Arabic.
var Languages = []string{"de", "ar", Long, Mirrored}

const (
	Long     = "en-XA"
	Mirrored = "ar-XB"
)

// InLanguage writes one of Kinds in one of Languages into a folder and returns it.
func InLanguage(t testing.TB, kind, language string) string {
	t.Helper()
	folder := t.TempDir()
	raw, err := os.ReadFile(filepath.Join(KindPath(kind), "datapackage.json"))
	require.NoError(t, err)
	texts := map[string]string{}
	if translated, err := os.ReadFile(filepath.Join(KindPath(kind), "..", "..", "languages", language+".json")); err == nil {
		require.NoError(t, json.Unmarshal(translated, &texts))
	}
	raw, err = translation.Texts(raw, func(s string) string {
		if translated, ok := texts[s]; ok {
			return translated
		}
		return s
	})
	require.NoError(t, err)
	var top map[string]any
	require.NoError(t, json.Unmarshal(raw, &top))
	own := top["factframe"].(map[string]any)
	own["language"] = language
	if words := pseudo(language); words != "" {
		own["words"] = words
	}
	raw, err = json.Marshal(top)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "datapackage.json"), raw, 0o644))
	figures, err := os.ReadFile(filepath.Join(KindPath(kind), "figures.csv"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "figures.csv"), figures, 0o644))
	return folder
}

// pseudo returns the entries of a language that nobody speaks, or "".
func pseudo(language string) string {
	var b strings.Builder
	for _, key := range text.English.Keys() {
		words := text.English.Say(key)
		switch {
		case language == Long && !strings.HasPrefix(key, "cldr.") && key != "direction" && key != "spelt" && len(words) > 3:
			words += strings.Repeat(" ~~", 1+len(words)*2/15)
		case language == Mirrored && key == "direction":
			words = "rtl"
		case language == Mirrored && strings.HasPrefix(key, "cldr.plurals"):
			words = text.In("ar").Say(key)
		case language == Mirrored && strings.HasSuffix(key, "[other]"):
			for _, form := range []string{"zero", "one", "two", "few", "many"} {
				b.WriteString(strings.TrimSuffix(key, "other]") + form + "] = " + words + "\n")
			}
		case language == Mirrored && strings.HasSuffix(key, "[one]"):
			continue
		case language != Long && language != Mirrored:
			return ""
		}
		b.WriteString(key + " = " + words + "\n")
	}
	return b.String()
}
