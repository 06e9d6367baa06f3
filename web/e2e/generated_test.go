package e2e

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"factframe/data/datatest"
	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// samples is the number of generated packages checked in a browser.
const samples = 12

// samplePages returns the addresses of the views of generated packages, from fixed seeds,
// and of tiny ones. Their sites are built once.
func samplePages(t *testing.T) []string {
	t.Helper()
	buildSamples.Do(func() {
		for seed := range samples {
			generated := datatest.Package().Example(seed)
			if len(generated.Package.Figures) > 60 {
				continue // writing a card for each takes too long
			}
			var views []string
			for _, v := range generated.Package.Views {
				views = append(views, v.ID)
			}
			buildSample(t, fmt.Sprint("generated-", seed), generated.JSON, views...)
		}
		for _, name := range []string{"bar-both-ways", "bar-all-negative", "bar-less-than-both-ways", "bar-interval", "bar-thousands", "bar-large", "bar-tiny-decimals", "bar-long-names", "bar-groups", "bar-one-of", "dot", "dumbbell", "stack", "slope", "area", "line-negative", "line-days"} {
			buildSample(t, name, datatest.TinyJSON(t, name), "view")
		}
	})
	require.NotEmpty(t, samplesBuilt)
	return samplesBuilt
}

var (
	buildSamples sync.Once
	samplesBuilt []string
)

func buildSample(t *testing.T, name string, raw []byte, views ...string) {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), raw, 0o644))
	out := filepath.Join(filepath.Dir(dist), "kinds", name)
	require.NoError(t, os.MkdirAll(filepath.Dir(out), 0o755))
	require.NoError(t, cli.Build(cli.Options{Package: dir, Out: out, Program: program}))
	for _, v := range views {
		samplesBuilt = append(samplesBuilt, "kinds/"+name+"/"+v+"/")
	}
}

// For any package, at four widths, every value in its pictures is visible, no texts
// overlap, and axe reports no violations.
func TestGeneratedPackagesFit(t *testing.T) {
	t.Parallel()
	pages := samplePages(t)
	inEachFont(t, func(t *testing.T, browser context.Context) {
		b := framedIn(t, browser, "generated", pages...)
		for _, width := range []int{300, 360, 500, 760} {
			b.do(fmt.Sprintf(`wide(%d)`, width))
			for i, address := range pages {
				assert.Empty(t, eval[[]string](b, fmt.Sprintf(`(`+boxes+`)(frames[%d])`, i)), "%s at %d px", address, width)
				assert.Empty(t, eval[[]string](b, fmt.Sprintf(`(`+valuesInSight+`)(frames[%d])`, i)), "%s at %d px", address, width)
				assert.LessOrEqual(t, eval[int](b, fmt.Sprintf(`frames[%d].document.documentElement.scrollWidth - frames[%[1]d].innerWidth`, i)), 0, "%s at %d px: scrolls sideways", address, width)
			}
		}
	})
}

// valuesInSight returns the bars of a frame whose value is not visible.
const valuesInSight = `(frame) => [...frame.document.querySelectorAll(".strips .strip")]
	.filter((strip) => strip.checkVisibility() && ![...strip.querySelectorAll(".n b, .inside, .value, .v, .tick, .on, .what b")].some((each) => each.textContent.trim() && each.checkVisibility() && !each.matches(".hidden:not(.inside)") && each.getBoundingClientRect().width > 1))
	.map((strip) => "no value is in sight: " + strip.textContent).slice(0, 5)`

// servedTiny builds a tiny package and serves its site.
func servedTiny(t *testing.T, name string) *httptest.Server {
	t.Helper()
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "dist")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), datatest.TinyJSON(t, name), 0o644))
	require.NoError(t, cli.Build(cli.Options{Package: dir, Out: out, Program: program}))
	server := httptest.NewServer(cli.Handler(out))
	t.Cleanup(server.Close)
	return server
}
