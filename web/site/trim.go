//go:build !js

package site

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// trimmed writes a go.work that builds the program with a copy of go-app
// without what a reader's browser never runs: its HTTP handler and site
// generator, encryption and its UUIDs, and routes by regular expression. They
// make a third of the program.
//
// The copy is made of the pinned module at build time by edits that must each
// match exactly once, so that another version of go-app is never cut blindly:
// Build then falls back to the plain program.
func trimmed(dir string) (workFile string, err error) {
	module, err := goList("-m", "-f", "{{.Dir}}", goAppModule)
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
	if err := copyModule(module, folder); err != nil {
		return "", err
	}
	for _, e := range cuts {
		if err := e.apply(folder); err != nil {
			return "", err
		}
	}
	work := fmt.Sprintf("go %s\n\nuse %q\n\nreplace %s => %q\n", version, main, goAppModule, folder)
	workFile = filepath.Join(dir, "go.work")
	return workFile, os.WriteFile(workFile, []byte(work), 0o644)
}

const goAppModule = "github.com/maxence-charriere/go-app/v9"

func goList(args ...string) (string, error) {
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		return "", fmt.Errorf("go list %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// copyModule copies what a build needs of a module; the module cache is
// read-only and the copy is not.
func copyModule(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(from, path)
		wanted := name == "go.mod" || name == "go.sum" || strings.HasPrefix(filepath.ToSlash(name), "pkg/") && strings.HasSuffix(name, ".go")
		if !wanted || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), content, 0o644)
	})
}

// cut replaces one passage of a file of go-app's package app; without one, it
// removes the file.
type cut struct{ file, old, new string }

func (c cut) apply(folder string) error {
	path := filepath.Join(folder, "pkg", "app", c.file)
	if c.old == "" {
		return os.Remove(path)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if n := strings.Count(string(content), c.old); n != 1 {
		return fmt.Errorf("go-app's %s has %q %d times, not once", c.file, c.old, n)
	}
	return os.WriteFile(path, []byte(strings.Replace(string(content), c.old, c.new, 1)), 0o644)
}

// cuts are made for go-app v9.8.0.
var cuts = []cut{
	// The HTTP handler, the static generator and what resolves resources for them.
	{file: "http.go"},
	{file: "static.go"},
	{file: "resource.go"},
	{"wasm.go", "h *Handler", "h any"},
	{"app.go", "isRemoteLocation(path) || !isStaticResourcePath(path)", "true"},

	// Encryption of what is kept in storage; the widget keeps nothing.
	{file: "crypto.go"},
	{"context.go", "encrypt(ctx.cryptoKey(), b)", "b, error(errors.New(\"cut from this build\"))"},
	{"context.go", "decrypt(ctx.cryptoKey(), crypted)", "crypted, error(errors.New(\"cut from this build\"))"},
	{"context.go", "uuid.NewString()", "\"\""},
	{"context.go", "\t\"github.com/google/uuid\"\n", ""},

	// Routes by regular expression; the widget has one route.
	{"route.go", "\t\"regexp\"\n", ""},
	{"route.go", "regexp.MustCompile(pattern)", "nil"},
	{"route.go", "rwr.regexp.MatchString(path)", "rwr.regexp != nil"},
	{"route.go", "*regexp.Regexp", "any"},
}
