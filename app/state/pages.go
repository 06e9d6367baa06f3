package state

import "factframe/data"

// Page is a kind of page: how the address of its states is written and read. Which
// of them are prerendered says Prerendered, which the program does not need.
type Page struct {
	has     func(State) bool
	address func(State) string

	// parse reads what stands behind the root of the site: the segments of a path,
	// and a query. It returns false for the address of another kind.
	parse func(p *data.Package, segments []string, query string) (s State, ignored []string, ok bool)
}

// pages are all kinds, the most special first: any state has a ViewPage.
var pages = []*Page{FigurePage, ComparePage, ReceiptsPage, ViewPage}

// Page is the kind of page that shows a state.
func (s State) Page() *Page {
	for _, page := range pages {
		if page.has(s) {
			return page
		}
	}
	return ViewPage
}
