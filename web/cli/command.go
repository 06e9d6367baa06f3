//go:build !js

// Package cli is the command line: it reads packages, runs the toolchain where
// a program has to be built, publishes folders, and serves them on this machine.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// Exit codes of the command line. Those of compare are beside it.
const (
	ok       = 0
	failed   = 1 // what was asked could not be done; nothing was written
	badUsage = 2 // the words of the command are wrong
)

// command is one word of the command line.
type command struct {
	name    string
	does    string // one line
	example string
	run     func(args []string, stdout, stderr io.Writer) int
}

// commands stand in the order in which somebody new needs them. It is a function
// because help, which is one of them, lists them.
func commands() []command {
	return []command{
		{"new", "make a package from a table: CSV, TSV, XLSX, or a Frictionless package", "factframe new -from table.csv -out figures -title \"…\" -source \"…\" -published 2024-09", newCommand},
		{"dev", "show a package in the browser, and again on every save", "factframe dev -package figures", devCommand},
		{"check", "say all that is wrong with a package", "factframe check figures", checkCommand},
		{"build", "write the site that goes onto a host", "factframe build -package figures -out dist", buildCommand},
		{"serve", "show a built site in the browser", "factframe serve -dir dist", serveCommand},
		{"compare", "say whether figures may be compared, and why not", "factframe compare foi-crimes npcc-incidents", compareCommand},
		{"schema", "print the JSON Schema of a package, for editors that complete and check", "factframe schema > datapackage.schema.json", schemaCommand},
		{"clean", "remove a built site, and nothing else", "factframe clean -out dist", cleanCommand},
		{"version", "print the version", "factframe version", versionCommand},
		{"licences", "print the licences of what a site and this program are made of", "factframe licences", licencesCommand},
		{"help", "explain a command", "factframe help new", helpCommand},
	}
}

const exitCodes = `Exit codes: 0 done (of compare: comparable), 1 not done and nothing written, 2 wrong words,
3 comparable with care, 4 not comparable.
`

// Main runs the command line and returns its exit code.
func Main(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage())
		return badUsage
	}
	name := strings.TrimLeft(args[0], "-")
	if name == "h" {
		name = "help"
	}
	c, known := find(name)
	if !known {
		fmt.Fprintf(stderr, "factframe: there is no command %q\n%s", args[0], usage())
		return badUsage
	}
	return c.run(args[1:], stdout, stderr)
}

func find(name string) (command, bool) {
	for _, c := range commands() {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}

func usage() string {
	var b strings.Builder
	b.WriteString("usage: factframe <command>\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-8s %s\n", c.name, c.does)
	}
	b.WriteString("\n" + exitCodes)
	next(&b, "factframe help new   # what a command takes, with an example")
	return b.String()
}

// helpCommand explains one command by its own flags.
func helpCommand(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stdout, usage())
		return ok
	}
	c, known := find(args[0])
	switch {
	case !known:
		fmt.Fprintf(stderr, "factframe help: there is no command %q\n%s", args[0], usage())
		return badUsage
	case c.name == "help":
		fmt.Fprint(stdout, usage())
		return ok
	}
	return c.run([]string{"-h"}, stdout, stdout)
}

// newFlags are the flags of a command; asked for help they say what it does,
// with its example.
func newFlags(name string, stderr io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		c, _ := find(name)
		fmt.Fprintf(flags.Output(), "factframe %s: %s\n\n  %s\n\n", c.name, c.does, c.example)
		flags.PrintDefaults()
	}
	return flags
}

// parsed reads the words of a command, of which so many at most are no flags.
// It reports whether there is nothing more to do, and then the exit code.
func parsed(flags *flag.FlagSet, args []string, most int) (code int, done bool) {
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return ok, true
	case err != nil:
		return badUsage, true
	case flags.NArg() > most:
		fmt.Fprintf(flags.Output(), "factframe %s: %q is one word too many; flags stand before other words\n", flags.Name(), flags.Arg(most))
		next(flags.Output(), "factframe help "+flags.Name())
		return badUsage, true
	}
	return ok, false
}

// next says what to type next.
func next(to io.Writer, line string) { fmt.Fprintf(to, "Next:  %s\n", line) }
