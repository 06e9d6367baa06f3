// Package cli is empty in a browser, so that the command line, the generator and the
// server are not part of the program that readers download.
package cli

// Run does nothing.
func Run() {}
