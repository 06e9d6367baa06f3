package data

import "slices"

// Keep is what filters leave: of a dimension or an attribute, the codes that pass.
// One that it does not hold leaves all.
type Keep map[string][]string

// Keeps reports whether a code of a dimension passes.
func (k Keep) Keeps(dimension, code string) bool {
	codes := k[dimension]
	return len(codes) == 0 || slices.Contains(codes, code)
}
