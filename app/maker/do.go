package maker

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"factframe/data/draft"
	"factframe/data/format"
	"factframe/data/read"
)

// Do does what a button says. What changes the draft can be undone. It returns false for an
// action that only the running page can do, such as saving a file.
func (m *Model) Do(action, arg string, now time.Time) bool {
	switch action {
	case "open": // in place, or closed if it is open
		if m.Open == arg {
			arg = ""
		}
		m.Open, m.Typed = arg, ""
	case "close":
		m.Open = ""
	case "undo":
		m.History = m.History.Moved(-1)
	case "redo":
		m.History = m.History.Moved(1)
	case "view":
		m.View, m.Marks = max(0, number(arg)), nil
	case "width":
		m.Width = arg
	case "as":
		m.As = arg
	case "seen":
		m.Seen = arg
	case "aside":
		m.Aside = !m.Aside
	default:
		d, name, done := m.changed(action, arg)
		if !done {
			return false
		}
		m.change(name, d, now)
	}
	return true
}

// change adds a change of the draft to its history.
func (m *Model) change(name string, d draft.Draft, now time.Time) {
	if m.Other {
		return // another tab may change it
	}
	m.History = m.History.With(name, d, now)
	m.Taken, m.Copied = "", false
}

// Set sets a field of the draft to what was typed or chosen.
func (m *Model) Set(field, value string, now time.Time) {
	d := m.Draft()
	if words := wordOf(&d.Words, field); words != nil {
		*words = value
		if field == "caution" && d.Package != "" { // its views may have others
			*words = m.Draft().Words.Caution
			e := m.edits()
			e.Caution = value
			m.change("field caution", withView(d, m.place(), e), now)
			return
		}
		if field == "caution" { // it is that of every view
			for place, e := range d.Views {
				e.Caution = ""
				d = withView(d, place, e)
			}
		}
		m.change("field "+field, d, now)
		return
	}
	p, _ := m.Page()
	e := m.edits()
	switch field {
	case "typed":
		m.Typed = value
		return
	case "headline":
		e.Headline, e.Found = inIDs(value, p.Figures), p.Found
	case "subtitle":
		e.Subtitle = value
	case "order":
		e.Orders = ordered(p.Orders, value)
	case "address":
		d.Address = value
		m.change("field address", d, now)
		return
	case "unit":
		d.Options.Units = nil
		if value != "" {
			d.Options.Units = []string{value}
		}
		m.change("field unit", d, now)
		return
	case "language":
		d.Options.Language = value
		m.change("field language", d, now)
		return
	case "sheet":
		d.Options.Sheet, d.Options.Cells = value, nil
		m.change("field sheet", d, now)
		return
	case "many":
		d.Many = value == "true"
		m.change("field many", d, now)
		return
	default:
		return
	}
	m.change("field "+field, withView(d, m.place(), e), now)
}

// wordOf returns the place of a word of the draft by the name of its field.
func wordOf(w *draft.Words, field string) *string {
	return map[string]*string{
		"title": &w.Title, "source": &w.Source, "published": &w.Published, "url": &w.URL, "counted": &w.Counted, "population": &w.Population, "caution": &w.Caution,
		"help": &w.Help, "help_url": &w.HelpURL, "credit": &w.Credit, "licence": &w.Licence, "contact": &w.Contact, "accent": &w.Accent,
	}[field]
}

// withView returns a draft in which one view was changed. Drafts of the history share their
// maps, so these are copied.
func withView(d draft.Draft, place int, e draft.View) draft.Draft {
	d.Views = maps.Clone(d.Views)
	if d.Views == nil {
		d.Views = map[int]draft.View{}
	}
	d.Views[place] = e
	return d
}

// ordered puts an order first.
func ordered(orders []string, first string) []string {
	return append([]string{first}, slices.DeleteFunc(slices.Clone(orders), func(o string) bool { return o == first })...)
}

// changed returns the draft after an action, and what undoing it is called.
func (m *Model) changed(action, arg string) (d draft.Draft, name string, done bool) {
	d = m.Draft()
	p, _ := m.Page()
	e := m.edits()
	switch action {
	case "role": // "values 2 3 4"
		role, places, _ := strings.Cut(arg, " ")
		d.Options = m.withRole(d.Options, role, strings.Fields(places))
		return d, "role", true
	case "option":
		o, err := d.Options.With(arg)
		if err != nil {
			return d, "", false
		}
		d.Options = o
		return d, "option", true
	case "answer":
		d.Answers = maps.Clone(d.Answers)
		if d.Answers == nil {
			d.Answers = map[string]string{}
		}
		d.Answers[m.Answer.Table.Question.Text] = arg
		return d, "answer", true
	case "known": // a number that could be worked out
		d.Answers = maps.Clone(d.Answers)
		if d.Answers == nil {
			d.Answers = map[string]string{}
		}
		d.Answers[arg] = "known"
		return d, "known", true
	case "cell": // "2 5 6,120"
		line, rest, _ := strings.Cut(arg, " ")
		column, text, _ := strings.Cut(rest, " ")
		d.Options.Cells = withCell(d.Options.Cells, number(line), number(column), text)
		m.Open = ""
		return d, "cell", true
	case "leave": // a line
		d.Options.Leave = append(slices.Clone(d.Options.Leave), number(arg))
		m.Open = ""
		return d, "leave", true
	case "fits":
		e.Found = p.Found
	case "take": // the finding as the headline
		e.Headline, e.Found = undrafted(m, p.Found), p.Found
	case "insert":
		e.Headline, e.Found = strings.TrimSpace(m.headline(p, e)+" {"+arg+"}"), p.Found
	case "picture":
		i := number(arg)
		if i < 0 || i >= len(m.Marks) || m.Marks[i].Reason != "" {
			return d, "", false
		}
		chosen := m.Marks[i].Picture
		e.Picture, e.Highlight, e.Filters, e.Orders = &chosen, nil, nil, nil
	case "highlight":
		e.Highlight = toggled(p.Codes, arg)
	case "filter":
		e.Filters = toggled(p.Filters, arg)
	case "event": // "May 2023 A new service"
		at, text := dated(arg)
		if at == "" || text == "" {
			return d, "", false
		}
		e.Events = append(slices.Clone(e.Events), format.Event{At: at, Text: text})
		m.Open, m.Typed = "", ""
	case "forget": // an event
		i := number(arg)
		if i < 0 || i >= len(e.Events) {
			return d, "", false
		}
		e.Events = slices.Delete(slices.Clone(e.Events), i, i+1)
	default:
		return d, "", false
	}
	return withView(d, m.place(), e), action, true
}

// dated splits a text into the day at its beginning and the rest. Of a month or a year it takes
// the first day.
func dated(s string) (day, rest string) {
	words := strings.Fields(s)
	for n := min(3, len(words)); n > 0; n-- {
		if day = draft.Day(strings.Join(words[:n], " ")); day != "" {
			return (day + "-01-01")[:len("2006-01-02")], strings.Join(words[n:], " ")
		}
	}
	return "", ""
}

// headline is what the field of the headline has.
func (m *Model) headline(p draft.Page, e draft.View) string {
	if e.Headline != "" {
		return e.Headline
	}
	return p.Headline
}

// undrafted returns a finding without the word that marks it as a draft.
func undrafted(m *Model, finding string) string {
	return strings.TrimSpace(strings.TrimPrefix(finding, m.draftMark()))
}

// draftMark is the word before a headline that nobody has written yet.
func (m *Model) draftMark() string { return m.Answer.Mark }

// number returns a whole number, or -1.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// toggled returns the chosen ones of several choices, after one was clicked.
func toggled(all []draft.Choice, id string) *[]string {
	list := []string{}
	for _, c := range all {
		if c.Chosen != (c.ID == id) {
			list = append(list, c.ID)
		}
	}
	return &list
}

// withCell returns corrections of cells with one more, in place of an earlier one of its cell.
func withCell(cells []read.Cell, line, column int, text string) []read.Cell {
	cells = slices.DeleteFunc(slices.Clone(cells), func(c read.Cell) bool { return c.Line == line && c.Column == column })
	return append(cells, read.Cell{Line: line, Column: column, Text: text})
}

// withRole gives columns a role. To choose one column of values is to choose them all, so the
// others that have values are named too.
func (m *Model) withRole(o read.Options, role string, places []string) read.Options {
	without := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(place string) bool { return slices.Contains(places, place) })
	}
	if role == "values" || len(o.Values) > 0 {
		o.Values = nil
		for _, c := range m.Answer.Table.Columns {
			if c.Role == "values" {
				o.Values = append(o.Values, c.Place)
			}
		}
	}
	o.Values, o.Periods, o.Categories, o.Notes, o.Drop = without(o.Values), without(o.Periods), without(o.Categories), without(o.Notes), without(o.Drop)
	to := map[string]*[]string{"values": &o.Values, "period": &o.Periods, "category": &o.Categories, "notes": &o.Notes, "left out": &o.Drop, "out": &o.Drop}[role]
	if to != nil {
		*to = append(*to, places...)
	}
	return o
}
