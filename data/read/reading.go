package read

import (
	"errors"
	"slices"

	"factframe/data/load"
)

// Reading is how a table was read, for a person who checks it in a picture of the table.
type Reading struct {
	Sheet   string   // the name of its sheet; empty for a text
	Others  []string // other sheets with tables
	Columns []Column
	Heads   []Line // the lines of its headings
	Body    []Line
	Totals  []int     // numbers of the lines with totals, in order
	Faults  []Fault   // what cannot be read; Draft is made without these cells
	Asked   *Question // what only a person can answer; nil if nothing is asked
	Draft   *Draft    // nil if no package can be made
}

// Fault is a problem of a table, with the text of its cell.
type Fault struct {
	load.Problem
	Cell  string // the text of its cell; empty if it is not about a cell
	Meant string // the number that the cell was probably meant to be; empty if nothing is obvious
}

// Question is a question about a table.
type Question struct {
	Text    string
	Answers []string // to choose from; any text if there are none
}

// Cell is a text to read in place of what a cell has.
type Cell struct {
	Line, Column int // from 1
	Text         string
}

// correct replaces the texts of cells. Cells that the table does not have are ignored.
func (t *Table) correct(cells []Cell) {
	for _, c := range cells {
		i := slices.IndexFunc(t.Lines, func(l Line) bool { return l.Number == c.Line })
		if i < 0 || c.Column < 1 || c.Column > len(t.Lines[i].Cells) {
			continue
		}
		t.Lines[i].Cells = slices.Clone(t.Lines[i].Cells)
		t.Lines[i].Cells[c.Column-1] = tidy(c.Text)
	}
}

// Look reads a table as New does, and does not stop at cells that are not what the others of
// their columns are: it leaves them empty and lists them.
func Look(from Source, o Options) Reading {
	var r Reading
	said := o.Ask
	o.Ask = func(question string, answers ...string) (string, error) {
		if said != nil {
			if answer, err := said(question, answers...); err == nil {
				return answer, nil
			}
		}
		r.Asked = &Question{question, answers}
		return "", errNobody
	}
	for range mostLooks {
		r.Asked = nil
		found := r.look(from, o)
		if len(found) == 0 || !r.without(found, &o) {
			return r
		}
	}
	return r
}

// without lists faults, and leaves out what they are about: the cell of a value, or the line if
// that does not help. It returns false if nothing more can be left out.
func (r *Reading) without(found []Fault, o *Options) bool {
	more, earlier := false, r.Faults
	for _, f := range found {
		again := slices.ContainsFunc(earlier, func(other Fault) bool { return other.Line == f.Line && f.Line > 0 }) // because its cell was left out
		if !again && !slices.ContainsFunc(r.Faults, func(other Fault) bool { return other.Line == f.Line && other.Column == f.Column }) {
			r.Faults = append(r.Faults, f)
		}
		switch isValue := f.Column > 0 && f.Column <= len(r.Columns) && r.Columns[f.Column-1].Role == "values"; {
		case f.Line == 0 || slices.Contains(o.Leave, f.Line):
		case isValue && f.Cell != "" && !slices.ContainsFunc(o.Cells, func(c Cell) bool { return c.Line == f.Line && c.Column == f.Column }):
			o.Cells, more = append(slices.Clone(o.Cells), Cell{Line: f.Line, Column: f.Column}), true
		case !r.isHead(f.Line):
			o.Leave, more = append(slices.Clone(o.Leave), f.Line), true
		}
	}
	return more
}

func (r *Reading) isHead(line int) bool {
	return slices.ContainsFunc(r.Heads, func(l Line) bool { return l.Number == line })
}

// mostLooks is how often a table is read again without cells that cannot be read. Problems of
// one kind are found at once.
const mostLooks = 8

// look reads a table once, and returns what is wrong with it.
func (r *Reading) look(from Source, o Options) []Fault {
	d := &Draft{Files: map[string][]byte{}}
	o.guesses = &d.Guesses
	t, s, others, err := tableIn(from, o)
	if err != nil {
		return faultsOf(t, err)
	}
	if r.Body == nil { // later looks are without the cells that cannot be read
		r.Sheet, r.Others, r.Heads, r.Body = t.Sheet, others, s.heads, s.body
	}
	columns, _, err := t.columnsOf(s, o)
	r.Columns = described(columns, s)
	if err != nil {
		return faultsOf(t, err)
	}
	w, err := d.fill(t, s, from.Name, o)
	if err != nil {
		return faultsOf(t, err)
	}
	r.Draft, r.Totals = d, w.totalLines()
	return nil
}

// faultsOf returns the problems of an error, with the cells that they are about.
func faultsOf(t *Table, err error) []Fault {
	var problems load.Problems
	if !errors.As(err, &problems) {
		return []Fault{{Problem: load.Problem{Wrong: err.Error()}}}
	}
	var list []Fault
	for _, p := range problems {
		f := Fault{Problem: p}
		if t != nil && p.Line > 0 && p.Column > 0 {
			f.Cell = t.original(Line{Number: p.Line}, p.Column-1)
			f.Meant = mistyped(f.Cell)
		}
		list = append(list, f)
	}
	return list
}

// totalLines returns the lines whose values are all totals.
func (w *writer) totalLines() []int {
	total, part := map[int]bool{}, map[int]bool{}
	for _, s := range w.list {
		for _, p := range s.points {
			if len(s.totals) > 0 {
				total[p.line] = true
			} else {
				part[p.line] = true
			}
		}
	}
	var list []int
	for line := range total {
		if !part[line] {
			list = append(list, line)
		}
	}
	slices.Sort(list)
	return list
}
