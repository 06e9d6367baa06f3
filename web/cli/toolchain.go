//go:build !js

package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"factframe/data"
	"factframe/web/goapp"
	"factframe/web/site"
)

// Stripped are the linker flags that leave out debugging information.
const Stripped = "-s -w"

// Build tags that choose the package in the program: the default package, or none, for
// the program that all other packages share.
const (
	HoldsDefault = ""
	Neutral      = "neutral"
)

// Compiled builds the program for browsers with build tags and linker flags, and
// returns it. It applies all patches of go-app except those in withoutPatches.
func Compiled(tags, ldflags string, withoutPatches ...string) ([]byte, error) {
	return inTemporary(func(dir string) ([]byte, error) {
		work, err := goapp.Patched(dir, withoutPatches...)
		if err != nil {
			return nil, err
		}
		overlay := ""
		if tags == HoldsDefault {
			if overlay, err = carriedPackage(dir); err != nil {
				return nil, err
			}
		}
		return compiled("factframe", ldflags, "program,"+tags, work, overlay)
	})
}

// Commands of the page on which people make panels, and the tags that they are built with.
// The page itself leaves out what only publishing needs.
const (
	makerProgram = "factframe/web/maker/program"
	makerParts   = "factframe/web/maker/parts"
	tagsProgram  = "patched,maker"
	tagsParts    = "patched"
)

// compiledMaker builds one of the commands of the page on which people make panels.
func compiledMaker(command, tags string) ([]byte, error) {
	return inTemporary(func(dir string) ([]byte, error) {
		work, err := goapp.Patched(dir)
		if err != nil {
			return nil, err
		}
		return compiled(command, Stripped, tags, work, "", notInlinedEither...)
	})
}

func inTemporary(build func(dir string) ([]byte, error)) ([]byte, error) {
	dir, err := os.MkdirTemp("", "factframe")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	return build(dir)
}

// notInlined are packages whose code runs only a few times for a page: inlining it would
// make the program 4 % larger. go-app's code runs for every node and stays inlined.
var notInlined = []string{"factframe/...", "errors", "internal/bisect", "internal/godebug", "internal/strconv", "reflect",
	"slices", "sort", "strconv", "strings", "time", "unicode/utf8"}

// notInlinedEither are not inlined in the page that makes panels, which would be 3 % larger.
var notInlinedEither = []string{goapp.Module + "/...", "golang.org/x/...", "internal/runtime/maps", "internal/sync", "sync", "sync/atomic", "unicode/utf16", "context", "iter", "archive/zip", "bufio", "bytes", "compress/...", "encoding/...", "flag", "fmt", "io", "io/fs", "math", "net/url", "os",
	"path", "regexp", "regexp/syntax", "unicode", "crypto/...", "hash/...", "syscall", "syscall/js", "html", "maps", "cmp"}

// olderCollector selects the garbage collector of Go 1.25. The one of Go 1.26 is faster
// on many processors, but a browser gives a program one, and it adds 11 kB as brotli.
// Go 1.27 will drop this setting.
const olderCollector = "nogreenteagc"

// carriedPackage writes the default package as the program contains it, in one language,
// and an overlay that puts it in place of the file with every language. It returns the
// path of the overlay.
func carriedPackage(dir string) (string, error) {
	p, raw, err := packageOf("")
	if err != nil {
		return "", err
	}
	carried, err := site.Carried(site.Input{Package: p, JSON: raw})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, data.DefaultFile)
	if err := os.WriteFile(path, carried, 0o644); err != nil {
		return "", err
	}
	folder, err := goSays(".", "list", "-f", "{{.Dir}}", "factframe/data")
	if err != nil {
		return "", err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(folder, data.DefaultFile): path}})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, os.WriteFile(name, overlay, 0o644)
}

// compiled builds a command for browsers.
func compiled(command, ldflags, tags, work, overlay string, alsoNotInlined ...string) ([]byte, error) {
	return inTemporary(func(dir string) ([]byte, error) {
		out := filepath.Join(dir, "app.wasm")
		args := []string{"build", "-overlay=" + overlay, "-trimpath", "-buildvcs=false", "-tags=" + tags, "-ldflags=" + ldflags, "-o", out}
		for _, packages := range append(slices.Clone(notInlined), alsoNotInlined...) {
			args = append(args, "-gcflags="+packages+"=-l")
		}
		build := exec.Command("go", append(args, command)...)
		build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK="+work, "GOEXPERIMENT="+olderCollector)
		if message, err := build.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("building the program for browsers: %w\n%s", err, message)
		}
		return os.ReadFile(out)
	})
}

// wasmExec returns the toolchain's script that runs a program in a browser. Its version
// must match the compiler's.
func wasmExec() (string, error) {
	root, err := goSays(".", "env", "GOROOT")
	if err != nil {
		return "", err
	}
	content, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	return string(content) + "\n", err
}
