package say

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// maxKept is how many codes of a filter are named; more are counted.
const maxKept = 2

// kept describes what the filters of a state keep: "Lack of evidence", or "five of seven"
// if there are too many to name.
func kept(p *data.Package, v *data.View, s state.State) string {
	var parts []string
	for dimension, codes := range s.ByDimension() {
		options := table.Options(p, v, dimension)
		var labels []string
		for _, c := range options {
			if slices.Contains(codes, c.ID) {
				labels = append(labels, text.Capital(c.Label))
			}
		}
		if len(labels) == 0 {
			labels = []string{p.Words.Say("filter.none")}
		}
		if len(labels) > maxKept {
			labels = []string{p.Words.Fill("of", "part", p.Words.Spelt(len(codes)), "whole", p.Words.Spelt(len(options)))}
			if of := p.DimensionTitle(dimension); !strings.Contains(strings.ToLower(v.Title), strings.ToLower(of)) {
				labels[0] = p.Words.Named(of, labels[0])
			}
		}
		parts = append(parts, p.Words.List(labels))
	}
	if s.From != "" || s.To != "" {
		parts = append(parts, spanWords(p, v, s))
	}
	return p.Words.Semicolons(parts...)
}

// spanWords names the first and last period that a state keeps.
func spanWords(p *data.Package, v *data.View, s state.State) string {
	periods := table.Periods(p, v)
	first, last := table.Ends(p, periods, s.From, s.To)
	return p.Words.Span(p.NameOf(periods[first]).Label, p.NameOf(periods[last]).Label)
}

// Subtitle is what a view shows, with the codes of which it shows one at a time.
func Subtitle(p *data.Package, s state.State) string {
	v := p.View(s.View)
	var parts []string
	for _, dimension := range v.OneOf {
		code := table.First(p, v, dimension)
		for _, c := range s.Keep {
			if c.Dimension == dimension {
				code = c.Code
			}
		}
		if c := p.Dimension(dimension).Code(code); c != nil {
			parts = append(parts, text.Capital(c.Label))
		}
	}
	subtitle := Expand(p, v.Subtitle)
	if len(parts) > 0 && text.Ended(subtitle) == subtitle { // a sentence
		return p.Words.Sentences(subtitle, text.Ended(p.Words.Commas(parts...)))
	}
	return p.Words.Commas(append([]string{subtitle}, parts...)...)
}

// Kept is how much the filters of a state keep of a view, whose rows are in t, for what leaves
// the page: "2 of 7 shown". It is empty without filters.
func Kept(words *text.Language, s state.State, t table.Table) string {
	switch {
	case !s.FiltersIn(t.View):
		return ""
	case t.Shown == 0:
		return words.Say("shown.nothing")
	}
	return words.Fill("shown.count", "shown", words.Whole(t.Shown), "of", words.Whole(t.Of))
}

// maxTitle is how many characters of a title search engines and tabs show.
const maxTitle = 70

// SiteTitle returns the name of the site in the titles of windows.
func SiteTitle(p *data.Package) string { return text.Cut(cmp.Or(p.ShortTitle, p.Title), maxTitle/2) }

// Title is the title of a window: a short description of the state, and the site's name.
func Title(p *data.Package, s state.State) string {
	const between = " – "
	site := SiteTitle(p)
	return text.Cut(Shown(p, s), maxTitle-len([]rune(site+between))) + between + site
}

// Shown names a view with the reader's selection: "Outcomes (Per cent, Table)".
func Shown(p *data.Package, s state.State) string {
	v := p.View(s.View)
	if v == nil {
		return Heading(p, s)
	}
	name := v.Title
	if choices := p.Words.Commas(unitChoice(p, s), tableChoice(p, s), orderChoice(p, s)); choices != "" {
		name = p.Words.Noted(name, choices)
	}
	if s.Filters() {
		name = p.Words.Named(name, kept(p, v, s))
	}
	return name
}

func tableChoice(p *data.Package, s state.State) string {
	if s.Show == state.ShowTable {
		return p.Words.Say("show.table")
	}
	return ""
}

func orderChoice(p *data.Package, s state.State) string {
	if s.Order != "" {
		return p.Words.Say("order." + s.Order)
	}
	return ""
}

// PictureName names what a view shows when it does not show its table.
func PictureName(words *text.Language, m data.Mark) string {
	switch {
	case m.Traits().OfSource:
		return words.Say("show.list")
	case m.Traits().Text:
		return words.Say("show.cards")
	}
	return words.Say("show.chart")
}

// unitChoice names the selected measure of a state.
func unitChoice(p *data.Package, s state.State) string {
	if u := p.Unit(s.Unit); u != nil {
		return UnitName(p.Words, u)
	}
	return ""
}
