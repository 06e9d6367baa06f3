package state

import "factframe/data"

// Page is a type of page: how the addresses of its states are written and read. Prerendered
// lists the prerendered ones separately, because the program does not need them.
type Page struct {
	has     func(State) bool
	address func(State) string

	// parse reads an address relative to the root of the site. It returns false for the
	// address of another type.
	parse func(p *data.Package, at location) (s State, ignored []string, ok bool)
}

// location is an address in parts.
type location struct {
	segments        []string
	query, fragment string
}

// pages are all types, the most specific first. ViewPage accepts any state.
var pages = []*Page{FigurePage, ComparePage, ReceiptsPage, ViewPage}

// Page returns the type of page that shows a state.
func (s State) Page() *Page {
	for _, page := range pages {
		if page.has(s) {
			return page
		}
	}
	return ViewPage
}
