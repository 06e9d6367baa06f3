//go:build !js

package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"factframe/web/goapp"
	"factframe/web/site"
)

// stripped leaves out what only a debugger reads.
const stripped = "-s -w"

// Which package a program holds: the default one, or none, as all others share it.
const (
	holdsDefault = ""
	neutral      = "neutral"
)

// PlainProgram builds the program with the whole of go-app, as NewProgram does
// where the cuts do not apply. Its copies are not compressed.
func PlainProgram() (*site.Program, error) {
	wasm, err := inTemporary(func(dir string) ([]byte, error) { return compile(dir, holdsDefault) })
	if err != nil {
		return nil, err
	}
	runtime, err := wasmExec()
	return &site.Program{Wasm: wasm, Brotli: []byte{}, Gzip: []byte{}, Runtime: runtime}, err
}

// compiled is the WebAssembly of the commit that runs this.
func compiled(tags string) ([]byte, error) {
	return inTemporary(func(dir string) ([]byte, error) {
		work, err := goapp.Trimmed(dir)
		if err == nil {
			var wasm []byte
			if wasm, err = compile(dir, tags, "GOWORK="+work); err == nil {
				return wasm, nil
			}
		}
		fmt.Fprintln(os.Stderr, "the program is built with the whole of go-app:", err)
		return compile(dir, tags)
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

func compile(dir, tags string, env ...string) ([]byte, error) {
	out := filepath.Join(dir, "app.wasm")
	if err := compileTo(out, stripped, tags, env...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// notInlined is what runs a few times for a page: inlining it would make the
// program 4 % larger. What runs for every node, in go-app, stays inlined.
var notInlined = []string{"factframe/...", "bytes", "context", "errors", "fmt", "internal/bisect", "internal/fmtsort", "internal/godebug", "internal/poll",
	"internal/strconv", "io/fs", "os", "reflect", "slices", "sort", "strconv", "strings", "time", "unicode/utf8"}

func compileTo(out, ldflags, tags string, env ...string) error {
	args := []string{"build", "-trimpath", "-buildvcs=false", "-tags=" + tags, "-ldflags=" + ldflags, "-o", out}
	for _, packages := range notInlined {
		args = append(args, "-gcflags="+packages+"=-l")
	}
	env = append(append(os.Environ(), "GOOS=js", "GOARCH=wasm"), env...)
	overlay, err := withoutLines(filepath.Dir(out), tags, env)
	if err != nil {
		return err
	}
	build := exec.Command("go", append(args, "-overlay="+overlay, "factframe")...)
	build.Env = env
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
