package site

import (
	"factframe/app/state"
	"factframe/data"
)

// Pages returns the file names of the pages that a site has for views, choices and figures, in
// each language.
func Pages(p *data.Package) (names []string) {
	for _, each := range p.InEachLanguage() {
		states := state.Prerendered(each)
		if hasStubs(each) {
			for _, f := range each.Figures {
				states = append(states, state.Receipt(each, f.ID))
			}
		}
		for _, s := range states {
			names = append(names, folderIn(p, each)+s.Address()+"index.html")
		}
	}
	return names
}
