package read

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"factframe/data/format"
)

// Draft is a package made from a table.
type Draft struct {
	Files    map[string][]byte // by name, to be written to one folder
	Guesses  []string          // each guess and what it was based on
	Unstated []string          // details that only a person can give, and has not given
}

// SchemaFile is the file name of the JSON Schema that a package refers to.
const SchemaFile = "datapackage.schema.json"

// New makes a package from a table in a file: CSV or other delimited text, XLSX, or a
// Frictionless Data Package. Errors are load.Problems.
func New(path string, o Options) (*Draft, error) {
	d := &Draft{Files: map[string][]byte{}}
	o.notes = &d.Guesses
	tables, err := open(path, o)
	if err != nil {
		return nil, err
	}
	t, s, err := choose(tables, o)
	if err != nil {
		return nil, err
	}
	of, notes := s.statements(t.stated)
	if s.filled {
		o.note("Empty cells in the first column repeat the text above them.")
	}
	columns, err := t.columnsOf(s, o)
	if err != nil {
		return nil, err
	}
	words := strings.Join(append(slices.Clone(notes), of.title, o.Title), " ")
	l, err := t.long(s, columns, of, words, o)
	if err != nil {
		return nil, err
	}
	list, err := l.seriesOf(t, o)
	if err != nil {
		return nil, err
	}
	w := writer{table: t, long: l, list: list, o: o, notes: notes, d: d, codes: map[int]map[string]string{}}
	of.title = cmp.Or(of.title, l.title)
	w.describe(of, path)
	if err := w.write(); err != nil {
		return nil, err
	}
	return d, nil
}

// choose returns the sheet selected by the user, or the first one with a table.
func choose(tables []*Table, o Options) (*Table, shape, error) {
	var names, others []string
	var chosen *Table
	var of shape
	var first error
	for _, t := range tables {
		names = append(names, fmt.Sprintf("%q", t.Sheet))
		if o.Sheet != "" && !strings.EqualFold(o.Sheet, t.Sheet) {
			continue
		}
		s, err := t.shapeOf()
		switch {
		case err != nil && (o.Sheet != "" || len(tables) == 1):
			return t, s, err
		case err != nil:
			if first == nil && len(t.Lines) > 2 {
				first = err
			}
		case len(s.body) < 2 && len(tables) > 1 && o.Sheet == "":
		case chosen == nil:
			chosen, of = t, s
		default:
			others = append(others, fmt.Sprintf("%q", t.Sheet))
		}
	}
	switch {
	case chosen == nil && o.Sheet != "":
		return nil, of, wrong(tables[0].File, fmt.Sprintf("has no sheet %q", o.Sheet), "use one of "+strings.Join(names, ", "))
	case chosen == nil && first != nil:
		return nil, of, first
	case chosen == nil:
		return nil, of, wrong(tables[0].File, "has no sheet with a table", "use a workbook with column headings and values")
	}
	if first != nil {
		o.note("Skipped: %v.", first)
	}
	if len(others) > 0 {
		o.note("The sheet %q is used; to use another, add -sheet: %s.", chosen.Sheet, strings.Join(others, ", "))
	}
	return chosen, of, nil
}

// writer converts series into the files of a package.
type writer struct {
	table   *Table
	long    *long
	list    []*series
	o       Options
	notes   []string
	d       *Draft
	title   string
	source  format.Source
	licence string
	codes   map[int]map[string]string // dimension → label → id
	dims    []*format.Dimension
	own     *format.Factframe
	rows    [][]string
	header  []string
	ids     map[*series]map[string]string // key of a point in its series → its id
}
