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

// Options are the inputs of Build.
type Options struct {
	Package string        // a datapackage.json or its folder; empty for the default package
	Out     string        // the folder to write: new, empty, or a built site
	URL     string        // the public address of the site, for oEmbed files and cards; may be empty
	Program *site.Program // the program for browsers; nil for the embedded one, or else to build it
	Keep    bool          // also write a frozen copy of this version
	Few     bool          // write few files
}

// Build writes the whole site into a folder. If it fails, the existing site stays as
// it was. A folder that contains anything but a built site is an error.
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
	if o.Few || p.Few {
		if err := withFew(p, folder, o.Out); err != nil {
			return err
		}
	}
	in := site.Input{Package: p, JSON: raw, Program: o.Program, URL: o.URL, Copy: o.Keep}
	frozen := isFrozen(folder.Has)
	in.Copies = o.Keep || folder.Any(frozen)
	if in.Program == nil {
		if in.Program, err = programFor(o.Package); err != nil {
			return err
		}
	}
	if err := site.Write(folder, in); err != nil {
		return err
	}
	if o.Keep {
		if err := freeze(folder, in); err != nil {
			return err
		}
	}
	if err := folder.Retain(frozen); err != nil {
		return err
	}
	folder.Keep(site.IsHashed)
	return folder.Commit()
}

// packageAt reads the package at a path. For an empty path it reads the package in the
// current folder, or the default package if there is none.
func packageAt(path string) (*data.Package, []byte, error) {
	return packageOf(here(path))
}

// packageOf reads the package at a path, or the default one.
func packageOf(path string) (*data.Package, []byte, error) {
	if path == "" {
		p, err := check.Bytes(data.DefaultFile, data.DefaultJSON)
		return p, data.DefaultJSON, err
	}
	return check.File(path)
}

// here returns path, or "." if path is empty and the current folder contains a package.
func here(path string) string {
	if _, err := os.Stat("datapackage.json"); path == "" && err == nil {
		return "."
	}
	return path
}

func buildCommand(args []string, stdout, stderr io.Writer) int {
	var o Options
	flags := newFlags("build", stderr)
	flags.StringVar(&o.Package, "package", "", "a datapackage.json or its folder; without it, the package in this folder or the default package")
	flags.StringVar(&o.Out, "out", "dist", "the folder to write")
	flags.StringVar(&o.URL, "url", "", "the public address of the site; needed for oEmbed files and link cards")
	flags.BoolVar(&o.Keep, "keep", false, "also write v/VERSION/, a copy of this version that later builds leave as it is")
	flags.BoolVar(&o.Few, "few", false, "write few files, for hosts that take only so many at a time: receipts share a page, and only views have files and cards")
	wasm := flags.String("wasm", "", "an existing site, or the program of one: use its program instead of building it")
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
	next(stdout, "factframe serve -dir "+o.Out+"   # preview it; then upload the folder to any static host, and open embed/ there for the snippets")
	return ok
}

// ProgramSize returns the size of a built site's program in bytes, and its size as
// brotli, which is what a reader downloads.
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

// programOf returns the path of a built site's program. It reads the name from the
// page, because the folder may also contain the program of the previous build.
func programOf(dir string) (string, error) {
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		return "", err
	}
	found := namesProgram.FindSubmatch(page)
	if found == nil {
		return "", fmt.Errorf("%s does not contain a site built by factframe", dir)
	}
	return filepath.Join(dir, string(found[1])), nil
}
