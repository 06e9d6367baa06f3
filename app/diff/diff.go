// Package diff says what changed between two versions of a package: in its figures, its
// views and its verdicts on comparisons.
package diff

import "factframe/data"

// Changes is what differs between two versions of a package. It is empty if a reader would
// notice nothing but the version.
type Changes struct {
	From     string    `json:"from"` // the version before
	To       string    `json:"to"`
	Package  []Field   `json:"package"`
	Figures  []Change  `json:"figures"`
	Views    []Change  `json:"views"`
	Verdicts []Verdict `json:"verdicts"`
}

// Change is a figure or a view that was added, removed or changed.
type Change struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	How    How     `json:"how"`
	Fields []Field `json:"fields,omitempty"` // of a change, each that differs
}

// How something differs.
type How string

const (
	Added   How = "added"
	Removed How = "removed"
	Changed How = "changed"
)

// Field is a property with its words before and after; a side is empty where it has none.
// Pictures and tables have no words: they are listed without them.
type Field struct {
	Name   string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// Verdict is a comparison of two figures whose verdict changed: comparable, with-care or
// not-comparable.
type Verdict struct {
	Figures [2]string `json:"figures"`
	Before  string    `json:"before"`
	After   string    `json:"after"`
}

// Between returns what changed from one version of a package to the next.
func Between(before, after *data.Package) Changes {
	figures := changes(before.Figures, after.Figures, func(f *data.Figure) (id, name string) { return f.ID, f.Name }, ofFigure)
	return Changes{
		From: before.Version, To: after.Version,
		Package:  differing(ofPackage(before), ofPackage(after)),
		Figures:  figures,
		Views:    changes(viewsOf(before), viewsOf(after), func(v view) (id, name string) { return v.ID, v.Title }, ofView),
		Verdicts: verdicts(before, after, figures),
	}
}

// Any reports whether anything changed.
func (c Changes) Any() bool {
	return len(c.Package)+len(c.Figures)+len(c.Views)+len(c.Verdicts) > 0
}

// changes compares two lists by id: first what was removed, then what is new or changed, in
// the order of the lists.
func changes[T any](before, after []T, named func(T) (id, name string), of func(T) []property) []Change {
	byID := func(list []T) map[string]T {
		known := make(map[string]T, len(list))
		for _, each := range list {
			id, _ := named(each)
			known[id] = each
		}
		return known
	}
	list, old, now := []Change{}, byID(before), byID(after)
	for _, each := range before {
		id, name := named(each)
		if _, left := now[id]; !left {
			list = append(list, Change{id, name, Removed, nil})
		}
	}
	for _, each := range after {
		id, name := named(each)
		if was, known := old[id]; !known {
			list = append(list, Change{id, name, Added, nil})
		} else if fields := differing(of(was), of(each)); len(fields) > 0 {
			list = append(list, Change{id, name, Changed, fields})
		}
	}
	return list
}

// property is a named part of a figure or view. What is drawn has no words to report.
type property struct {
	name, words string
	drawn       bool
}

// differing returns the properties that differ. Both lists have the same names in the same
// order.
func differing(before, after []property) []Field {
	list := []Field{}
	for i, now := range after {
		was := before[i]
		switch {
		case was.words == now.words:
		case now.drawn:
			list = append(list, Field{Name: now.name})
		default:
			list = append(list, Field{now.name, was.words, now.words})
		}
	}
	return list
}
