package say

import (
	"cmp"

	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// byPage has a text for each kind of page.
type byPage map[*state.Page]func(*data.Package, state.State) string

// Two lists, because the program has no use for descriptions.
var (
	headings = byPage{
		state.ViewPage: viewHeading, state.FigurePage: figureHeading, state.ComparePage: compareHeading, state.ReceiptsPage: receiptsHeading,
	}
	descriptions = byPage{
		state.ViewPage: viewDescription, state.FigurePage: figureDescription, state.ComparePage: compareDescription, state.ReceiptsPage: receiptsDescription,
	}
)

// Heading is what a page says first.
func Heading(p *data.Package, s state.State) string { return headings[s.Page()](p, s) }

// Description says what the page of a state shows, for search engines and cards.
func Description(p *data.Package, s state.State) string { return descriptions[s.Page()](p, s) }

// viewHeading is the finding of a view, unless a filter hides what the finding is
// about; then it says what is shown.
func viewHeading(p *data.Package, s state.State) string {
	v := p.View(s.View)
	if s.Filters() {
		return p.Words.Named(v.Title, kept(p, v, s))
	}
	return Expand(p, v.Headline)
}

func viewDescription(p *data.Package, s state.State) string {
	return p.Words.Sentences(text.Ended(Expand(p, p.View(s.View).Subtitle)), Sentence(p.Words, table.Select(p, s.Query(p))))
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

// receiptsHeading names a page of receipts by its figures.
func receiptsHeading(p *data.Package, s state.State) string {
	first := (s.Rows-1)*state.ReceiptsOnAPage + 1
	last := min(first+state.ReceiptsOnAPage-1, len(p.Figures))
	return p.Words.Fill("receipts.heading", "first", p.Words.Whole(first), "last", p.Words.Whole(last))
}

func receiptsDescription(p *data.Package, s state.State) string {
	return p.Words.Fill("receipts.description", "heading", receiptsHeading(p, s))
}
