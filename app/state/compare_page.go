package state

import (
	"slices"
	"strings"

	"factframe/data"
)

// CompareView is the page where readers compare figures. Every package has it.
const CompareView = "compare"

// ComparePage is the page of CompareView.
var ComparePage = &Page{
	has: func(s State) bool { return s.View == CompareView },
	address: func(s State) string {
		if len(s.Picked) == 0 {
			return CompareView + "/"
		}
		return CompareView + "/?figures=" + strings.Join(s.Picked, ",")
	},
	parse: parsePicked,
}

// parsePicked parses the figures to compare.
func parsePicked(p *data.Package, at location) (s State, ignored []string, ok bool) {
	if len(at.segments) == 0 || at.segments[0] != CompareView {
		return s, nil, false
	}
	s, ignored = State{View: CompareView}, at.segments[1:]
	for name, part := range parameters(p, at.query) {
		switch {
		case name != "figures" || p.Figure(part) == nil:
			ignored = append(ignored, name+"="+part)
		case !slices.Contains(s.Picked, part):
			s.Picked = append(s.Picked, part)
		}
	}
	return s, ignored, true
}
