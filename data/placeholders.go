package data

import (
	"strings"

	"factframe/app/text"
)

// Named returns the ids of the figures that a text names in braces, as in
// "How {foi-crimes} crimes were dealt with" or "{estimate.range}".
func Named(words string) []string {
	var ids []string
	Expand(words, func(id, form string) string {
		ids = append(ids, id)
		return ""
	})
	return ids
}

// Expand replaces each {id} and {id.form} in a text with what say returns. form is
// empty for {id}.
func Expand(words string, say func(id, form string) string) string {
	return text.Expand(words, func(name string) string {
		id, form, _ := strings.Cut(name, ".")
		return say(id, form)
	})
}
