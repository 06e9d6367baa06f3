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
		return slices.Contains(fewPaged(p), filter{view, dimension})
	}
	return len(table.Options(p, p.View(view), dimension)) <= mostPaged
}

// filter is a dimension whose codes a view offers. It is the Remember key of fewPaged for all.
type filter struct{ view, dimension string }

// fewPaged lists the filters whose codes have pages in a site of few files: the first ones.
func fewPaged(p *data.Package) []filter {
	return data.Remember(p, filter{}, func() (list []filter) {
		left := mostFew
		for _, v := range p.Views {
			for _, dimension := range slices.Concat(v.OneOf, v.Filters) {
				if n := len(table.Options(p, v, dimension)); n <= min(left, mostPaged) {
					left -= n
					list = append(list, filter{v.ID, dimension})
				}
			}
		}
		return list
	})
}
