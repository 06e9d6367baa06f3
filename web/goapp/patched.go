//go:build !js

package goapp

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Patched writes the patched go-app into a folder, and returns the path of a go.work
// file to build with it (set GOWORK). Patches can be left out by name, to measure their
// effect. A patch that does not fit go-app is an error.
func Patched(dir string, without ...string) (workFile string, err error) {
	module, err := goList("-m", "-f", "{{.Dir}}", Module)
	if err != nil {
		return "", err
	}
	main, err := goList("-m", "-f", "{{.Dir}}", "factframe")
	if err != nil {
		return "", err
	}
	version, err := goList("-m", "-f", "{{.GoVersion}}", "factframe")
	if err != nil {
		return "", err
	}
	folder := filepath.Join(dir, "go-app")
	if err := os.RemoveAll(folder); err != nil {
		return "", err
	}
	if err := copyModule(module, folder); err != nil {
		return "", err
	}
	if err := applyPatches(folder, slices.DeleteFunc(Patches(), func(name string) bool { return slices.Contains(without, name) })); err != nil {
		return "", err
	}
	// The compiler records this path in the program. It is relative, so that builds of a
	// commit are identical everywhere.
	work := fmt.Sprintf("go %s\n\nuse %q\n\nreplace %s => ./go-app\n", version, main, Module)
	workFile = filepath.Join(dir, "go.work")
	return workFile, os.WriteFile(workFile, []byte(work), 0o644)
}

func goList(args ...string) (string, error) {
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		return "", fmt.Errorf("go list %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
