package site

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"factframe/app/state"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/web/publish"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// program replaces the real program, which takes a while to build. Like the real one,
// it contains the default package.
var program = &Program{Wasm: append([]byte("\x00asm"), carried()...), Brotli: []byte("br"), Gzip: []byte("gz")}

func carried() []byte {
	p, err := check.Bytes(data.DefaultFile, data.DefaultJSON)
	if err != nil {
		panic(err)
	}
	raw, err := Carried(Input{Package: p, JSON: data.DefaultJSON})
	if err != nil {
		panic(err)
	}
	return raw
}

var (
	sharedDir string
	shared    = sync.OnceValue(func() error {
		return write(filepath.Join(sharedDir, "dist"), "", "")
	})
)

func TestMain(m *testing.M) {
	var err error
	if sharedDir, err = os.MkdirTemp("", "factframe-site"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(sharedDir)
	os.Exit(code)
}

// write publishes a site as the command line does, from the path of a package; empty
// for the default package.
func write(out, path, address string) error {
	in := Input{JSON: data.DefaultJSON, Program: program, URL: address}
	var err error
	if path == "" {
		in.Package, err = check.Bytes(data.DefaultFile, data.DefaultJSON)
	} else {
		in.Package, in.JSON, err = check.File(path)
	}
	if err != nil {
		return err
	}
	folder, err := publish.Open(out, io.Discard)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := Write(folder, in); err != nil {
		return err
	}
	return folder.Commit()
}

// built returns the site of the default package, built once for all tests that only
// read it.
func built(t *testing.T) string {
	t.Helper()
	require.NoError(t, shared())
	return filepath.Join(sharedDir, "dist")
}

func pages(t *testing.T, dir string) map[string]string {
	t.Helper()
	list := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".html") {
			content, err := os.ReadFile(path)
			require.NoError(t, err)
			name, _ := filepath.Rel(dir, path)
			list[filepath.ToSlash(name)] = string(content)
		}
		return err
	}))
	return list
}

// Browsers parse every page as written: parsing and printing it again changes nothing,
// so no attribute is broken and no element moves.
func TestPagesParseAsTheyWereMeant(t *testing.T) {
	for name, content := range pages(t, built(t)) {
		doc, err := html.Parse(strings.NewReader(content))
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, html.Render(&b, doc))
		want := strings.NewReplacer("&quot;", `"`, "&#34;", `"`, "&#39;", "'", "&nbsp;", "\u00a0", "&gt;", ">", "\n", "").Replace(content)
		got := strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&gt;", ">", `=""`, "", "/>", ">", "\n", "").Replace(b.String())
		want = strings.ReplaceAll(want, `=""`, "")
		require.True(t, want == got, "%s: parsed as something else near …%s…", name, firstDifference(want, got))
	}
}

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[max(0, i-60):min(len(a), i+60)]
		}
	}
	return "the end"
}

func TestPagesLinkOnlyToWhatIsThere(t *testing.T) {
	dir := built(t)
	for name, content := range pages(t, dir) {
		doc, err := html.Parse(strings.NewReader(content))
		require.NoError(t, err)
		base := filepath.Dir(name)
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				if a.Key != "href" && a.Key != "src" || strings.Contains(a.Val, ":") {
					continue
				}
				path, _, _ := strings.Cut(a.Val, "#")
				path, _, _ = strings.Cut(path, "?")
				assert.False(t, strings.HasPrefix(path, "/"), "%s: %s is not relative", name, a.Val)
				target := filepath.Join(dir, base, filepath.FromSlash(path))
				if n.Data == "base" {
					base = filepath.Join(base, filepath.FromSlash(path))
				}
				if strings.HasSuffix(path, "/") {
					target = filepath.Join(target, "index.html")
				}
				assert.FileExists(t, target, "%s links to %s", name, a.Val)
			}
		}
	}
}

func TestBuildIsReproducible(t *testing.T) {
	first, second := built(t), filepath.Join(t.TempDir(), "dist")
	require.NoError(t, write(second, "", ""))
	require.NoError(t, filepath.WalkDir(first, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(first, path)
		a, _ := os.ReadFile(path)
		b, err := os.ReadFile(filepath.Join(second, name))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(a, b), "%s differs between two builds", name)
		return nil
	}))
}

func TestAnotherPackage(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, write(filepath.Join(dir, "dist"), "../../data/testdata/small.json", ""))
	page, err := os.ReadFile(filepath.Join(dir, "dist", "outcomes", "index.html"))
	require.NoError(t, err)
	assert.Contains(t, string(page), "Most of 2,287 crimes were dropped")
	assert.Regexp(t, `data-package="data/package\.[0-9a-f]{12}\.json"`, string(page))
}

func TestEveryFigureAndStateHasAPage(t *testing.T) {
	dir := built(t)
	p := datatest.Default(t)
	for _, s := range state.Prerendered(p) {
		assert.FileExists(t, filepath.Join(dir, filepath.FromSlash(s.Address()), "index.html"))
	}
}
