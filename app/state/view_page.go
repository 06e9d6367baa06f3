package state

import (
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/table"
)

// ViewPage is the page of a view. A view with at most one simple choice, or a sorted table,
// has a prerendered page at a path. Other states are the view's path with a query.
var ViewPage = &Page{
	has:     func(State) bool { return true },
	address: viewAddress,
	parse:   parseView,
}

func viewAddress(s State) string {
	path := s.View + "/"
	if segments, paged := s.page(); paged {
		for _, segment := range segments {
			path += segment + "/"
		}
		return path
	}
	return path + "?" + s.query()
}

// page returns the path segments of a state and whether it has a prerendered page. Such a
// state has at most one choice. Sorted tables and later pages of long tables have a page
// too, because links in the table must work without JavaScript.
func (s State) page() (segments []string, paged bool) {
	if s.Figure != "" || s.From != "" || s.To != "" || slices.ContainsFunc(s.Keep, func(c Choice) bool { return c.Many }) {
		return nil, false
	}
	segments = s.simple()
	turned := s.Show == ShowTable && (s.Order != "" || s.Rows > 0)
	return segments, len(segments) < 2 || len(segments) == 2 && turned
}

func parseView(p *data.Package, at location) (s State, ignored []string, ok bool) {
	s = State{View: p.Views[0].ID}
	if len(at.segments) > 0 {
		if p.View(at.segments[0]) == nil {
			return s, nil, false
		}
		s.View = at.segments[0]
		for _, segment := range at.segments[1:] {
			if !s.choose(p, segment) {
				ignored = append(ignored, segment)
			}
		}
	}
	s, ignored = s.parseQuery(p, at.query, ignored)
	return s, ignored, true
}

// choose applies a choice from a path segment.
func (s *State) choose(p *data.Package, segment string) bool {
	v := p.View(s.View)
	if order, ok := strings.CutPrefix(segment, "order-"); ok && s.set(p, "order", order) {
		return true
	}
	if first, ok := strings.CutPrefix(segment, "rows-"); ok && s.set(p, "rows", first) {
		return true
	}
	if s.set(p, "unit", segment) || s.set(p, "show", segment) {
		return true
	}
	for _, dimension := range slices.Concat(v.OneOf, v.Filters) {
		if code, ok := strings.CutPrefix(segment, dimension+"-"); ok && s.set(p, dimension, code) {
			return true
		}
	}
	return false
}

// RowsOnAPage is the number of rows on a page of a long table.
const RowsOnAPage = 200

// viewStates returns every view, every view with one simple choice, and every table in
// every order.
func viewStates(p *data.Package) []State {
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
		asTable := s.WithShow(ShowTable)
		list = append(list, asTable)
		for first := RowsOnAPage + 1; first <= table.Select(p, table.Query{View: v.ID}).Shown; first += RowsOnAPage {
			list = append(list, asTable.WithRows(first))
		}
		for _, dimension := range v.OneOf {
			if paged(p, v.ID, dimension) {
				for _, code := range table.Options(p, v, dimension) {
					list = appendOther(list, s, s.WithOneOf(p, dimension, code.ID))
				}
			}
		}
		for _, dimension := range v.Filters {
			if paged(p, v.ID, dimension) {
				for _, code := range table.Options(p, v, dimension) {
					list = append(list, s.WithOnly(dimension, code.ID))
				}
			}
		}
	}
	return list
}

func appendOther(list []State, opened, s State) []State {
	if viewAddress(s) == viewAddress(opened) {
		return list
	}
	return append(list, s)
}

// Chosen returns the measure and the filters of a state of a view, without what only changes
// how a page shows them, and whether the site has files of that: of each choice with a page,
// or, in a site of few files, only of each view as it opens.
func (s State) Chosen(p *data.Package) (chosen State, filed bool) {
	chosen = State{View: s.View, Unit: s.Unit, Keep: s.Keep, From: s.From, To: s.To}
	segments, paged := chosen.page()
	return chosen, paged && (!p.Few || len(segments) == 0)
}
