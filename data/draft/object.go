package draft

import "strings"

// object is an object of a package's JSON. Fields that a draft does not know stay in it.
type object map[string]any

// object returns a field that is an object, and adds it if it is missing.
func (o object) object(field string) object {
	switch in := o[field].(type) {
	case object:
		return in
	case map[string]any:
		return in
	}
	added := object{}
	o[field] = added
	return added
}

// objects returns the objects of a list.
func (o object) objects(field string) (list []object) {
	all, _ := o[field].([]any)
	for _, each := range all {
		if in, ok := each.(map[string]any); ok {
			list = append(list, in)
		}
	}
	return list
}

// first returns the first object of a list, and adds it if the list is empty.
func (o object) first(field string) object {
	if list := o.objects(field); len(list) > 0 {
		return list[0]
	}
	added := map[string]any{}
	o[field] = []any{added}
	return added
}

// rows returns the rows of a resource.
func (o object) rows(resource string) []object {
	for _, r := range o.objects("resources") {
		if r.text("name") == resource {
			return r.objects("data")
		}
	}
	return nil
}

// text returns a field that is a text, or "".
func (o object) text(field string) string {
	s, _ := o[field].(string)
	return s
}

// say sets a text, if there is one.
func (o object) say(field, words string) {
	if words = strings.TrimSpace(words); words != "" {
		o[field] = words
	}
}
