package app

import (
	"iter"
	"net/url"
	"slices"
	"strings"

	"factframe/data"
)

// Address is where a state lives, relative to the root of the site: a view and
// at most one simple choice are a path, which is prerendered; anything else is
// the view's path and a query.
func (s State) Address() string {
	if s.View == "" && s.Figure != "" {
		return "figure/" + s.Figure + "/"
	}
	path := s.View + "/"
	if len(s.Picked) > 0 {
		return path + "?figures=" + strings.Join(s.Picked, ",")
	}
	simple := s.simple()
	if s.Figure == "" && len(simple) < 2 {
		for _, segment := range simple {
			path += segment + "/"
		}
		return path
	}
	return path + "?" + s.query()
}

// simple lists the choices as the path segments they would be alone.
func (s State) simple() []string {
	var list []string
	if s.Unit != "" {
		list = append(list, string(s.Unit))
	}
	if s.Order != "" {
		list = append(list, "order-"+s.Order)
	}
	if s.Show != "" {
		list = append(list, s.Show)
	}
	for _, c := range s.Keep {
		list = append(list, c.Dimension+"-"+c.Code)
	}
	return list
}

// query writes its parts in a fixed order and leaves commas as they are, so
// that equal states have equal addresses that can be read.
func (s State) query() string {
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	add("unit", string(s.Unit))
	add("order", s.Order)
	add("show", s.Show)
	for dimension, codes := range s.byDimension() {
		add(dimension, strings.Join(codes, ","))
	}
	add("figure", s.Figure)
	return strings.Join(parts, "&")
}

// byDimension yields the kept codes of each dimension in the order in which
// the state first has them.
func (s State) byDimension() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		var done []string
		for _, c := range s.Keep {
			if slices.Contains(done, c.Dimension) {
				continue
			}
			done = append(done, c.Dimension)
			var codes []string
			for _, k := range s.Keep {
				if k.Dimension == c.Dimension {
					codes = append(codes, k.Code)
				}
			}
			if !yield(c.Dimension, codes) {
				return
			}
		}
	}
}

// Presentation are the parameters that say how a page looks, not what it
// shows. They are no part of a state.
var Presentation = []string{"theme", "accent", "lang", "header", "filters", "load", "mode"}

// hostParameters are added to a frame's address by the host's own scripts.
var hostParameters = []string{"initialWidth", "childId", "parentTitle", "parentUrl", "url", "maxwidth", "maxheight", "dnt", "format"}

// NotState lists the parameters of an address that are no part of a state.
func NotState() []string { return append(slices.Clone(Presentation), hostParameters...) }

// Defaults are the choices that a view opens with, as parameters. An address
// that names them shows the same page, now and after the package has changed.
func Defaults(v *data.View) string {
	if v == nil {
		return ""
	}
	var s State
	if len(v.Units) > 0 {
		s.Unit = v.Units[0]
	}
	if len(v.Orders) > 0 {
		s.Order = v.Orders[0]
	}
	return s.query()
}

// Parse reads the state of an address below the root of the site. What it does
// not understand is left out of the state and returned, for the page to say.
func Parse(p *data.Package, path, query string) (State, []string) {
	segments := strings.FieldsFunc(strings.TrimSuffix(path, "index.html"), func(r rune) bool { return r == '/' })
	s := State{View: p.Views[0].ID}
	if len(segments) == 2 && segments[0] == "figure" {
		if p.Figure(segments[1]) != nil {
			return State{Figure: segments[1]}, nil
		}
		return s, []string{path}
	}
	var ignored []string
	if len(segments) > 0 && segments[0] == CompareView {
		return parsePicked(p, query, segments[1:])
	}
	if len(segments) > 0 {
		if p.View(segments[0]) == nil {
			return s, []string{path}
		}
		s.View = segments[0]
		for _, segment := range segments[1:] {
			if !s.choose(p, segment) {
				ignored = append(ignored, segment)
			}
		}
	}
	return s.parseQuery(p, query, ignored)
}

// choose takes a choice written as a path segment.
func (s *State) choose(p *data.Package, segment string) bool {
	v := p.View(s.View)
	if order, ok := strings.CutPrefix(segment, "order-"); ok && s.set(p, "order", order) {
		return true
	}
	if s.set(p, "unit", segment) || s.set(p, "show", segment) {
		return true
	}
	for _, dimension := range v.Filters {
		if code, ok := strings.CutPrefix(segment, dimension+"-"); ok && s.set(p, dimension, code) {
			return true
		}
	}
	return false
}

// set takes one value of one parameter, or reports that the view has none such.
func (s *State) set(p *data.Package, name, value string) bool {
	v := p.View(s.View)
	switch {
	case name == "unit" && slices.Contains(v.Units, data.Unit(value)):
		*s = s.WithUnit(v, data.Unit(value))
	case name == "order" && slices.Contains(v.Orders, value):
		*s = s.WithOrder(v, value)
	case name == "show" && value == ShowTable:
		s.Show = value
	case name == "figure" && p.Figure(value) != nil:
		s.Figure = value
	case slices.Contains(v.Filters, name) && slices.ContainsFunc(p.Options(v, name), func(c data.Code) bool { return c.ID == value }):
		if c := (Choice{name, value}); !slices.Contains(s.Keep, c) {
			s.Keep = append(s.Keep, c)
		}
	default:
		return false
	}
	return true
}

func (s State) parseQuery(p *data.Package, query string, ignored []string) (State, []string) {
	for name, part := range parameters(query) {
		if !s.set(p, name, part) {
			ignored = append(ignored, name+"="+part)
		}
	}
	return s, ignored
}

// parsePicked reads the figures to compare.
func parsePicked(p *data.Package, query string, ignored []string) (State, []string) {
	s := State{View: CompareView}
	for name, part := range parameters(query) {
		switch {
		case name != "figures" || p.Figure(part) == nil:
			ignored = append(ignored, name+"="+part)
		case !slices.Contains(s.Picked, part):
			s.Picked = append(s.Picked, part)
		}
	}
	return s, ignored
}

// parameters yields the parameters of a query that are part of a state, each of
// a list's values on its own.
func parameters(query string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for pair := range strings.SplitSeq(strings.TrimPrefix(query, "?"), "&") {
			name, raw, _ := strings.Cut(pair, "=")
			if name == "" || slices.Contains(NotState(), name) {
				continue
			}
			value, err := url.QueryUnescape(raw)
			if err != nil {
				value = raw
			}
			for part := range strings.SplitSeq(value, ",") {
				if !yield(name, part) {
					return
				}
			}
		}
	}
}
