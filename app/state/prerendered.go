package state

import (
	"factframe/data"
)

// Prerendered lists the states that have a page of their own: every view, every
// view with one simple choice, every table in every order, the empty comparison,
// and the receipt of every figure.
func Prerendered(p *data.Package) []State {
	var list []State
	for _, v := range p.Views {
		s := State{View: v.ID}
		list = append(list, s)
		for _, u := range v.Units {
			list = appendOther(list, s, s.WithUnit(v, u))
		}
		for _, o := range v.Orders {
			list = appendOther(list, s, s.WithOrder(v, o))
			list = appendOther(list, s.WithShow(ShowTable), s.WithShow(ShowTable).WithOrder(v, o))
		}
		list = append(list, s.WithShow(ShowTable))
		for _, dimension := range v.Filters {
			for _, code := range p.Options(v, dimension) {
				list = append(list, s.WithOnly(dimension, code.ID))
			}
		}
	}
	list = append(list, State{View: CompareView})
	for _, f := range p.Figures {
		list = append(list, State{Figure: f.ID})
	}
	return list
}

func appendOther(list []State, opened, s State) []State {
	if s.Address() == opened.Address() {
		return list
	}
	return append(list, s)
}
