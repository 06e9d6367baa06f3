//go:build !js

package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"factframe/web/site"
)

// programFor returns the program for a package: the one embedded in a release, or one
// built now. The path is that of Options.
func programFor(path string) (*site.Program, error) {
	if program, err := carried(); program != nil || err != nil {
		return program, err
	}
	return NewProgram(path)
}

// NewProgram builds the program for a package; the path is that of Options. It needs
// the Go toolchain and the sources of this project.
func NewProgram(path string) (*site.Program, error) {
	if path != "" {
		return NeutralProgram()
	}
	return programWith(HoldsDefault)
}

// NeutralProgram builds the program without a package, which all but the default
// package share.
func NeutralProgram() (*site.Program, error) { return programWith(Neutral) }

func programWith(tags string) (*site.Program, error) {
	wasm, err := Compiled(tags, Stripped)
	if err != nil {
		return nil, err
	}
	runtime, err := wasmExec()
	if err != nil {
		return nil, err
	}
	texts, err := licences()
	return site.NewProgram(wasm, runtime, texts), err
}

// wasmMagic begins every WebAssembly binary (WebAssembly 1.0, section 5.5.16).
const wasmMagic = "\x00asm"

// ReadProgram reads the program of an existing site, or a program and the compressed
// copies beside it. It compresses the program if there are none.
func ReadProgram(path string) (*site.Program, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if path, err = programOf(path); err != nil {
			return nil, err
		}
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file; give the app.….wasm of an existing site, or the folder of the site", path)
	}
	wasm, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(wasm, []byte(wasmMagic)) {
		return nil, fmt.Errorf("%s is not a WebAssembly program; give the app.….wasm of an existing site, or the folder of the site", path)
	}
	runtime, texts, err := besideProgram(path)
	if err != nil {
		return nil, err
	}
	p := &site.Program{Wasm: wasm, Runtime: runtime, Licences: texts}
	for suffix, to := range map[string]*[]byte{".br": &p.Brotli, ".gz": &p.Gzip} {
		if *to, err = os.ReadFile(path + suffix); os.IsNotExist(err) {
			return site.NewProgram(wasm, runtime, texts), nil
		}
		if err != nil {
			return nil, err
		}
	}
	return p, nil
}

// besideProgram returns what an existing program needs: the script that runs it, from
// this release or the toolchain, and the licences beside the program, or else those of
// this version.
func besideProgram(path string) (runtime, texts string, err error) {
	text, err := os.ReadFile(filepath.Join(filepath.Dir(path), "LICENSES.txt"))
	missing := os.IsNotExist(err)
	if err != nil && !missing {
		return "", "", err
	}
	release, err := carried()
	if err != nil {
		return "", "", err
	}
	if release != nil {
		return release.Runtime, cmp.Or(string(text), release.Licences), nil
	}
	if runtime, err = wasmExec(); err != nil || !missing {
		return runtime, string(text), err
	}
	texts, err = licences()
	return runtime, texts, err
}
