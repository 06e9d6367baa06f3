//go:build !js

package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"

	"factframe/data"
	"factframe/data/check"
	"factframe/web/publish"
	"factframe/web/site"
)

// Options say what to build.
type Options struct {
	Package string        // a datapackage.json or its folder; empty for the default one
	Out     string        // the folder to write: a new one, an empty one, or a built site
	URL     string        // the public address of the site, for what needs absolute addresses; may be empty
	Program *site.Program // the program for browsers; nil to take the one at hand, or to build it
}

// Build writes the whole site into a folder, in one go: a failure leaves the
// site that stands there as it was. A folder that holds anything but a built
// site is refused.
func Build(o Options) error {
	o.Package = here(o.Package)
	p, raw, err := packageAt(o.Package)
	if err != nil {
		return err
	}
	folder, err := publish.Open(o.Out, os.Stderr)
	if err != nil {
		return err
	}
	defer folder.Close()
	for _, warning := range check.Warnings(p) {
		fmt.Fprintln(os.Stderr, "warning:", warning)
	}
	in := site.Input{Package: p, JSON: raw, Program: o.Program, URL: o.URL}
	if in.Program == nil {
		if in.Program, err = programFor(o.Package); err != nil {
			return err
		}
	}
	if err := site.Write(folder, in); err != nil {
		return err
	}
	folder.Keep(site.IsHashed)
	return folder.Commit()
}

// packageAt reads the package at a path; without one, that of this folder, and else
// the default one.
func packageAt(path string) (*data.Package, []byte, error) {
	if path = here(path); path == "" {
		p, err := check.Bytes(data.DefaultFile, data.DefaultJSON)
		return p, data.DefaultJSON, err
	}
	return check.File(path)
}

// here is the package's path, or this folder where it is a package's and none is named.
func here(path string) string {
	if _, err := os.Stat("datapackage.json"); path == "" && err == nil {
		return "."
	}
	return path
}

func buildCommand(args []string, stdout, stderr io.Writer) int {
	var o Options
	flags := newFlags("build", stderr)
	flags.StringVar(&o.Package, "package", "", "a datapackage.json or its folder; the default package where it is absent")
	flags.StringVar(&o.Out, "out", "dist", "the folder to write")
	flags.StringVar(&o.URL, "url", "", "the public address of the site; without it no oEmbed files and cards are written")
	wasm := flags.String("wasm", "", "a site built before, or the program of one: takes its program instead of building it")
	if code, done := parsed(flags, args, 1); done {
		return code
	}
	o.Package = cmp.Or(o.Package, flags.Arg(0))
	if *wasm != "" {
		program, err := ReadProgram(*wasm)
		if err != nil {
			fmt.Fprintln(stderr, err)
			return failed
		}
		o.Program = program
	}
	if err := Build(o); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	raw, compressed, err := ProgramSize(o.Out)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	fmt.Fprintf(stdout, "%s: program %.2f MB, %.3f MB as brotli\n", o.Out, float64(raw)/1e6, float64(compressed)/1e6)
	next(stdout, "factframe serve -dir "+o.Out+"   # look at it; then put the folder on any static host, and open embed/ there for the snippets")
	return ok
}

// ProgramSize is the size of a built site's program in bytes, as it is and
// after brotli at its best, which is what a reader downloads.
func ProgramSize(dir string) (raw, compressed int64, err error) {
	program, err := programOf(dir)
	if err != nil {
		return 0, 0, err
	}
	whole, err := os.Stat(program)
	if err != nil {
		return 0, 0, err
	}
	small, err := os.Stat(program + ".br")
	if err != nil {
		return 0, 0, err
	}
	return whole.Size(), small.Size(), nil
}

var namesProgram = regexp.MustCompile(` data-wasm="(app\.[0-9a-f]+\.wasm)"`)

// programOf is the path of a built site's program. Its page names it: the folder may
// also hold the program of the build before.
func programOf(dir string) (string, error) {
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		return "", err
	}
	found := namesProgram.FindSubmatch(page)
	if found == nil {
		return "", fmt.Errorf("%s holds no site that factframe built", dir)
	}
	return filepath.Join(dir, string(found[1])), nil
}
