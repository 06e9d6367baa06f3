package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sitesBeforeAndAfter returns the folders of two builds of the same table, before and
// after a number was corrected from 100 to 200.
func sitesBeforeAndAfter(t *testing.T) (before, after string) {
	t.Helper()
	build := func(cases string) string {
		dir := t.TempDir()
		table := filepath.Join(dir, "table.csv")
		require.NoError(t, os.WriteFile(table, []byte("Team,Cases\nNorth,"+cases+"\nSouth,8\nEast,5\n"), 0o644))
		figures, out := filepath.Join(dir, "figures"), filepath.Join(dir, "dist")
		code := cli.Main([]string{"new", "-from", table, "-out", figures, "-title", "Cases", "-source", "An office", "-published", "2024"}, io.Discard, os.Stderr)
		require.Zero(t, code)
		require.NoError(t, cli.Build(cli.Options{Package: figures, Out: out, Program: program}))
		return out
	}
	before = build("100")
	time.Sleep(time.Second) // hosts compare modification times in seconds
	return before, build("200")
}

// After a correction an article on the same site shows the new figures at once, even if
// a tab keeps the old version alive. Offline or with a slow network it shows the copy.
// The test does not run in parallel, because a busy machine looks like a slow network.
func TestAFrameShowsACorrection(t *testing.T) {
	before, after := sitesBeforeAndAfter(t)
	var dir atomic.Value
	var slow atomic.Bool
	dir.Store(before)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/article":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, `<!doctype html><title>An article</title><fact-frame src="/cases/" title="t"></fact-frame><script src="/embed.js"></script>`)
		case dir.Load() == "" && r.URL.Path != "/embed.js":
			panic(http.ErrAbortHandler)
		case dir.Load() == "":
			cli.Handler(after).ServeHTTP(w, r)
		case slow.Load() && r.URL.Path == "/cases/":
			select {
			case <-r.Context().Done():
			case <-time.After(10 * time.Second):
			}
		default:
			cli.Handler(dir.Load().(string)).ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	b := newTabOfItsOwn(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.allowed = []string{`"factframe:"  `}
	b.visit(server.URL + "/")
	b.untilKept()
	shows := func(number string) {
		article := b.beside()
		article.visit(server.URL + "/article")
		article.until(frame + `?.contentDocument?.querySelector(".n b")?.textContent === "` + number + `"`)
	}
	shows("100")
	dir.Store(after)
	shows("200")
	slow.Store(true)
	begun := time.Now()
	shows("100") // the copy
	assert.Less(t, time.Since(begun), 5*time.Second)
	slow.Store(false)
	shows("200")
	dir.Store("")
	shows("100") // the copy
}
