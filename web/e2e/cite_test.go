package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const clipboard = `Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.copied = text; } } })`

// copied clicks a link of Share and returns what it copies.
func (b *tab) copied(selector string) string {
	b.t.Helper()
	b.do(`globalThis.copied = "", document.querySelector("` + selector + `").click()`)
	b.until(`copied`)
	return eval[string](b, `copied`)
}

// A copied citation has the number with its qualifier, what was counted, who was covered, when,
// the source, the address, the version, the day, and the caution. Other programs read it.
func TestACopiedCitationIsComplete(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760)
	dir := t.TempDir()
	today := time.Now()
	for _, test := range []struct {
		address, title string
		says           []string
	}{
		{"figure/foi-charge-or-caution-estimate/", "About 137 cases ended in a charge or formal caution", []string{"(126 to 148)", "26 police forces that answered", "April 2015 to March 2016", "Calculated:", "The Sun on Sunday", "Take care:"}},
		{"outcomes/", "More than one crime in five ended because action was not in the public interest", []string{"How 2,287 crimes", "The Sun on Sunday", "Not a UK total: 26 forces answered, 15 did not."}},
		{"outcomes/?unit=percent&outcome=other-agency,lack-of-evidence", "Outcomes: Lack of evidence and Another agency acted", []string{"2 of 7 shown", "The Sun on Sunday"}},
	} {
		b.open(test.address)
		b.until(`globalThis.factframeWrite`)
		b.do(clipboard)
		if strings.Contains(test.address, "?") {
			b.until(running)
		}
		url := host.URL + "/" + test.address
		plain := b.copied("[data-take=plain]")
		for _, words := range append(test.says, "version "+figures.Version, url, "accessed "+today.Format("2 January 2006"), figures.Title) {
			assert.Contains(t, plain, words, test.address)
		}
		assert.Contains(t, b.copied("[data-take=html]"), `<a href="`+strings.ReplaceAll(url, "&", "&amp;"), test.address)
		assert.Contains(t, b.copied("[data-take=markdown]"), "<"+url, test.address)
		for _, format := range []string{"bibtex", "csl-json"} {
			file := filepath.Join(dir, "citation")
			require.NoError(t, os.WriteFile(file, []byte(b.copied("[data-take="+format+"]")), 0o644))
			out, err := exec.Command("node", "citations.mjs", file).CombinedOutput()
			require.NoError(t, err, "%s: %s", format, out)
			var read map[string]string
			require.NoError(t, json.Unmarshal(out, &read), string(out))
			assert.Equal(t, strings.ToLower(test.title), strings.ToLower(read["title"]), "%s: %s", test.address, format)
			assert.True(t, strings.HasPrefix(read["url"], url), "%s: %s: %s", test.address, format, read["url"])
			assert.Equal(t, figures.Version, read["version"], format)
			assert.Equal(t, fmt.Sprintf("%d-%d-%d", today.Year(), today.Month(), today.Day()), read["accessed"], format)
			assert.Contains(t, read["note"], test.says[len(test.says)-1][:8], "%s: the caution travels along", format)
		}
	}
	b.open("outcomes/").do(clipboard)
	b.do(`document.querySelector(".strip").click()`)
	b.until(`document.querySelector(".receipt .links")`)
	assert.Contains(t, b.copied(".receipt [data-take]"), "493 cases", "in a receipt, that of its figure")
}
