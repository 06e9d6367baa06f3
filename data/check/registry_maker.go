//go:build maker

package check

// isRegistered always reports true: the page that makes panels leaves out the registry, and
// what writes a site has it.
func isRegistered(string) bool { return true }
