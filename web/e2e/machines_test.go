package e2e

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"factframe/app/state"
	"factframe/data/datatest"
	"factframe/web/cli"
	"factframe/web/site"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a site has for search engines, catalogues and citation tools follows the published
// vocabularies: that of the default package, of a large one and of a generated one.
func TestProgramsUnderstandASite(t *testing.T) {
	t.Parallel()
	dir, err := public()
	require.NoError(t, err)
	sites := []string{dir}
	for name, raw := range map[string][]byte{"generated": datatest.Package().Example(3).JSON, "small": datatest.TinyJSON(t, "bar-corrected")} {
		at, out := t.TempDir(), filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(filepath.Join(at, "datapackage.json"), raw, 0o644))
		require.NoError(t, cli.Build(cli.Options{Package: at, Out: out, Program: program, URL: "https://figures.example/"}))
		sites = append(sites, out)
	}
	for _, dir := range sites {
		out, err := exec.Command("node", "machines.mjs", dir).CombinedOutput()
		require.NoError(t, err, "run npm ci in web/e2e, or make test: %s", out)
		assert.Empty(t, string(out), dir)
	}
}

// The sitemap lists every page once, and every address in it is a page.
func TestSitemap(t *testing.T) {
	t.Parallel()
	dir, err := public()
	require.NoError(t, err)
	content, err := os.ReadFile(filepath.Join(dir, site.SitemapFile))
	require.NoError(t, err)
	var list struct {
		Pages []struct {
			Address string `xml:"loc"`
		} `xml:"url"`
	}
	require.NoError(t, xml.Unmarshal(content, &list))
	seen := map[string]bool{}
	for _, page := range list.Pages {
		assert.False(t, seen[page.Address], page.Address)
		seen[page.Address] = true
		path := page.Address[len("https://figures.example/x/"):]
		assert.FileExists(t, filepath.Join(dir, filepath.FromSlash(path), "index.html"))
	}
	assert.Len(t, seen, len(state.Prerendered(figures)))
}
