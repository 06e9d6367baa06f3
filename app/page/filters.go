package page

import (
	"fmt"
	"strings"

	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// tools are the choices that apply to the view, and no others.
func (m Model) tools() app.UI {
	var groups []app.UI
	if len(m.View.Units) > 1 {
		var links []app.UI
		for _, u := range m.View.Units {
			links = append(links, m.pick(text.Units[string(u)], m.State.WithUnit(m.View, u)))
		}
		groups = append(groups, segment("Measure", links))
	}
	groups = append(groups, segment(text.ShowAs, []app.UI{
		m.pick("Picture and table", m.State.WithShow("")),
		m.pick("Table", m.State.WithShow(state.ShowTable)),
	}))
	if len(m.View.Orders) > 1 {
		var links []app.UI
		for _, o := range m.View.Orders {
			links = append(links, m.pick(text.Orders[o], m.State.WithOrder(m.View, o)))
		}
		groups = append(groups, segment("Order", links))
	}
	for _, dimension := range m.View.Filters {
		groups = append(groups, m.later(filterPart+dimension))
	}
	return app.Elem("form").Class("tools").Attr("autocomplete", "off").Aria("label", text.Choices).Body(append(groups, noSubmit())...)
}

// noSubmit is the button that a form has to have. Every control here answers at
// once, and the form is one for its autocomplete alone: with it, browsers do
// not tick boxes as they were before a reload.
func noSubmit() app.UI {
	return app.Elem("button").Attr("type", "submit").Hidden(true).Text(text.Choices)
}

func segment(label string, links []app.UI) app.UI {
	return app.Elem("div").Class("seg").Role("group").Aria("label", label).Body(links...)
}

// pick is a link to a state, marked when it is the one shown.
func (m Model) pick(label string, s state.State) app.UI {
	link := app.Elem("a").Attr("href", s.WithFigure("").Link()).Text(label)
	if s.WithFigure("").Address() == m.State.WithFigure("").Address() {
		link.Aria("current", "true")
	}
	return link
}

// filter offers the codes of a dimension: a link that keeps only one, which
// works everywhere, and a checkbox for any combination, which needs the program.
func (m Model) filter(dimension string) app.UI {
	options := m.Package.Options(m.View, dimension)
	items := []app.UI{app.Elem("li").Body(m.pick(text.All, m.State.WithOnly(dimension, "")))}
	kept := 0
	for _, code := range options {
		choice := state.Choice{Dimension: dimension, Code: code.ID}
		if m.State.Keeps(choice) {
			kept++
		}
		items = append(items, app.Elem("li").Body(
			app.Elem("label").Body(
				app.ElemSelfClosing("input").Attr("type", "checkbox").DataSet("choice", dimension).Attr("value", code.ID).Attr("checked", m.State.Keeps(choice)),
				app.Elem("span").Text(text.Capital(code.Label)),
			),
			m.only(code, m.State.WithOnly(dimension, code.ID)),
		))
	}
	count := "all"
	if kept < len(options) {
		count = fmt.Sprintf("%d of %d", kept, len(options))
	}
	return app.Elem("details").Class("filter").Body(
		app.Elem("summary").Body(app.Text(m.Package.DimensionTitle(dimension)+": "), app.Elem("b").Text(count)),
		app.Elem("ul").Body(items...),
	)
}

// only is the link that keeps a single code, named in full for those who hear it.
func (m Model) only(code data.Code, s state.State) app.UI {
	link := app.Elem("a").Class("only").Attr("href", s.WithFigure("").Link()).
		Body(app.Text(text.Only), app.Elem("span").Class("hidden").Text(" "+code.Label))
	if s.WithFigure("").Address() == m.State.WithFigure("").Address() {
		link.Aria("current", "true")
	}
	return link
}

// shown counts what passes the filters and offers to clear them; where nothing
// does, it says which choice to give up.
func (m Model) shown() app.UI {
	filtered := len(m.State.Keep) > 0
	parts := []app.UI{app.Text("")}
	if filtered {
		count := fmt.Sprintf("Shown: %d of %d figures. ", m.Table.Shown, m.Table.Of)
		if m.Table.Shown == 0 {
			count = text.NothingShown + " "
		}
		parts = []app.UI{app.Text(count), app.Elem("a").Attr("href", m.State.Cleared().WithFigure("").Link()).Text(text.ClearAll)}
		if m.Table.Shown == 0 {
			parts = append(parts, m.waysOut()...)
		}
	}
	return app.Elem("p").Class("shown").Hidden(!filtered).Body(parts...)
}

// waysOut offers, for each filter, what giving it up would show.
func (m Model) waysOut() []app.UI {
	var parts []app.UI
	for dimension := range m.State.ByDimension() {
		s := m.State.WithOnly(dimension, "").WithFigure("")
		if n := m.Package.Select(s.Query()).Shown; n > 0 {
			label := fmt.Sprintf("Clear “%s” (shows %s)", strings.ToLower(m.Package.DimensionTitle(dimension)), text.Of(n, "figure", "figures"))
			parts = append(parts, app.Text(" · "), app.Elem("a").Attr("href", s.Link()).Text(label))
		}
	}
	return parts
}
