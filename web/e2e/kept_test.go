package e2e

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mostKept is the largest page to keep, in bytes, so that it can be sent by mail.
const mostKept = 150_000

// Every view and table, and pages of other packages, can be kept as one small file, without scripts
// and without an address that would be requested. It opens from disk with the same heading.
func TestPagesToKeep(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := newTab(t, 760)
	b.hosts = append(b.hosts, "file:")
	var addresses []string
	for i, address := range append(kindPages(t), samplePages(t)...) {
		if i%4 == 0 {
			addresses = append(addresses, address)
		}
	}
	for _, v := range figures.Views {
		addresses = append(addresses, v.ID+"/", v.ID+"/table/")
	}
	for i, address := range append(addresses, "figure/foi-crimes/", "compare/?figures=foi-crimes,npcc-incidents") {
		b.open(address)
		b.until(`globalThis.factframeWrite`)
		if strings.Contains(address, "?") {
			b.until(running)
		}
		b.do(`globalThis.kept = undefined, URL.createObjectURL = (blob) => (blob.text().then((text) => { kept = text }), "#kept")`)
		b.do(`document.querySelector("[data-take=keep]").click()`)
		b.until(`kept`)
		kept, shown := eval[string](b, `kept`), eval[string](b, `document.querySelector(".view h1, h1").textContent`)
		assert.Less(t, len(kept), mostKept, address)
		assert.NotContains(t, kept, "<script", address)
		assert.NotRegexp(t, `(?i) src="https?:|<link rel="[^i]|@import|url\(["']?https?:`, kept, address)
		if i%5 > 0 {
			continue
		}
		file := filepath.Join(dir, fmt.Sprintf("%d.html", i))
		require.NoError(t, os.WriteFile(file, []byte(kept), 0o644))
		b.visit((&url.URL{Scheme: "file", Path: file}).String())
		assert.Equal(t, shown, eval[string](b, `document.querySelector("h1").textContent`), address)
		assert.Equal(t, 0, eval[int](b, `performance.getEntriesByType("resource").length`), address)
		assert.Regexp(t, `\S \d.*\S · \S`, eval[string](b, `document.querySelector(".copy").textContent`), "%s: version, day and a link", address)
		assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth - innerWidth`), 0, "%s: scrolls sideways", address)
	}
}
