//go:build !js

// Package cli is the command line: it reads packages, runs the Go toolchain when
// a program has to be built, publishes folders and serves them on this machine.
package cli

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// Exit codes of the command line; compare adds its own.
const (
	ok       = 0
	failed   = 1 // the command failed and wrote nothing
	badUsage = 2 // wrong flags or arguments
)

// command is one command of the command line.
type command struct {
	name    string
	does    string // one line
	example string
	run     func(args []string, stdout, stderr io.Writer) int
}

// commands returns all commands in the order in which a newcomer needs them. It is a
// function because help, which is one of them, lists them.
func commands() []command {
	return []command{
		{"make", "open the page on which you make a panel from a table, in the browser", "factframe make", makeCommand},
		{"new", "make a package from a table: CSV, TSV, XLSX, or a Frictionless package", "factframe new -from table.csv -out figures -title \"…\" -source \"…\" -published 2024-09", newCommand},
		{"dev", "preview a package in the browser, and reload on every save", "factframe dev -package figures", devCommand},
		{"check", "report everything that is wrong with a package", "factframe check figures", checkCommand},
		{"build", "write the site, ready to upload to a host", "factframe build -package figures -out dist", buildCommand},
		{"serve", "preview a built site in the browser", "factframe serve -dir dist", serveCommand},
		{"verify", "report every file of a published site that is not as it was built", "factframe verify dist", verifyCommand},
		{"compare", "report whether figures can be compared, and if not, why", "factframe compare foi-crimes npcc-incidents", compareCommand},
		{"diff", "report what changed between two versions of a package", "factframe diff published/data/datapackage.json figures", diffCommand},
		{"schema", "print the JSON Schema of a package, for completion and checks in an editor", "factframe schema > datapackage.schema.json", schemaCommand},
		{"clean", "remove a built site, and nothing else", "factframe clean -out dist", cleanCommand},
		{"version", "print the version", "factframe version", versionCommand},
		{"licences", "print the licences of the code in a site and in this program", "factframe licences", licencesCommand},
		{"help", "explain a command", "factframe help new", helpCommand},
	}
}

const exitCodes = `Exit codes: 0 success, 1 failure (nothing was written), 2 usage error;
for compare: 0 comparable, 3 comparable with care, 4 not comparable;
for diff: 0 nothing changed, 3 something changed.
`

// Run runs the command line with the arguments of the process, and exits.
func Run() { os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr)) }

// Main runs the command line and returns its exit code.
func Main(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 && isTerminal(os.Stdout) {
		args = []string{"make"}
	}
	if len(args) == 0 { // a script
		fmt.Fprint(stderr, usage())
		return badUsage
	}
	name := strings.TrimLeft(args[0], "-")
	if name == "h" {
		name = "help"
	}
	c, known := find(name)
	if !known {
		fmt.Fprintf(stderr, "factframe: unknown command %q\n%s", args[0], usage())
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
	b.WriteString("usage: factframe [command]\n\nWithout a command it opens the page on which you make a panel.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-8s %s\n", c.name, c.does)
	}
	b.WriteString("\n" + exitCodes)
	next(&b, "factframe help new   # the flags of a command, with an example")
	return b.String()
}

// helpCommand prints the help of one command, or the list of all.
func helpCommand(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stdout, usage())
		return ok
	}
	c, known := find(args[0])
	switch {
	case !known:
		fmt.Fprintf(stderr, "factframe help: unknown command %q\n%s", args[0], usage())
		return badUsage
	case c.name == "help":
		fmt.Fprint(stdout, usage())
		return ok
	}
	return c.run([]string{"-h"}, stdout, stdout)
}

// newFlags returns the flag set of a command. Its help starts with what the command
// does and an example.
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

// parsed parses the arguments of a command and allows at most that many besides the
// flags. When done is true the command ends with code.
func parsed(flags *flag.FlagSet, args []string, most int) (code int, done bool) {
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return ok, true
	case err != nil:
		return badUsage, true
	case flags.NArg() > most:
		fmt.Fprintf(flags.Output(), "factframe %s: unexpected argument %q (flags must come before arguments)\n", flags.Name(), flags.Arg(most))
		next(flags.Output(), "factframe help "+flags.Name())
		return badUsage, true
	}
	return ok, false
}

// next prints the command to run next.
func next(to io.Writer, line string) { fmt.Fprintf(to, "Next:  %s\n", line) }

// printJSON prints a value for other programs.
func printJSON(stdout io.Writer, value any) {
	encoder := json.NewEncoder(stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	encoder.Encode(value)
}
