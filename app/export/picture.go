package export

import (
	"factframe/app/chart"
	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
)

// Picture returns a state of a view as a separate SVG file, with the finding, the sources
// and the first caution.
func Picture(p *data.Package, s state.State) svg.Node {
	return picture(page.New(p, s), "")
}

// Limits of a card, so that its text stays legible.
const (
	cardPanels = 1
	cardAges   = 7 // one row each
	cardRows   = 6 // of a text panel
)

// Card returns the picture for a link preview: the first chart or figures of the state, and
// a note of what is left out.
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
		return picture(m, p.Words.Count("card.figures", m.Table.Shown, "shown", p.Words.Spelt(len(first.Rows))))
	case all > most:
		return picture(m, p.Words.Count("card.charts", all, "shown", p.Words.Spelt(most)))
	}
	return picture(m, "")
}

func picture(m page.Model, leftOut string) svg.Node {
	p, v := m.Package, m.View
	w := chart.Words{Title: say.Expand(p, v.Headline), Subtitle: say.Subtitle(p, m.State), Source: say.EverySource(p.Words, m.Sources())}
	if leftOut != "" {
		w.Subtitle = p.Words.Sentences(text.Ended(w.Subtitle), leftOut)
	}
	if len(v.Notes) > 0 {
		lead, care := say.Lead(p.Words, say.Expand(p, v.Notes[0]))
		w.Care = lead + " " + care
	}
	if list := say.Corrections(p, m.Table); len(list) > 0 {
		w.Care = withCorrection(p, list[0], w.Care)
	}
	for _, panel := range m.Table.Panels {
		title := ""
		if len(panel.Rows) > 0 {
			title, _ = say.PanelTitle(v, panel)
		}
		w.Panels = append(w.Panels, title)
	}
	return facing(p, chart.Document(m.Table, w))
}

// withCorrection puts the newest correction before a caution.
func withCorrection(p *data.Package, c *data.Correction, care string) string {
	lead, rest := say.Correction(p.Words, c)
	return p.Words.Sentences(lead+" "+rest, care)
}

// facing mirrors a picture in a language that is written from right to left.
func facing(p *data.Package, picture svg.Node) svg.Node {
	if p.Words.RightToLeft() {
		return mirrored(picture)
	}
	return picture
}

// FigureCard returns the link preview of a figure.
func FigureCard(p *data.Package, f *data.Figure) svg.Node {
	a := say.Of(f)
	value := text.Capital(a.Leading())
	if w := a.Word(); w != a.Before() {
		value = p.Words.Commas(value, w)
	}
	b := say.BriefReceipt(p, f)
	w := chart.Words{
		Subtitle: text.Capital(p.Words.Commas(f.Series.CoverageWho, say.When(f))),
		Source:   SourceLine(p, state.State{Figure: f.ID}),
	}
	if b.Caution != "" {
		lead, rest := say.Lead(p.Words, b.Caution)
		w.Care = lead + " " + rest
	}
	if b.Correction != nil {
		w.Care = withCorrection(p, b.Correction, w.Care)
	}
	return facing(p, chart.Card(value, say.Label(f), w))
}

// SourceLine names the sources of a state's figures, with their dates.
func SourceLine(p *data.Package, s state.State) string {
	m := page.New(p, s)
	return say.EverySource(p.Words, m.Sources())
}
