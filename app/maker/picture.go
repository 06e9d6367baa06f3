package maker

import (
	"net/url"
	"strconv"

	"factframe/data/draft"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// picture chooses how the figures are drawn, and what stands out.
func (m *Model) picture() []app.UI {
	p, drawn := m.Page()
	if !drawn {
		return m.undrawn("picture")
	}
	return []app.UI{
		written("h1", "", m.say("picture")),
		written("p", "lead", m.say("picture.lead")),
		m.faults(),
		m.viewChoice(),
		m.marksThatFit(),
		m.chips("highlight", m.say("highlight"), p.Codes),
		m.chips("filter", m.say("filters"), p.Filters),
		m.orders(p),
		onlyIf(p.Timed, m.events),
		m.marksRefused(),
	}
}

// undrawn is a step that has nothing to show yet, with the reason and the way to change it.
func (m *Model) undrawn(step string) []app.UI {
	return []app.UI{written("h1", "", m.say(step)), m.faults(), written("p", "lead", m.say("panel.none")), link("do", "table", m.say("step.table"))}
}

// marksThatFit are pictures of this table, best first.
func (m *Model) marksThatFit() app.UI {
	if m.Marks == nil {
		return written("p", "small marks-wait", m.say("marks.wait"))
	}
	var items []app.UI
	for i, mark := range m.Marks {
		if mark.Reason != "" {
			continue
		}
		items = append(items, el("label", "",
			app.Elem("input").Attr("type", "radio").Attr("name", "mark").Attr("value", strconv.Itoa(i)).Attr("checked", mark.Chosen).DataSet("pick", "picture"),
			el("span", "pic", small(mark)),
			el("span", "", written("b", "", m.markName(mark.Name)), written("small", "", m.say("mark."+mark.Name+".for")))))
	}
	return el("fieldset", "marks", append([]app.UI{written("legend", "hidden", m.say("picture"))}, items...)...)
}

// small is the small picture of a mark.
func small(mark draft.Mark) app.UI {
	if mark.SVG == "" {
		return nothing()
	}
	return app.Elem("img").Attr("alt", "").Attr("src", "data:image/svg+xml,"+url.PathEscape(mark.SVG))
}

// marksRefused are those that would mislead, with the reason.
func (m *Model) marksRefused() app.UI {
	var items []app.UI
	for _, mark := range m.Marks {
		if mark.Reason != "" {
			items = append(items, el("li", "", el("span", "", written("b", "", m.markName(mark.Name)), written("small", "", capital(mark.Reason)+".").Attr("lang", "en").Attr("dir", "ltr"))))
		}
	}
	if len(items) == 0 {
		return nothing()
	}
	return el("div", "", written("h2", "", m.say("marks.refused")), el("ul", "not", items...))
}

// chips are boxes to tick.
func (m *Model) chips(action, title string, choices []draft.Choice) app.UI {
	if len(choices) == 0 {
		return nothing()
	}
	var items []app.UI
	for i, c := range choices {
		if i == mostChips {
			break
		}
		items = append(items, el("label", "", app.Elem("input").Attr("type", "checkbox").Attr("value", c.ID).Attr("checked", c.Chosen).DataSet("pick", action), app.Text(c.Label)))
	}
	return el("fieldset", "", written("legend", "", title), el("div", "chips", items...))
}

// mostChips is how many boxes are shown.
const mostChips = 60

func (m *Model) orders(p draft.Page) app.UI {
	if len(p.Orders) < 2 {
		return nothing()
	}
	var options []app.UI
	for i, o := range p.Orders {
		options = append(options, option(o, m.Words.Say("order."+o), i == 0))
	}
	return el("div", "field", written("label", "", m.say("order")).Attr("for", "order-of"), app.Elem("select").ID("order-of").DataSet("set", "order").Body(options...))
}

// events are what happened on the way.
func (m *Model) events() app.UI {
	var items []app.UI
	for i, e := range m.edits().Events {
		items = append(items, el("li", "", el("span", "", app.Text(e.At+": "+e.Text)), button("link", "forget", strconv.Itoa(i), m.say("delete"))))
	}
	add := []app.UI{button("do", "open", "event", m.say("event.add"))}
	if m.Open == "event" {
		add = []app.UI{el("div", "event",
			written("label", "", m.say("event.what")).Attr("for", "event-what"),
			app.Elem("input").ID("event-what").Attr("type", "text").DataSet("type", "typed").DataSet("opened", "").Attr("value", m.Typed).Attr("placeholder", m.say("event.like")),
			el("div", "row", button("go", "event", m.Typed, m.say("done")), button("link", "close", "", m.say("cancel"))),
		)}
	}
	return el("div", "", written("h2", "", m.say("events")), written("p", "small", m.say("events.how")), el("ul", "read", items...), el("div", "", add...))
}
