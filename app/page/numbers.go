package page

import (
	"slices"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// mostRows is the number of table rows that are not folded. A slightly longer table is not
// folded.
const mostRows = 8

// numbers is the table that replaces the picture: every value that the pictures draw, and
// how exactly it is known. What a row counts and its notes are below its name if rows
// differ in them.
func (m *Model) numbers() app.UI {
	if m.State.Show != state.ShowTable || m.Table.Shown == 0 {
		return nothing("div")
	}
	from := max(0, m.State.Rows-1)
	if from >= m.Table.Shown {
		from = 0
	}
	until := min(from+state.RowsOnAPage, m.Table.Shown)
	most := until - from
	if most > mostRows*5/4 {
		most = mostRows
	}
	var all []part
	for _, panel := range m.Table.Panels {
		all = append(all, part{panel, panel.Rows})
	}
	_, rest := takenFrom(all, from)
	first, rest := takenFrom(rest, most)
	rest, _ = takenFrom(rest, until-from-most)
	more := nothing("div")
	if from+most < until {
		more = folded(m.rowsLabel(from, until, m.Table.Shown), m.table("rest", rest))
	}
	return el("div", "", m.table("numbers", first), more, m.otherRows(from))
}

// rowsLabel describes the rows on a page of a table.
func (m *Model) rowsLabel(from, until, all int) string {
	if until-from == all {
		return m.Package.Words.Count("fold.rows", all)
	}
	return m.rowsNamed(from, until)
}

func (m *Model) rowsNamed(from, until int) string {
	return m.Package.Words.Fill("rows", "first", m.Package.Words.Whole(from+1), "last", m.Package.Words.Whole(until))
}

// otherRows links to the other pages of a long table.
func (m *Model) otherRows(from int) app.UI {
	var links []app.UI
	for at := 0; at < m.Table.Shown && m.Table.Shown > state.RowsOnAPage; at += state.RowsOnAPage {
		s := m.State.WithFigure("").WithRows(0)
		if at > 0 {
			s = s.WithRows(at + 1)
		}
		to := m.link("", s.Link(), m.rowsNamed(at, min(at+state.RowsOnAPage, m.Table.Shown)))
		if at == from {
			to.Aria("current", "true")
		}
		links = append(links, el("li", "", to))
	}
	return app.Elem("ul").Class("turns").Hidden(len(links) == 0).Body(links...)
}

// part is some of the rows of a panel.
type part struct {
	panel table.Panel
	rows  []table.Row
}

// takenFrom splits parts of a table after n rows.
func takenFrom(parts []part, n int) (taken, rest []part) {
	for _, p := range parts {
		take := min(n, len(p.rows))
		n -= take
		taken = append(taken, part{p.panel, p.rows[:take]})
		rest = append(rest, part{p.panel, p.rows[take:]})
	}
	return taken, rest
}

func (m *Model) table(id string, parts []part) app.UI {
	columns := 2
	head := []app.UI{m.nameHead(), m.valueHead()}
	if other := m.otherHead(); other != "" {
		columns++
		head = append(head, m.with(app.Elem("th").Attr("scope", "col").Class("num"), other))
	}
	differences := say.Differing(m.Table)
	var bodies []app.UI
	for _, p := range parts {
		if len(p.rows) > 0 {
			bodies = append(bodies, m.tableBody(p, columns, differences))
		}
	}
	return app.Elem("table").ID(id).Body(append([]app.UI{
		m.written("caption", "hidden", m.Package.Words.Fill("table.caption", "view", m.View.Title)),
		el("thead", "", el("tr", "", head...)),
	}, bodies...)...)
}

// The column headers sort the rows, if the view allows it.

func (m *Model) nameHead() app.UI {
	label := m.say("column.figure")
	if d := m.Package.Dimension(m.View.Panels[0].Channels["y"]); d != nil && len(m.Table.Panels) == 1 {
		label = d.Title
	}
	sorted, to := "none", ""
	for _, order := range m.View.Orders {
		if order == "name" && m.order() == "name" {
			sorted = "ascending"
		}
		if order != "size" && order != m.order() && to == "" {
			to = order
		}
	}
	switch {
	case to == "" && sorted == "none":
		return m.with(app.Elem("th").Attr("scope", "col"), label)
	case to == "":
		to = m.order() // the link stays, because it has the reader's focus
	}
	return m.head("", label, sorted, m.arranged(to))
}

func (m *Model) valueHead() app.UI {
	label := m.say("measure.value")
	if len(m.View.Units) > 1 && m.oneUnit() {
		label = say.UnitName(m.Package.Words, m.Table.Measure)
	}
	if !slices.Contains(m.View.Orders, "size") {
		return m.with(app.Elem("th").Attr("scope", "col").Class("num"), label)
	}
	sorted := "none"
	if m.order() == "size" {
		sorted = "descending"
	}
	return m.head("num", label, sorted, m.arranged("size"))
}

// oneUnit reports whether all values of the table are in the selected measure.
func (m *Model) oneUnit() bool {
	for _, panel := range m.Table.Panels {
		for _, r := range panel.Rows {
			if r.Unit != m.Table.Measure {
				return false
			}
		}
	}
	return true
}

// head is a column header with a link that sorts by it.
func (m *Model) head(class, label, sorted string, s state.State) app.UI {
	link := m.link("", s.Link(), label)
	return app.Elem("th").Attr("scope", "col").Class(class).Aria("sort", sorted).Body(link)
}

func (m *Model) order() string {
	if m.State.Order != "" || len(m.View.Orders) == 0 {
		return m.State.Order
	}
	return m.View.Orders[0]
}

func (m *Model) arranged(order string) state.State {
	return m.State.WithOrder(m.View, order).WithFigure("")
}

// hasOther reports whether the rows of a panel may have another measure.
func hasOther(panel table.Panel) bool {
	return panel.Spec.Mark.Traits().Shares
}

// otherHead names the column of the other measure. It is empty if no row has one.
func (m *Model) otherHead() string {
	name := ""
	for _, panel := range m.Table.Panels {
		i := slices.IndexFunc(panel.Rows, func(r table.Row) bool { return say.Other(r) != "" })
		switch {
		case !hasOther(panel) || i < 0:
		case panel.Rows[i].Unit == data.Percent:
			name = say.UnitName(m.Package.Words, panel.Rows[i].Figure.Unit)
		case say.SharesCalculated(panel.Rows):
			name = m.say("column.share.calculated")
		default:
			name = m.say("column.share")
		}
	}
	return name
}

func (m *Model) tableBody(p part, columns int, differences say.Differences) app.UI {
	panel, calculated := p.panel, say.SharesCalculated(p.panel.Rows)
	var rows []app.UI
	title, sub := say.PanelTitle(m.View, panel)
	if title != "" && panel.Spec.Channels["x"] == "period" {
		differences = say.Differences{} // the title describes them, and each row has its period
	}
	if title != "" {
		rows = append(rows, el("tr", "", app.Elem("th").Attr("scope", "rowgroup").Attr("colspan", columns).Class("group").Body(
			m.text(title+" "), m.written("small", "", sub))))
	}
	for _, r := range p.rows {
		cells := []app.UI{
			app.Elem("th").Attr("scope", "row").Body(
				m.with(m.mark(r.Figure), say.RowLabel(panel, r)), app.Text(" "), m.written("small", "", say.About(differences, r))),
			el("td", "num",
				m.written("b", "", say.Amount(r.Figure, r.Amount, r.Unit).Short()), app.Text(" "), m.written("small", "", say.Exactness(panel, r))),
		}
		if columns > 2 {
			cells = append(cells, el("td", "num", m.otherCell(panel, r, calculated)...))
		}
		rows = append(rows, el("tr", "", cells...), m.slot(r.Figure, columns))
	}
	return el("tbody", "", rows...)
}

// slot is where the receipt of a row opens. It always exists, because adding and removing a
// row would make later elements lose focus.
func (m *Model) slot(f *data.Figure, columns int) app.UI {
	if m.State.Figure != f.ID || f.ID == "" {
		return nothing("tr")
	}
	return el("tr", "", app.Elem("td").Attr("colspan", columns).Class("slot").Body(m.opened(f)))
}

// otherCell is the other measure of a row. It adds "calculated", unless the column header
// says that for all rows.
func (m *Model) otherCell(panel table.Panel, r table.Row, headSays bool) []app.UI {
	if !hasOther(panel) {
		return []app.UI{app.Text("")}
	}
	f, how := r.Figure, ""
	if r.Unit.HasShares() && f.Percent != nil && !f.PercentPrinted && !headSays {
		how = m.say("calculated")
	}
	return []app.UI{m.text(say.Other(r) + " "), m.written("small", "", how)}
}
