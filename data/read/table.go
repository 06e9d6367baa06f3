// Package read makes a package of a table that somebody has: it finds the table
// in a file, guesses what its columns are and says from what, and never repairs
// a value in silence. What cannot be read is one error with its place.
package read

import (
	"fmt"
	"strconv"
	"strings"

	"factframe/data/load"
)

// Table is what stands in a file or on a sheet, cell by cell, as text.
type Table struct {
	File, Sheet string
	Delimiter   rune // between cells; 0 of a workbook
	Lines       []Line
	packed      string // the head of a column that holds several
	stated      stated // what the file says of it beside its cells
}

// Line is a line of a text or a row of a sheet.
type Line struct {
	Number int // from 1
	Cells  []string
}

// stated is what a file says of its table.
type stated struct{ title, publisher, published, url, unit, period, licence string }

// cell is the text at a column, empty where the line ends before it.
func (l Line) cell(column int) string {
	if column >= len(l.Cells) {
		return ""
	}
	return l.Cells[column]
}

// filled counts the cells that are not empty.
func (l Line) filled() int {
	n := 0
	for _, c := range l.Cells {
		if c != "" {
			n++
		}
	}
	return n
}

// alone is the only text of a line, or empty.
func (l Line) alone() string {
	if l.filled() != 1 {
		return ""
	}
	return strings.Join(l.Cells, "")
}

// problem tells what is wrong at a line, and at a column of it (−1 for the whole line).
func (t *Table) problem(line, column int, wrong, want string) load.Problems {
	p := load.Problem{File: t.File, Wrong: wrong, Want: want}
	if t.Sheet != "" {
		p.File += fmt.Sprintf(", sheet %q", t.Sheet)
	}
	if line > 0 {
		p.Record = "line " + strconv.Itoa(line)
		if column >= 0 {
			p.Field = "column " + t.columnName(column)
		}
	}
	return load.Problems{p}
}

// columnName is how people call a column: by its letters in a workbook, by its
// number elsewhere.
func (t *Table) columnName(column int) string {
	if t.Delimiter != 0 {
		return strconv.Itoa(column + 1)
	}
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

func wrong(file, what, want string) load.Problems {
	return load.Problems{{File: file, Wrong: what, Want: want}}
}

// tidy takes the spaces around a cell away, those that do not break too, and
// makes one of several within.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool {
		return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\t' || c == '\n' || c == '\r' || c == '\u200b' || c == '\ufeff' || c == '\v' || c == '\f'
	}), " ")
}
