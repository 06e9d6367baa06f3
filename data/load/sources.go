package load

import (
	"cmp"
	"strconv"

	"factframe/data"
)

func (l *loader) source(r row) {
	s := &data.Source{
		ID: r.text("id"), Title: r.required("title"), Short: r.text("short"), Brief: r.text("brief"),
		Publisher: r.required("publisher"), PublisherBasis: basis(r, "publisher_basis"),
		Published: r.required("published"), PublishedBasis: basis(r, "published_basis"),
		Originator: r.text("originator"), Chain: r.texts("chain"),
		Area: r.text("area"), Coverage: r.text("coverage"),
		SHA256: r.text("sha256"), URL: r.text("url"), Note: r.text("note"),
	}
	s.Method = reference(r, "method", r.text("method"), "method", l.p.Methods, func(m *data.Method) string { return m.ID })
	s.Short, s.Brief = cmp.Or(s.Short, s.Publisher), cmp.Or(s.Brief, s.Publisher)
	s.Originator = cmp.Or(s.Originator, s.Publisher)
	if len(s.Chain) == 0 {
		s.Chain = []string{s.Publisher}
	}
	l.p.Sources = append(l.p.Sources, s)
}

func basis(r row, field string) data.Basis {
	return data.Basis(r.choice(field, data.Bases...))
}

func (l *loader) series(r row) {
	s := &data.Series{
		ID: r.text("id"), Words: l.p.Words, Title: r.required("title"),
		Population: r.text("population"), AgeMin: r.integer("age_min"), AgeMax: r.integer("age_max"),
		CoverageN: r.integer("coverage_n"), CoverageM: r.integer("coverage_m"), CoverageWho: r.text("coverage_who"), Unnamed: r.flag("coverage_unnamed"),
		Rolling: r.flag("rolling"), Note: r.text("note"),
	}
	s.Counted = l.countedOf(r, "counted", r.required("counted"))
	s.Unit = l.unitOf(r, "unit", cmp.Or(r.text("unit"), data.Count.ID))
	s.Source = l.sourceOf(r, "source", r.required("source"))
	s.AlsoReportedBy = references(r, "also_reported_by", l.sourceOf)
	before := len(*l.problems)
	s.Dimensions = references(r, "dimensions", l.dimension)
	l.misnamed[s] = len(*l.problems) > before
	if r.has("records") {
		s.Records = l.records(r, s)
	}
	l.p.Series = append(l.p.Series, s)
}

func (l *loader) sourceOf(r row, field, id string) *data.Source {
	return reference(r, field, id, "source", l.p.Sources, func(s *data.Source) string { return s.ID })
}

func (l *loader) countedOf(r row, field, id string) *data.Counted {
	return reference(r, field, id, "counted thing", l.p.Counted, func(c *data.Counted) string { return c.ID })
}

func (l *loader) unitOf(r row, field, id string) *data.Unit {
	return reference(r, field, id, "unit", append(l.p.Units, data.StandardUnits...), func(u *data.Unit) string { return u.ID })
}

func (l *loader) dimension(r row, field, id string) *data.Dimension {
	return reference(r, field, id, "dimension", l.p.Dimensions, func(d *data.Dimension) string { return d.ID })
}

func (l *loader) seriesOf(r row, field, id string) *data.Series {
	return reference(r, field, id, "series", l.p.Series, func(s *data.Series) string { return s.ID })
}

func (l *loader) figureOf(r row, field, id string) *data.Figure {
	f := l.p.Figure(id)
	if f == nil && id != "" {
		r.problem(field, "there is no figure "+strconv.Quote(id), "write the id of a figure in the package")
	}
	return f
}
