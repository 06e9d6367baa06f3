package page

import (
	"strconv"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// picture draws every panel that has rows. It is empty if the table is shown instead.
func (m *Model) picture() app.UI {
	var list []app.UI
	axis := false // the axis that panels share is drawn
	if m.State.Show == "" {
		for _, panel := range m.Table.Panels {
			if len(panel.Drawable()) > 0 {
				list = append(list, m.panel(panel, !axis)...)
				axis = axis || panel.Spec.Mark.Traits().Ages
			}
		}
	}
	return app.Elem("div").Class("pictures").Hidden(len(list) == 0).Body(list...)
}

// panel is a picture with its title, what it counts and its axis, followed by the place
// where the receipt of a point opens. If panels share an axis, only the first shows it.
func (m *Model) panel(p table.Panel, first bool) []app.UI {
	title, sub := say.PanelTitle(m.View, p)
	name := title
	switch {
	case name == "" && len(m.View.Panels) > 1:
		name = p.Drawable()[0].Figure.Series.Title
	case name == "":
		name = say.Expand(m.Package, m.View.Headline)
	}
	drawing, traits := chart.Draw(p), p.Spec.Mark.Traits()
	kind := string(p.Spec.Mark)
	switch {
	case drawing.InWords:
		kind, title, sub = "once", "", ""
	case drawing.Plot != nil && len(drawing.Plot.Points) == 0 && p.Facet == "":
		kind = "lines"
	case drawing.Plot != nil:
		kind = "line"
	}
	class := "of-" + kind
	if kind == "line" && m.titlesFit() {
		class += " titled"
	}
	heading := m.own("h2", "", title, p.Spec.Title)
	if title == "" {
		heading = app.Elem("p").Hidden(true) // screen readers would announce an empty heading
	}
	body := []app.UI{heading, m.with(app.Elem("p").Class("sub").Hidden(sub == ""), sub), m.said(drawing.Unit), m.keys(drawing.Keys)}
	switch {
	case traits.OfSource:
		body = append(body, m.source(p))
	case traits.Text:
		body = append(body, m.cards(p)...)
	case drawing.Plot != nil:
		body = append(body, m.plot(p.Spec.ID+p.Facet, drawing.Plot), m.said(drawing.Note))
	case drawing.Axis.Tag != "":
		body = append(body, over(drawing.Axis, first), m.strips(p, drawing))
	default:
		body = append(body, m.strips(p, drawing), m.key(drawing.Values), m.said(drawing.Note))
	}
	figure := app.Elem("figure").Class("picture", class).Aria("label", name).Body(body...)
	if drawing.Plot == nil {
		return []app.UI{figure}
	}
	return []app.UI{figure, m.pointReceipt(p)}
}

// keys explains colours and shapes.
func (m *Model) keys(list []chart.Key) app.UI {
	var items []app.UI
	for _, k := range list {
		shape := node("rect", "class", "part "+k.Class, "width", "100%", "height", "100%")
		if k.Class == "ring" || k.Class == "dot" {
			shape = node("circle", "class", k.Class, "cx", "50%", "cy", "50%", "r", "40%")
		}
		items = append(items, el("li", "", node("svg", "width", ".8em", "height", ".8em", "aria-hidden", "true").Body(shape), m.text(" "+k.Label)))
	}
	return app.Elem("ul").Class("keys").Hidden(len(items) == 0).Body(items...)
}

// over is the axis above the rows that it belongs to, in their columns.
func over(words svg.Node, shown bool) app.UI {
	return app.Elem("div").Class("age", "over").Hidden(!shown).Body(el("div", "strip", el("span", "what"), element(words)))
}

// said is a note about the picture itself.
func (m *Model) said(note string) app.UI {
	return m.with(app.Elem("p").Class("key").Hidden(note == ""), note)
}

// key explains the small values of a picture once.
func (m *Model) key(values string) app.UI {
	if values == "" {
		return nothing("p")
	}
	return m.written("p", "key", values)
}

// pointReceipt is the receipt of a point, below its drawing.
func (m *Model) pointReceipt(p table.Panel) app.UI {
	rows := p.Rows
	if p.Drawn != nil {
		rows = p.Drawn // lines that are left out are shown for comparison, and their points have receipts too
	}
	for _, r := range rows {
		if r.Figure.ID == m.State.Figure {
			return el("div", "beneath", m.opened(r.Figure))
		}
	}
	return nothing("div")
}

// strips lists rows, by group.
func (m *Model) strips(p table.Panel, drawing chart.Picture) app.UI {
	first := drawing.Strips[:len(drawing.Strips)-drawing.Folded]
	list := m.stripList(p, drawing, first)
	if drawing.Folded == 0 {
		return list
	}
	others := m.written("summary", "", drawing.Others.Label)
	if drawing.Others.Rest {
		others = el("summary", "", m.stripBody(app.Elem("span").Class("strip"), *drawing.Others))
	}
	folded := drawing.Strips[len(first):]
	rest := app.Elem("details").Class("rest", "bars", "beside", "room"+strconv.Itoa(drawing.Room())).Body(others, m.stripList(p, drawing, folded))
	return el("div", "", list, rest)
}

func (m *Model) stripList(p table.Panel, drawing chart.Picture, rest []chart.Strip) app.UI {
	var items []app.UI
	chosen := m.chosenIn(p)
	for len(rest) > 0 {
		group, n := rest[0].Row.Group, 1
		for n < len(rest) && rest[n].Row.Group == group {
			n++
		}
		var rows []app.UI
		for _, s := range rest[:n] {
			rows = append(rows, m.row(p, s, chosen))
		}
		if group != "" && len(rest[0].Points) == 0 {
			rows = []app.UI{el("li", "group",
				m.own("span", "what", group, group), el("ul", "strips", rows...))}
		}
		items, rest = append(items, rows...), rest[n:]
	}
	list := app.Elem("ul").Class("strips", "room"+strconv.Itoa(drawing.Room()))
	if column := drawing.Column(); column > 0 {
		list.Class("column", "column"+strconv.Itoa(column))
	}
	if chosen {
		list.Class("chosen")
	}
	if drawing.NamesWide() {
		list.Class("wordy")
	}
	if drawing.NamesAside() {
		list.Class("aside")
	}
	if !p.Spec.Mark.Traits().Ages {
		list.Class("beside")
	}
	return list.Body(items...)
}

// row is a strip in the form of its mark, with a checkbox if rows are selected in the
// picture.
func (m *Model) row(p table.Panel, s chart.Strip, chosen bool) app.UI {
	switch {
	case p.Spec.Mark.Traits().Ages:
		return m.age(s)
	case len(s.Points) > 0:
		return m.parted(s)
	case s.Shape.Tag == "" && !s.Rest:
		return m.singleFigure(s)
	case chosen:
		return m.opening(stripItem(s), s.Row.Figure, m.box(p.Spec.Channels["y"], s.Row), m.strip(s))
	}
	return m.opening(stripItem(s), s.Row.Figure, m.strip(s))
}

// stripItem is a list item with classes for the row's state.
func stripItem(s chart.Strip) app.HTMLElem {
	item := app.Elem("li")
	for _, is := range []struct {
		class string
		so    bool
	}{{"accent", s.Row.Tone == table.Accent}, {"lack", s.Row.Absent}, {"remains", s.Rest}, {"out", s.Row.Out}} {
		if is.so {
			item.Class(is.class)
		}
	}
	return item
}

// chosenIn reports whether the rows of a panel are selected in its picture.
func (m *Model) chosenIn(p table.Panel) bool {
	return p.Spec.Mark.Traits().Boxed && table.ChosenInPicture(m.Package, m.View, p.Spec.Channels["y"])
}

// box is the checkbox of a row.
func (m *Model) box(dimension string, r table.Row) app.UI {
	code := r.Figure.Codes[dimension]
	return el("label", "box",
		m.keeps(dimension, code).Attr("form", toolsID),
		m.written("span", "hidden", r.Label),
	)
}

// singleFigure shows a figure that was published once as text.
func (m *Model) singleFigure(s chart.Strip) app.UI {
	f := s.Row.Figure
	if s.Row.Amount == nil {
		return m.opening(app.Elem("li"), f, el("p", "", m.with(m.mark(f), say.Phrase(f)), m.text(m.between("join.comma", "a", "b")+say.Year(f))))
	}
	return m.opening(app.Elem("li"), f, el("p", "", app.Text(m.say("published_once")+" "), m.mark(f).Body(
		m.written("b", "", say.Of(f).Leading()), m.text(" "+say.Label(f))), m.text(m.between("join.comma", "a", "b")+say.Year(f))))
}

// heard is text for screen readers only, such as a pause between two parts of a name.
func heard(s string) app.UI { return written("span", "hidden", s) }

func (m *Model) strip(s chart.Strip) app.UI {
	return m.stripBody(m.mark(s.Row.Figure).Class("strip", string(s.Form)), s)
}

// stripBody is the name, the shape and the value of a strip.
func (m *Model) stripBody(mark app.HTMLElem, s chart.Strip) app.UI {
	name := m.own("span", "what", s.Label, s.Row.Label)
	if s.Inside {
		return mark.Body(name, heard(m.between("named", "name", "value")), m.written("b", "hidden inside", s.Value), app.Elem("span").Class("plot", "side"+strconv.Itoa(s.Side)).Body(element(s.Shape)))
	}
	pause, value := "", s.Value
	if s.Word != "" {
		value = " " + value
	}
	if s.Detail != "" {
		pause = m.between("join.comma", "a", "b")
	}
	return mark.Body(name, heard(m.between("named", "name", "value")), el("span", "track", append(shapes(s),
		el("span", "n", el("b", "", m.written("small", "", s.Word), m.text(value)), heard(pause), app.Text(" "), m.written("small", "detail", s.Detail)),
	)...))
}

// shapes are the normal shape of a strip and the one on the scale of all rows. The style
// sheet shows one of them.
func shapes(s chart.Strip) []app.UI {
	switch {
	case s.Rest:
		return nil
	case s.Among.Tag == "":
		return []app.UI{element(s.Shape)}
	}
	return []app.UI{el("span", "resting", element(s.Shape)), el("span", "among", element(s.Among))}
}

// parted is a strip of several figures, each a link in its drawing.
func (m *Model) parted(s chart.Strip) app.UI {
	shape := node("g", "role", "list")
	var points []app.UI
	open := (*data.Figure)(nil)
	for _, point := range s.Points {
		points = append(points, m.point(point))
		if point.Row.Figure.ID != "" && point.Row.Figure.ID == m.State.Figure {
			open = point.Row.Figure
		}
	}
	drawing := element(s.Shape).(app.HTMLElem).Role("none").Body(append(elements(s.Shape.Children), shape.Body(points...))...)
	strip := app.Elem("div").Class("strip", "many").Body(
		m.own("span", "what", s.Label, s.Row.Group),
		app.Elem("div").Class("plot", "side"+strconv.Itoa(s.Side)).Body(drawing))
	if open == nil {
		return el("li", "", strip)
	}
	return el("li", "opened", strip, m.opened(open))
}

// mark is a link to the receipt of a figure, which the program opens in place. Totals of
// records have no receipt, because they change with the filters.
func (m *Model) mark(f *data.Figure) app.HTMLElem {
	if f.ID == "" {
		return app.Elem("span")
	}
	link := app.Elem("a").Attr("href", state.FigureLink(m.Package, f.ID))
	if m.View == nil {
		return link // nowhere to open it in place
	}
	return link.DataSet("figure", f.ID).Aria("expanded", strconv.FormatBool(m.State.Figure == f.ID))
}
