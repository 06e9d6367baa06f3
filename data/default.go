//go:build !neutral

package data

import _ "embed"

// DefaultJSON is the package that a page shows when it names no other.
//
//go:embed datapackage.json
var DefaultJSON []byte
