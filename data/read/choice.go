package read

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// chosen applies what the user says about columns: their roles and names.
type chosen struct {
	roles     map[*column]role
	onlyThese bool // other columns of numbers are left out
}

// chosenBy returns the text with which an option chooses a column: its name, or its place if
// it has none.
func (c *column) chosenBy() string {
	if name := c.name(); name != "" {
		return name
	}
	return c.place
}

// find returns the column that an option names, or an error that lists all columns.
func (t *Table) find(columns []*column, option, name string) (*column, error) {
	name = tidy(name)
	for _, is := range []func(c *column) bool{
		func(c *column) bool { return c.name() == name },
		func(c *column) bool { return strings.EqualFold(c.name(), name) },
		func(c *column) bool { return strings.EqualFold(c.original, name) },
		func(c *column) bool { return strings.EqualFold(c.levels[len(c.levels)-1], name) },
		func(c *column) bool { return strings.EqualFold(displayed(c.name()), name) },
		func(c *column) bool { return strings.EqualFold(c.place, name) },
	} {
		if i := slices.IndexFunc(columns, is); i >= 0 && name != "" {
			return columns[i], nil
		}
	}
	var names []string
	for _, c := range columns {
		names = append(names, strconv.Quote(c.chosenBy()))
	}
	const most = 20
	list := strings.Join(names[:min(len(names), most)], ", ")
	if len(names) > most {
		list += fmt.Sprintf(" and %d others", len(names)-most)
	}
	return nil, t.problem(0, -1, fmt.Sprintf("has no column %q, which %s names", name, option), "use one of "+list)
}

// rolesOf returns the roles that the user gives to columns.
func (t *Table) rolesOf(columns []*column, o Options) (chosen, error) {
	by := chosen{roles: map[*column]role{}, onlyThese: len(o.Values) > 0}
	for _, each := range []struct {
		option string
		names  []string
		role   role
	}{{"-values", o.Values, valued}, {"-period", o.Periods, timed}, {"-category", o.Categories, category}, {"-note", o.Notes, noted}, {"-drop", o.Drop, unused}} {
		for _, name := range each.names {
			c, err := t.find(columns, each.option, name)
			if err != nil {
				return by, err
			}
			if other, has := by.roles[c]; has && other != each.role {
				return by, t.problem(0, -1, fmt.Sprintf("has a column %q that two options give different roles", c.chosenBy()), "name it in one of -values, -period, -category, -note and -drop")
			}
			by.roles[c] = each.role
			c.chosen = true
		}
	}
	return by, nil
}

// renamed gives columns and their labels the names that the user wants: "Column=Age group" or
// "Column: label=name". It returns the lines with the new labels.
func (t *Table) renamed(columns []*column, body []Line, o Options) ([]Line, error) {
	labels := map[int]map[string]string{}
	for _, each := range o.Names {
		of, name, _ := strings.Cut(each, "=")
		if tidy(of) == groupsName {
			continue
		}
		if c, err := t.find(columns, "-name", of); err == nil {
			c.original = c.name()
			c.levels = append(make([]string, len(c.levels)-1), tidy(name))
			continue
		}
		c, label, err := t.labelled(columns, of)
		if err != nil {
			return nil, err
		}
		if labels[c.at] == nil {
			labels[c.at] = map[string]string{}
		}
		labels[c.at][label] = tidy(name)
	}
	return replaced(body, func(at int, cell string) string {
		if name, has := labels[at][cell]; has {
			return name
		}
		return cell
	}), nil
}

// labelled splits "Column: label", where both may have colons.
func (t *Table) labelled(columns []*column, of string) (c *column, label string, err error) {
	for i := len(of) - 1; i > 0; i-- {
		if of[i] == ':' {
			if c, err = t.find(columns, "-name", of[:i]); err == nil {
				return c, tidy(of[i+1:]), nil
			}
		}
	}
	_, err = t.find(columns, "-name", of)
	return nil, "", err
}

// groupsName is what -name calls the groups that several columns of values are.
const groupsName = "Column"

// groups returns the name that the user gives to these groups, or "".
func (o Options) groups() string {
	for _, each := range o.Names {
		if of, name, _ := strings.Cut(each, "="); tidy(of) == groupsName {
			return tidy(name)
		}
	}
	return ""
}

// replaced returns a copy of lines with other texts in some cells.
func replaced(lines []Line, by func(column int, cell string) string) []Line {
	list := slices.Clone(lines)
	for i, l := range list {
		if l.filled() == 0 {
			continue
		}
		var cells []string
		for at, cell := range l.Cells {
			if to := by(at, cell); to != cell {
				if cells == nil {
					cells = slices.Clone(l.Cells)
				}
				cells[at] = to
			}
		}
		if cells != nil {
			list[i].Cells = cells
		}
	}
	return list
}

// shapeWithin finds the headings and values of a table in the rows that the user selects. Lines
// outside them are statements about it.
func (t *Table) shapeWithin(o Options) (shape, error) {
	first, last, err := t.rows(o)
	if err != nil || last == 0 {
		s, problem := t.shapeOf()
		return s, cmp.Or(err, problem)
	}
	all := t.Lines
	defer func() { t.Lines = all }()
	from := slices.IndexFunc(all, func(l Line) bool { return l.Number >= first })
	until := slices.IndexFunc(all, func(l Line) bool { return l.Number > last })
	if until < 0 {
		until = len(all)
	}
	if from < 0 || from >= until {
		return shape{}, t.problem(0, -1, fmt.Sprintf("has no rows %s", o.Rows), fmt.Sprintf("its last line is %d", all[len(all)-1].Number))
	}
	t.Lines = all[from:until]
	s, err := t.shapeOf()
	s.above, s.below = slices.Concat(all[:from], s.above), slices.Concat(s.below, all[until:])
	return s, err
}

// rows returns the first and the last line that the user selects, as in "4-60".
func (t *Table) rows(o Options) (first, last int, err error) {
	if o.Rows == "" {
		return 0, 0, nil
	}
	from, until, _ := strings.Cut(o.Rows, "-")
	first, err1 := strconv.Atoi(strings.TrimSpace(from))
	last, err2 := strconv.Atoi(strings.TrimSpace(until))
	if err1 != nil || err2 != nil || first < 1 || last <= first {
		return 0, 0, t.problem(0, -1, fmt.Sprintf("cannot be cut to the rows %q", o.Rows), "write the first and the last line of the table with its headings, such as 4-60")
	}
	return first, last, nil
}
