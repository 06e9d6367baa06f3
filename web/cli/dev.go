//go:build !js

package cli

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"

	"factframe/web/site"
)

// devCommand serves a site, builds it anew when a file changes, and reloads the
// pages that are open. With a package it follows that package; without one it
// follows the code, which needs the sources.
func devCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("dev", stderr)
	port := flags.Int("port", 8080, "the port, or the next free one")
	path := flags.String("package", "", "a datapackage.json or its folder; without one the code is followed")
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
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt)
	served := make(chan error, 1)
	go func() { served <- http.Serve(l, local(live)) }()
	select {
	case <-stopped:
		return ok
	case err := <-served:
		fmt.Fprintln(stderr, err)
		return failed
	}
}

// followable says why there is nothing to follow at a path, or nothing.
func followable(path string) string {
	program, err := carried()
	switch _, missing := os.Stat(path); {
	case path == "" && (program != nil || err != nil):
		return "this release follows packages, and none is named"
	case path != "" && missing != nil:
		return path + " is not there"
	}
	return ""
}

// followPackage builds a package at once and on every save, around one program.
// Where that has to be built first, pages stand without it until it is there.
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
		fmt.Fprintln(stderr, "The program for browsers is being built; until it is there, pages and links stand without it.")
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

// followCode builds the default package by the code as it is saved, which
// therefore runs as its own process.
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
