package site

import (
	"fmt"
	"slices"

	"factframe/app/state"
)

// Preview is a site whose pages are made one at a time, for somebody who edits its package:
// the pages in the package's own language, with what they need to run, but without pictures
// and files to download.
type Preview struct {
	language language
	assets   assets
	states   []state.State
	Files    map[string][]byte // what every page needs, by name; without the program itself
}

// NewPreview prepares the preview of a package. Of the program it needs the script and the
// bytes.
func NewPreview(in Input) (*Preview, error) {
	l, err := inLanguage(in, in.Package)
	if err != nil {
		return nil, err
	}
	v := &Preview{language: l, assets: l.assets(in), states: state.Prerendered(in.Package)}
	start := in.Program.Runtime + starter
	v.assets.programHash = hashOf(start)
	v.Files = map[string][]byte{v.assets.program: []byte(start), v.assets.packageFile: l.json}
	delete(v.Files, "")
	return v, nil
}

// Pages is the number of pages. The first is that of the first view.
func (v *Preview) Pages() int { return len(v.states) }

// Place is the number of the page at an address; -1 if there is none.
func (v *Preview) Place(address string) int {
	return slices.IndexFunc(v.states, func(s state.State) bool { return s.Address() == address })
}

// Page makes a page, and returns it with its address.
func (v *Preview) Page(i int) (address string, content []byte, err error) {
	s := v.states[i]
	address = s.Address()
	panel, receipt, err := panelOf(v.language.pkg, s, v.assets)
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", address, err)
	}
	return address, page(v.language.pkg, s, address, v.assets, panel, receipt), nil
}
