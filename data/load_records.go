package data

import "fmt"

func (l *loader) vocabulary(own row) {
	for i, v := range own.objects("dimensions") {
		r := l.row(fmt.Sprintf("dimensions entry %d", i+1), v)
		d := &Dimension{ID: r.required("id"), Title: r.required("title"), Caution: r.text("caution"), Optional: r.flag("optional")}
		for j, v := range r.objects("codes") {
			c := l.row(fmt.Sprintf("dimensions %s codes entry %d", d.ID, j+1), v)
			d.Codes = append(d.Codes, &Code{ID: c.required("id"), Label: c.required("label"), Absent: c.flag("absent"), Period: period(c)})
			c.done()
		}
		l.p.Dimensions = append(l.p.Dimensions, d)
		r.done()
	}
	for i, v := range own.objects("counted") {
		r := l.row(fmt.Sprintf("counted entry %d", i+1), v)
		l.p.Counted = append(l.p.Counted, &Counted{ID: r.required("id"), One: r.required("one"), Many: r.required("many"), Beware: r.text("beware")})
		r.done()
	}
}

// Methods are the ways in which figures came to be published.
var Methods = []string{"newspaper_foi", "police_release", "agency_statement", "survey_citation", "press_report"}

func (l *loader) source(r row) {
	s := &Source{
		ID: r.text("id"), Title: r.required("title"), Short: r.required("short"), Brief: r.text("brief"),
		Publisher: r.required("publisher"), PublisherBasis: basis(r, "publisher_basis"),
		Published: r.required("published"), PublishedBasis: basis(r, "published_basis"),
		Originator: r.required("originator"), Chain: r.texts("chain"),
		Method: r.choice("method", Methods...), Area: r.text("area"), Coverage: r.required("coverage"),
		SHA256: r.text("sha256"), URL: r.text("url"), Note: r.text("note"),
	}
	if s.Brief == "" {
		s.Brief = s.Publisher
	}
	l.p.Sources = append(l.p.Sources, s)
}

func basis(r row, field string) Basis {
	return Basis(r.choice(field, string(Stated), string(Inferred)))
}

func (l *loader) series(r row) {
	s := &Series{
		ID: r.text("id"), Title: r.required("title"),
		Unit:       Unit(r.choice("unit", string(Count), string(Percent), string(PercentChange), string(PerDay), string(Years), string(Fraction))),
		Population: r.required("population"), AgeMin: r.integer("age_min"), AgeMax: r.integer("age_max"),
		CoverageN: r.integer("coverage_n"), CoverageM: r.integer("coverage_m"), CoverageWho: r.required("coverage_who"), Unnamed: r.flag("coverage_unnamed"),
		Note: r.text("note"),
	}
	s.Counted = reference(r, "counted", r.required("counted"), "counted thing", l.p.Counted, func(c *Counted) string { return c.ID })
	s.Source = l.sourceOf(r, "source", r.required("source"))
	for _, id := range r.texts("also_reported_by") {
		s.AlsoReportedBy = append(s.AlsoReportedBy, l.sourceOf(r, "also_reported_by", id))
	}
	for _, id := range r.texts("dimensions") {
		s.Dimensions = append(s.Dimensions, l.dimension(r, "dimensions", id))
	}
	if r.has("records") {
		s.Records = l.records(r, s)
	}
	l.p.Series = append(l.p.Series, s)
}

func (l *loader) sourceOf(r row, field, id string) *Source {
	return reference(r, field, id, "source", l.p.Sources, func(s *Source) string { return s.ID })
}

func (l *loader) dimension(r row, field, id string) *Dimension {
	return reference(r, field, id, "dimension", l.p.Dimensions, func(d *Dimension) string { return d.ID })
}

func (l *loader) seriesOf(r row, field, id string) *Series {
	return reference(r, field, id, "series", l.p.Series, func(s *Series) string { return s.ID })
}

func (l *loader) figureOf(r row, field, id string) *Figure {
	return reference(r, field, id, "figure", l.p.Figures, func(f *Figure) string { return f.ID })
}

var qualifiers = []string{string(Exact), string(Rounded), string(About), string(Average), string(MoreThan), string(AtLeast), string(LessThan), string(AsPrinted)}

func (l *loader) observation(r row) {
	f := &Figure{
		ID: r.text("id"), Name: r.text("name"), Label: r.text("label"), Printed: r.text("value_text"),
		Period: period(r), Status: Status(r.choice("status", Statuses...)),
		Quote: r.text("quote"), Note: r.text("note"),
	}
	qualifier := Qualifier(r.choice("qualifier", qualifiers...))
	step := 0.0
	if n := r.number("rounded_to"); n != nil {
		step = *n
	}
	value, percent := r.number("value"), r.number("percent")
	f.Series = l.seriesOf(r, "series", r.required("series"))
	f.Codes = l.codes(r, f.Series)
	for _, linked := range []string{"base", "restates", "may_restate"} {
		r.text(linked) // resolved by link, once every observation is known
	}
	if f.Series == nil || f.Series.Counted == nil || f.Series.Source == nil {
		return
	}
	f.Unit, f.Year = f.Series.Unit, f.Period.Year()
	if value != nil {
		a := NewAmount(*value, step, qualifier, f.Unit)
		f.Value = &a
	}
	f.named()
	if percent != nil {
		// Percentages are printed in whole numbers, so half of one is left open.
		a := NewAmount(*percent, 1, Rounded, Percent)
		f.Percent, f.PercentPrinted = &a, true
	}
	l.p.Figures = append(l.p.Figures, f)
}

// named gives a figure without words those of what it counts.
func (f *Figure) named() {
	if f.Label == "" {
		f.Label = f.Series.Counted.Many
		if f.Unit == PercentChange && f.Value != nil && f.Value.Number < 0 {
			f.Label = "fewer " + f.Label
		} else if f.Unit == PercentChange {
			f.Label = "more " + f.Label
		}
	}
	if f.Unit == PerDay && f.Label == f.Series.Counted.Many {
		f.Label += " a day"
	}
	if f.Name == "" {
		f.Name = f.Series.Title
		for _, d := range f.Series.Dimensions {
			if c := d.Code(f.Codes[d.ID]); c != nil {
				f.Name += ", " + c.Label
			}
		}
	}
}

func period(r row) Period {
	return Period{Start: r.date("period_start"), End: r.date("period_end"), Text: r.text("period_text"), Basis: basis(r, "period_basis")}
}

// codes reads one code for each dimension of the series.
func (l *loader) codes(r row, s *Series) map[string]string {
	codes := map[string]string{}
	for _, d := range l.p.Dimensions {
		id := r.text(d.ID)
		belongs := s != nil && find(s.Dimensions, d.ID, func(d *Dimension) string { return d.ID }) != nil
		switch {
		case id == "" && belongs && !d.Optional:
			r.problem(d.ID, "is missing, and its series has this dimension", "write one of the dimension's codes")
		case id != "" && !belongs:
			r.problem(d.ID, "is given, but its series does not have this dimension", "remove it or add the dimension to the series")
		case id != "":
			reference(r, d.ID, id, "code of "+d.ID, d.Codes, func(c *Code) string { return c.ID })
			codes[d.ID] = id
		}
	}
	return codes
}

// notPrinted is the base of a share whose total no document prints.
const notPrinted = "not_printed"

// link resolves what observations say of each other.
func (l *loader) link(rows []row) {
	for _, r := range rows {
		id, _ := r.fields["id"].(string)
		f := l.p.Figure(id)
		if f == nil {
			continue
		}
		if base := r.text("base"); base == notPrinted {
			f.BaseNotPrinted = true
		} else {
			f.Base = l.figureOf(r, "base", base)
		}
		f.Restates = l.figureOf(r, "restates", r.text("restates"))
		f.MayRestate = l.figureOf(r, "may_restate", r.text("may_restate"))
		f.computePercent()
	}
}

// computePercent works out the share of the base where it is not printed.
func (f *Figure) computePercent() {
	if f.Formula == PercentOf {
		f.Percent, f.PercentPrinted = f.Inputs[0].percentage(), !f.Inputs[0].Calculated()
	}
	if f.Percent != nil || f.Value == nil || f.Base == nil || f.Base.Value == nil || f.Base.Value.Number == 0 {
		return
	}
	share := ratioOf(*f.Value, *f.Base.Value, 100)
	f.Percent = &share
}
