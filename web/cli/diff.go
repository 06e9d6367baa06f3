//go:build !js

package cli

import (
	"fmt"
	"io"

	"factframe/app/diff"
	"factframe/data/check"
)

// somethingChanged is the exit code of diff for two packages that differ.
const somethingChanged = 3

// diffCommand prints what changed between two versions of a package.
func diffCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("diff", stderr)
	asJSON := flags.Bool("json", false, "print JSON")
	if code, done := parsed(flags, args, 2); done {
		return code
	}
	if flags.NArg() < 2 {
		fmt.Fprintln(stderr, "factframe diff: give two packages: the earlier one, then the later one")
		next(stderr, "factframe help diff")
		return badUsage
	}
	before, _, err := check.File(flags.Arg(0))
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	after, _, err := check.File(flags.Arg(1))
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	changes := diff.Between(before, after)
	if *asJSON {
		printJSON(stdout, changes)
	} else {
		fmt.Fprint(stdout, changes)
	}
	if changes.Any() {
		return somethingChanged
	}
	return ok
}
