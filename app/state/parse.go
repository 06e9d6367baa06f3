package state

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"factframe/data"
	"factframe/data/table"
)

// Parameters returns the names of the query parameters that choose what a page shows.
// Others control its appearance or were added by a host, and are ignored.
func Parameters(p *data.Package) []string {
	names := append([]string{"unit", "order", "show", "figure", "figures", "from", "to", "rows"}, data.Attributes()...)
	for _, d := range p.Dimensions {
		names = append(names, d.ID)
	}
	return names
}

// Defaults returns the initial choices of a view as parameters. An address with them shows
// the same page even if the package's defaults change.
func Defaults(v *data.View) string {
	if v == nil {
		return ""
	}
	var s State
	if len(v.Units) > 0 {
		s.Unit = v.Units[0].ID
	}
	if len(v.Orders) > 0 {
		s.Order = v.Orders[0]
	}
	return s.query()
}

// Parse returns the state of an address relative to the root of the site, and the parts
// that it did not understand, for the page to report.
func Parse(p *data.Package, address string) (State, []string) {
	address, fragment, _ := strings.Cut(address, "#")
	path, query, _ := strings.Cut(address, "?")
	segments := strings.FieldsFunc(strings.TrimSuffix(path, "index.html"), func(r rune) bool { return r == '/' })
	for _, page := range pages {
		if s, ignored, ok := page.parse(p, location{segments, query, fragment}); ok {
			return s, ignored
		}
	}
	return State{View: p.Views[0].ID}, []string{path}
}

// set applies one value of a parameter. It returns false if the view has no such value.
func (s *State) set(p *data.Package, name, value string) bool {
	v := p.View(s.View)
	switch {
	case name == "unit" && p.Unit(value) != nil && slices.Contains(v.Units, p.Unit(value)):
		*s = s.WithUnit(v, p.Unit(value))
	case name == "order" && slices.Contains(v.Orders, value):
		*s = s.WithOrder(v, value)
	case name == "show" && value == ShowTable:
		s.Show = value
	case name == "rows" && isRow(value):
		s.Rows, _ = strconv.Atoi(value)
	case name == "from" && hasPeriod(p, v, value):
		s.From = value
	case name == "to" && hasPeriod(p, v, value):
		s.To = value
	case name == "figure" && p.Figure(value) != nil:
		s.Figure = value
	case slices.Contains(v.OneOf, name):
		if !hasCode(table.Options(p, v, name), value) || s.filters(name) {
			return false
		}
		*s = s.WithOneOf(p, name, value)
	case value == nothing && slices.Contains(v.Filters, name):
		if !s.filters(name) {
			*s = s.WithNone(name)
		}
	case slices.Contains(v.Filters, name) && hasCode(table.Options(p, v, name), value):
		if c := (Choice{name, value, !paged(p, s.View, name)}); !slices.ContainsFunc(s.Keep, c.is) {
			if s.none(name) {
				*s = s.WithOnly(name, nothing)
			}
			s.Keep = append(s.Keep, c)
		}
	default:
		return false
	}
	return true
}

func isRow(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n > 0 && strconv.Itoa(n) == s
}

func hasCode(codes []data.Code, id string) bool {
	return slices.ContainsFunc(codes, func(c data.Code) bool { return c.ID == id })
}

func hasPeriod(p *data.Package, v *data.View, name string) bool {
	return slices.ContainsFunc(table.Periods(p, v), func(period data.Period) bool { return p.NameOf(period).ID == name })
}

func (s State) parseQuery(p *data.Package, query string, ignored []string) (State, []string) {
	for name, part := range parameters(p, query) {
		if !s.set(p, name, part) {
			ignored = append(ignored, name+"="+part)
		}
	}
	return s, ignored
}

// parameters yields the parameters of a query that belong to a state. It splits lists into
// single values.
func parameters(p *data.Package, query string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		ours := Parameters(p)
		for pair := range strings.SplitSeq(strings.TrimPrefix(query, "?"), "&") {
			name, raw, _ := strings.Cut(pair, "=")
			if !slices.Contains(ours, name) {
				continue
			}
			for part := range strings.SplitSeq(unescaped(raw), ",") {
				if !yield(name, part) {
					return
				}
			}
		}
	}
}

// unescaped decodes a part of a query, or returns it unchanged if it is badly escaped.
// net/url does the same, but would add 2 % to the program.
func unescaped(raw string) string {
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '+':
			b.WriteByte(' ')
		case '%':
			if i+2 >= len(raw) {
				return raw
			}
			n, err := strconv.ParseUint(raw[i+1:i+3], 16, 8)
			if err != nil {
				return raw
			}
			b.WriteByte(byte(n))
			i += 2
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// Escaped encodes a text for a query.
func Escaped(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~/", c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

const hex = "0123456789ABCDEF"
