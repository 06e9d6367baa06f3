//go:build !js

package cli

import (
	"fmt"
	"io"
	"runtime"
)

// Version is the version of this command line, released or next; see CHANGELOG.md.
const Version = "0.1.0"

// versionCommand prints the version, Go version and platform for bug reports.
func versionCommand(args []string, stdout, stderr io.Writer) int {
	if code, done := parsed(newFlags("version", stderr), args, 0); done {
		return code
	}
	fmt.Fprintf(stdout, "factframe %s, built with %s for %s/%s\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return ok
}
