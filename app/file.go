package app

import (
	"factframe/app/chart"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
)

// Picture is a state of a view as an SVG file of its own, with the finding, the
// sources and the first caveat in it. It holds at most so many panels, so that
// a card stays legible; 0 is all of them.
func Picture(p *data.Package, s State, panels int) svg.Node {
	m := newModel(p, s)
	if panels > 0 && len(m.table.Panels) > panels {
		m.table.Panels = m.table.Panels[:panels]
	}
	v, t := m.view, m.table
	w := chart.Words{Title: expand(p, v.Headline), Subtitle: expand(p, v.Subtitle), Source: m.sourceText()}
	if len(v.Notes) > 0 {
		w.Care = text.TakeCare + ": " + expand(p, v.Notes[0])
	}
	for _, panel := range t.Panels {
		title := ""
		if len(panel.Rows) > 0 {
			title, _ = panelTitle(v, panel)
		}
		w.Panels = append(w.Panels, title)
	}
	return chart.Document(t, w)
}

// SourceLine says where the figures of a state come from, and when it was said.
func SourceLine(p *data.Package, s State) string {
	return newModel(p, s).sourceText()
}
