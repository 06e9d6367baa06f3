//go:build !js

package cli

import (
	"os"

	"factframe/web/site"
)

// programFor is the program for a package, by its path as in Options, and
// whether it holds that package: the one that a release carries, or one that is
// built here.
func programFor(path string) (program *site.Program, held bool, err error) {
	if program, err = carried(); program != nil || err != nil {
		return program, false, err
	}
	program, err = NewProgram(path)
	return program, path == "", err
}

// NewProgram builds the program for a package, by its path as in Options. It
// needs the toolchain and this project's sources.
func NewProgram(path string) (*site.Program, error) {
	tags := holdsDefault
	if path != "" {
		tags = neutral
	}
	wasm, err := compiled(tags)
	if err != nil {
		return nil, err
	}
	runtime, err := wasmExec()
	return site.NewProgram(wasm, runtime), err
}

// ReadProgram reads a program built before, with the compressed copies beside
// it where there are some.
func ReadProgram(path string) (*site.Program, error) {
	wasm, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	runtime, err := wasmExec()
	if err != nil {
		return nil, err
	}
	p := &site.Program{Wasm: wasm, Runtime: runtime}
	for suffix, to := range map[string]*[]byte{".br": &p.Brotli, ".gz": &p.Gzip} {
		if *to, err = os.ReadFile(path + suffix); os.IsNotExist(err) {
			return site.NewProgram(wasm, runtime), nil
		}
		if err != nil {
			return nil, err
		}
	}
	return p, nil
}
