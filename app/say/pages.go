package say

import (
	"cmp"

	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// byPage has a function for each type of page.
type byPage map[*state.Page]func(*data.Package, state.State) string

// There are two lists because the program in the browser needs no descriptions.
var (
	headings = byPage{
		state.ViewPage: viewHeading, state.FigurePage: figureHeading, state.ComparePage: compareHeading, state.ReceiptsPage: receiptsHeading,
	}
	descriptions = byPage{
		state.ViewPage: viewDescription, state.FigurePage: figureDescription, state.ComparePage: compareDescription, state.ReceiptsPage: receiptsDescription,
	}
)

// Heading is the main heading of a page.
func Heading(p *data.Package, s state.State) string { return headings[s.Page()](p, s) }

// Description describes the page of a state, for search engines and link previews.
func Description(p *data.Package, s state.State) string { return descriptions[s.Page()](p, s) }

// viewHeading is the finding of a view. If a filter may hide what the finding is about, it
// describes what is shown instead.
func viewHeading(p *data.Package, s state.State) string {
	v := p.View(s.View)
	if s.Filters() {
		return p.Words.Named(v.Title, kept(p, v, s))
	}
	return Expand(p, v.Headline)
}

func viewDescription(p *data.Package, s state.State) string {
	return p.Words.Sentences(text.Ended(Subtitle(p, s)), Sentence(p.Words, table.Select(p, s.Query(p))))
}

func figureHeading(p *data.Package, s state.State) string {
	return text.Capital(Phrase(p.Figure(s.Figure)))
}

func figureDescription(p *data.Package, s state.State) string {
	f := p.Figure(s.Figure)
	return p.Words.Sentences(text.Ended(text.Capital(p.Words.Commas(cmp.Or(f.Series.CoverageWho, f.Name), When(f)))), text.Ended(f.Series.Source.Short))
}

func compareHeading(p *data.Package, _ state.State) string { return p.Words.Say("compare.heading") }

func compareDescription(p *data.Package, _ state.State) string {
	return p.Words.Say("compare.description")
}

// receiptsHeading names a page of receipts by the numbers of its figures.
func receiptsHeading(p *data.Package, s state.State) string {
	from, to := s.Receipts(p)
	return p.Words.Fill("receipts.heading", "first", p.Words.Whole(from+1), "last", p.Words.Whole(to))
}

func receiptsDescription(p *data.Package, s state.State) string {
	return p.Words.Fill("receipts.description", "heading", receiptsHeading(p, s))
}
