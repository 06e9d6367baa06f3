// Package statetest simulates the choices of a reader, for tests.
package statetest

import (
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"

	"pgregory.net/rapid"
)

// Walk opens a view and makes up to most choices with the controls of the page. It returns
// every state on the way.
func Walk(t *rapid.T, p *data.Package, most int) []state.State {
	v := rapid.SampledFrom(p.Views).Draw(t, "view")
	s := state.State{View: v.ID}
	states := []state.State{s}
	for range rapid.IntRange(0, most).Draw(t, "choices") {
		s = choose(t, p, v, s)
		states = append(states, s)
	}
	return states
}

func choose(t *rapid.T, p *data.Package, v *data.View, s state.State) state.State {
	number := func(what string, n int) int { return rapid.IntRange(0, n-1).Draw(t, what) }
	switch number("kind of choice", 9) {
	case 0:
		if len(v.Units) > 0 {
			return s.WithUnit(v, v.Units[number("unit", len(v.Units))])
		}
	case 1:
		if len(v.Orders) > 0 {
			return s.WithOrder(v, v.Orders[number("order", len(v.Orders))])
		}
	case 2:
		return s.WithShow([]string{"", state.ShowTable}[number("show", 2)])
	case 3:
		if periods := table.Periods(p, v); len(periods) > 1 {
			first := number("from", len(periods))
			return s.WithSpan(p, first, first+number("to", len(periods)-first))
		}
	case 4:
		if len(p.Figures) > 0 {
			return s.WithFigure(append([]string{""}, p.Figures[number("figure", len(p.Figures))].ID)[number("open", 2)])
		}
	case 5:
		return s.Cleared()
	case 6:
		if len(v.OneOf) > 0 {
			dimension := v.OneOf[number("one of", len(v.OneOf))]
			options := table.Options(p, v, dimension)
			return s.WithOneOf(p, dimension, rapid.SampledFrom(options).Draw(t, "code").ID)
		}
	default:
		if len(v.Filters) > 0 {
			return filter(t, p, v, s, v.Filters[number("filter", len(v.Filters))])
		}
	}
	return s
}

// filter ticks a checkbox of a filter, or follows one of its links.
func filter(t *rapid.T, p *data.Package, v *data.View, s state.State, dimension string) state.State {
	options := table.Options(p, v, dimension)
	code := rapid.SampledFrom(options).Draw(t, "code").ID
	if rapid.Bool().Draw(t, "only") {
		return s.WithOnlyOf(p, dimension, code)
	}
	return s.WithToggled(p, state.Choice{Dimension: dimension, Code: code})
}
