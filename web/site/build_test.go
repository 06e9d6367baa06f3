package site

import (
	"bytes"
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"factframe/app/state"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// program stands for the real one, which takes a while to build.
var program = &Program{Wasm: []byte("\x00asm"), Brotli: []byte("br"), Gzip: []byte("gz")}

var (
	sharedDir string
	shared    = sync.OnceValue(func() error {
		return Build(Options{Out: filepath.Join(sharedDir, "dist"), Program: program})
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

// built is the site of the default package, built once for all tests that only
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

// A browser must read every page as it was meant: parsing and printing it again
// changes nothing, so no attribute is broken and no element is moved.
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
				path, _, _ := strings.Cut(a.Val, "?")
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
	require.NoError(t, Build(Options{Out: second, Program: program}))
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

func TestAFailedBuildLeavesTheOldSite(t *testing.T) {
	out := built(t)
	before := pages(t, out)
	require.Error(t, Build(Options{Out: out, Program: program, URL: "nonsense"}))
	require.Error(t, Build(Options{Out: out, Program: program, Package: "nowhere"}))
	letter := filepath.Join(out, "oembed") // a file where the build needs a folder, which is found when all is written
	require.NoError(t, os.WriteFile(letter, nil, 0o644))
	require.Error(t, Build(Options{Out: out, Program: program, URL: "https://figures.example/"}))
	require.NoError(t, os.Remove(letter))
	assert.Equal(t, before, pages(t, out))
	entries, err := os.ReadDir(filepath.Dir(out))
	require.NoError(t, err)
	assert.Len(t, entries, 1, "the site, and nothing beside it")
}

func TestAnotherPackage(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Build(Options{Out: filepath.Join(dir, "dist"), Program: program, Package: "../../data/testdata/small.json"}))
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

func TestCommandLine(t *testing.T) {
	tests := []struct {
		name   string
		args   []string
		code   int
		stdout string
		stderr string
	}{
		{"nothing", nil, badUsage, "", "usage: factframe"},
		{"unknown command", []string{"dance"}, badUsage, "", `there is no command "dance"`},
		{"check of the default package", []string{"check"}, ok, "41 printed figures", ""},
		{"check of a folder", []string{"check", "../../data"}, ok, "8 sources", ""},
		{"check of a broken package", []string{"check", "../../data/testdata/invalid/quote-too-long.json"}, failed, "", "has 13 words; keep to 12 words"},
		{"check of what is not there", []string{"check", "nowhere"}, failed, "", "cannot be read"},
		{"check of two", []string{"check", "a", "b"}, badUsage, "", "usage"},
		{"figures that cannot be compared", []string{"compare", "foi-crimes", "npcc-incidents"}, notComparable, "Different things counted: The figure 2,287 counts crimes", ""},
		{"figures to compare with care", []string{"compare", "foi-sussex", "foi-thames-valley"}, comparableWithCare, "Mind what a count shows", ""},
		{"comparable figures", []string{"compare", "foi-lack-of-evidence", "foi-victim-withdrew"}, ok, "1.4 times as many", ""},
		{"a comparison for machines", []string{"compare", "-json", "foi-crimes", "npcc-incidents"}, notComparable, `"verdict": "not-comparable"`, ""},
		{"a figure that is not there", []string{"compare", "foi-crimes", "nothing"}, badUsage, "", `there is no figure "nothing"`},
		{"one figure", []string{"compare", "foi-crimes"}, badUsage, "", "two figures or more"},
		{"serve without a site", []string{"serve", "-dir", "nowhere"}, failed, "", "run make build first"},
		{"build with a stray word", []string{"build", "x"}, badUsage, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			assert.Equal(t, test.code, Main(test.args, &stdout, &stderr))
			assert.Contains(t, stdout.String(), test.stdout)
			assert.Contains(t, stderr.String(), test.stderr)
		})
	}
}

func TestPreviewServer(t *testing.T) {
	dir := built(t)
	handler := Handler(dir)
	for path, want := range map[string][2]string{
		"/outcomes/":                    {"text/html; charset=utf-8", "no-cache"},
		"/" + programName(t, dir):       {"application/wasm", "public, max-age=31536000, immutable"},
		"/data/datapackage.json":        {"application/json", "no-cache"},
		"/data/outcomes.csv":            {"text/csv; charset=utf-8", "no-cache"},
		"/no/such/page/datapackage.txt": {"text/plain; charset=utf-8", ""},
	} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		assert.Equal(t, want[0], w.Header().Get("Content-Type"), path)
		if want[1] != "" {
			assert.Equal(t, want[1], w.Header().Get("Cache-Control"), path)
		}
	}
}

func programName(t *testing.T, dir string) string {
	names, err := filepath.Glob(filepath.Join(dir, "app.*.wasm"))
	require.NoError(t, err)
	require.Len(t, names, 1)
	return filepath.Base(names[0])
}

func TestListenTakesTheNextFreePort(t *testing.T) {
	first, err := Listen(18080)
	require.NoError(t, err)
	defer first.Close()
	second, err := Listen(18080)
	require.NoError(t, err)
	defer second.Close()
	assert.NotEqual(t, first.Addr().String(), second.Addr().String())
}
