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

// end adds what every citation ends with.
func (c *Citation) end(p *data.Package, sources []*data.Source) Citation {
	c.add(EverySource(p.Words, sources), "")
	c.add(p.Words.Fill("cite.in", "site", p.Title, "version", p.Version), "")
	return *c
}

// CiteFigure returns the citation of a figure, with its qualifier, range, coverage and period.
func CiteFigure(p *data.Package, f *data.Figure) Citation {
	c := Citation{Title: text.Capital(Phrase(f)), Caution: FigureCaution(f)}
	c.add(ranged(f, c.Title), "")
	if f.Formula != data.PercentOf {
		c.add(shareOf(f), "")
	}
	c.add(p.Words.Commas(who(f.Series), When(f)), "")
	c.add(howCalculated(f), "")
	return c.end(p, append([]*data.Source{f.Series.Source}, f.Series.AlsoReportedBy...))
}

// CiteView returns the citation of a state of a view, whose rows are in t.
func CiteView(p *data.Package, s state.State, t table.Table) Citation {
	v := t.View
	c := Citation{Title: text.Capital(Heading(p, s)), Caution: ViewCaution(p, v)}
	headline := v.Headline
	if s.Filters() {
		headline = "" // the title names what is shown
	}
	c.add(c.Title, headline)
	c.add(Subtitle(p, s), v.Subtitle)
	c.add(Kept(p.Words, s, t), "")
	return c.end(p, SourcesOf(t))
}

// CitePage returns the citation of a page that shows neither a view nor a figure.
func CitePage(p *data.Package, s state.State) Citation {
	c := Citation{Title: text.Capital(Heading(p, s))}
	c.add(c.Title, "")
	return c.end(p, nil)
}

// FigureCaution is the main caution of a figure with its first words, or empty.
func FigureCaution(f *data.Figure) Part { return led(f.Words(), mainNote(f), mainNote(f)) }

// ViewCaution is the main caution of a view with its first words, or empty.
func ViewCaution(p *data.Package, v *data.View) Part {
	if len(v.Notes) == 0 {
		return Part{}
	}
	return led(p.Words, Expand(p, v.Notes[0]), v.Notes[0])
}

func led(words *text.Language, shown, own string) Part {
	if own == "" {
		return Part{}
	}
	lead, rest := Lead(words, shown)
	return Part{lead + " " + rest, own}
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
