package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// column is one column of a table, and what was inferred about it.
type column struct {
	at     int
	levels []string // its headings, group first
	role   role
	values []value    // for a column of values, in the order of the body
	ends   [2]*column // the ends of its interval, if any

	filled, numbers, words, periods int   // number of cells of each kind
	lines                           int   // number of lines
	wrong                           place // the first cell that is not a number
}

// head returns the lowest of a column's headings.
func (c *column) head() string {
	if len(c.levels) == 0 {
		return ""
	}
	return c.levels[len(c.levels)-1]
}

func (c *column) name() string {
	var parts []string
	for _, l := range c.levels {
		if l != "" && !slices.Contains(parts, l) {
			parts = append(parts, l)
		}
	}
	return strings.Join(parts, ": ")
}

// columnsOf determines what each column of a table contains.
func (t *Table) columnsOf(s shape, o Options) ([]*column, error) {
	var columns []*column
	for i := range s.width {
		c := &column{at: i}
		for j, h := range s.heads {
			text := h.cell(i)
			if text == "" && j < len(s.heads)-1 { // a group heading is above the first of its columns
				for k := i - 1; k > 0 && text == "" && t.Delimiter != 0 && s.heads[j+1].cell(i) != ""; k-- {
					text = h.cell(k)
				}
			}
			c.levels = append(c.levels, text)
		}
		columns = append(columns, c)
	}
	style, err := t.conventionOf(s, o)
	if err != nil {
		return nil, err
	}
	for _, c := range columns {
		c.count(s, style)
	}
	named := slices.ContainsFunc(columns, func(c *column) bool {
		return valueHead.MatchString(c.head()) && len(s.heads) == 1 && c.numbers*2 > c.filled
	})
	for _, c := range columns {
		if err := t.findRole(c, s, named, style, o); err != nil {
			return nil, err
		}
	}
	if err := t.headsDiffer(columns, s); err != nil {
		return nil, err
	}
	intervals(columns)
	oneTime(columns, s, o)
	return columns, nil
}

// oneTime keeps one time column, or one with its months or its end in another column. Other
// time columns become ordinary groups.
func oneTime(columns []*column, s shape, o Options) {
	var times []*column
	for _, c := range columns {
		if c.role == timed {
			times = append(times, c)
		}
	}
	if len(times) < 2 || len(times) == 2 && (startHead.MatchString(times[0].head()) && endHead.MatchString(times[1].head()) || monthsOnly(s, times[0].at) != monthsOnly(s, times[1].at)) {
		return
	}
	main := times[max(0, slices.IndexFunc(times, func(c *column) bool { return plainTime.MatchString(c.head()) }))]
	for _, c := range times {
		if c != main && !oneToOne(block{lines: s.body}, c.at, main.at) {
			c.role = category
			o.note("%q is read as groups, because %q gives the period.", c.name(), main.name())
		}
	}
}

var plainTime = regexp.MustCompile(`(?i)^(?:year|date|time|time[_ ]period|period|month|quarter|jahr|datum|zeit|année|ref[_ ]date)$`)

// conventionOf examines every cell that may contain a value.
func (t *Table) conventionOf(s shape, o Options) (convention, error) {
	if t.Delimiter == 0 { // cells of a workbook always have decimal points
		return pointed, nil
	}
	var e evidence
	for _, l := range s.body {
		for i, c := range l.Cells {
			if i < s.width && c != "" && !isPeriod(c) && !timeHead.MatchString(s.heads[len(s.heads)-1].cell(i)) {
				e.see(l.Number, i, c)
			}
		}
	}
	return e.decide(t, o)
}

// noNumber returns the error for a cell that is not a number in a column of numbers.
func (t *Table) noNumber(c *column) error {
	want := `write a number; for no value, leave the cell empty or write ".."`
	switch cell := c.wrong.cell; {
	case bracketed.MatchString(cell):
		want = fmt.Sprintf("write %[1]s, or -%[1]s if it is negative", strings.Trim(cell, "()"))
	case strings.HasPrefix(cell, "#"):
		want = "fix the formula in the spreadsheet"
	}
	return t.problem(c.wrong.line, c.wrong.column, fmt.Sprintf("%q is not a number, unlike the rest of column %q", c.wrong.cell, c.name()), want)
}

// readValues parses the cells of a column, which must all have the same unit.
func (t *Table) readValues(c *column, s shape, style convention) error {
	var first *value
	for _, l := range s.body {
		cell := l.cell(c.at)
		v, ok := parseValue(cell, style)
		if !ok && l.filled() > 1 {
			c.wrong = place{l.Number, c.at, cell}
			return t.noNumber(c)
		}
		if !v.missing && first != nil && v.sign != first.sign {
			return t.problem(l.Number, c.at, fmt.Sprintf("%q has a different unit from the rest of column %q", cell, c.name()), "use a separate column for each unit, and the same unit sign throughout a column")
		}
		if !v.missing && first == nil {
			first = &v
		}
		c.values = append(c.values, v)
	}
	return nil
}

// headsDiffer reports duplicate column names, and values without a column name.
func (t *Table) headsDiffer(columns []*column, s shape) error {
	line := s.heads[len(s.heads)-1].Number
	first := map[string]*column{}
	for _, c := range columns {
		name := c.name()
		if name == "" && c.role != unused {
			if c.at == 0 || c.at == 1 && c.role == category && columns[0].numbers > 0 {
				continue // many tables have an empty corner
			}
			return t.problem(line, c.at, "has no name, but there are cells below it", "write a name for the column")
		}
		if other := first[name]; other != nil && c.role != unused && other.role != unused {
			return t.problem(line, c.at, fmt.Sprintf("%q is also the name of column %s", c.name(), t.columnName(other.at)), "give each column a unique name")
		}
		if first[name] == nil {
			first[name] = c
		}
	}
	return nil
}
