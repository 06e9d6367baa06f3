// Package read makes a package from a user's table. It finds the table in a file, infers what
// its columns are, and reports each guess with its reason. It never changes a value without
// saying so. Anything that cannot be read is one error with its place.
package read

import (
	"fmt"
	"strconv"
	"strings"

	"factframe/data/load"
)

// Table is the content of a file or sheet, cell by cell, as text.
type Table struct {
	File, Sheet string
	Delimiter   rune // between cells; 0 for a workbook
	Lines       []Line
	packed      string // the heading of a column that contains several columns
	stated      stated // what the file says about it outside its cells
}

// Line is a line of a text or a row of a sheet.
type Line struct {
	Number int // from 1
	Cells  []string
}

// stated is what a file says about its table.
type stated struct{ title, publisher, published, url, unit, period, licence string }

// cell returns the text in a column, or "" if the line is shorter.
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

// alone returns the only text of a line, or "".
func (l Line) alone() string {
	if l.filled() != 1 {
		return ""
	}
	return strings.Join(l.Cells, "")
}

// problem returns an error in a line, and in one of its columns unless column is -1.
func (t *Table) problem(line, column int, wrong, want string) load.Problems {
	p := load.Problem{File: t.File, Wrong: wrong, Want: want}
	if t.Sheet != "" {
		p.File += fmt.Sprintf(", sheet %q", t.Sheet)
	}
	p.Line, p.Column = max(0, line), column+1
	if line > 0 {
		p.Record = "line " + strconv.Itoa(line)
		if column >= 0 {
			p.Field = "column " + t.columnName(column)
		}
	}
	return load.Problems{p}
}

// columnName returns the usual name of a column: its letters in a workbook, otherwise its
// number.
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

// invisible are soft hyphens, word joiners, and the marks of direction that Unicode's bidirectional
// algorithm reads.
const invisible = "\u00ad\u2060\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

// whiteSpace is white space of every width, line ends, and a byte order mark.
const whiteSpace = " \t\n\v\f\r\u00a0\u2009\u200b\u2028\u2029\u202f\ufeff"

// tidy removes invisible characters, trims white space, and collapses it inside the text.
func tidy(s string) string {
	s = strings.Map(func(c rune) rune {
		if strings.ContainsRune(invisible, c) {
			return -1
		}
		return c
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool {
		return strings.ContainsRune(whiteSpace, c)
	}), " ")
}
