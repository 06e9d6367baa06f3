package page

import (
	"strconv"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// plot draws points as one drawing. Screen readers get a list of links with labels, or a
// slider along the line if it has too many points.
func (m *Model) plot(id string, p *chart.Plot) app.UI {
	height := strconv.FormatFloat(p.Height, 'g', -1, 64) + "em"
	back := node("g", "aria-hidden", "true").Body(elements(p.Back)...)
	drawing := node("svg", "class", "lines", "width", "100%", "height", height, "overflow", "visible", "role", "none")
	if len(p.Points) > 0 {
		points := node("g", "role", "list")
		var items []app.UI
		for _, pt := range p.Points {
			items = append(items, m.point(pt))
		}
		return el("div", "plot", drawing.Body(back, points.Body(items...)))
	}
	column := func(class string, width float64, nodes []svg.Node) app.UI {
		return node("svg", "class", class, "width", svg.Em(width), "height", height, "overflow", "visible", "aria-hidden", "true").Body(elements(nodes)...)
	}
	var events, heardEvents []app.UI // in the picture or below it; always available to screen readers
	for _, e := range p.Events {
		heardEvents = append(heardEvents, m.written("li", "", e.Words))
		item := m.written("li", "", e.Words)
		switch {
		case e.From == 0:
			item.Hidden(true)
		case e.From > 0:
			item.Class("u" + strconv.Itoa(e.From))
		}
		events = append(events, item)
	}
	var ends []app.UI
	for _, end := range p.Ends {
		ends = append(ends, el("li", "", m.written("b", "name "+end.Class, end.Label)))
	}
	return el("div", "axes",
		column("left", p.LeftWidth, p.Left),
		el("div", "plot",
			drawing.Body(back, m.reading(id, p)),
			m.reader(id, p),
			app.Elem("ul").Class("events").Aria("hidden", "true").Hidden(len(events) == 0).Body(events...),
			app.Elem("ul").Class("hidden").Hidden(len(events) == 0).Body(heardEvents...),
		),
		column(rightClass(p), p.RightWidth, p.Right),
		app.Elem("ul").Class("named").Hidden(len(ends) == 0).Body(ends...),
	)
}

// mostBeside is the maximum width, in em, of the labels on both sides of a plot, before the
// plot becomes too narrow in a column of text.
const mostBeside = 15

// rightClass returns the classes of the names on the right of a plot. With "long" the style
// sheet moves them below the plot at wider screens already, because the labels are wide.
func rightClass(p *chart.Plot) string {
	if p.LeftWidth+p.RightWidth > mostBeside {
		return "right long"
	}
	return "right"
}

// Most characters of a word in a title, and in the small line below it, that fit beside a
// small chart on a phone.
const (
	mostInTitle = 10
	mostInSub   = 13
)

// titlesFit reports whether the titles of all small charts fit beside them.
func (m *Model) titlesFit() bool {
	for _, p := range m.Table.Panels {
		if len(p.Rows) == 0 || !p.Spec.Mark.Traits().Timed {
			continue
		}
		title, sub := say.PanelTitle(m.View, p)
		if title == "" || longestWord(title) > mostInTitle || longestWord(sub) > mostInSub {
			return false
		}
	}
	return true
}

func (m *Model) point(p chart.Point) app.UI {
	f := p.Row.Figure
	link := node("a", "href", state.FigureLink(m.Package, f.ID), "data-figure", f.ID,
		"aria-label", m.named(p.When, say.Phrase(f)), "class", "point "+string(p.Form), "aria-expanded", strconv.FormatBool(m.State.Figure == f.ID))
	return node("g", "role", "listitem").Body(link.Body(elements(p.Shapes)...))
}
