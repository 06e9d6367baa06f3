//go:build maker

package check

// harmless accepts every logo: the page that makes panels does not show it, and what writes a
// site checks it.
func harmless(string) error { return nil }
