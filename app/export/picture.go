package export

import (
	"factframe/app/chart"
	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// Picture returns a selection as a separate SVG file: a state of a view with the finding, the
// sources, the first caution and its address, or the card of a figure.
func Picture(s Selection) svg.Node {
	if s.State.View == "" {
		return s.figureCard()
	}
	return s.picture(page.New(s.Package, s.State), "")
}

// Limits of a card, so that its text stays legible.
const (
	cardPanels = 1
	cardAges   = 7 // one row each
	cardRows   = 6 // of a text panel
)

// Card returns the picture for a link preview: the first chart or figures of a state with a
// note of what is left out, or a figure in large type.
func Card(s Selection) svg.Node {
	if s.State.View == "" {
		return s.figureCard()
	}
	p, m := s.Package, page.New(s.Package, s.State)
	m.Table.Panels = withRows(m.Table.Panels)
	all, most := len(m.Table.Panels), cardPanels
	if m.Table.Panels[0].Spec.Mark.Traits().Ages {
		most = cardAges
	}
	m.Table.Panels = m.Table.Panels[:min(all, most)]
	first := &m.Table.Panels[0]
	switch {
	case first.Spec.Mark.Traits().Text && m.Table.Shown > cardRows:
		first.Rows = first.Rows[:min(cardRows, len(first.Rows))]
		return s.picture(m, p.Words.Count("card.figures", m.Table.Shown, "shown", p.Words.Spelt(len(first.Rows))))
	case all > most:
		return s.picture(m, p.Words.Count("card.charts", all, "shown", p.Words.Spelt(most)))
	}
	return s.picture(m, "")
}

// withRows returns the panels with rows, which a filter may leave without any. If there are
// none, it returns the first panel.
func withRows(panels []table.Panel) []table.Panel {
	var list []table.Panel
	for _, panel := range panels {
		if len(panel.Rows) > 0 {
			list = append(list, panel)
		}
	}
	if len(list) == 0 {
		return panels[:1]
	}
	return list
}

func (s Selection) picture(m page.Model, leftOut string) svg.Node {
	p, v := m.Package, m.View
	w := chart.Words{Title: say.Heading(p, m.State), Subtitle: say.Subtitle(p, m.State), Source: say.EverySource(p.Words, m.Sources()), Care: say.ViewCaution(p, v).Shown, Address: s.bare(m.State)}
	for _, less := range []string{say.Kept(p.Words, m.State, m.Table), leftOut} {
		if less != "" {
			w.Subtitle = p.Words.Sentences(text.Ended(w.Subtitle), text.Ended(less))
		}
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
	return p.Words.Sentences(say.CorrectionLine(p.Words, c), care)
}

// facing mirrors a picture in a language that is written from right to left.
func facing(p *data.Package, picture svg.Node) svg.Node {
	if p.Words.RightToLeft() {
		return mirrored(picture)
	}
	return picture
}

func (s Selection) figureCard() svg.Node {
	p, f := s.Package, s.Package.Figure(s.State.Figure)
	a := say.Of(f)
	value := text.Capital(a.Leading())
	if w := a.Word(); w != a.Before() {
		value = p.Words.Commas(value, w)
	}
	w := chart.Words{
		Subtitle: text.Capital(p.Words.Commas(f.Series.CoverageWho, say.When(f))),
		Source:   SourceLine(p, s.State),
		Care:     say.FigureCaution(f).Shown,
		Address:  s.bare(s.State),
	}
	if list := p.CorrectionsOf(f); len(list) > 0 {
		w.Care = withCorrection(p, list[0], w.Care)
	}
	return facing(p, chart.Card(value, say.Label(f), w))
}

// SourceLine names the sources of a state's figures, with their dates.
func SourceLine(p *data.Package, s state.State) string {
	return say.EverySource(p.Words, sourcesOf(p, s))
}

func sourcesOf(p *data.Package, s state.State) []*data.Source {
	m := page.New(p, s)
	return m.Sources()
}
