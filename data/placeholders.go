package data

import "strings"

// Named lists the figures that a text of the package names in braces, as in
// "How {foi-crimes} crimes were dealt with" or "{estimate.range}".
func Named(text string) []string {
	var ids []string
	Expand(text, func(id, form string) string {
		ids = append(ids, id)
		return ""
	})
	return ids
}

// Expand replaces each {id} and {id.form} of a text by what say returns for
// it; form is empty for the first.
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
