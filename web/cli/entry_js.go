// Package cli is empty in a browser, so that the command line, the generator and the
// server are not part of the program that readers download.
package cli

import "io"

// Main does nothing.
func Main([]string, io.Writer, io.Writer) int { return 0 }
