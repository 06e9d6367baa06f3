package page

import (
	"slices"
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// tools is a row of the controls that apply to the view.
func (m *Model) tools() app.UI {
	var groups []app.UI
	if len(m.View.Units) > 1 {
		var links []app.UI
		for _, u := range m.View.Units {
			links = append(links, m.pick(say.UnitName(m.Package.Words, u), m.State.WithUnit(m.View, u)))
		}
		groups = append(groups, segment(m.say("measure"), links))
	}
	for _, dimension := range slices.Concat(m.View.OneOf, m.View.Filters) {
		groups = append(groups, m.later(filterPart+dimension))
	}
	if m.View.Spans {
		groups = append(groups, m.later(spanPart))
	}
	groups = append(groups, segment(m.say("show_as"), []app.UI{
		m.pick(say.PictureName(m.Package.Words, m.View.Panels[0].Mark), m.State.WithShow("")),
		m.pick(m.say("show.table"), m.State.WithShow(state.ShowTable)),
	}))
	return app.Elem("form").Class("tools").ID(toolsID).Attr("autocomplete", "off").Aria("label", m.say("choices")).Body(append(groups, m.noSubmit())...)
}

// toolsID is the id of the form. Checkboxes in the picture belong to it too.
const toolsID = "tools"

// noSubmit is the submit button that a form must have. All controls work at once; the form
// only exists for its autocomplete attribute, which stops browsers from restoring
// checkboxes after a reload.
func (m *Model) noSubmit() app.UI {
	return app.Elem("button").Attr("type", "submit").Hidden(true).Text(m.say("choices"))
}

func segment(label string, links []app.UI) app.UI {
	return app.Elem("div").Class("seg").Role("group").Aria("label", label).Body(links...)
}

// pick is a link to a state, marked as current if that state is shown.
func (m *Model) pick(label string, s state.State) app.UI {
	return m.leading(m.written("a", "", label), s)
}

// leading sets the link's address to a state, and marks it as current if that state is
// shown.
func (m *Model) leading(link app.HTMLElem, s state.State) app.UI {
	address := s.WithFigure("").Address()
	link.Attr("href", state.Handed(address))
	if address == m.address {
		link.Aria("current", "true")
	}
	return link
}

// searchedFrom is the number of codes from which a list has a search field.
const searchedFrom = 12

// filter offers the codes of a dimension. Each has a link that keeps only that code, which
// works everywhere. Checkboxes for combinations need the program; they are in the picture
// if it has space for them.
func (m *Model) filter(dimension string) app.UI {
	if slices.Contains(m.View.OneOf, dimension) {
		return m.oneOf(dimension)
	}
	options := table.Options(m.Package, m.View, dimension)
	inPicture := table.ChosenInPicture(m.Package, m.View, dimension) && m.State.Show != state.ShowTable
	items := []app.UI{
		written("li", "asks", m.say("filter.tick")),
		el("li", "", m.pick(m.say("filter.all"), m.State.WithOnly(dimension, "")), app.Text(" "), m.pick(m.say("filter.none"), m.State.WithNone(dimension))),
	}
	kept := 0
	for _, code := range options {
		if m.State.Keeps(state.Choice{Dimension: dimension, Code: code.ID}) {
			kept++
		}
		items = append(items, m.option(dimension, code, !inPicture))
	}
	count := ""
	if kept < len(options) && !inPicture { // otherwise the checkboxes and the line below show it
		count = m.Package.Words.Fill("filter.count", "shown", m.Package.Words.Whole(kept), "of", m.Package.Words.Whole(len(options)))
	}
	list := []app.UI{
		el("summary", "", m.text(m.Package.DimensionTitle(dimension)), m.written("b", "", count)),
		el("ul", "", items...),
	}
	if len(options) >= searchedFrom && !inPicture {
		list = append(list[:1], m.find(dimension), list[1])
	}
	details := app.Elem("details").Class("filter")
	if inPicture {
		details.Class("ticks")
	}
	if strings.Contains(m.State.WithFigure("").WithOnlyOf(m.Package, dimension, options[0].ID).Address(), "?") {
		details.Class("needs") // the program, as no combination has a prerendered page
	}
	return details.Body(list...)
}

// oneOf offers the codes of a dimension of which the view shows one at a time.
func (m *Model) oneOf(dimension string) app.UI {
	options := table.Options(m.Package, m.View, dimension)
	first := m.State.WithOnly(dimension, "").WithFigure("")
	current, items := options[0].Label, []app.UI{}
	for _, code := range options {
		label, s := text.Capital(code.Label), first.WithOneOf(m.Package, dimension, code.ID)
		if slices.ContainsFunc(m.State.Keep, func(c state.Choice) bool { return c.Dimension == dimension && c.Code == code.ID }) {
			current = code.Label
		}
		items = append(items, app.Elem("li").Class("one").Hidden(!m.found(dimension, label)).Body(m.pick(label, s)))
	}
	list := []app.UI{
		el("summary", "", m.text(m.Package.Words.Lead(m.Package.DimensionTitle(dimension))+" "), m.written("b", "", text.Capital(current))),
		el("ul", "", items...),
	}
	if len(options) >= searchedFrom {
		list = append(list[:1], m.find(dimension), list[1])
	}
	details := app.Elem("details").Class("filter")
	if strings.Contains(first.WithOneOf(m.Package, dimension, options[len(options)-1].ID).Address(), "?") {
		details.Class("needs")
	}
	return details.Body(list...)
}

func (m *Model) option(dimension string, code data.Code, boxes bool) app.UI {
	label, only := text.Capital(code.Label), m.State.WithOnlyOf(m.Package, dimension, code.ID)
	item := app.Elem("li").Hidden(!m.found(dimension, label))
	if !boxes {
		return item.Class("one").Body(m.pick(label, only))
	}
	link := written("a", "only", m.say("filter.only")).Aria("label", m.Package.Words.Fill("filter.only.heard", "code", code.Label))
	return item.Body(
		el("label", "",
			m.keeps(dimension, code.ID),
			m.written("span", "", label),
		),
		m.leading(link, only),
	)
}

// keeps is the checkbox of a code, ticked if the filters keep the code.
func (m *Model) keeps(dimension, code string) app.HTMLElemSelfClosing {
	return tick(dimension, code, m.State.Keeps(state.Choice{Dimension: dimension, Code: code}))
}

// tick is a checkbox with the data attribute that the page's event handlers read.
func tick(choice, value string, checked bool) app.HTMLElemSelfClosing {
	return app.ElemSelfClosing("input").Attr("type", "checkbox").DataSet("choice", choice).Attr("value", value).Attr("checked", checked)
}

// find is the search field of a list.
func (m *Model) find(list string) app.UI {
	return el("p", "find", el("label", "", app.Text(m.say("search")+" "),
		app.ElemSelfClosing("input").Attr("type", "search").Attr("name", "find-"+list).DataSet("find", list)))
}

// found reports whether an entry of a list matches the search.
func (m *Model) found(list, entry string) bool {
	return strings.Contains(strings.ToLower(entry), strings.ToLower(strings.TrimSpace(m.Search[list])))
}

// shown counts what the filters keep and offers to clear them. If nothing is left, it
// suggests which filter to clear.
func (m *Model) shown() app.UI {
	filtered := m.State.FiltersIn(m.View)
	parts := []app.UI{app.Text("")}
	if filtered {
		kept, of := m.counted()
		count := m.Package.Words.Fill("shown.count", "shown", m.Package.Words.Whole(kept), "of", m.Package.Words.Whole(of)) + " · "
		if m.Table.Shown == 0 {
			count = m.say("shown.nothing") + " "
		}
		parts = []app.UI{m.text(count), link("", m.State.ClearedIn(m.View).WithFigure("").Link(), m.say("clear"))}
		if m.Table.Shown == 0 {
			parts = append(parts, m.waysOut()...)
		}
	}
	return app.Elem("p").Class("shown").Hidden(!filtered).Body(parts...)
}

// counted returns how much is shown, out of how much. It counts codes if only one filter is
// active, and figures otherwise.
func (m *Model) counted() (kept, of int) {
	keep := slices.DeleteFunc(slices.Clone(m.State.Keep), func(c state.Choice) bool { return slices.Contains(m.View.OneOf, c.Dimension) })
	one := len(keep) > 0 && m.State.From == "" && m.State.To == ""
	for _, c := range keep {
		one = one && c.Dimension == keep[0].Dimension
	}
	if !one {
		return m.Table.Shown, m.Table.Of
	}
	options := table.Options(m.Package, m.View, keep[0].Dimension)
	for _, code := range options {
		if m.State.Keeps(state.Choice{Dimension: keep[0].Dimension, Code: code.ID}) {
			kept++
		}
	}
	return kept, len(options)
}

// waysOut offers to clear each filter, with the number of figures that would then be shown.
func (m *Model) waysOut() []app.UI {
	var parts []app.UI
	for dimension := range m.State.ByDimension() {
		if slices.Contains(m.View.OneOf, dimension) {
			continue
		}
		s := m.State.WithOnly(dimension, "").WithFigure("")
		if n := table.Select(m.Package, s.Query(m.Package)).Shown; n > 0 {
			label := m.Package.Words.Count("clear.one", n, "filter", m.Package.DimensionTitle(dimension))
			parts = append(parts, app.Text(" · "), m.link("", s.Link(), label))
		}
	}
	if m.State.From != "" || m.State.To != "" {
		s := m.State.WithFigure("")
		s.From, s.To = "", ""
		if n := table.Select(m.Package, s.Query(m.Package)).Shown; n > 0 {
			label := m.Package.Words.Count("clear.one", n, "filter", m.say("filter.time"))
			parts = append(parts, app.Text(" · "), m.link("", s.Link(), label))
		}
	}
	return parts
}
