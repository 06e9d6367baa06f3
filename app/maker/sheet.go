package maker

import (
	"strconv"
	"strings"

	"factframe/data/draft"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// sheet is the table: roles above the headings, problems below their cells.
func (m *Model) sheet() app.UI {
	t := m.Answer.Table
	width := len(t.Columns)
	rows := []app.UI{m.roleRow()}
	for _, h := range t.Heads {
		rows = append(rows, m.headRow(h, width))
	}
	rows = append(rows, m.openRole(width))
	head := el("thead", "", rows...)
	lines := t.Lines
	if m.More != nil {
		lines = m.More
	}
	var body []app.UI
	for _, l := range lines {
		body = append(body, m.line(l, width))
		for _, f := range m.ToFix() {
			if f.Line == l.Number {
				body = append(body, m.fix(f, width))
			}
		}
		for _, w := range m.ToDecide() {
			if w.Line == l.Number {
				body = append(body, m.hidden(w, width))
			}
		}
	}
	return el("div", "",
		el("div", "sheet", el("table", "", head, el("tbody", "", body...)).Attr("aria-rowcount", strconv.Itoa(t.Count+len(t.Heads)))).
			Role("region").TabIndex(0).Attr("aria-label", m.say("sheet.label")),
		m.pager(len(lines)),
	)
}

// pager leads to other lines of a long table.
func (m *Model) pager(shown int) app.UI {
	all := m.Answer.Table.Count
	if shown >= all {
		return nothing()
	}
	from := 0
	if m.More != nil {
		from = m.From
	}
	before, after := max(0, from-pageLines), from+shown
	return el("div", "jump",
		written("span", "small", m.fill("lines", "from", strconv.Itoa(from+1), "to", strconv.Itoa(min(all, from+shown)), "all", strconv.Itoa(all))),
		button("link", "lines", strconv.Itoa(before), m.say("lines.before")).Hidden(from == 0),
		button("link", "lines", strconv.Itoa(after), m.say("lines.after")).Hidden(after >= all),
	)
}

// pageLines is how many lines are shown at once; page.js asks for as many.
const pageLines = 60

// roleRow has a button for each column, or for several that are alike.
func (m *Model) roleRow() app.UI {
	cells := []app.UI{written("td", "no", "")}
	for i, g := range m.groups() {
		at := "role " + strconv.Itoa(i)
		b := el("button", "role", app.Text(m.roleName(g)), written("span", "hidden", m.fill("role.of", "columns", m.names(g)))).
			Attr("type", "button").DataSet("do", "open").DataSet("arg", at).Attr("aria-expanded", strconv.FormatBool(m.Open == at))
		cells = append(cells, el("th", first(i), b).Attr("colspan", strconv.Itoa(g.last-g.first+1)))
	}
	return el("tr", "roles", cells...)
}

func first(i int) string {
	if i == 0 {
		return "first"
	}
	return ""
}

// roleName says what a group of columns is taken for.
func (m *Model) roleName(g group) string {
	columns := m.Answer.Table.Columns
	if g.role == "values" && columns[g.first].Dated && g.first != g.last {
		return m.say("role.dated")
	}
	if g.role == "left out" {
		return m.say("role.out")
	}
	return m.say("role." + g.role)
}

func (m *Model) headRow(h draft.Line, width int) app.UI {
	cells := []app.UI{written("td", "no", strconv.Itoa(h.Number))}
	for i := range width {
		cells = append(cells, written("th", m.cellClass(i), cell(h, i)).Attr("scope", "col"))
	}
	return el("tr", "heads", cells...)
}

func cell(l draft.Line, i int) string {
	if i < len(l.Cells) {
		return l.Cells[i]
	}
	return ""
}

// cellClass is how the cells of a column look.
func (m *Model) cellClass(i int) string {
	class := first(i)
	switch m.Answer.Table.Columns[i].Role {
	case "values":
		class = "num"
	case "notes":
		class = "note"
	case "left out":
		class = "out"
	}
	return class
}

func (m *Model) line(l draft.Line, width int) app.UI {
	class := ""
	if l.Total {
		class = "apart"
	}
	cells := []app.UI{written("td", "no", strconv.Itoa(l.Number))}
	for i := range width {
		if i == 0 {
			label := []app.UI{app.Text(cell(l, 0))}
			if l.Total {
				label = append(label, written("span", "tag", m.say("total")))
			}
			cells = append(cells, el("th", m.cellClass(0), label...).Attr("scope", "row"))
			continue
		}
		cells = append(cells, written("td", m.marked(l.Number, i), cell(l, i)))
	}
	return el("tr", class, cells...).ID("line-" + strconv.Itoa(l.Number))
}

// marked is how a cell looks, which may have something to fix.
func (m *Model) marked(line, i int) string {
	class := m.cellClass(i)
	for _, f := range m.ToFix() {
		if f.Line == line && f.Column == i+1 {
			return class + " bad"
		}
	}
	for _, w := range m.ToDecide() {
		if w.Line == line && w.Column == i+1 {
			return class + " look"
		}
	}
	return class
}

// fix is below a cell that cannot be read: what is wrong, and the ways to fix it.
func (m *Model) fix(f draft.Fault, width int) app.UI {
	at := strconv.Itoa(f.Line) + " " + strconv.Itoa(f.Column)
	key := "cell " + at
	buttons := []app.UI{}
	isValue := f.Column > 0 && f.Column <= len(m.Answer.Table.Columns) && m.Answer.Table.Columns[f.Column-1].Role == "values"
	if f.Meant != "" {
		class := "go"
		if strings.Contains(f.Meant, ".") { // it may be a slip of another kind
			class = "do"
		}
		buttons = append(buttons, button(class, "cell", at+" "+f.Meant, m.fill("cell.read", "number", f.Meant)))
	}
	if isValue && f.Cell != "" {
		buttons = append(buttons, button("do", "cell", at+" ", m.say("cell.empty")))
	}
	buttons = append(buttons, button("do", "leave", strconv.Itoa(f.Line), m.say("row.leave")))
	if m.Open == key {
		buttons = append(buttons,
			app.Elem("input").Attr("type", "text").Attr("aria-label", m.say("cell.type.label")).DataSet("type", "typed").DataSet("opened", "").Attr("value", m.Typed),
			button("do", "cell", at+" "+m.Typed, m.say("done")))
	} else if f.Column > 0 {
		buttons = append(buttons, button("do", "open", key, m.say("cell.type")))
	}
	return el("tr", "fixrow", el("td", "", el("div", "need",
		el("p", "", written("b", "", m.fill("cell.place", "line", strconv.Itoa(f.Line), "column", m.columnName(f.Column))+": "), written("span", "", f.Wrong+".").Attr("lang", "en").Attr("dir", "ltr")),
		el("div", "row", buttons...),
	)).Attr("colspan", strconv.Itoa(width+1)))
}

// hidden is below a number that was left out to protect people and that anybody can work out.
func (m *Model) hidden(w draft.Warning, width int) app.UI {
	return el("tr", "fixrow", el("td", "", el("div", "need",
		el("p", "", written("b", "", m.fill("cell.place", "line", strconv.Itoa(w.Line), "column", m.columnName(w.Column))+": "), written("span", "", w.Text+".").Attr("lang", "en").Attr("dir", "ltr")),
		el("div", "row",
			button("do", "cell", w.Total+" ", m.say("hidden.total")).Hidden(w.Total == ""),
			button("do", "known", w.Text, m.say("hidden.known"))),
	)).Attr("colspan", strconv.Itoa(width+1)))
}

// openRole is below the headings: what the columns are taken for, and what else they could be.
func (m *Model) openRole(width int) app.UI {
	var opened *group
	for i, g := range m.groups() {
		if m.Open == "role "+strconv.Itoa(i) {
			opened = &g
		}
	}
	if opened == nil {
		return el("tr", "fixrow").Hidden(true)
	}
	g := *opened
	var choices []app.UI
	for _, role := range []string{"values", "category", "period", "notes", "out"} {
		chosen := g.role == role || g.role == "left out" && role == "out"
		choices = append(choices, el("label", "",
			app.Elem("input").Attr("type", "radio").Attr("name", "role").Attr("value", role+" "+m.places(g)).Attr("checked", chosen).DataSet("pick", "role"),
			el("span", "", app.Text(m.say("role."+role)), written("small", "", m.say("role."+role+".is")))))
	}
	var guessed []app.UI
	for _, each := range m.guessesOf(g) {
		guessed = append(guessed, written("p", "small", each.Text+".").Attr("lang", "en").Attr("dir", "ltr"))
	}
	return el("tr", "fixrow", el("td", "", el("div", "menu",
		written("h2", "", m.names(g)).ID("rolehead"),
		written("p", "small", m.why(g)),
		el("div", "", guessed...),
		el("div", "opts", choices...),
		el("div", "row", button("do", "close", "", m.say("done"))),
	).Role("group").Attr("aria-labelledby", "rolehead").DataSet("opened", "")).Attr("colspan", strconv.Itoa(width+1)))
}
