package maker

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// side is the panel, beside the step. The page's script puts the frame of the preview into
// it, and nothing else changes what is in there.
func (m *Model) side() app.UI {
	p, drawn := m.Page()
	caption := m.say("panel")
	if !m.Begun() {
		caption = m.say("panel.example")
	}
	aloud := ""
	if m.as() == "aloud" {
		aloud = p.Aloud
	}
	none := m.Begun() && !drawn
	return el("aside", "side",
		el("p", "cap", written("b", "", caption), link("", "look", m.say("panel.widths")).Hidden(!m.Begun() || m.Step == "look")),
		app.Elem("div").Class("frame "+m.seen()).ID("frame").Hidden(none || aloud != "").TabIndex(m.frameStop()).Role("group").Attr("aria-label", caption),
		written("p", "aloud", aloud).Hidden(aloud == ""),
		written("p", "none", m.say("panel.none")).Hidden(!none),
		el("p", "verdict", app.Text(m.without())).Hidden(m.without() == ""),
		el("p", "verdict", written("span", "", p.Verdict)).Hidden(p.Verdict == "" || m.Step == "look"),
		onlyIf(m.Step == "look", m.colour),
		button("do see", "aside", "", m.say("see.back")).Hidden(!m.Aside),
	).Attr("aria-label", caption)
}

// frameStop makes the frame of the preview a tab stop in Look, where it may be wider than the
// page and scroll.
func (m *Model) frameStop() int {
	if m.Step == "look" {
		return 0
	}
	return -1
}

// without says how many cells the panel lacks.
func (m *Model) without() string {
	if n := len(m.ToFix()); n > 0 && len(m.Answer.Views) > 0 {
		return m.count("panel.without", n)
	}
	return ""
}
