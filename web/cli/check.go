//go:build !js

package cli

import (
	"fmt"
	"io"

	"factframe/data/check"
	"factframe/web/publish"
)

// checkCommand says what is wrong with a package, or what a good one holds.
func checkCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("check", stderr)
	if code, done := parsed(flags, args, 1); done {
		return code
	}
	p, _, err := load(flags.Arg(0))
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	fmt.Fprintln(stdout, check.Summary(p))
	if flags.NArg() > 0 {
		next(stdout, "factframe build -package "+flags.Arg(0))
	}
	return ok
}

// cleanCommand removes what a build wrote.
func cleanCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("clean", stderr)
	out := flags.String("out", "dist", "the folder of a built site")
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	if err := publish.Remove(*out, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	return ok
}
