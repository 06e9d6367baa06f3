package diff

import (
	"strings"

	"factframe/app/chart"
	"factframe/app/export"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"
)

func ofPackage(p *data.Package) []property {
	var help []string
	for _, h := range p.Help {
		help = append(help, strings.Join([]string{h.Name, h.For, h.Phone, h.URL}, " "))
	}
	return []property{
		{name: "title", words: p.Title},
		{name: "description", words: p.Description},
		{name: "language", words: p.Language},
		{name: "licence", words: p.Licence},
		{name: "help", words: strings.Join(append([]string{p.HelpTitle, p.HelpAdvice}, help...), "; ")},
	}
}

// ofFigure has the names that the fields have in the package.
func ofFigure(f *data.Figure) []property {
	s, percent := f.Series, ""
	if f.Percent != nil {
		percent = amount(f, f.Percent, data.Percent)
	}
	return []property{
		{name: "value", words: amount(f, f.Value, f.Unit)},
		{name: "percent", words: percent},
		{name: "value_text", words: f.Printed},
		{name: "formula", words: say.Formula(f)},
		{name: "name", words: f.Name},
		{name: "label", words: f.Label},
		{name: "unit", words: say.UnitName(f.Words(), f.Unit)},
		{name: "period", words: say.When(f)},
		{name: "base", words: base(f)},
		{name: "status", words: string(f.Status)},
		{name: "codes", words: codes(f)},
		{name: "counted", words: s.Counted.Things()},
		{name: "beware", words: s.Counted.Beware},
		{name: "population", words: s.Population},
		{name: "age_min", words: whole(f, s.AgeMin)},
		{name: "age_max", words: whole(f, s.AgeMax)},
		{name: "coverage_n", words: whole(f, s.CoverageN)},
		{name: "coverage_m", words: whole(f, s.CoverageM)},
		{name: "coverage_who", words: s.CoverageWho},
		{name: "source", words: s.Source.Title},
		{name: "publisher", words: s.Source.Publisher},
		{name: "published", words: s.Source.Published},
		{name: "method", words: method(s.Source)},
		{name: "sha256", words: s.Source.SHA256},
		{name: "url", words: s.Source.URL},
		{name: "quote", words: f.Quote},
		{name: "note", words: f.Words().Sentences(f.Note, s.Note)},
	}
}

// amount writes a value with its qualifier and the numbers that it may be.
func amount(f *data.Figure, a *data.Amount, unit *data.Unit) string {
	said := say.Amount(f, a, unit)
	if said.Missing {
		return said.Short()
	}
	return f.Words().Commas(said.Short(), string(a.Qualifier), said.Range())
}

func base(f *data.Figure) string {
	if f.Base == nil {
		return ""
	}
	return f.Base.ID
}

func codes(f *data.Figure) string {
	var list []string
	for _, d := range f.Series.Dimensions {
		if c := d.Code(f.Codes[d.ID]); c != nil {
			list = append(list, d.Title+": "+c.Label)
		}
	}
	return strings.Join(list, "; ")
}

func method(s *data.Source) string {
	if s.Method == nil {
		return ""
	}
	return s.Method.Label
}

func whole(f *data.Figure, n *int) string {
	if n == nil {
		return ""
	}
	return f.Words().Whole(*n)
}

// view is a view with its package.
type view struct {
	*data.View
	of *data.Package
}

func viewsOf(p *data.Package) []view {
	var list []view
	for _, v := range p.Views {
		list = append(list, view{v, p})
	}
	return list
}

func ofView(v view) []property {
	shown := table.Select(v.of, table.Query{View: v.ID, All: true})
	picture := chart.Document(shown, chart.Words{Panels: make([]string, len(shown.Panels))})
	return []property{
		{name: "title", words: v.Title},
		{name: "headline", words: say.Expand(v.of, v.Headline)},
		{name: "subtitle", words: v.Subtitle},
		{name: "notes", words: say.Expand(v.of, strings.Join(v.Notes, " "))},
		{name: "picture", words: picture.String(), drawn: true},
		{name: "table", words: export.Table(export.Selection{Package: v.of, State: state.State{View: v.ID}, All: true}), drawn: true},
	}
}
