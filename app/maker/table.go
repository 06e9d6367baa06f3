package maker

import (
	"slices"
	"strconv"
	"strings"

	"factframe/data/draft"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// table shows the table as it was read, and asks about what is not clear.
func (m *Model) table() []app.UI {
	t := m.Answer.Table
	if t.Count == 0 && len(t.Faults) == 0 && t.Question == nil {
		return m.withoutTable()
	}
	return []app.UI{
		written("h1", "", m.say("table")),
		written("p", "lead", m.say("table.lead")),
		m.question(),
		m.faults(),
		m.counted(),
		m.sheet(),
		m.understood(),
	}
}

// withoutTable is the step of a package that was opened: its numbers change with a newer
// table.
func (m *Model) withoutTable() []app.UI {
	return []app.UI{
		written("h1", "", m.say("table.none")),
		written("p", "lead", m.say("table.package")),
		el("div", "paste",
			written("label", "", m.say("paste.newer")).Attr("for", "paste"),
			app.Elem("textarea").ID("paste").Attr("rows", "4").Attr("spellcheck", "false"),
		),
		el("div", "row or", button("go", "paste", "", m.say("paste")), button("do", "file", "", m.say("file"))),
	}
}

// question is what only a person can answer.
func (m *Model) question() app.UI {
	q := m.Answer.Table.Question
	if q == nil {
		return nothing()
	}
	var answers []app.UI
	for _, a := range q.Answers {
		answers = append(answers, button("do", "answer", a, a))
	}
	if len(q.Answers) == 0 {
		answers = append(answers, app.Elem("input").Attr("type", "text").Attr("aria-label", q.Text).DataSet("type", "typed").Attr("value", m.Typed), button("go", "answer", m.Typed, m.say("done")))
	}
	return el("div", "need", written("p", "", q.Text+"?"), el("div", "row", answers...)).Role("alert").Attr("lang", "en").Attr("dir", "ltr")
}

// faults are problems of the whole table, with its problems in one place.
func (m *Model) faults() app.UI {
	var list []app.UI
	for _, f := range m.Answer.Table.Faults {
		if f.Line == 0 || len(m.Answer.Table.Columns) == 0 {
			list = append(list, written("p", "", placed(f)))
		}
	}
	for _, p := range m.Answer.Problems {
		list = append(list, written("p", "", strings.TrimPrefix(p.Error(), "datapackage.json: ")))
	}
	if len(list) == 0 {
		return nothing()
	}
	return el("div", "need", list...).Role("alert").Attr("lang", "en").Attr("dir", "ltr")
}

// placed says what is wrong, where, and how to fix it.
func placed(f draft.Fault) string {
	words := f.Wrong
	if f.Line > 0 {
		words = "line " + strconv.Itoa(f.Line) + ": " + words
	}
	if f.Want != "" {
		words += "; " + f.Want
	}
	return words
}

// counted says how many lines are shown, and leads to what is to fix.
func (m *Model) counted() app.UI {
	t := m.Answer.Table
	shown := m.fill("rows", "all", strconv.Itoa(t.Count), "shown", strconv.Itoa(t.Count-t.Totals))
	out := ""
	if t.Totals > 0 {
		out = m.count("rows.totals", t.Totals)
	}
	var cells []app.UI
	for i, f := range m.ToFix() {
		if i == mostLinks {
			break
		}
		do, arg := "open", cellKey(f.Line, f.Column)
		if !m.isShown(f.Line) {
			do, arg = "lines", strconv.Itoa(max(0, f.Line-1-len(t.Heads)-linesBefore))
		}
		cells = append(cells, button("link", do, arg, m.fill("cell.place", "line", strconv.Itoa(f.Line), "column", m.columnName(f.Column))), app.Text(" "))
	}
	return el("div", "",
		el("p", "count", el("span", "", app.Text(shown+" "), written("b", "", out)), link("link", "", m.say("table.other"))).TabIndex(-1),
		el("p", "tomend", append([]app.UI{app.Text(m.count("fix", len(m.ToFix())) + ": ")}, cells...)...).Hidden(len(cells) == 0),
		m.sheets(),
	)
}

// linesBefore is how many lines are shown before one that is to fix.
const linesBefore = 5

// isShown reports whether a line of the table is among those on the page.
func (m *Model) isShown(number int) bool {
	lines := m.Answer.Table.Lines
	if m.More != nil {
		lines = m.More
	}
	return slices.ContainsFunc(lines, func(l draft.Line) bool { return l.Number == number })
}

// mostLinks is how many cells to fix are listed.
const mostLinks = 12

// sheets chooses another sheet of a workbook.
func (m *Model) sheets() app.UI {
	t := m.Answer.Table
	if len(t.Others) == 0 {
		return nothing()
	}
	options := []app.UI{option(t.Sheet, t.Sheet, true)}
	for _, other := range t.Others {
		name, err := strconv.Unquote(other)
		if err != nil {
			name = other
		}
		options = append(options, option(name, name, false))
	}
	return el("div", "field", written("label", "", m.say("sheet")).Attr("for", "sheet-of"), app.Elem("select").ID("sheet-of").DataSet("set", "sheet").Body(options...))
}

func option(value, label string, chosen bool) app.UI {
	return written("option", "", label).Attr("value", value).Attr("selected", chosen)
}

// columnName is the heading of a column of the table, counted from 1.
func (m *Model) columnName(column int) string {
	if column > 0 && column <= len(m.Answer.Table.Columns) {
		return m.Answer.Table.Columns[column-1].Name
	}
	return strconv.Itoa(column)
}

func cellKey(line, column int) string {
	return "cell " + strconv.Itoa(line) + " " + strconv.Itoa(column)
}

// understood lists what was guessed, each with the way to change it.
func (m *Model) understood() app.UI {
	t := m.Answer.Table
	var items []app.UI
	for _, g := range t.Guesses {
		change := nothing()
		switch {
		case g.Option != "":
			change = button("link", "option", g.Option, m.say("change")).Attr("aria-label", m.fill("change.what", "what", g.Text))
		case g.Column > 0:
			if at := m.groupOf(g.Column); at >= 0 {
				change = button("link", "open", "role "+strconv.Itoa(at), m.say("change")).Attr("aria-label", m.fill("change.what", "what", g.Text))
			}
		}
		items = append(items, el("li", "", written("span", "", g.Text).Attr("lang", "en").Attr("dir", "ltr"), change))
	}
	if len(items) == 0 {
		return nothing()
	}
	return el("div", "", written("h2", "", m.say("understood")), el("ul", "read", items...))
}

// group is one or several columns alike, which share one control.
type group struct {
	first, last int // places among the columns
	role        string
}

// groups joins neighbouring columns of numbers under periods.
func (m *Model) groups() []group {
	var list []group
	for i, c := range m.Answer.Table.Columns {
		if last := len(list) - 1; last >= 0 && list[last].role == c.Role && c.Role == "values" && c.Dated && m.Answer.Table.Columns[list[last].last].Dated {
			list[last].last = i
			continue
		}
		list = append(list, group{i, i, c.Role})
	}
	return list
}

// groupOf is the place of the group that a column is in, counted from 1; -1 if it is in none.
func (m *Model) groupOf(column int) int {
	for i, g := range m.groups() {
		if column-1 >= g.first && column-1 <= g.last {
			return i
		}
	}
	return -1
}

// names are the headings of a group.
func (m *Model) names(g group) string {
	columns := m.Answer.Table.Columns
	if g.first == g.last {
		return columns[g.first].Name
	}
	return m.fill("columns.span", "first", columns[g.first].Name, "last", columns[g.last].Name)
}

// places are the columns of a group as options name them.
func (m *Model) places(g group) string {
	var list []string
	for _, c := range m.Answer.Table.Columns[g.first : g.last+1] {
		list = append(list, c.Place)
	}
	return strings.Join(list, " ")
}

// why says what a group of columns was taken for, and from what.
func (m *Model) why(g group) string {
	filled, numbers, dated := 0, 0, true
	for _, c := range m.Answer.Table.Columns[g.first : g.last+1] {
		filled, numbers, dated = filled+c.Filled, numbers+c.Numbers, dated && c.Dated
	}
	cells := []string{"numbers", strconv.Itoa(numbers), "filled", strconv.Itoa(filled)}
	switch {
	case g.role == "values" && dated:
		return m.fill("why.dated", cells...)
	case g.role == "values":
		return m.fill("why.values", cells...)
	case g.role == "period" || g.role == "category" || g.role == "notes" || g.role == "unit":
		return m.say("why." + g.role)
	}
	return m.say("why.out")
}

// guessesOf are the guesses about a group.
func (m *Model) guessesOf(g group) (list []draft.Guess) {
	for _, each := range m.Answer.Table.Guesses {
		if each.Column > 0 && each.Column-1 >= g.first && each.Column-1 <= g.last {
			list = append(list, each)
		}
	}
	return list
}
