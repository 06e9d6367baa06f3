//go:build !js

// Package site is what runs outside a browser: the command line, the generator
// of the static site, and its preview server.
package site

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"

	"factframe/data"
	"factframe/data/check"
	"factframe/web/publish"
)

const usage = `usage: factframe <command>

  build [-package path] [-url https://…] [-out dist]
                                      write the site
  serve [-port 8080] [-dir dist]      serve a built site on this machine
  dev   [-port 8080] [-package path]  serve, and build and reload on every change
  check [file or folder]              say all that is wrong with a package
  compare [-json] [-package path] <id> <id> …
                                      say whether figures may be compared, and why not
  clean [-out dist]                   remove a built site, and nothing else
  size                                say what each package adds to the program
`

// Exit codes of the command line.
const (
	ok       = 0
	failed   = 1
	badUsage = 2
)

// Main runs the command line and returns its exit code.
func Main(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return badUsage
	}
	command, known := commands[args[0]]
	if !known {
		fmt.Fprintf(stderr, "factframe: there is no command %q\n%s", args[0], usage)
		return badUsage
	}
	return command(args[1:], stdout, stderr)
}

var commands = map[string]func(args []string, stdout, stderr io.Writer) int{
	"build": buildCommand, "serve": serveCommand, "dev": devCommand, "check": checkCommand, "compare": compareCommand, "size": sizeCommand, "clean": cleanCommand,
}

func buildCommand(args []string, stdout, stderr io.Writer) int {
	var o Options
	flags := newFlags("build", stderr)
	flags.StringVar(&o.Package, "package", "", "a datapackage.json or its folder")
	flags.StringVar(&o.Out, "out", "dist", "the folder to write")
	flags.StringVar(&o.URL, "url", "", "the public address of the site; without it no oEmbed files and cards are written")
	wasm := flags.String("wasm", "", "a program built before")
	if flags.Parse(args) != nil || flags.NArg() > 0 {
		return badUsage
	}
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
	return ok
}

// ProgramSize is the size of a built site's program in bytes, as it is and
// after brotli at its best, which is what a reader downloads.
func ProgramSize(dir string) (raw, compressed int64, err error) {
	names, _ := filepath.Glob(filepath.Join(dir, "app.*.wasm"))
	if len(names) != 1 {
		return 0, 0, fmt.Errorf("%s holds %d programs, not one", dir, len(names))
	}
	whole, err := os.Stat(names[0])
	if err != nil {
		return 0, 0, err
	}
	small, err := os.Stat(names[0] + ".br")
	if err != nil {
		return 0, 0, err
	}
	return whole.Size(), small.Size(), nil
}

func serveCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("serve", stderr)
	port := flags.Int("port", 8080, "the port, or the next free one")
	dir := flags.String("dir", "dist", "a built site")
	if flags.Parse(args) != nil || flags.NArg() > 0 {
		return badUsage
	}
	if err := publish.Restore(*dir, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	if _, err := os.Stat(filepath.Join(*dir, "index.html")); err != nil {
		fmt.Fprintf(stderr, "%s holds no site: run make build first\n", *dir)
		return failed
	}
	l, err := Listen(*port)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	fmt.Fprintf(stdout, "The panel:   http://%[1]s/\nAn article:  http://%[1]s%[2]s\n", l.Addr(), articlePath)
	fmt.Fprintln(stderr, http.Serve(l, Preview(*dir)))
	return failed
}

func checkCommand(args []string, stdout, stderr io.Writer) int {
	if len(args) > 1 {
		fmt.Fprint(stderr, usage)
		return badUsage
	}
	var p *data.Package
	var err error
	if len(args) == 0 {
		p, _, err = load("")
	} else {
		p, _, err = check.File(args[0])
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	fmt.Fprintln(stdout, check.Summary(p))
	return ok
}

func cleanCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("clean", stderr)
	out := flags.String("out", "dist", "the folder of a built site")
	if flags.Parse(args) != nil || flags.NArg() > 0 {
		return badUsage
	}
	if err := publish.Remove(*out, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	return ok
}

func newFlags(name string, stderr io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet("factframe "+name, flag.ContinueOnError)
	flags.SetOutput(stderr)
	return flags
}
