package page

import (
	"fmt"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// picture draws every panel that has rows; it is empty where the table stands
// in its place.
func (m Model) picture() app.UI {
	var list []app.UI
	if m.State.Show == "" {
		for _, panel := range m.Table.Panels {
			if len(panel.Rows) > 0 {
				list = append(list, m.panel(panel)...)
			}
		}
	}
	return app.Elem("div").Class("pictures").Hidden(len(list) == 0).Body(list...)
}

// panel is a picture with its own title, what it counts, and its own axis, and
// the place where the receipt of one of its points opens.
func (m Model) panel(p data.Panel) []app.UI {
	title, sub := say.PanelTitle(m.View, p)
	name := title
	switch {
	case name == "" && len(m.View.Panels) > 1:
		name = p.Rows[0].Figure.Series.Title
	case name == "":
		name = say.Expand(m.Package, m.View.Headline)
	}
	drawing := chart.Draw(p)
	kind := string(p.Spec.Mark)
	if drawing.Plot == nil && p.Spec.Mark == data.Line {
		kind, title, sub = "once", "", ""
	}
	heading := app.Elem("h2").Text(title)
	if title == "" {
		heading = app.Elem("p").Hidden(true) // an empty heading is still one to those who hear it
	}
	body := []app.UI{heading, app.Elem("p").Class("sub").Hidden(sub == "").Text(sub)}
	switch {
	case p.Spec.Mark == data.Card:
		body = append(body, m.cards(p)...)
	case p.Spec.Mark == data.List:
		body = append(body, m.source(p))
	case drawing.Plot != nil:
		body = append(body, m.plot(drawing.Plot, name))
	default:
		body = append(body, m.strips(p, drawing), key(p))
	}
	figure := app.Elem("figure").Class("picture", "of-"+kind).Aria("label", name).Body(body...)
	if drawing.Plot == nil {
		return []app.UI{figure}
	}
	return []app.UI{figure, m.pointReceipt(p)}
}

// key says once what holds for every small share beside a bar.
func key(p data.Panel) app.UI {
	if p.Spec.Mark != data.Bar || !say.SharesCalculated(p.Rows) || p.Rows[0].Figure.Series.Records != nil {
		return app.Elem("p").Hidden(true)
	}
	return app.Elem("p").Class("key").Text(text.SharesCalculated)
}

// pointReceipt is the receipt of a point, below its drawing.
func (m Model) pointReceipt(p data.Panel) app.UI {
	for _, r := range p.Rows {
		if r.Figure.ID == m.State.Figure {
			return app.Elem("div").Class("beneath").Body(m.opened(r.Figure))
		}
	}
	return app.Elem("div").Hidden(true)
}

// strips lists rows, those of one group under its name.
func (m Model) strips(p data.Panel, drawing chart.Picture) app.UI {
	var items []app.UI
	rest, chosen := drawing.Strips, m.chosenIn(p)
	for len(rest) > 0 {
		group, n := rest[0].Row.Group, 1
		for n < len(rest) && rest[n].Row.Group == group {
			n++
		}
		var rows []app.UI
		for _, s := range rest[:n] {
			rows = append(rows, m.row(p, s, chosen))
		}
		if group != "" {
			rows = []app.UI{app.Elem("li").Class("group").Body(
				app.Elem("span").Class("what").Text(group), app.Elem("ul").Class("strips").Body(rows...))}
		}
		items, rest = append(items, rows...), rest[n:]
	}
	list := app.Elem("ul").Class("strips", fmt.Sprintf("room%d", drawing.Room()))
	if chosen {
		list.Class("chosen")
	}
	if p.Spec.Mark != data.Age {
		list.Class("beside")
	}
	return list.Body(items...)
}

// row is a strip as its mark has it, with a box where rows are chosen.
func (m Model) row(p data.Panel, s chart.Strip, chosen bool) app.UI {
	switch {
	case p.Spec.Mark == data.Age:
		return m.age(s)
	case s.Shape.Tag == "":
		return m.once(s)
	case chosen:
		return m.opening(stripItem(s), s.Row.Figure, m.box(p.Spec.Channels["y"], s.Row), m.strip(s))
	}
	return m.opening(stripItem(s), s.Row.Figure, m.strip(s))
}

func stripItem(s chart.Strip) app.HTMLElem {
	if s.Row.Out {
		return app.Elem("li").Class("out")
	}
	return app.Elem("li")
}

// chosenIn reports whether the rows of a panel are chosen in its picture.
func (m Model) chosenIn(p data.Panel) bool {
	return p.Spec.Mark == data.Bar && m.Package.ChosenInPicture(m.View, p.Spec.Channels["y"])
}

// box is ticked while a row is shown.
func (m Model) box(dimension string, r data.Row) app.UI {
	code := r.Figure.Codes[dimension]
	return app.Elem("label").Class("box").Body(
		m.keeps(dimension, code),
		heard(r.Label),
	)
}

// once is a figure that was published once, in words.
func (m Model) once(s chart.Strip) app.UI {
	f := s.Row.Figure
	if s.Row.Amount == nil {
		return m.opening(app.Elem("li"), f, app.Elem("p").Body(m.mark(f).Text(say.Phrase(f)), app.Text(", "+say.Year(f))))
	}
	return m.opening(app.Elem("li"), f, app.Elem("p").Body(app.Text(text.PublishedOnce+" "), m.mark(f).Body(
		app.Elem("b").Text(say.Of(f).Leading()), app.Text(" "+f.Label)), app.Text(", "+say.Year(f))))
}

// heard is what keeps two parts of a name apart for those who hear it.
func heard(s string) app.UI { return app.Elem("span").Class("hidden").Text(s) }

func (m Model) strip(s chart.Strip) app.UI {
	return m.mark(s.Row.Figure).Class("strip", string(s.Form)).Body(
		app.Elem("span").Class("what").Text(s.Row.Label),
		heard(": "),
		app.Elem("span").Class("track").Body(
			element(s.Shape),
			app.Elem("span").Class("n").Body(app.Elem("b").Text(s.Value), heard(","), app.Text(" "), app.Elem("small").Text(s.Detail)),
		),
	)
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
	back := node("g", "aria-hidden", "true").Body(elements(p.Back)...)
	points := node("g", "role", "list", "aria-label", name)
	var items []app.UI
	for _, pt := range p.Points {
		items = append(items, m.point(pt))
	}
	return app.Elem("div").Class("plot").Body(
		node("svg", "class", "lines", "width", "100%", "height", fmt.Sprintf("%gem", p.Height), "overflow", "visible").Body(back, points.Body(items...)),
	)
}

func (m Model) point(p chart.Point) app.UI {
	f := p.Row.Figure
	link := node("a", "href", state.State{Figure: f.ID}.Link(), "data-figure", f.ID,
		"aria-label", p.When+": "+say.Phrase(f), "class", "point "+string(p.Form))
	if m.State.Figure == f.ID {
		link = link.Attr("aria-expanded", "true")
	}
	return node("g", "role", "listitem").Body(link.Body(elements(p.Nodes())...))
}
