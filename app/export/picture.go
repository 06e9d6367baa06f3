package export

import (
	"strings"

	"factframe/app/chart"
	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
)

// Picture is a state of a view as an SVG file of its own, with the finding, the
// sources and the first caution in it.
func Picture(p *data.Package, s state.State) svg.Node {
	return picture(page.New(p, s), "")
}

// Most of what a card shows, so that its words stay legible.
const (
	cardPanels = 1
	cardAges   = 7 // which are a row each
	cardRows   = 6 // of a panel of text
)

// Card is Picture as a link's preview shows it: the first of its charts, or of
// its figures. It says what it leaves out.
func Card(p *data.Package, s state.State) svg.Node {
	m := page.New(p, s)
	all, most := len(m.Table.Panels), cardPanels
	if m.Table.Panels[0].Spec.Mark.Traits().Ages {
		most = cardAges
	}
	m.Table.Panels = m.Table.Panels[:min(all, most)]
	first := &m.Table.Panels[0]
	switch {
	case first.Spec.Mark.Traits().Text && m.Table.Shown > cardRows:
		first.Rows = first.Rows[:min(cardRows, len(first.Rows))]
		return picture(m, "Shown here: "+text.Spelt(len(first.Rows))+" of its "+text.Of(m.Table.Shown, "figure", "figures"))
	case all > most:
		return picture(m, "Shown here: "+text.Spelt(most)+" of its "+text.Of(all, "chart", "charts"))
	}
	return picture(m, "")
}

func picture(m page.Model, leftOut string) svg.Node {
	p, v := m.Package, m.View
	w := chart.Words{Title: say.Expand(p, v.Headline), Subtitle: say.Expand(p, v.Subtitle), Source: say.EverySource(m.Sources())}
	if leftOut != "" {
		w.Subtitle = text.Ended(w.Subtitle) + " " + leftOut
	}
	if len(v.Notes) > 0 {
		lead, care := say.Lead(say.Expand(p, v.Notes[0]))
		w.Care = lead + " " + care
	}
	for _, panel := range m.Table.Panels {
		title := ""
		if len(panel.Rows) > 0 {
			title, _ = say.PanelTitle(v, panel)
		}
		w.Panels = append(w.Panels, title)
	}
	return chart.Document(m.Table, w)
}

// FigureCard is a figure as a link's preview shows it.
func FigureCard(p *data.Package, f *data.Figure) svg.Node {
	a := say.Of(f)
	value := text.Capital(a.Leading())
	if w := a.Word(); w != "" && !strings.HasPrefix(strings.ToLower(value), w) {
		value += ", " + w
	}
	b := say.BriefReceipt(p, f)
	w := chart.Words{
		Subtitle: text.Capital(text.Joined(", ", f.Series.CoverageWho, say.When(f))),
		Source:   say.EverySource(page.New(p, state.State{Figure: f.ID}).Sources()),
	}
	if b.Care != "" {
		w.Care = b.Lead + " " + b.Care
	}
	return chart.Card(value, say.Label(f), w)
}

// SourceLine says where the figures of a state come from, and when it was said.
func SourceLine(p *data.Package, s state.State) string {
	return say.EverySource(page.New(p, s).Sources())
}
