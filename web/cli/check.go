//go:build !js

package cli

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"

	"factframe/data/check"
	"factframe/web/publish"
)

// checkCommand prints the errors of a package, or a summary if there are none.
func checkCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("check", stderr)
	path := flags.String("package", "", "a datapackage.json or its folder; can also be given as an argument")
	if code, done := parsed(flags, args, 1); done {
		return code
	}
	*path = here(cmp.Or(*path, flags.Arg(0)))
	p, _, err := packageAt(*path)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	for _, warning := range check.Warnings(p) {
		fmt.Fprintln(stderr, "warning:", warning)
	}
	fmt.Fprintln(stdout, check.Summary(p))
	if *path != "" {
		next(stdout, "factframe build -package "+*path)
	}
	return ok
}

// cleanCommand removes the files that a build wrote.
func cleanCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("clean", stderr)
	out := flags.String("out", "dist", "the folder of a built site")
	all := flags.Bool("all", false, "also remove copies of earlier versions, which cannot be built again")
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	frozen, err := copies(*out)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	if len(frozen) > 0 && !*all {
		fmt.Fprintf(stderr, "%s: contains the copy of version %s, which cannot be built again; use -all to remove it too\n", *out, filepath.Base(frozen[0]))
		return failed
	}
	if err := publish.Remove(*out, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	return ok
}
