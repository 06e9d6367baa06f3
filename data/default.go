//go:build !neutral

package data

import _ "embed"

// DefaultJSON is the package that a page shows if it does not name another.
//
//go:embed datapackage.json
var DefaultJSON []byte
