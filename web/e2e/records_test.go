package e2e

import (
	"net/http/httptest"
	"path/filepath"
	"testing"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// In a package with totals of records, pages and program show the same, and a total for
// one force is described as such.
func TestRecordsAreAddedUpInTheBrowser(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, cli.Build(cli.Options{Package: "../../data/testdata/records.json", Out: out, Program: program}))
	server := httptest.NewServer(cli.Handler(out))
	t.Cleanup(server.Close)

	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/outcomes/force-north/")
	page := eval[string](b, panelHTML)
	assert.Contains(t, page, "North, of two forces")
	assert.Contains(t, page, "Added up from three published counts; percentages are of the 50 cases shown.")
	assert.Contains(t, page, "not printed", "an unpublished value is not shown as zero")

	b.visit(server.URL + "/outcomes/").start()
	b.do(`[...document.querySelectorAll(".only")].find((a) => a.getAttribute("aria-label") === "Only North").click()`)
	b.until(`location.pathname === "/outcomes/force-north/" && document.querySelector(".says").textContent.includes("North, of two forces")`)
	same(t, page, eval[string](b, panelHTML), "page and program")

	b.do(`document.querySelector('input[value="unknown"]').click()`)
	b.until(`location.search === "?force=north&outcome=charged,dropped" && document.querySelectorAll(".strip").length === 2`)
	assert.Equal(t, 0.0, eval[float64](b, `document.querySelectorAll(".picture a").length`), "a total that depends on filters has no permanent address")
}
