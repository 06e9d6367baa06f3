package draft

import (
	"strings"

	"factframe/data/read"
)

// What a person types is put into the package only when it can be: until then the panel stays as
// it was, and the page says what is missing.

// MostHeadline is the most words that a headline may have; package check refuses more.
const MostHeadline = 15

// Day returns a date as packages write it, such as 2025-03 for "March 2025"; "" if it cannot be
// read, or in two ways.
func Day(typed string) string { return read.Day(strings.TrimSpace(typed)) }

// Site returns an address with https:// before it, where people leave that off; "" if it cannot
// be an address.
func Site(typed string) string {
	typed = strings.TrimSpace(typed)
	bare, secure := strings.CutPrefix(typed, "https://")
	host, _, _ := strings.Cut(bare, "/")
	switch {
	case !secure && strings.Contains(typed, "://"), !strings.Contains(host, "."), strings.ContainsAny(typed, " \"<>"):
		return ""
	}
	return "https://" + bare
}
