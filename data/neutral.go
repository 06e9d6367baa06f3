//go:build neutral

package data

// DefaultJSON is empty in the program that all other packages share: each page
// of theirs names its own.
var DefaultJSON []byte
