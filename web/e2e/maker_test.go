package e2e

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// makerFolder returns the page on which people make panels, built once.
var makerFolder = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(filepath.Dir(dist), "make")
	return dir, cli.WriteMaker(dir, false)
})

// A person makes a panel from a pasted table, from an empty browser and without a network,
// publishes it elsewhere, and a reader uses it.
func TestAPersonMakesAPanel(t *testing.T) {
	t.Parallel()
	folder, err := makerFolder()
	require.NoError(t, err)
	for name, path := range engines(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var off atomic.Bool
			page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if off.Load() {
					panic(http.ErrAbortHandler)
				}
				cli.Handler(folder).ServeHTTP(w, r)
			}))
			defer page.Close()
			site := t.TempDir()
			others := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				switch r.URL.Path {
				case "/on", "/off":
					off.Store(r.URL.Path == "/off")
				case "/unpack":
					raw, _ := io.ReadAll(r.Body)
					if err := unpack(raw, site); err != nil {
						http.Error(w, err.Error(), http.StatusBadRequest)
					}
				case "/article":
					w.Header().Set("Content-Type", "text/html")
					io.WriteString(w, `<!doctype html><title>An article</title><iframe src="/" width="100%" height="600"></iframe>`)
				default:
					cli.Handler(site).ServeHTTP(w, r)
				}
			}))
			defer others.Close()
			script(t, "maker.mjs", map[string]string{"MAKER": page.URL + "/", "SWITCH": others.URL, "UNPACK": others.URL + "/unpack", "SITE": others.URL}, name, path)
		})
	}
}

// unpack writes the files of a zip into a folder.
func unpack(raw []byte, folder string) error {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	return os.CopyFS(folder, archive)
}

// filesIn returns the files of a folder by name, without those that a build hides.
func filesIn(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		name, _ := filepath.Rel(folder, path)
		switch {
		case err != nil || name == ".":
			return err
		case entry.IsDir() && entry.Name()[0] == '.':
			return filepath.SkipDir
		case entry.IsDir():
			return nil
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	}))
	assert.NotEmpty(t, files)
	return files
}
