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

// Picture is a state of a view as an SVG file of its own, with the finding, the
// sources and the first caveat in it. It holds at most so many panels, so that
// a card stays legible; 0 is all of them.
func Picture(p *data.Package, s state.State, panels int) svg.Node {
	m := page.New(p, s)
	if panels > 0 && len(m.Table.Panels) > panels {
		m.Table.Panels = m.Table.Panels[:panels]
	}
	v, t := m.View, m.Table
	w := chart.Words{Title: say.Expand(p, v.Headline), Subtitle: say.Expand(p, v.Subtitle), Source: say.SourceLine(m.Sources())}
	if len(v.Notes) > 0 {
		w.Care = text.TakeCare + ": " + say.Expand(p, v.Notes[0])
	}
	for _, panel := range t.Panels {
		title := ""
		if len(panel.Rows) > 0 {
			title, _ = say.PanelTitle(v, panel)
		}
		w.Panels = append(w.Panels, title)
	}
	return chart.Document(t, w)
}

// SourceLine says where the figures of a state come from, and when it was said.
func SourceLine(p *data.Package, s state.State) string {
	return say.SourceLine(page.New(p, s).Sources())
}
