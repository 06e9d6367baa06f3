package check

import (
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/table"
)

// maxHeadline is the most words that a headline may have.
const maxHeadline = 15

func views(p *data.Package, r *report) {
	for _, v := range p.Views {
		record := "views " + v.ID
		if n := len(strings.Fields(v.Headline)); n > maxHeadline {
			r.add(record, "headline", "state the finding in at most 15 words", "has %d words", n)
		}
		for _, spec := range v.Panels {
			panel(p, v, spec, r)
		}
		once := func(field string, list []string) {
			if twice := repeated(list); twice != "" {
				r.add(record, field, "remove one of them", "%q is listed twice", twice)
			}
		}
		once("filters", v.Filters)
		once("one_of", v.OneOf)
		once("orders", v.Orders)
		once("units", unitIDs(v.Units))
		for _, u := range v.Units {
			if !offered(p, v, u) {
				r.add(record, "units", "remove it, or use the unit of the view's figures", "no figure of this view is in %q", u.ID)
			}
		}
		for _, dimension := range v.Filters {
			if len(table.Options(p, v, dimension)) < 2 {
				r.add(record, "filters", "remove it", "%q offers no choice: the view's figures have fewer than two of its codes", dimension)
			}
		}
		for _, dimension := range v.OneOf {
			oneOf(p, v, dimension, r)
		}
	}
}

// oneOf checks a dimension of which a view shows one code at a time.
func oneOf(p *data.Package, v *data.View, dimension string, r *report) {
	record := "views " + v.ID
	if len(table.Options(p, v, dimension)) < 2 {
		r.add(record, "one_of", "remove it", "%q offers no choice: the view's figures have fewer than two of its codes", dimension)
	}
	if slices.Contains(v.Filters, dimension) {
		r.add(record, "one_of", "list it in one of them", "%q is also in filters", dimension)
	}
	for _, spec := range v.Panels {
		for channel, to := range spec.Channels {
			if to == dimension {
				r.add(record, "one_of", "use another dimension there, or list it in filters", "%q is also what panel %s shows as %s", dimension, spec.ID, channel)
			}
		}
		for _, s := range spec.Series {
			if s.Records != nil || !slices.ContainsFunc(s.Dimensions, func(d *data.Dimension) bool { return d.ID == dimension }) {
				r.add(record, "one_of", "use a dimension of every series of the view, and no records", "the figures of %q have no %q to choose", s.ID, dimension)
			}
		}
	}
}

func unitIDs(units []*data.Unit) []string {
	var list []string
	for _, u := range units {
		list = append(list, u.ID)
	}
	return list
}

// repeated returns the first entry that is in the list twice, or "".
func repeated(list []string) string {
	for i, each := range list {
		if slices.Contains(list[:i], each) {
			return each
		}
	}
	return ""
}

// offered reports whether a view has figures in a unit, as values or as shares.
func offered(p *data.Package, v *data.View, u *data.Unit) bool {
	for _, panel := range table.Select(p, table.Query{View: v.ID, Measure: u}).Panels {
		for _, row := range panel.Rows {
			if row.Unit == u && (row.Amount != nil || row.Figure.Unit == u) {
				return true
			}
		}
	}
	return false
}

func panel(p *data.Package, v *data.View, spec *data.PanelSpec, r *report) {
	record := "views " + v.ID + " panel " + spec.ID
	traits := spec.Mark.Traits()
	for _, channel := range traits.Needs {
		if spec.Channels[channel] == "" {
			r.add(record, "channels", `write what it shows, such as {"y": "region", "x": "value"}`, "%s is missing", channel)
		}
	}
	if traits.SharesAxis && len(spec.Series) == 0 {
		r.add(record, "series", "list the series to draw", "a %s needs a series for its axis", spec.Mark)
	}
	for _, name := range spec.At {
		if name != data.First && name != data.Latest && !slices.ContainsFunc(p.Figures, func(f *data.Figure) bool { return f.PeriodName.ID == name }) {
			r.add(record, "at", `write "latest", "first" or the id of a period, such as "2023" or "2023-q2"`, "no figure has the period %q", name)
		}
	}
	if spec.Channels["facet"] != "" && !slices.Contains(traits.Group, "facet") && (!traits.Timed || traits.Parts) {
		r.add(record, "channels", "remove facet", "a %s cannot be split by facet", spec.Mark)
	}
	recorded := false
	for _, s := range spec.Series {
		if s.Records != nil {
			recorded = true
			records(v, spec, s, r)
			if v.Spans {
				r.add("views "+v.ID, "filters", `remove "period", or make the periods a dimension`, "records cover one period")
			}
		}
	}
	if recorded && len(spec.Series) > 1 {
		r.add(record, "series", "draw each in a separate panel", "records can only be added up for one series, not %d", len(spec.Series))
	}
	if traits.Ages && len(spec.Figures) != 1 {
		r.add(record, "figures", "draw each age in a separate panel", "an age axis shows one figure, not %d", len(spec.Figures))
	}
	if traits.Ages && len(spec.Figures) == 1 && !hasAge(spec.Figures[0]) {
		r.add(record, "figures", "use a figure in years, or one whose series has ages", "%q has no age", spec.Figures[0].ID)
	}
}

// records checks that records are added up as bars only, and grouped by dimensions of
// their series.
func records(v *data.View, spec *data.PanelSpec, s *data.Series, r *report) {
	record := "views " + v.ID + " panel " + spec.ID
	y, facet := spec.Channels["y"], spec.Channels["facet"]
	if !spec.Mark.Traits().Records {
		r.add(record, "mark", `write "bar"`, "only bars can show the records of %q", s.ID)
	}
	if s.Dimension(y) == nil || facet != "" && (facet == y || s.Dimension(facet) == nil) {
		r.add(record, "channels", `use one dimension of the series as "y" for the rows, and another as "facet" for groups`, "the records of %q cannot be grouped by these channels", s.ID)
	}
	if facet != "" && len(v.Orders) > 0 {
		r.add("views "+v.ID, "orders", "remove them", "groups always keep the order of the package")
	}
	if p := s.Records.Period; p.Start.IsZero() != p.End.IsZero() || p.End < p.Start {
		r.add("series "+s.ID+" records", "period_end", "write both dates, with the first day before the last, or neither", "the period has no end, or ends before it starts")
	}
}

func hasAge(f *data.Figure) bool {
	return f.Unit.Kind.Traits().Age || f.Series.AgeMin != nil || f.Series.AgeMax != nil
}

// templates reports ids in braces that are not figures.
func templates(p *data.Package, r *report) {
	for _, v := range p.Views {
		named(p, v, "headline", v.Headline, r)
		named(p, v, "subtitle", v.Subtitle, r)
		for _, note := range v.Notes {
			named(p, v, "notes", note, r)
		}
	}
}

func named(p *data.Package, v *data.View, field, text string, r *report) {
	for _, id := range data.Named(text) {
		if p.Figure(id) == nil {
			r.add("views "+v.ID, field, "write the id of a figure, or remove the braces", "there is no figure %q", id)
		}
	}
}
