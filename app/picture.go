package app

import (
	"fmt"

	"factframe/app/chart"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// pictures draws every panel that has rows.
func (m model) pictures() []app.UI {
	var list []app.UI
	for _, panel := range m.table.Panels {
		if len(panel.Rows) > 0 {
			list = append(list, m.panel(panel))
		}
	}
	return list
}

// panel is a picture with its own title, what it counts, and its own axis.
func (m model) panel(p data.Panel) app.UI {
	title, sub := panelTitle(m.view, p)
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
		name = expand(m.pkg, m.view.Headline)
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

// panelTitle is the panel's own title or, where a view has several panels, what
// its figures count and for whom.
func panelTitle(v *data.View, p data.Panel) (title, sub string) {
	f := p.Rows[0].Figure
	title = p.Spec.Title
	if f.Series.Records != nil {
		return title, addedUp(f)
	}
	if len(v.Panels) == 1 {
		return title, ""
	}
	switch p.Spec.Mark {
	case data.Line:
		if title == "" {
			title = f.Series.Title
		}
		return title, text.Capital(f.Series.CoverageWho) + ". Own axis, from zero."
	case data.Age:
		return f.Series.Title, text.Capital(f.Series.CoverageWho) + ", " + when(f) + "."
	case data.List:
		if title == "" {
			title = p.Spec.Source.Publisher
		}
		return title, p.Spec.Source.Title
	case data.Tally:
		return title, ""
	}
	return title, text.Capital(f.Series.CoverageWho) + ", " + when(f) + "."
}

// addedUp says what the totals of a panel cover, how they came about, and what
// their shares are of.
func addedUp(f *data.Figure) string {
	s := text.Capital(f.Series.CoverageWho) + ", " + when(f.Base) + ". "
	if f.Base.Value == nil {
		return s + "No count is published for this choice."
	}
	shown := text.Of(int(f.Base.Value.Number), f.Series.Counted.One, f.Series.Counted.Many)
	return s + "Added up from " + text.Of(f.Base.Added, "published count", "published counts") + "; percentages are of the " + shown + " shown."
}

func (m model) drawing(p chart.Picture, name string) app.UI {
	if p.Plot != nil {
		return m.plot(p.Plot, name)
	}
	return app.Elem("ul").Class("strips").Body(m.strips(p.Strips)...)
}

// strips lists rows, those of one group under its name.
func (m model) strips(rest []chart.Strip) []app.UI {
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

func (m model) strip(s chart.Strip) app.UI {
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
func (m model) mark(f *data.Figure) app.HTMLElem {
	if f.ID == "" {
		return app.Elem("span")
	}
	link := app.Elem("a").Attr("href", State{Figure: f.ID}.Link())
	if m.view == nil {
		return link // no place to open it in
	}
	link.DataSet("figure", f.ID)
	if m.state.Figure == f.ID {
		link.Aria("expanded", "true")
	}
	return link
}

// plot puts points into one drawing. It is a list to those who hear it, each
// point a link with its words.
func (m model) plot(p *chart.Plot, name string) app.UI {
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

func (m model) point(p chart.Point) app.UI {
	f := p.Row.Figure
	link := node("a", "href", State{Figure: f.ID}.Link(), "data-figure", f.ID,
		"aria-label", fmt.Sprintf("%s: %s %s", p.When, p.Value, f.Label), "class", "point "+string(p.Form))
	if m.state.Figure == f.ID {
		link = link.Attr("aria-expanded", "true")
	}
	return node("g", "role", "listitem").Body(link.Body(elements(p.Nodes())...))
}

// node makes an SVG element; go-app v9.8.0 needs the namespace on each one.
func node(tag string, attrs ...string) app.HTMLElem {
	e := app.Elem(tag).XMLNS(svgNamespace)
	for i := 0; i+1 < len(attrs); i += 2 {
		e.Attr(attrs[i], attrs[i+1])
	}
	return e
}

// element turns a node of a picture into a go-app element.
func element(n svg.Node) app.UI {
	if n.Tag == "" {
		return app.Text(n.Text)
	}
	var attrs []string
	for _, a := range n.Attrs {
		attrs = append(attrs, a.Name, a.Value)
	}
	return node(n.Tag, attrs...).Body(elements(n.Children)...)
}

func elements(nodes []svg.Node) []app.UI {
	var list []app.UI
	for _, n := range nodes {
		list = append(list, element(n))
	}
	return list
}
