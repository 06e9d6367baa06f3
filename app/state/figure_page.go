package state

import "factframe/data"

// FigurePage is the page of one figure's receipt. In a site of few files the receipt is on a
// shared page, and its address ends in the id of the figure.
var FigurePage = &Page{
	has: func(s State) bool { return s.View == "" && s.Figure != "" },
	address: func(s State) string {
		if s.Shared {
			return receiptsAddress(State{}) + "#" + s.Figure
		}
		return figureFolder + "/" + s.Figure + "/"
	},
	parse: func(p *data.Package, at location) (s State, ignored []string, ok bool) {
		id := ""
		switch {
		case len(at.segments) == 2 && at.segments[0] == figureFolder:
			id = at.segments[1]
		case len(at.segments) > 0 && at.segments[0] == ReceiptsView:
			id = at.fragment
		}
		return Receipt(p, id), nil, p.Figure(id) != nil
	},
}

// Receipt returns the state that shows the receipt of a figure by itself.
func Receipt(p *data.Package, figure string) State { return State{Figure: figure, Shared: p.Few} }

func figureStates(p *data.Package) (list []State) {
	if SharedReceipts(p) {
		return nil
	}
	for _, f := range p.Figures {
		list = append(list, Receipt(p, f.ID))
	}
	return list
}

const figureFolder = "figure"
