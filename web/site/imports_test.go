package site

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"factframe/web/goapp"
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
	"factframe":             {[]string{factApp, "factframe/web/site"}, "main only joins the widget and the command line"},
	"factframe/app":         {[]string{"factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/data", goApp}, "the running program only mounts pages and takes choices"},
	"factframe/app/page":    {[]string{"factframe/app/chart", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data", goApp}, "a part of a page is printed without a program"},
	"factframe/app/export":  {[]string{"factframe/app/chart", "factframe/app/page", "factframe/app/say", "factframe/app/state", "factframe/app/svg", "factframe/app/text", "factframe/data"}, "files hold what a page shows"},
	"factframe/app/chart":   {[]string{"factframe/app/say", "factframe/app/scale", "factframe/app/svg", "factframe/app/text", "factframe/data"}, "geometry runs without a browser"},
	"factframe/app/say":     {[]string{"factframe/app/state", "factframe/app/text", "factframe/data"}, "words are said without a page or a picture"},
	"factframe/app/state":   {[]string{"factframe/data"}, "a choice is read from an address and nothing else"},
	"factframe/app/scale":   {nil, "scales are plain values"},
	"factframe/app/svg":     {nil, "drawings are plain values"},
	"factframe/app/text":    {nil, "words know no data model, so that they can be read on their own"},
	"factframe/data":        {nil, "the model is read in a browser, where every import weighs"},
	"factframe/data/check":  {[]string{"factframe/data"}, "validation never reaches a browser"},
	"factframe/web":         {nil, "what is served is only files"},
	"factframe/web/goapp":   {[]string{goApp}, "what knows the inside of go-app knows nothing of packages and pages"},
	"factframe/web/publish": {[]string{"github.com/gofrs/flock"}, "what may lose somebody's files is read on its own"},
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

// The program that readers download holds neither the command line nor the
// generator nor the server.
func TestWhatStaysOutOfTheProgram(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "factframe")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	for _, unwanted := range []string{"factframe/web", "factframe/data/check", "flag", "os/exec", "encoding/csv", "github.com/andybalholm/brotli", "golang.org/x/net/html"} {
		assert.NotContains(t, deps, unwanted)
	}
}

// sizeBudget is what a reader may have to download for the program, in bytes
// as brotli.
const sizeBudget = 1_000_000

func TestSizeOfTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program, which takes a while")
	}
	wasm, err := compiled(neutral)
	require.NoError(t, err)
	size := len(compress(wasm))
	t.Logf("program: %d bytes, %d as brotli, of %d", len(wasm), size, sizeBudget)
	assert.LessOrEqual(t, size, sizeBudget, "run make size, and see what came in")
	for _, word := range ownWords(t) {
		assert.False(t, bytes.Contains(wasm, []byte(word)), "the program that all packages share says %q, of the default one", word)
	}
	own, err := compiled(holdsDefault)
	require.NoError(t, err)
	assert.LessOrEqual(t, len(compress(own)), sizeBudget, "with the default package in it")
	again, err := compiled(neutral)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(wasm, again), "two builds of one commit differ")
}
