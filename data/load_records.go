package data

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

func (l *loader) vocabulary(own row) {
	l.calendar(own)
	for i, v := range own.objects("units") {
		r := l.row(fmt.Sprintf("units entry %d", i+1), v)
		if u := l.unit(r); l.p.Unit(u.ID) != nil {
			r.problem("id", fmt.Sprintf("%q is taken by another unit", u.ID), "give each unit an id of its own")
		} else {
			l.p.Units = append(l.p.Units, u)
		}
		r.done()
	}
	for i, v := range own.objects("methods") {
		r := l.row(fmt.Sprintf("methods entry %d", i+1), v)
		l.p.Methods = append(l.p.Methods, &Method{ID: r.required("id"), Label: r.required("label"), Asks: r.flag("asks")})
		r.done()
	}
	for i, v := range own.objects("dimensions") {
		r := l.row(fmt.Sprintf("dimensions entry %d", i+1), v)
		d := &Dimension{ID: r.required("id"), Title: r.required("title"), Caution: r.text("caution"), Optional: r.flag("optional"), places: map[string]int{}}
		for j, v := range r.objects("codes") {
			c := l.row(fmt.Sprintf("dimensions %s codes entry %d", d.ID, j+1), v)
			code := &Code{ID: c.required("id"), Label: c.required("label"), Absent: c.flag("absent"), Period: period(c)}
			if _, taken := d.places[code.ID]; !taken {
				d.places[code.ID] = len(d.Codes)
			}
			d.Codes = append(d.Codes, code)
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

func (l *loader) source(r row) {
	s := &Source{
		ID: r.text("id"), Title: r.required("title"), Short: r.text("short"), Brief: r.text("brief"),
		Publisher: r.required("publisher"), PublisherBasis: basis(r, "publisher_basis"),
		Published: r.required("published"), PublishedBasis: basis(r, "published_basis"),
		Originator: r.text("originator"), Chain: r.texts("chain"),
		Area: r.text("area"), Coverage: r.text("coverage"),
		SHA256: r.text("sha256"), URL: r.text("url"), Note: r.text("note"),
	}
	s.Method = reference(r, "method", r.text("method"), "method", l.p.Methods, func(m *Method) string { return m.ID })
	s.Short, s.Brief = cmp.Or(s.Short, s.Publisher), cmp.Or(s.Brief, s.Publisher)
	s.Originator = cmp.Or(s.Originator, s.Publisher)
	if len(s.Chain) == 0 {
		s.Chain = []string{s.Publisher}
	}
	l.p.Sources = append(l.p.Sources, s)
}

func basis(r row, field string) Basis {
	return Basis(r.choice(field, Bases...))
}

func (l *loader) series(r row) {
	s := &Series{
		ID: r.text("id"), Title: r.required("title"),
		Population: r.text("population"), AgeMin: r.integer("age_min"), AgeMax: r.integer("age_max"),
		CoverageN: r.integer("coverage_n"), CoverageM: r.integer("coverage_m"), CoverageWho: r.text("coverage_who"), Unnamed: r.flag("coverage_unnamed"),
		Note: r.text("note"),
	}
	s.Counted = l.countedOf(r, "counted", r.required("counted"))
	s.Unit = l.unitOf(r, "unit", cmp.Or(r.text("unit"), Count.ID))
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

func (l *loader) sourceOf(r row, field, id string) *Source {
	return reference(r, field, id, "source", l.p.Sources, func(s *Source) string { return s.ID })
}

func (l *loader) countedOf(r row, field, id string) *Counted {
	return reference(r, field, id, "counted thing", l.p.Counted, func(c *Counted) string { return c.ID })
}

func (l *loader) unitOf(r row, field, id string) *Unit {
	return reference(r, field, id, "unit", append(l.p.Units, standardUnits...), func(u *Unit) string { return u.ID })
}

func (l *loader) dimension(r row, field, id string) *Dimension {
	return reference(r, field, id, "dimension", l.p.Dimensions, func(d *Dimension) string { return d.ID })
}

func (l *loader) seriesOf(r row, field, id string) *Series {
	return reference(r, field, id, "series", l.p.Series, func(s *Series) string { return s.ID })
}

func (l *loader) figureOf(r row, field, id string) *Figure {
	f := l.p.Figure(id)
	if f == nil && id != "" {
		r.problem(field, fmt.Sprintf("there is no figure %q", id), "write the id of one that the package holds")
	}
	return f
}

// Qualifiers are all of them; the first is meant where a figure has none.
var Qualifiers = []string{string(AsPrinted), string(Exact), string(Rounded), string(About), string(Average), string(MoreThan), string(AtLeast), string(LessThan)}

func (l *loader) observation(r row) {
	f := &Figure{
		ID: r.text("id"), Name: r.text("name"), Label: r.text("label"), Printed: r.text("value_text"),
		Period: period(r), Status: Status(r.choice("status", Statuses...)),
		Quote: r.text("quote"), Note: r.text("note"),
	}
	qualifier := Qualifier(r.choice("qualifier", Qualifiers...))
	step := 0.0
	if n := r.number("rounded_to"); n != nil {
		step = *n
	}
	value, percent := r.number("value"), r.number("percent")
	low, high := r.number("low"), r.number("high")
	f.Series = l.seriesOf(r, "series", r.required("series"))
	f.Codes = l.codes(r, f.Series)
	for _, linked := range []string{"base", "restates", "may_restate"} {
		r.text(linked) // resolved by link, once every observation is known
	}
	if f.Series == nil || f.Series.Counted == nil || f.Series.Source == nil || f.Series.Unit == nil {
		return
	}
	f.Unit, f.Year = f.Series.Unit, l.p.NameOf(f.Period)
	if value != nil {
		a := NewAmount(*value, step, qualifier, f.Unit)
		a.Decimals = max(f.Unit.Decimals, decimalsOf(f.Printed, *value))
		if f.Unit == Fraction && strings.HasSuffix(f.Printed, "%") {
			a.Decimals = max(a.Decimals, 2+decimalsOf(f.Printed, rounded(100**value, MostDecimals-8)))
		}
		if low != nil && high != nil {
			a.Low, a.High = *low, *high
		} else if low != nil || high != nil {
			r.problem("low", "one end of the interval is missing", "write both low and high, or neither")
		}
		f.Value = &a
	}
	f.named()
	if percent != nil {
		// Half of its last digit is left open.
		decimals := decimalsOf("", *percent)
		a := NewAmount(*percent, math.Pow10(-decimals), Rounded, Percent)
		a.Decimals = decimals
		f.Percent, f.PercentPrinted = &a, true
	}
	l.p.add(f)
}

// named gives a figure without words those of what it counts, where these say
// all that it is; one of several codes, or in a unit of the package's own, has a
// name alone.
func (f *Figure) named() {
	if f.Label == "" && len(f.Codes) == 0 && slices.Contains(standardUnits, f.Unit) {
		f.Label = f.Series.Counted.Many
		if f.Value != nil && f.Value.Number == 1 {
			f.Label = f.Series.Counted.One
		}
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
		case id != "" && !belongs && !l.misnamed[s]:
			r.problem(d.ID, "is given, but its series does not have this dimension", "remove it or add the dimension to the series")
		case id != "":
			if d.Code(id) == nil {
				r.problem(d.ID, fmt.Sprintf("%q has no code %q", d.ID, id), "write the id of one of its codes")
			}
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
	if f.Percent != nil || f.Value == nil || f.Base == nil || f.Base.Value == nil || f.Base.Value.Number == 0 || !f.Unit.HasShares() || f.Base.Unit != f.Unit {
		return
	}
	share := ratioOf(*f.Value, *f.Base.Value, 100)
	f.Percent = &share
}
