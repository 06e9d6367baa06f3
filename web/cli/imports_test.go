package cli

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"factframe/data/datatest"
	"factframe/web/goapp"
	"factframe/web/site"
)

const (
	goApp   = goapp.Module + "/pkg/app"
	factApp = "factframe/app"
)

// allowed lists what each package may import besides the standard library, and why.
var allowed = map[string]struct {
	imports []string
	why     string
}{
	"factframe":                  {[]string{factApp, "factframe/web/cli"}, "main only connects the widget and the command line"},
	"factframe/app":              {[]string{"factframe/app/export", "factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/data", "factframe/data/load", "factframe/data/table", goApp}, "the running program only mounts pages and handles the reader's choices"},
	"factframe/app/page":         {[]string{"factframe/app/chart", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/compare", "factframe/data/table", goApp}, "parts of a page are prerendered without the program"},
	"factframe/app/export":       {[]string{"factframe/app/chart", "factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/table"}, "exported files contain what a page shows"},
	"factframe/app/diff":         {[]string{"factframe/app/chart", "factframe/app/export", "factframe/app/say", "factframe/app/state", "factframe/data", "factframe/data/compare", "factframe/data/table"}, "two versions are compared without a page"},
	"factframe/app/chart":        {[]string{"factframe/app/say", "factframe/app/scale", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/compare", "factframe/data/table"}, "geometry runs without a browser"},
	"factframe/app/say":          {[]string{"factframe/app/state", "factframe/app/text", "factframe/data", "factframe/data/compare", "factframe/data/table"}, "sentences are made without a page or a picture"},
	"factframe/app/state":        {[]string{"factframe/data", "factframe/data/table"}, "a state is read only from an address"},
	"factframe/app/scale":        {nil, "scales are plain values"},
	"factframe/app/svg":          {nil, "drawings are plain values"},
	"factframe/app/text":         {nil, "the catalogue does not depend on the data model, so that translators can read it by itself"},
	"factframe/data":             {[]string{"factframe/app/text"}, "the model is part of the program for browsers, where every import adds to the download"},
	"factframe/data/table":       {[]string{"factframe/data"}, "tables are made in a browser too"},
	"factframe/data/load":        {[]string{"factframe/app/text", "factframe/data"}, "packages are loaded in a browser too"},
	"factframe/data/compare":     {[]string{"factframe/data"}, "verdicts depend on figures, not on pages and pictures"},
	"factframe/data/colour":      {[]string{"github.com/lucasb-eyer/go-colorful"}, "colours are chosen when a site is built"},
	"factframe/data/translation": {[]string{"factframe/app/text", "factframe/data", "factframe/data/format", "factframe/data/load"}, "a browser loads a package in one language"},
	"factframe/data/check":       {[]string{"factframe/app/text", "factframe/data", "factframe/data/colour", "factframe/data/compare", "factframe/data/load", "factframe/data/table", "factframe/data/translation", "golang.org/x/text/language"}, "validation never reaches a browser"},
	"factframe/app/figuretest":   {[]string{"factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/data", "factframe/data/compare", "factframe/data/check", "factframe/data/table", "github.com/stretchr/testify/assert", "github.com/stretchr/testify/require"}, "tests of figures need no site and no browser"},
	"factframe/data/format":      {[]string{"factframe/data", "github.com/google/jsonschema-go/jsonschema"}, "the format of a file is described without reading one"},
	"factframe/data/read":        {[]string{"factframe/app/text", "factframe/data", "factframe/data/check", "factframe/data/format", "factframe/data/load", "github.com/xuri/excelize/v2", "golang.org/x/net/html/charset", "golang.org/x/text/encoding", "golang.org/x/text/encoding/charmap", "golang.org/x/text/encoding/unicode", "golang.org/x/text/unicode/norm"}, "tables become packages without a page or a picture"},
	"factframe/data/draft":       {[]string{"factframe/app/text", "factframe/data", "factframe/data/format", "factframe/data/load", "factframe/data/read"}, "a draft is a value that can be stored and undone"},
	"factframe/app/maker":        {[]string{"factframe/app/text", "factframe/data/draft", "factframe/data/format", "factframe/data/read", goApp}, "the page that makes panels only shows a draft and what a worker answers"},
	"factframe/web/maker":        {[]string{"factframe/app/chart", "factframe/app/diff", "factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/check", "factframe/data/compare", "factframe/data/draft", "factframe/data/format", "factframe/data/load", "factframe/data/read", "factframe/data/table", "factframe/web/site"}, "the work behind the page that makes panels needs no page"},
	"factframe/web/maker/page":   {[]string{"factframe/app/maker", "factframe/app/text", "factframe/data/draft", "factframe/data/read", "factframe/web", "factframe/web/goapp", "factframe/web/goapp/render", "factframe/web/maker", "factframe/web/site", goApp}, "a folder of files is made without a process"},
	"factframe/web/site":         {[]string{factApp, "factframe/app/chart", "factframe/app/export", "factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/colour", "factframe/data/table", "factframe/data/translation", "factframe/web", "factframe/web/goapp", "factframe/web/goapp/render", "eliasnaur.com/font/noto/sans/arabic/bold", "eliasnaur.com/font/noto/sans/arabic/regular", "github.com/andybalholm/brotli", "github.com/go-text/typesetting/di", "github.com/go-text/typesetting/font", "github.com/go-text/typesetting/font/opentype", "github.com/go-text/typesetting/language", "github.com/go-text/typesetting/shaping", "github.com/tdewolff/minify/v2", "github.com/tdewolff/minify/v2/css", "github.com/tdewolff/minify/v2/js", "golang.org/x/image/font", "golang.org/x/image/font/gofont/gobold", "golang.org/x/image/font/gofont/goregular", "golang.org/x/image/font/opentype", "golang.org/x/image/math/fixed", "golang.org/x/image/vector", "golang.org/x/net/html"}, "a site is made without a process, a network or a file system"},
	"factframe/web":              {nil, "it only contains files to serve"},
	"factframe/web/goapp":        {[]string{goApp, "factframe/web/goapp/render", "github.com/bluekeyes/go-gitdiff/gitdiff"}, "code about the inside of go-app does not depend on packages and pages"},
	"factframe/web/goapp/render": {nil, "go-app imports it"},
	"factframe/web/publish":      {[]string{"github.com/gofrs/flock"}, "code that could lose somebody's files must be small enough to review by itself"},
}

func TestWhoImportsWhom(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "factframe/...").Output()
	require.NoError(t, err)
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		rule, ok := allowed[fields[0]]
		if !ok {
			continue
		}
		for _, imported := range fields[1:] {
			outside := strings.Contains(imported, ".") || strings.HasPrefix(imported, "factframe")
			if outside && !slices.Contains(rule.imports, imported) {
				t.Errorf("%s must not import %s: %s", fields[0], imported, rule.why)
			}
		}
	}
}

// Package site uses no files, processes or network, so that it also runs in a browser.
func TestASiteIsMadeWithoutTheSystem(t *testing.T) {
	build := exec.Command("go", "list", "-f", "{{join .Imports \" \"}}", "factframe/web/site")
	out, err := build.Output()
	require.NoError(t, err)
	for _, unwanted := range []string{"os", "os/exec", "net", "net/http", "path/filepath"} {
		assert.NotContains(t, strings.Fields(string(out)), unwanted)
	}
	compile := exec.Command("go", "build", "-o", os.DevNull, "factframe/web/site")
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	message, err := compile.CombinedOutput()
	assert.NoError(t, err, "%s", message)
}

// The program that readers download contains neither the command line nor the generator
// nor the server, and little of the standard library: fmt and os would add 50 kB.
func TestWhatStaysOutOfTheProgram(t *testing.T) {
	work, err := goapp.Patched(t.TempDir())
	require.NoError(t, err)
	list := exec.Command("go", "list", "-deps", "factframe")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK="+work)
	out, err := list.Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	for _, unwanted := range []string{"factframe/web", "factframe/data/check", "factframe/data/read", "factframe/data/format", "flag", "fmt", "os", "os/exec", "encoding/csv", "github.com/andybalholm/brotli", "github.com/lucasb-eyer/go-colorful", "golang.org/x/net/html"} {
		assert.NotContains(t, deps, unwanted)
	}
}

// sizeBudget is the limit for the download of the program, in bytes as brotli.
const sizeBudget = 1_070_000

func TestSizeOfTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program, which takes a while")
	}
	wasm, err := Compiled(Neutral, Stripped)
	require.NoError(t, err)
	size := len(site.NewProgram(wasm, "", "").Brotli)
	t.Logf("program: %d bytes, %d as brotli, of %d", len(wasm), size, sizeBudget)
	assert.LessOrEqual(t, size, sizeBudget, "run make size and make weigh to see what was added")
	for _, word := range datatest.OwnWords(t) {
		assert.False(t, bytes.Contains(wasm, []byte(word)), "the program that all packages share contains %q, from the default package", word)
	}
	own, err := Compiled(HoldsDefault, Stripped)
	require.NoError(t, err)
	assert.LessOrEqual(t, len(site.NewProgram(own, "", "").Brotli), sizeBudget, "with the default package")
	again, err := Compiled(Neutral, Stripped)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(wasm, again), "two builds of one commit differ")
}
