package maker

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// look shows the panel as readers see it. The preview itself is in panel.go.
func (m *Model) look() []app.UI {
	return []app.UI{
		written("h1", "", m.say("look")),
		el("div", "views",
			m.radios("width", m.Width, "320", "360", "640", "full"),
			m.radios("as", m.As, "panel", "card", "plain", "aloud"),
			m.radios("seen", m.Seen, "light", "dark", "grey", "protan", "deutan", "tritan"),
		),
		m.faults(),
		m.viewChoice(),
	}
}

// radios are a few ways to look, of which one is chosen.
func (m *Model) radios(action, now string, ways ...string) app.UI {
	var items []app.UI
	for _, way := range ways {
		items = append(items, el("label", "", app.Elem("input").Attr("type", "radio").Attr("name", action).Attr("value", way).Attr("checked", way == now).DataSet("pick", action),
			written("span", "", m.say(action+"."+way))))
	}
	return el("fieldset", "ways", append([]app.UI{written("legend", "", m.say(action))}, items...)...)
}

// colour is the accent of the panel.
func (m *Model) colour() app.UI {
	return el("div", "colour", m.field(field{name: "accent", value: m.shown().Accent, not: m.say("optional"), quiet: true}))
}
