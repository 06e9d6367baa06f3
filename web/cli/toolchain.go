//go:build !js

package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"factframe/web/goapp"
)

// Stripped are the flags of a linker that leave out what only a debugger reads.
const Stripped = "-s -w"

// Tags that say which package a program holds: the default one, or none, as all others share it.
const (
	HoldsDefault = ""
	Neutral      = "neutral"
)

// Compiled is the program for browsers, of the sources that this is built from: with
// a default package or none, the flags of a linker, and all patches of go-app but
// those that are named.
func Compiled(tags, ldflags string, withoutPatches ...string) ([]byte, error) {
	return inTemporary(func(dir string) ([]byte, error) {
		work, err := goapp.Patched(dir, withoutPatches...)
		if err != nil {
			return nil, err
		}
		out := filepath.Join(dir, "app.wasm")
		if err := compileTo(out, ldflags, tags, work); err != nil {
			return nil, err
		}
		return os.ReadFile(out)
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

// notInlined is what runs a few times for a page: inlining it would make the
// program 4 % larger. What runs for every node, in go-app, stays inlined.
var notInlined = []string{"factframe/...", "bytes", "context", "errors", "fmt", "internal/bisect", "internal/fmtsort", "internal/godebug", "internal/poll",
	"internal/strconv", "io/fs", "os", "reflect", "slices", "sort", "strconv", "strings", "time", "unicode/utf8"}

// olderCollector is the garbage collector of Go 1.25. That of Go 1.26 marks memory on
// many processors faster; a browser gives a program one, and it adds 11 kB as brotli.
// Go 1.27 is to drop the choice.
const olderCollector = "nogreenteagc"

func compileTo(out, ldflags, tags, work string) error {
	args := []string{"build", "-trimpath", "-buildvcs=false", "-tags=" + tags, "-ldflags=" + ldflags, "-o", out}
	for _, packages := range notInlined {
		args = append(args, "-gcflags="+packages+"=-l")
	}
	build := exec.Command("go", append(args, "factframe")...)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK="+work, "GOEXPERIMENT="+olderCollector)
	if message, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("building the program for browsers: %w\n%s", err, message)
	}
	return nil
}

// wasmExec is the toolchain's own script that runs a program in a browser; it
// must be of the same version as the compiler.
func wasmExec() (string, error) {
	root, err := goSays(".", "env", "GOROOT")
	if err != nil {
		return "", err
	}
	content, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	return string(content) + "\n", err
}
