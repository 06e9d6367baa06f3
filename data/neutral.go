//go:build neutral

package data

// DefaultJSON is empty in the program that all other packages share: their pages
// name the package to fetch.
var DefaultJSON []byte
