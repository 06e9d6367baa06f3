package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/table"
)

// word matches ids that can be part of an address, a query and a folder name.
var word = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

// reserved lists ids that a dimension cannot have, because an address, a channel or
// a record uses the word for something else.
var reserved = append([]string{
	"unit", "order", "show", "figure", "figures", "from", "to", "rows", // in the address of a state
	"theme", "mode", "header", "filters", "accent", "lang", "load", // the appearance of a page
	"value", data.Span, // in channels
	"id", "name", "label", "period_start", "period_end", "period_text", "period_basis", "value_text", "low", "high", "qualifier",
	"rounded_to", "status", "base", "percent", "restates", "may_restate", "quote", "note", "formula", "inputs", "decimals", "shown_to", // in observations and derived figures
	"count", "records", // in tables of records
}, data.Attributes()...)

// ReservedDimensions returns the ids that a dimension cannot have.
func ReservedDimensions() []string { return slices.Clone(reserved) }

// ids checks that ids are unique and have no character with a special meaning in
// addresses.
func ids(p *data.Package, r *report) {
	unique(r, "units", "unit", p.Units, func(u *data.Unit) string { return u.ID })
	unique(r, "methods", "method", p.Methods, func(m *data.Method) string { return m.ID })
	unique(r, "dimensions", "dimension", p.Dimensions, func(d *data.Dimension) string { return d.ID })
	unique(r, "counted", "counted thing", p.Counted, func(c *data.Counted) string { return c.ID })
	unique(r, "statements", "statement", p.Statements, func(s *data.Statement) string { return s.ID })
	for _, d := range p.Dimensions {
		if slices.Contains(reserved, strings.ToLower(d.ID)) {
			r.add("dimensions "+d.ID, "id", "choose another id", "%q already means something else in an address or a record", d.ID)
		}
		unique(r, "dimensions "+d.ID+" codes", "code", d.Codes, func(c *data.Code) string { return c.ID })
	}
	for _, v := range p.Views {
		unique(r, "views "+v.ID+" panels", "panel", v.Panels, func(spec *data.PanelSpec) string { return spec.ID })
		segments(p, v, r)
	}
}

// unique checks the ids of a list. Ids that differ only in case count as equal,
// because some file systems treat them as one folder.
func unique[T any](r *report, table, kind string, list []T, id func(T) string) {
	seen := map[string]bool{}
	for _, each := range list {
		of := id(each)
		switch folded := strings.ToLower(of); {
		case !word.MatchString(of):
			r.add(table+" "+of, "id", "use letters, digits, hyphens and underscores, starting with a letter or digit", "%q cannot be part of an address", of)
		case seen[folded]:
			r.add(table+" "+of, "id", "give it another id", "%q is also the id of another %s", of, kind)
		default:
			seen[folded] = true
		}
	}
}

// segments checks that no two prerendered selections of a view share an address.
func segments(p *data.Package, v *data.View, r *report) {
	record := "views " + v.ID
	taken := map[string]string{"table": "the table", "whole": "the file of the whole view"}
	take := func(field, segment, what string) {
		if other := taken[strings.ToLower(segment)]; other != "" {
			r.add(record, field, "rename one of them", "%s and %s would both have the address %s/%s/", other, what, v.ID, segment)
		}
		taken[strings.ToLower(segment)] = what
	}
	for _, u := range v.Units {
		take("units", u.ID, fmt.Sprintf("the unit %q", u.ID))
	}
	for _, order := range v.Orders {
		take("orders", "order-"+order, fmt.Sprintf("the order %q", order))
	}
	for _, dimension := range slices.Concat(v.OneOf, v.Filters) {
		for _, code := range table.Options(p, v, dimension) {
			segment := dimension + "-" + code.ID
			if strings.HasPrefix(segment, "rows-") || strings.HasPrefix(segment, "order-") {
				r.add(record, "filters", "rename the dimension", "%q would have an address that means something else: %s/%s/", dimension, v.ID, segment)
			}
			take("filters", segment, fmt.Sprintf("the code %q of %q", code.ID, dimension))
		}
	}
}
