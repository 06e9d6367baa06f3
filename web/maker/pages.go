package maker

import (
	"slices"

	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
	"factframe/data/draft"
	"factframe/data/table"
)

// mostOffered is how many figures a person can choose from for a text.
const mostOffered = 200

// pagesOf describes the views of a package for the person who edits them: as they are written,
// and with the finding that their figures had before anybody wrote another.
func pagesOf(p *data.Package, written, found []draft.Written) []draft.Page {
	var list []draft.Page
	for i, v := range p.Views {
		own := written[i]
		each := draft.Page{ID: v.ID, Title: v.Title, Headline: own.Headline, Subtitle: own.Subtitle, Caution: own.Caution, Mark: own.Mark, Highlight: own.Highlight, Orders: own.Orders}
		if i < len(found) {
			each.Found = found[i].Headline
		}
		m := page.New(p, state.State{View: v.ID})
		each.Codes = marked(p, v, each.Highlight)
		each.Filters = filtersOf(p, v)
		each.Figures = figuresOf(m.Table)
		each.Timed = own.X == "period"
		each.Verdict = verdictOn(p, m.Table)
		each.Aloud = aloud(p, v, m.Table)
		list = append(list, each)
	}
	return list
}

// marked lists what can be emphasised in the first picture of a view: the codes of what
// distinguishes its lines or rows.
func marked(p *data.Package, v *data.View, highlight []string) (list []draft.Choice) {
	spec := v.Panels[0]
	for _, channel := range []string{"colour", "y", "facet"} {
		dimension := p.Dimension(spec.Channels[channel])
		if dimension == nil {
			continue
		}
		for _, code := range table.Options(p, v, dimension.ID) {
			stands := slices.ContainsFunc(highlight, func(id string) bool {
				f := p.Figure(id)
				return id == code.ID || f != nil && f.Codes[dimension.ID] == code.ID
			})
			list = append(list, draft.Choice{ID: code.ID, Label: code.Label, Chosen: stands})
		}
		return list
	}
	return nil
}

// filtersOf lists what readers of a view can choose, and what they could.
func filtersOf(p *data.Package, v *data.View) (list []draft.Choice) {
	for _, d := range p.Dimensions {
		if slices.ContainsFunc(v.Panels, func(spec *data.PanelSpec) bool {
			return slices.ContainsFunc(spec.Series, func(s *data.Series) bool { return slices.Contains(s.Dimensions, d) })
		}) {
			list = append(list, draft.Choice{ID: d.ID, Label: d.Title, Chosen: slices.Contains(v.Filters, d.ID)})
		}
	}
	if len(table.Periods(p, v)) > 2 {
		list = append(list, draft.Choice{ID: data.Span, Label: p.Words.Say("filter.time"), Chosen: v.Spans})
	}
	return list
}

// figuresOf lists the figures of a view, for texts.
func figuresOf(t table.Table) (list []draft.Choice) {
	for _, panel := range t.Panels {
		for _, row := range panel.Rows {
			if f := row.Figure; f != nil && len(list) < mostOffered {
				list = append(list, draft.Choice{ID: f.ID, Label: say.Alone(f), Value: say.Of(f).Leading()})
			}
		}
	}
	return list
}

// mostCompared is how many figures of a view are compared: each with each other.
const mostCompared = 40

// verdictOn says whether the figures of a view may be compared, and if not, why.
func verdictOn(p *data.Package, t table.Table) string {
	var figures []*data.Figure
	for _, panel := range t.Panels {
		for _, row := range panel.Rows {
			if f := row.Figure; f != nil && f.Value != nil && len(figures) < mostCompared {
				figures = append(figures, f)
			}
		}
	}
	if len(figures) < 2 {
		return ""
	}
	c := compare.Figures(p, figures...)
	words := p.Words.Lead(say.Verdicts[c.Verdict].Words(p.Words))
	if len(c.Reasons) == 0 {
		return p.Words.Sentences(words, say.Verdicts[c.Verdict].Advice(p.Words))
	}
	return p.Words.Sentences(words, say.First(c, c.Reasons))
}

// aloud is a view as a screen reader says it: its finding, what it shows and its caution.
func aloud(p *data.Package, v *data.View, t table.Table) string {
	s := state.State{View: v.ID}
	return p.Words.Sentences(text.Ended(say.Heading(p, s)), text.Ended(say.Subtitle(p, s)), say.Sentence(p.Words, t), say.ViewCaution(p, v).Shown)
}
