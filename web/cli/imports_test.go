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

// allowed is who may import whom, beside the standard library.
var allowed = map[string]struct {
	imports []string
	why     string
}{
	"factframe":                  {[]string{factApp, "factframe/web/cli"}, "main only joins the widget and the command line"},
	"factframe/app":              {[]string{"factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/data", "factframe/data/load", "factframe/data/table", goApp}, "the running program only mounts pages and takes choices"},
	"factframe/app/page":         {[]string{"factframe/app/chart", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/compare", "factframe/data/table", goApp}, "a part of a page is printed without a program"},
	"factframe/app/export":       {[]string{"factframe/app/chart", "factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/table"}, "files hold what a page shows"},
	"factframe/app/chart":        {[]string{"factframe/app/say", "factframe/app/scale", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/compare", "factframe/data/table"}, "geometry runs without a browser"},
	"factframe/app/say":          {[]string{"factframe/app/state", "factframe/app/text", "factframe/data", "factframe/data/compare", "factframe/data/table"}, "words are said without a page or a picture"},
	"factframe/app/state":        {[]string{"factframe/data", "factframe/data/table"}, "a choice is read from an address and nothing else"},
	"factframe/app/scale":        {nil, "scales are plain values"},
	"factframe/app/svg":          {nil, "drawings are plain values"},
	"factframe/app/text":         {nil, "words know no data model, so that they can be read on their own"},
	"factframe/data":             {nil, "the model is read in a browser, where every import weighs"},
	"factframe/data/table":       {[]string{"factframe/data"}, "a reader's choice is answered in a browser too"},
	"factframe/data/load":        {[]string{"factframe/data"}, "a package is read in a browser too"},
	"factframe/data/compare":     {[]string{"factframe/data"}, "what may be compared is said of figures, without pages and pictures"},
	"factframe/data/colour":      {[]string{"github.com/lucasb-eyer/go-colorful"}, "colours are chosen before a page is read"},
	"factframe/data/check":       {[]string{"factframe/data", "factframe/data/colour", "factframe/data/compare", "factframe/data/load", "factframe/data/table", "golang.org/x/text/language"}, "validation never reaches a browser"},
	"factframe/app/figuretest":   {[]string{"factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/data", "factframe/data/compare", "factframe/data/check", "factframe/data/table", "github.com/stretchr/testify/assert", "github.com/stretchr/testify/require"}, "tests of figures need no site and no browser"},
	"factframe/data/format":      {[]string{"factframe/data", "github.com/google/jsonschema-go/jsonschema"}, "the form of a file is known without reading one"},
	"factframe/data/read":        {[]string{"factframe/data", "factframe/data/check", "factframe/data/format", "factframe/data/load", "github.com/xuri/excelize/v2", "golang.org/x/net/html/charset", "golang.org/x/text/encoding", "golang.org/x/text/encoding/charmap", "golang.org/x/text/encoding/unicode", "golang.org/x/text/unicode/norm"}, "tables become packages without a page or a picture"},
	"factframe/web/site":         {[]string{factApp, "factframe/app/chart", "factframe/app/export", "factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", "factframe/data/colour", "factframe/data/table", "factframe/web", "factframe/web/goapp", "factframe/web/goapp/render", "github.com/andybalholm/brotli", "github.com/tdewolff/minify/v2", "github.com/tdewolff/minify/v2/css", "github.com/tdewolff/minify/v2/js", "golang.org/x/image/font", "golang.org/x/image/font/gofont/gobold", "golang.org/x/image/font/gofont/goregular", "golang.org/x/image/font/opentype", "golang.org/x/image/math/fixed", "golang.org/x/image/vector", "golang.org/x/net/html"}, "a site is made without a process, a network or a file system"},
	"factframe/web":              {nil, "what is served is only files"},
	"factframe/web/goapp":        {[]string{goApp, "factframe/web/goapp/render", "github.com/bluekeyes/go-gitdiff/gitdiff"}, "what knows the inside of go-app knows nothing of packages and pages"},
	"factframe/web/goapp/render": {nil, "go-app imports it"},
	"factframe/web/publish":      {[]string{"github.com/gofrs/flock"}, "what may lose somebody's files is read on its own"},
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
				t.Errorf("%s imports %s, and may not: %s", fields[0], imported, rule.why)
			}
		}
	}
}

// A site is made of bytes and written to whatever takes files, so that it can be
// made in a browser too.
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

// The program that readers download holds neither the command line nor the
// generator nor the server.
func TestWhatStaysOutOfTheProgram(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "factframe")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	for _, unwanted := range []string{"factframe/web", "factframe/data/check", "factframe/data/read", "factframe/data/format", "flag", "os/exec", "encoding/csv", "github.com/andybalholm/brotli", "github.com/lucasb-eyer/go-colorful", "golang.org/x/net/html"} {
		assert.NotContains(t, deps, unwanted)
	}
}

// sizeBudget is what a reader may have to download for the program, in bytes
// as brotli.
const sizeBudget = 1_050_000

func TestSizeOfTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program, which takes a while")
	}
	wasm, err := Compiled(Neutral, Stripped)
	require.NoError(t, err)
	size := len(site.NewProgram(wasm, "", "").Brotli)
	t.Logf("program: %d bytes, %d as brotli, of %d", len(wasm), size, sizeBudget)
	assert.LessOrEqual(t, size, sizeBudget, "run make size and make weigh, and see what came in")
	for _, word := range datatest.OwnWords(t) {
		assert.False(t, bytes.Contains(wasm, []byte(word)), "the program that all packages share says %q, of the default one", word)
	}
	own, err := Compiled(HoldsDefault, Stripped)
	require.NoError(t, err)
	assert.LessOrEqual(t, len(site.NewProgram(own, "", "").Brotli), sizeBudget, "with the default package in it")
	again, err := Compiled(Neutral, Stripped)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(wasm, again), "two builds of one commit differ")
}
