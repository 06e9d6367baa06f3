package cli

import (
	"bytes"
	"io/fs"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"factframe/web/site"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program replaces the real program, which takes a while to build. Like the real one,
// it contains the default package.
var program = &site.Program{Wasm: append([]byte("\x00asm"), carriedByProgram()...), Brotli: []byte("br"), Gzip: []byte("gz")}

func carriedByProgram() []byte {
	p, raw, err := packageOf("")
	if err != nil {
		panic(err)
	}
	carried, err := site.Carried(site.Input{Package: p, JSON: raw})
	if err != nil {
		panic(err)
	}
	return carried
}

// built returns a folder with the site of the default package, with no other files
// next to it.
func built(t *testing.T) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, Build(Options{Out: out, Program: program}))
	return out
}

// contents returns the content of each file below a folder, by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	list := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		list[filepath.ToSlash(name)] = string(content)
		return err
	}))
	return list
}

func TestAFailedBuildLeavesTheOldSite(t *testing.T) {
	out := built(t)
	before := contents(t, out)
	require.Error(t, Build(Options{Out: out, Program: program, URL: "nonsense"}))
	require.Error(t, Build(Options{Out: out, Program: program, Package: "nowhere"}))
	letter := filepath.Join(out, "oembed") // a file where the build needs a folder: this fails only when all files are written
	require.NoError(t, os.WriteFile(letter, nil, 0o644))
	require.Error(t, Build(Options{Out: out, Program: program, URL: "https://figures.example/"}))
	require.NoError(t, os.Remove(letter))
	assert.True(t, maps.Equal(before, contents(t, out)), "a file has changed")
	entries, err := os.ReadDir(filepath.Dir(out))
	require.NoError(t, err)
	assert.Len(t, entries, 1, "only the site is there")
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
		{"unknown command", []string{"dance"}, badUsage, "", `unknown command "dance"`},
		{"check of the default package", []string{"check"}, ok, "41 printed figures", ""},
		{"check of a folder", []string{"check", "../../data"}, ok, "8 sources", ""},
		{"check of a broken package", []string{"check", "../../data/testdata/invalid/quote-too-long.json"}, failed, "", "has 13 words; use at most 12 words"},
		{"check of a missing folder", []string{"check", "nowhere"}, failed, "", "cannot be read"},
		{"check of two", []string{"check", "a", "b"}, badUsage, "", `unexpected argument "b" (flags must come before arguments)`},
		{"figures that cannot be compared", []string{"compare", "foi-crimes", "npcc-incidents"}, notComparable, "Different things counted: The figure 2,287 counts crimes", ""},
		{"figures to compare with care", []string{"compare", "foi-sussex", "foi-thames-valley"}, comparableWithCare, "What this count does not show", ""},
		{"comparable figures", []string{"compare", "foi-lack-of-evidence", "foi-victim-withdrew"}, ok, "1.4 times as many", ""},
		{"a comparison for machines", []string{"compare", "-json", "foi-crimes", "npcc-incidents"}, notComparable, `"verdict": "not-comparable"`, ""},
		{"an unknown figure", []string{"compare", "foi-crimes", "nothing"}, badUsage, "", `unknown figure "nothing"`},
		{"compare in a missing package", []string{"compare", "-package", "nowhere", "a", "b"}, failed, "", "cannot be read"},
		{"version", []string{"version"}, ok, "factframe " + Version + ", built with go", ""},
		{"version with an argument", []string{"version", "x"}, badUsage, "", `"x"`},
		{"one figure", []string{"compare", "foi-crimes"}, badUsage, "", "at least two figure ids"},
		{"diff of a package with itself", []string{"diff", "../../data", "../../data"}, ok, "No figure, picture or verdict changed.", ""},
		{"diff of two packages", []string{"diff", "../../data/testdata/small.json", "../../data"}, somethingChanged, "added", ""},
		{"diff for machines", []string{"diff", "-json", "../../data/testdata/small.json", "../../data"}, somethingChanged, `"how": "added"`, ""},
		{"diff of one package", []string{"diff", "../../data"}, badUsage, "", "give two packages"},
		{"diff with a missing package", []string{"diff", "../../data", "nowhere"}, failed, "", "cannot be read"},
		{"help", []string{"help"}, ok, "usage: factframe", ""},
		{"help as a flag", []string{"--help"}, ok, "usage: factframe", ""},
		{"help of a command", []string{"help", "build"}, ok, "factframe build -package figures", ""},
		{"help of an unknown command", []string{"help", "dance"}, badUsage, "", `unknown command "dance"`},
		{"help within a command", []string{"build", "-h"}, ok, "", "the folder to write"},
		{"an unknown flag", []string{"build", "-colour"}, badUsage, "", "not defined: -colour"},
		{"schema", []string{"schema"}, ok, "2020-12/schema", ""},
		{"reference", []string{"schema", "-reference"}, ok, "# Every field of a package", ""},
		{"serve without a site", []string{"serve", "-dir", "nowhere"}, failed, "", "does not contain a built site"},
		{"build with an extra argument", []string{"build", "x", "y"}, badUsage, "", "factframe help build"},
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

// A file that is not a program is refused. If a program does not contain the default
// package, its pages fetch it.
func TestBuildingWithAProgram(t *testing.T) {
	dir := t.TempDir()
	table, neutral := filepath.Join(dir, "table.csv"), filepath.Join(dir, "app.wasm")
	require.NoError(t, os.WriteFile(table, []byte("a,b\n1,2\n"), 0o644))
	require.NoError(t, os.WriteFile(neutral, []byte("\x00asm\x01\x00\x00\x00"), 0o644))
	var stdout, stderr bytes.Buffer
	out := filepath.Join(dir, "dist")
	assert.Equal(t, failed, Main([]string{"build", "-wasm", table, "-out", out}, &stdout, &stderr))
	assert.Contains(t, stderr.String(), "table.csv is not a WebAssembly program")
	assert.NoDirExists(t, out)

	require.Equal(t, ok, Main([]string{"build", "-wasm", neutral, "-out", out}, &stdout, &stderr), stderr.String())
	page, err := os.ReadFile(filepath.Join(out, "outcomes", "index.html"))
	require.NoError(t, err)
	assert.Regexp(t, `data-package="data/package\.[0-9a-f]{12}\.json"`, string(page))
	assert.Contains(t, contents(t, built(t))["outcomes/index.html"], `data-package=""`, "a program that contains the package")
}
