package app

import (
	"factframe/app/chart"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
)

// Picture is a state of a view as an SVG file of its own, with the finding, the
// sources and the first caveat in it.
func Picture(p *data.Package, s State) svg.Node {
	v := p.View(s.View)
	t := p.Select(s.Query())
	m := model{pkg: p, state: s, view: v, table: t}
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
