//go:build !js

package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"factframe/web/site"
)

// devCommand serves a site, rebuilds it when a file changes, and reloads open pages.
// It watches the package if there is one. Otherwise it watches the code, which needs
// the sources of this project.
func devCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("dev", stderr)
	port := flags.Int("port", 8080, "the port, or the next free one")
	path := flags.String("package", "", "a datapackage.json or its folder; without it, changes to the code are watched")
	if code, done := parsed(flags, args, 1); done {
		return code
	}
	*path = here(cmp.Or(*path, flags.Arg(0)))
	if wrong := followable(*path); wrong != "" {
		fmt.Fprintln(stderr, "factframe dev: "+wrong)
		next(stderr, "factframe dev -package folder")
		return badUsage
	}
	dir, err := os.MkdirTemp("", "factframe-dev")
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	defer os.RemoveAll(dir)
	l, err := Listen(*port)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	live := &live{dir: filepath.Join(dir, "site")}
	if *path != "" {
		go followPackage(*path, live, stderr)
	} else {
		go followCode(live, stdout, stderr)
	}
	fmt.Fprintf(stdout, "The panel:   http://%[1]s/\nAn article:  http://%[1]s%[2]s\nBoth reload when you save, and show any errors. Press Ctrl-C to stop.\n", l.Addr(), articlePath)
	return serveUntilStopped(l, live, stderr)
}

// followable returns why nothing can be watched at a path, or "".
func followable(path string) string {
	program, err := carried()
	switch _, missing := os.Stat(path); {
	case path == "" && (program != nil || err != nil):
		return "-package is missing; this release can only watch packages"
	case path != "" && missing != nil:
		return path + " does not exist"
	}
	return ""
}

// followPackage builds a package now and on every save, always with the same program.
// While that program is still being built, pages are served without it.
func followPackage(path string, live *live, stderr io.Writer) {
	folder := path
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		folder = filepath.Dir(path)
	}
	program, err := carried()
	if err != nil {
		fmt.Fprintln(stderr, err)
		live.show(err)
		return
	}
	ready := make(chan *site.Program, 1)
	if program == nil {
		program = &site.Program{}
		fmt.Fprintln(stderr, "Building the program for browsers; until it is ready, only pages and links work.")
		go func() {
			built, err := NewProgram(path)
			if err != nil {
				fmt.Fprintln(stderr, err)
				return
			}
			ready <- built
		}()
	}
	for changed := range changesOf(ready, folder) {
		if changed != nil {
			program = changed
		}
		live.show(Build(Options{Package: path, Out: live.dir, Program: program}))
	}
}

// followCode builds the default package with the code as saved, so each build runs in
// a new process.
func followCode(live *live, stdout, stderr io.Writer) {
	for range changesOf(nil, "app", "data", "web", "main.go") {
		build := exec.Command("go", "run", ".", "build", "-out", live.dir)
		message, err := build.CombinedOutput()
		if err != nil {
			err = fmt.Errorf("%s", message)
			fmt.Fprintln(stderr, err)
		} else {
			fmt.Fprintf(stdout, "%s", message)
		}
		live.show(err)
	}
}
