package read

import (
	"fmt"
	"strings"

	"factframe/data"
	"factframe/data/load"
)

// conventionOf examines every cell that may contain a value.
func (t *Table) conventionOf(columns []*column, s shape, o Options) (convention, error) {
	style, err := pointed, error(nil) // cells of a workbook always have decimal points
	if t.Delimiter != 0 {
		style, err = t.marksOf(columns, s, o)
	}
	style.negative, style.missing = o.Negative, map[string]bool{}
	for _, words := range o.Missing {
		style.missing[strings.ToLower(tidy(words))] = true
	}
	return style, err
}

// marksOf finds the decimal mark of a text.
func (t *Table) marksOf(columns []*column, s shape, o Options) (convention, error) {
	var e evidence
	for i, c := range columns {
		if timeHead.MatchString(s.heads[len(s.heads)-1].cell(i)) || c.numbersRows(s) || c.looksCoded(s) {
			continue
		}
		seen := map[string]bool{} // many cells repeat
		for _, l := range s.body {
			if c := l.cell(i); c != "" && !seen[c] {
				seen[c] = true
				if !isPeriod(c) {
					e.see(l.Number, i, c)
				}
			}
		}
		e.group(s, i)
	}
	return e.decide(t, o)
}

// group notes a column of whole numbers of which only the long ones have a point. Decimals
// would be written with as many digits everywhere.
func (e *evidence) group(s shape, at int) {
	var pointed place
	short := 0
	for _, l := range s.body {
		cell := l.cell(at)
		switch {
		case strings.Count(cell, ".") == 1 && byPoint.MatchString(cell) && !strings.HasPrefix(cell, "0"):
			pointed = place{l.Number, at, cell}
		case undivided.MatchString(cell) && cell != "" && cell != "0" && len(cell) <= 3:
			short++
		}
	}
	if pointed.cell != "" && short > 1 {
		e.grouped = pointed
	}
}

// mostWrong is how many wrong cells of a column are listed.
const mostWrong = 100

// noNumbers returns the error for cells that are not numbers in a column of numbers.
func (t *Table) noNumbers(c *column) load.Problems {
	var problems load.Problems
	for _, at := range c.wrong {
		want := `write a number; for no value, leave the cell empty or write ".."`
		switch cell := at.cell; {
		case bracketed.MatchString(cell):
			want = fmt.Sprintf("write %[1]s, or -%[1]s if it is negative, or add -negative if all numbers in brackets are", strings.Trim(cell, "()"))
		case strings.HasPrefix(cell, "#"):
			want = "fix the formula in the spreadsheet"
		case mistyped(cell) != "":
			want = "write " + mistyped(cell)
		case !strings.ContainsAny(cell, "0123456789"):
			want = fmt.Sprintf("write a number, or add -missing %q if it stands for no value", cell)
		}
		problems = append(problems, t.problem(at.line, at.column, fmt.Sprintf("%q is not a number, unlike the rest of column %q", at.cell, c.name()), want)...)
	}
	return problems
}

// mistyped returns the number that a cell with letters in place of digits was meant to be,
// such as 6,120 for 6,12O, or "".
func mistyped(cell string) string {
	if !strings.ContainsAny(cell, "OoIl") || !strings.ContainsAny(cell, "0123456789") {
		return ""
	}
	meant := strings.NewReplacer("O", "0", "o", "0", "I", "1", "l", "1").Replace(cell)
	if m := numberPattern.FindString(meant); m == "" || isPeriod(meant) {
		return ""
	}
	return meant
}

// readValues parses the cells of a column, which must all have the same unit.
func (t *Table) readValues(c *column, s shape, style convention, o Options) load.Problems {
	var first *value
	var refused []string
	c.wrong, c.values = nil, nil
	for _, l := range s.body {
		cell := l.cell(c.at)
		v, ok := parseValue(cell, style)
		if !ok && refusal.MatchString(cell) {
			refused = append(refused, cell)
			v, ok = value{missing: true, status: data.Missing, mark: cell}, true
		}
		if !ok && hasValue(l, s) && len(c.wrong) < mostWrong {
			c.wrong = append(c.wrong, place{l.Number, c.at, cell})
		}
		if !v.missing && ok && first != nil && v.sign != first.sign {
			return t.problem(l.Number, c.at, fmt.Sprintf("%q has a different unit from the rest of column %q", cell, c.name()), "use a separate column for each unit, and the same unit sign throughout a column")
		}
		if !v.missing && ok && first == nil {
			first = &v
		}
		c.values = append(c.values, v)
	}
	if len(refused) > 0 && len(c.wrong) == 0 {
		o.guessOf(c, "-drop %q", "%s in %q mean that there is no value", listed(distinctOf(refused)), c.name())
	}
	return t.noNumbers(c)
}
