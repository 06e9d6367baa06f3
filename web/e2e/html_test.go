package e2e

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// public builds the site with a public address, once, and returns its folder.
var public = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(filepath.Dir(dist), "public")
	return dir, cli.Build(cli.Options{Out: dir, Program: program, URL: "https://figures.example/x/"})
})

// Every page passes html-validate with all recommended rules.
func TestEveryPageIsValid(t *testing.T) {
	t.Parallel()
	dir, err := public()
	require.NoError(t, err)
	args := []string{"validate.mjs"}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".html") {
			args = append(args, path)
		}
		return err
	}))
	require.Greater(t, len(args), 100)
	out, err := exec.Command("node", args...).CombinedOutput()
	require.NoError(t, err, "run npm ci in web/e2e, or make test: %s", out)
	assert.Empty(t, string(out))
}

// A copied table has one line per row and tabs between cells, so that it can be pasted
// into a spreadsheet or an e-mail.
func TestACopiedTableIsATable(t *testing.T) {
	t.Parallel()
	for _, v := range figures.Views {
		b := newTab(t, 760).open(v.ID + "/table/")
		copied := eval[string](b, `(() => {
			const range = document.createRange();
			range.selectNode(document.querySelector("#numbers tbody"));
			getSelection().removeAllRanges();
			for (const body of document.querySelectorAll("#numbers tbody")) range.setEndAfter(body);
			getSelection().addRange(range);
			return getSelection().toString();
		})()`)
		rows := eval[[][]string](b, `[...document.querySelectorAll("#numbers tbody tr:not([hidden])")].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))`)
		lines := strings.Split(strings.Trim(copied, "\n"), "\n")
		require.Len(t, lines, len(rows), "%s: %q", v.ID, copied)
		for i, line := range lines {
			cells := strings.Split(line, "\t")
			require.Len(t, cells, len(rows[i]), line)
			for j, cell := range cells {
				assert.Equal(t, rows[i][j], strings.TrimSpace(cell), v.ID)
			}
		}
	}
}

// A browser's reader view shows the numbers, the caution and every help line of each
// page.
func TestReaderViews(t *testing.T) {
	t.Parallel()
	var scripts string
	for _, name := range []string{"Readability.js", "Readability-readerable.js"} {
		script, err := os.ReadFile("node_modules/@mozilla/readability/" + name)
		require.NoError(t, err, "run npm ci in web/e2e, or make test")
		scripts += string(script) + "\n"
	}
	addresses := []string{"compare/", "figure/foi-crimes/"}
	for _, v := range figures.Views {
		addresses = append(addresses, v.ID+"/")
	}
	for _, address := range addresses {
		b := newTab(t, 760).open(address)
		text := eval[string](b, `(() => { `+scripts+`;
			if (!isProbablyReaderable(document)) return "no article is offered";
			const article = new Readability(document.cloneNode(true)).parse();
			return article ? article.textContent.replace(/\s+/g, " ") : "no article is found"; })()`)
		for _, help := range figures.Help {
			assert.Contains(t, text, help.Name, address)
			assert.Contains(t, text, help.Phone, address)
		}
		if v := figures.View(strings.TrimSuffix(address, "/")); v != nil {
			assert.Contains(t, text, strings.Split(v.Notes[0], "{")[0], address)
			first := eval[string](b, `document.querySelector(".picture .v, .picture .n, .picture .value, .picture b").textContent.match(/[\d,]+/)[0]`)
			assert.Contains(t, text, first, address)
		}
	}
}
