package maker

import (
	"strings"

	"factframe/app/text"
	"factframe/data/draft"
)

// In a package, a headline has the ids of figures in braces; a person sees their values there,
// or the value and the id if several figures have that value.

// inValues writes a text of the package as a person sees it.
func inValues(s string, figures []draft.Choice) string {
	return text.Expand(s, func(id string) string {
		for _, f := range figures {
			if f.ID == id {
				return "{" + liveName(f, figures) + "}"
			}
		}
		return "{" + id + "}"
	})
}

// inIDs writes what a person typed as a text of the package. What names no figure stays.
func inIDs(s string, figures []draft.Choice) string {
	return text.Expand(s, func(name string) string {
		for _, f := range figures {
			if liveName(f, figures) == strings.TrimSpace(name) {
				return "{" + f.ID + "}"
			}
		}
		return "{" + name + "}"
	})
}

func liveName(f draft.Choice, figures []draft.Choice) string {
	for _, other := range figures {
		if other.ID != f.ID && other.Value == f.Value {
			return f.Value + " " + f.ID
		}
	}
	return f.Value
}
