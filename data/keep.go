package data

import "slices"

// Keep maps a dimension or attribute to the codes that pass its filter. Dimensions
// that are not in it are not filtered.
type Keep map[string][]string

// Keeps reports whether a code of a dimension passes the filters.
func (k Keep) Keeps(dimension, code string) bool {
	codes := k[dimension]
	return len(codes) == 0 || slices.Contains(codes, code)
}
