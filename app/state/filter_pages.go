package state

import (
	"slices"

	"factframe/data"
	"factframe/data/table"
)

const (
	mostPaged = 12 // the maximum number of codes of a filter whose codes each have a page
	mostFew   = 16 // and of all filters together in a site of few files
)

// paged reports whether each code of a filter has a page.
func paged(p *data.Package, view, dimension string) bool {
	if p.Few {
		return fewPaged(p, view, dimension)
	}
	return len(table.Options(p, p.View(view), dimension)) <= mostPaged
}

// fewPaged is the same in a site of few files, where the first filters have pages.
func fewPaged(p *data.Package, view, dimension string) bool {
	left := mostFew
	for _, v := range p.Views {
		for _, each := range slices.Concat(v.OneOf, v.Filters) {
			n := len(table.Options(p, v, each))
			fits := n <= min(left, mostPaged)
			if v.ID == view && each == dimension {
				return fits
			}
			if fits {
				left -= n
			}
		}
	}
	return false
}
