package read

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"factframe/data/format"
	"factframe/data/load"
)

// Draft is a package made from a table.
type Draft struct {
	Files    map[string][]byte // by name, to be written to one folder
	Guesses  []Guess
	Warnings []Warning
	Unstated []string // details that only a person can give, and has not given
}

// SchemaFile is the file name of the JSON Schema that a package refers to.
const SchemaFile = "datapackage.schema.json"

// New makes a package from a table: CSV or other delimited text, XLSX, or a Frictionless
// Data Package. Errors are load.Problems.
func New(from Source, o Options) (*Draft, error) {
	d := &Draft{Files: map[string][]byte{}}
	o.guesses = &d.Guesses
	t, s, others, err := tableIn(from, o)
	if err != nil {
		return nil, err
	}
	if _, err := d.fill(t, s, from.Name, o); err != nil {
		return nil, orSheet(err, others)
	}
	return d, nil
}

// fill makes the package from a table with this shape.
func (d *Draft) fill(t *Table, s shape, file string, o Options) (*writer, error) {
	of, notes := s.statements(t.stated)
	if s.filled {
		o.guess("", "Empty cells in the first column repeat the text above them")
	}
	columns, s, err := t.columnsOf(s, o)
	if err != nil {
		return nil, err
	}
	o.Totals = append(slices.Clone(o.Totals), s.totals...)
	words := strings.Join(append(slices.Clone(notes), of.title, o.Title), " ")
	l, err := t.long(s, columns, of, words, o)
	if err != nil {
		return nil, err
	}
	list, err := l.seriesOf(t, o)
	if err != nil {
		return nil, err
	}
	d.Warnings = l.warnings
	w := &writer{table: t, long: l, list: list, o: o, notes: notes, d: d, codes: map[int]map[string]string{}}
	of.title = cmp.Or(of.title, l.title)
	w.describe(of, file)
	return w, w.write()
}

// tableIn returns the table that the user chooses, its shape, and the names of the other sheets
// with tables.
func tableIn(from Source, o Options) (*Table, shape, []string, error) {
	tables, err := tablesOf(from, o)
	if err != nil {
		return nil, shape{}, nil, err
	}
	for _, t := range tables {
		t.correct(o.Cells)
		t.Lines = slices.DeleteFunc(t.Lines, func(l Line) bool { return slices.Contains(o.Leave, l.Number) })
	}
	return choose(tables, o)
}

// orSheet adds to an error that the workbook has other tables.
func orSheet(err error, others []string) error {
	var problems load.Problems
	if len(others) == 0 || !errors.As(err, &problems) || len(problems) == 0 {
		return err
	}
	problems[len(problems)-1].Want += "; or use another sheet: -sheet " + strings.Join(others, " or ")
	return problems
}

// aboutSheet matches names of sheets that describe the table in another.
var aboutSheet = regexp.MustCompile(`(?i)^(?:meta|notes?\b|contents?\b|cover|index\b|info|read ?me|about|legend|hinweis|inhalt|sommaire|notas?\b|contenido|índice|glossar|definition|c[oó]digos?\b|codes?\b)`)

// choose returns the sheet selected by the user, or the first one with a table, and the names
// of the others with tables.
func choose(tables []*Table, o Options) (*Table, shape, []string, error) {
	var names, readable, others []string
	var chosen *Table
	var of shape
	var first error
	for _, t := range tables {
		name := strconv.Quote(t.Sheet)
		names = append(names, name)
		wanted := o.Sheet == "" || strings.EqualFold(o.Sheet, t.Sheet)
		s, err := t.shapeWithin(o)
		if err == nil {
			readable = append(readable, name)
		}
		switch {
		case !wanted:
		case err != nil && (o.Sheet != "" || len(tables) == 1):
			return t, s, nil, err
		case err != nil:
			if first == nil && len(t.Lines) > 2 {
				first = err
			}
		case len(s.body) < 2 && len(tables) > 1 && o.Sheet == "":
		case aboutSheet.MatchString(t.Sheet) && len(tables) > 1 && o.Sheet == "":
			others = append(others, name)
		case chosen == nil:
			chosen, of = t, s
		default:
			others = append(others, name)
		}
	}
	if len(readable) == 0 {
		readable = names
	}
	switch {
	case chosen == nil && o.Sheet != "":
		return nil, of, nil, wrong(tables[0].File, fmt.Sprintf("has no sheet %q", o.Sheet), "use one of "+strings.Join(readable, ", "))
	case chosen == nil && first != nil:
		return nil, of, nil, first
	case chosen == nil:
		return nil, of, nil, wrong(tables[0].File, "has no sheet with a table", "use a workbook with column headings and values")
	}
	if first != nil {
		o.guess("-sheet", "Skipped: %v", first)
	}
	if len(others) > 0 {
		o.guess("-sheet "+strings.Join(others, " or "), "The sheet %q is used", chosen.Sheet)
	}
	return chosen, of, others, nil
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
	named   bool // the title is the name of the file
	source  format.Source
	licence string
	codes   map[int]map[string]string // dimension → label → id
	dims    []*format.Dimension
	own     *format.Factframe
	rows    [][]string
	header  []string
	ids     map[*series]map[string]string // key of a point in its series → its id
}
