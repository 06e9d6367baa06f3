package state

import (
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Address is where a state lives, relative to the root of the site.
func (s State) Address() string { return s.Page().address(s) }

// Fragment ends the addresses that we hand out and that are no page of their
// own: where no script runs, the page then says that choices need one.
const Fragment = "#choice"

// Link is the address of a state as we hand it out.
func (s State) Link() string { return Handed(s.Address()) }

// Handed is an address as we hand it out.
func Handed(address string) string {
	if strings.Contains(address, "?") {
		return address + Fragment
	}
	return address
}

// simple lists the choices as the path segments they would be alone.
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

// query writes its parts in a fixed order and leaves commas as they are, so
// that equal states have equal addresses that can be read.
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

// ByDimension yields the kept codes of each dimension in the order in which
// the state first has them.
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

// ViewLink is the address of a view as it opens, or of comparisons.
func ViewLink(view string) string { return State{View: view}.Link() }

// FigureLink is the address of a figure's receipt.
func FigureLink(figure string) string { return State{Figure: figure}.Link() }
