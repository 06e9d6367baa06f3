package data

import "strings"

// Named returns the ids of the figures that a text names in braces, as in
// "How {foi-crimes} crimes were dealt with" or "{estimate.range}".
func Named(text string) []string {
	var ids []string
	Expand(text, func(id, form string) string {
		ids = append(ids, id)
		return ""
	})
	return ids
}

// Expand replaces each {id} and {id.form} in a text with what say returns. form is
// empty for {id}.
func Expand(text string, say func(id, form string) string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			b.WriteString(text)
			return b.String()
		}
		id, form, _ := strings.Cut(name, ".")
		b.WriteString(before)
		b.WriteString(say(id, form))
		text = after
	}
}
