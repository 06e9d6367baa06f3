package say

import (
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// Citation is what somebody who quotes a view or a figure needs to say.
type Citation struct {
	Title   string // the finding, or the number with what it counts
	Parts   []Part // sentences: the title, who was covered, when, the source, the site and its version
	Caution Part   // the main one; may be empty
}

// Part is a sentence of a citation, and the text of the package that it was made from, if
// that is only one.
type Part struct{ Shown, Own string }

// Words returns the citation without the caution.
func (c Citation) Words(words *text.Language) string {
	var list []string
	for _, part := range c.Parts {
		list = append(list, part.Shown)
	}
	return words.Sentences(list...)
}

func (c *Citation) add(shown, own string) {
	if shown != "" {
		c.Parts = append(c.Parts, Part{text.Ended(text.Capital(shown)), own})
	}
}

// Cite returns the citation of a state. For a number it has its qualifier, range, coverage
// and period.
func Cite(p *data.Package, s state.State) Citation {
	c := Citation{Title: text.Capital(Heading(p, s))}
	var sources []*data.Source
	switch f, v := p.Figure(s.Figure), p.View(s.View); {
	case f != nil:
		c.Title = text.Capital(Phrase(f))
		c.add(ranged(f, c.Title), "")
		if f.Formula != data.PercentOf {
			c.add(shareOf(f), "")
		}
		c.add(p.Words.Commas(who(f.Series), When(f)), "")
		c.add(howCalculated(f), "")
		sources = append([]*data.Source{f.Series.Source}, f.Series.AlsoReportedBy...)
		c.caution(p, BriefReceipt(p, f).Caution)
	case v != nil:
		headline := v.Headline
		if s.Filters() {
			headline = "" // the title names what is shown
		}
		c.add(c.Title, headline)
		c.add(Subtitle(p, s), v.Subtitle)
		c.add(Kept(p, s), "")
		sources = SourcesOf(table.Select(p, s.Query(p)))
		if len(v.Notes) > 0 {
			c.caution(p, v.Notes[0])
		}
	default:
		c.add(c.Title, "")
	}
	c.add(EverySource(p.Words, sources), "")
	c.add(p.Words.Fill("cite.in", "site", p.Title, "version", p.Version), "")
	return c
}

func (c *Citation) caution(p *data.Package, note string) {
	if note != "" {
		lead, rest := Lead(p.Words, Expand(p, note))
		c.Caution = Part{lead + " " + rest, note}
	}
}

// ranged adds the range of a figure to its words.
func ranged(f *data.Figure, words string) string {
	if r := Of(f).Range(); r != "" {
		return f.Words().Noted(words, r)
	}
	return words
}

func howCalculated(f *data.Figure) string {
	if !f.Calculated() {
		return ""
	}
	return f.Words().Fill("receipt.formula", "formula", Formula(f))
}
