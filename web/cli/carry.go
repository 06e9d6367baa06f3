//go:build !js

package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// programCommand writes what a release carries: the program that all packages
// share, compressed, and the script that runs it.
func programCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("program", stderr)
	out := flags.String("out", filepath.Join("web", "cli", "release"), "the folder to write")
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	program, err := NewProgram(neutral)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	err = os.MkdirAll(*out, 0o755)
	for name, content := range map[string][]byte{"app.wasm.br": program.Brotli, "app.wasm.gz": program.Gzip, "wasm_exec.js": []byte(program.Runtime), "LICENSES.txt": []byte(program.Licences)} {
		if err == nil {
			err = os.WriteFile(filepath.Join(*out, name), content, 0o644)
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	next(stdout, "make release   # builds the command line around it")
	return ok
}
