//go:build !maker

package check

import "golang.org/x/text/language"

// isRegistered reports whether a tag is in the registry of BCP 47.
func isRegistered(tag string) bool {
	_, err := language.Parse(tag)
	return err == nil
}
