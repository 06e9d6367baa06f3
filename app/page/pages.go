package page

import (
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// content is the content of one type of page.
type content struct {
	body      func(*Model) []app.UI
	sources   func(*Model) []*data.Source
	announced func(*Model) []string // announced after the name of what is shown
}

var contents map[*state.Page]content

func init() {
	contents = map[*state.Page]content{
		state.ViewPage:     {(*Model).viewBody, func(m *Model) []*data.Source { return say.SourcesOf(m.Table) }, func(m *Model) []string { return []string{say.Sentence(m.Package.Words, m.Table)} }},
		state.FigurePage:   {(*Model).figureBody, (*Model).figureSources, nothingMore},
		state.ComparePage:  {(*Model).comparePage, func(m *Model) []*data.Source { return sourcesOf(m.picked()) }, (*Model).chosen},
		state.ReceiptsPage: {(*Model).receipts, func(m *Model) []*data.Source { return sourcesOf(m.onReceiptPage()) }, nothingMore},
	}
}

func (m *Model) content() content { return contents[m.State.Page()] }

func nothingMore(*Model) []string { return nil }

// figureBody is the receipt of one figure. If it is one of many on its page, its address ends in
// the id.
func (m *Model) figureBody() []app.UI {
	receipt := m.receipt(m.Package.Figure(m.State.Figure))
	if m.State.Shared {
		receipt.ID(m.State.Figure)
	}
	return []app.UI{m.written("h1", "", say.Heading(m.Package, m.State)), receipt}
}

func (m *Model) figureSources() []*data.Source {
	s := m.Package.Figure(m.State.Figure).Series
	return append([]*data.Source{s.Source}, s.AlsoReportedBy...)
}

// chosen describes how many figures are compared, and whether they are comparable.
func (m *Model) chosen() []string {
	said := []string{m.Package.Words.Count("announce.chosen", len(m.State.Picked))}
	if len(m.State.Picked) > 1 {
		said = append(said, text.Ended(say.Verdicts[compare.Figures(m.Package, m.picked()...).Verdict].Words(m.Package.Words)))
	}
	return said
}
