package state

import "factframe/data"

// FigurePage is the page of one figure's receipt.
var FigurePage = &Page{
	has:     func(s State) bool { return s.View == "" && s.Figure != "" },
	address: func(s State) string { return figureFolder + "/" + s.Figure + "/" },
	parse: func(p *data.Package, segments []string, _ string) (s State, ignored []string, ok bool) {
		if len(segments) != 2 || segments[0] != figureFolder || p.Figure(segments[1]) == nil {
			return s, nil, false
		}
		return State{Figure: segments[1]}, nil, true
	},
}

func figureStates(p *data.Package) (list []State) {
	if ManyFigures(p) {
		return nil
	}
	for _, f := range p.Figures {
		list = append(list, State{Figure: f.ID})
	}
	return list
}

const figureFolder = "figure"
