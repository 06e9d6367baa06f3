package app

import (
	"strings"

	"factframe/web/goapp/render"
)

// attributes are a list because they are few: it is smaller than a map, and faster to
// create, compare and discard.
type attributes []attribute

type attribute struct{ name, value string }

func (a attributes) value(name string) (string, bool) {
	for _, each := range a {
		if each.name == name {
			return each.value, true
		}
	}
	return "", false
}

// Set sets an attribute. A class is added to the existing ones.
func (a *attributes) Set(name string, v any) {
	value := strings.TrimSpace(toString(v))
	for i := range *a {
		if each := &(*a)[i]; each.name == name {
			if name == "class" {
				value = strings.TrimSpace(each.value + " " + value)
			}
			each.value = value
			return
		}
	}
	if name != "class" || value != "" {
		*a = append(*a, attribute{name, value})
	}
}

// show sets all attributes on a new node.
func (a attributes) show(n render.Node) {
	for _, each := range a {
		renderer.Attribute(n, each.name, each.value, true)
	}
}

// showChanges sets and removes the attributes that differ from old.
func (a attributes) showChanges(n render.Node, old attributes) {
	for _, each := range old {
		if _, kept := a.value(each.name); !kept {
			renderer.Attribute(n, each.name, "", false)
		}
	}
	for i, each := range a {
		if i < len(old) && old[i] == each {
			continue
		}
		if was, had := old.value(each.name); !had || was != each.value {
			renderer.Attribute(n, each.name, each.value, true)
		}
	}
}

func resolveAttributeURLValue(_, value string, _ func(string) string) string { return value }
