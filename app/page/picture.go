package page

import (
	"fmt"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// pictures draws every panel that has rows.
func (m Model) pictures() []app.UI {
	var list []app.UI
	for _, panel := range m.Table.Panels {
		if len(panel.Rows) > 0 {
			list = append(list, m.panel(panel))
		}
	}
	return list
}

// panel is a picture with its own title, what it counts, and its own axis.
func (m Model) panel(p data.Panel) app.UI {
	title, sub := say.PanelTitle(m.View, p)
	heading := app.Elem("h2").Text(title)
	if title == "" {
		heading = app.Elem("p").Hidden(true) // an empty heading is still one to those who hear it
	}
	body := []app.UI{
		heading,
		app.Elem("p").Class("sub").Hidden(sub == "").Text(sub),
	}
	name := title
	if name == "" {
		name = say.Expand(m.Package, m.View.Headline)
	}
	switch p.Spec.Mark {
	case data.Card:
		body = append(body, m.cards(p))
	case data.List:
		body = append(body, m.sourcePanel(p))
	default:
		body = append(body, m.drawing(chart.Draw(p), name))
	}
	return app.Elem("figure").Class("picture", "of-"+string(p.Spec.Mark)).Aria("label", name).Body(body...)
}

func (m Model) drawing(p chart.Picture, name string) app.UI {
	if p.Plot != nil {
		return m.plot(p.Plot, name)
	}
	return app.Elem("ul").Class("strips").Body(m.strips(p.Strips)...)
}

// strips lists rows, those of one group under its name.
func (m Model) strips(rest []chart.Strip) []app.UI {
	var items []app.UI
	for len(rest) > 0 {
		group, n := rest[0].Row.Group, 1
		for n < len(rest) && rest[n].Row.Group == group {
			n++
		}
		var rows []app.UI
		for _, s := range rest[:n] {
			rows = append(rows, m.strip(s))
		}
		if group != "" {
			rows = []app.UI{app.Elem("li").Class("group").Body(
				app.Elem("span").Class("what").Text(group), app.Elem("ul").Class("strips").Body(rows...))}
		}
		items, rest = append(items, rows...), rest[n:]
	}
	return items
}

// heard is what keeps two parts of a name apart for those who hear it.
func heard(s string) app.UI { return app.Elem("span").Class("hidden").Text(s) }

func (m Model) strip(s chart.Strip) app.UI {
	return app.Elem("li").Body(m.mark(s.Row.Figure).Class("strip", string(s.Form)).Body(
		app.Elem("span").Class("what").Text(s.Row.Label),
		heard(": "),
		app.Elem("span").Class("track").Body(
			element(s.Shape),
			app.Elem("span").Class("n").Body(app.Text(s.Value), heard(","), app.Text(" "), app.Elem("small").Text(s.Detail)),
		),
	))
}

// mark is a link to the receipt of a figure; the program opens it in place. A
// total of records has none: it changes with the filters.
func (m Model) mark(f *data.Figure) app.HTMLElem {
	if f.ID == "" {
		return app.Elem("span")
	}
	link := app.Elem("a").Attr("href", state.State{Figure: f.ID}.Link())
	if m.View == nil {
		return link // no place to open it in
	}
	link.DataSet("figure", f.ID)
	if m.State.Figure == f.ID {
		link.Aria("expanded", "true")
	}
	return link
}

// plot puts points into one drawing. It is a list to those who hear it, each
// point a link with its words.
func (m Model) plot(p *chart.Plot, name string) app.UI {
	height := svg.Num(float64(p.Height))
	back := node("g", "aria-hidden", "true").Body(elements(p.Back)...)
	points := node("g", "role", "list", "aria-label", name)
	var items []app.UI
	for _, pt := range p.Points {
		items = append(items, m.point(pt))
	}
	return app.Elem("div").Class("plot").Body(
		node("svg", "class", "lines", "width", "100%", "height", height, "overflow", "visible").Body(back, points.Body(items...)),
	)
}

func (m Model) point(p chart.Point) app.UI {
	f := p.Row.Figure
	link := node("a", "href", state.State{Figure: f.ID}.Link(), "data-figure", f.ID,
		"aria-label", fmt.Sprintf("%s: %s %s", p.When, p.Value, f.Label), "class", "point "+string(p.Form))
	if m.State.Figure == f.ID {
		link = link.Attr("aria-expanded", "true")
	}
	return node("g", "role", "listitem").Body(link.Body(elements(p.Nodes())...))
}
