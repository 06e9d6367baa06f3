package state

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"factframe/data"
)

// Address returns the address of a state, relative to the root of the site.
func (s State) Address() string { return s.Page().address(s) }

// Fragment is added to links to states without a prerendered page. Without JavaScript, the
// page then says that these choices need it.
const Fragment = "#choice"

// Link returns the address of a state for links.
func (s State) Link() string { return Handed(s.Address()) }

// Handed returns an address for links.
func Handed(address string) string {
	if strings.Contains(address, "?") {
		return address + Fragment
	}
	return address
}

// simple lists the choices as path segments.
func (s State) simple() []string {
	var list []string
	if s.Unit != "" {
		list = append(list, s.Unit)
	}
	if s.Show != "" {
		list = append(list, s.Show)
	}
	if s.Order != "" {
		list = append(list, "order-"+s.Order)
	}
	if s.Rows > 0 {
		list = append(list, "rows-"+strconv.Itoa(s.Rows))
	}
	for _, c := range s.Keep {
		list = append(list, c.Dimension+"-"+c.Code)
	}
	return list
}

// query writes parameters in a fixed order with unescaped commas, so that equal states have
// equal, readable addresses.
func (s State) query() string {
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	add("unit", s.Unit)
	add("order", s.Order)
	add("show", s.Show)
	if s.Rows > 0 {
		add("rows", strconv.Itoa(s.Rows))
	}
	add("from", s.From)
	add("to", s.To)
	for dimension, codes := range s.ByDimension() {
		parts = append(parts, dimension+"="+strings.Join(codes, ","))
	}
	add("figure", s.Figure)
	return strings.Join(parts, "&")
}

// ByDimension yields the kept codes by dimension, in the order of the state.
func (s State) ByDimension() iter.Seq2[string, []string] {
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

// ViewLink returns the address of a view or of the comparison page.
func ViewLink(view string) string { return State{View: view}.Link() }

// FigureLink returns the address of a figure's receipt.
func FigureLink(p *data.Package, figure string) string { return Receipt(p, figure).Link() }
