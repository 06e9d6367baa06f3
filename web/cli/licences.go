//go:build !js

package cli

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// licencesCommand prints the licences of the code in the command line and in a site.
func licencesCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("licences", stderr)
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	program, err := carried()
	text := ""
	switch {
	case program != nil:
		text = program.Licences
	case err == nil:
		text, err = licences()
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	fmt.Fprint(stdout, text)
	return ok
}

// licences returns the licences of the modules in the command line and in the program
// for browsers, which go-licenses collects, and the licence of Go. It needs the Go
// toolchain and the sources of this project.
func licences() (string, error) {
	root, err := goSays(".", "list", "-m", "-f", "{{.Dir}}", "factframe")
	if err != nil {
		return "", err
	}
	tool, err := goSays(root, "tool", "-modfile="+filepath.Join(".ci", "tools.mod"), "-n", "go-licenses")
	if err != nil {
		return "", err
	}
	goRoot, err := goSays(root, "env", "GOROOT")
	if err != nil {
		return "", err
	}
	texts, err := inTemporary(func(dir string) ([]byte, error) {
		for place, env := range map[string][]string{"command": nil, "browser": {"GOOS=js", "GOARCH=wasm"}} {
			save := exec.Command(tool, "save", "factframe", "--save_path="+filepath.Join(dir, place))
			save.Dir, save.Env = root, append(os.Environ(), env...)
			if message, err := save.CombinedOutput(); err != nil {
				return nil, fmt.Errorf("collecting licences: %w\n%s", err, message)
			}
		}
		return collected(dir)
	})
	if err != nil {
		return "", err
	}
	ofGo, err := os.ReadFile(filepath.Join(goRoot, "LICENSE"))
	return string(texts) + titled("Go: its standard library, its runtime and wasm_exec.js", ofGo), err
}

// goSays returns the output of a go command run in a folder.
func goSays(dir string, args ...string) (string, error) {
	command := exec.Command("go", args...)
	command.Dir = dir
	out, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// collected joins the files that go-licenses saved into one text. Each module appears
// once; this project's licence comes first.
func collected(dir string) ([]byte, error) {
	texts := map[string][]byte{}
	for _, place := range []string{"command", "browser"} {
		saved := os.DirFS(filepath.Join(dir, place))
		err := fs.WalkDir(saved, ".", func(name string, d fs.DirEntry, err error) error {
			base := strings.ToUpper(d.Name())
			if err != nil || d.IsDir() || !strings.HasPrefix(base, "LICEN") && !strings.HasPrefix(base, "COPYING") && !strings.HasPrefix(base, "NOTICE") {
				return err
			}
			texts[name], err = fs.ReadFile(saved, name)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	const own = "factframe/LICENSE"
	b.WriteString(titled(own, texts[own]))
	delete(texts, own)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		b.WriteString(titled(name, texts[name]))
	}
	return b.Bytes(), nil
}

func titled(name string, text []byte) string {
	line := strings.Repeat("=", 80)
	return fmt.Sprintf("%[1]s\n%[2]s\n%[1]s\n\n%[3]s\n\n", line, name, bytes.TrimSpace(text))
}
