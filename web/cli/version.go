//go:build !js

package cli

import (
	"fmt"
	"io"
	"runtime"
)

// Version is the one of CHANGELOG.md that this command line is or will be.
const Version = "0.1.0"

// versionCommand prints what a report of a fault should name.
func versionCommand(args []string, stdout, stderr io.Writer) int {
	if code, done := parsed(newFlags("version", stderr), args, 0); done {
		return code
	}
	fmt.Fprintf(stdout, "factframe %s, built with %s for %s/%s\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return ok
}
