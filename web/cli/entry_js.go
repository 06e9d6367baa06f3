// Package cli does nothing in a browser: the command line, the generator and the
// server stay out of the program that readers download.
package cli

import "io"

// Main does nothing.
func Main([]string, io.Writer, io.Writer) int { return 0 }
