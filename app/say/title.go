package say

import (
	"slices"
	"strings"

	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// maxKept is how many codes of a filter are named before they are counted.
const maxKept = 2

// kept says what the filters of a state keep: "Lack of evidence", or "five of
// seven" where that is too much to name.
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
			labels = []string{strings.ToLower(text.None)}
		}
		if len(labels) > maxKept {
			labels = []string{text.Spelt(len(codes)) + " of " + text.Spelt(len(options))}
			if of := strings.ToLower(p.DimensionTitle(dimension)); !strings.Contains(strings.ToLower(v.Title), of) {
				labels[0] += " (" + of + ")"
			}
		}
		parts = append(parts, text.Join(labels))
	}
	if s.From != "" || s.To != "" {
		parts = append(parts, spanWords(p, v, s))
	}
	return strings.Join(parts, "; ")
}

// spanWords name the two ends of a time that a state keeps.
func spanWords(p *data.Package, v *data.View, s state.State) string {
	periods := table.Periods(p, v)
	first, last := table.Ends(p, periods, s.From, s.To)
	return p.NameOf(periods[first]).Label + " " + text.Until + " " + p.NameOf(periods[last]).Label
}

// maxTitle is how much of a title search engines and tabs show, in characters.
const maxTitle = 70

// Title is the title of a window: the state in a few words, and the site's name.
func Title(p *data.Package, s state.State) string {
	const between = " – "
	site := p.ShortTitle
	if site == "" {
		site = p.Title
	}
	site = text.Cut(site, maxTitle/2)
	return text.Cut(Shown(p, s), maxTitle-len([]rune(site+between))) + between + site
}

// Shown names a view with what was chosen in it: "Outcomes, per cent, table".
func Shown(p *data.Package, s state.State) string {
	v := p.View(s.View)
	if v == nil {
		return Heading(p, s)
	}
	name := v.Title
	for _, choice := range []string{unitChoice(p, s), tableChoice(s), text.Orders[s.Order]} {
		if choice != "" {
			name += ", " + strings.ToLower(choice)
		}
	}
	if s.Filters() {
		name += ": " + kept(p, v, s)
	}
	return name
}

func tableChoice(s state.State) string {
	if s.Show == state.ShowTable {
		return text.Table
	}
	return ""
}

// PictureName names what a view shows in place of its table.
func PictureName(m data.Mark) string {
	switch {
	case m.Traits().OfSource:
		return text.List
	case m.Traits().Text:
		return text.Cards
	}
	return text.Chart
}

// unitChoice names the measure that a state has chosen.
func unitChoice(p *data.Package, s state.State) string {
	if u := p.Unit(s.Unit); u != nil {
		return UnitName(u)
	}
	return ""
}
