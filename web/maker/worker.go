// Package maker is the work behind the page on which people make a panel: it reads tables,
// makes packages and pages of them, and writes the site. It runs in a worker of the browser,
// and needs no file, process or network.
package maker

import (
	"errors"
	"fmt"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/draft"
	"factframe/data/load"
	"factframe/data/read"
)

// Worker answers about one draft at a time. The table is given once, and the draft anew with
// each question.
type Worker struct {
	Source read.Source // the table

	files map[string][]byte // of the package of the last answer, with its words and pictures
	pkg   *data.Package     // nil if that package cannot be drawn
	json  []byte            // the same, with its rows inline
	body  []read.Line       // of the table
	total map[int]bool      // numbers of lines with totals
}

// shownLines is how many lines of a table an answer has.
const shownLines = 60

// Answer reads the table as the draft says, and makes its package.
func (w *Worker) Answer(d draft.Draft) draft.Answer {
	var a draft.Answer
	w.pkg, w.json, w.files = nil, nil, nil
	words := text.In(d.Options.Language).Plain()
	a.NoSource, a.NoDate = words.Say("draft.not_stated"), words.Say("draft.date")
	a.Mark = strings.TrimSpace(words.Fill("draft.headline", "finding", ""))
	a.NoWords = words.Say("draft.note")
	files, found := w.drafted(d, &a)
	if files == nil {
		return a
	}
	if d.Version == "" && d.Before == "" {
		d.Version = FirstVersion
	}
	files, err := d.Apply(files)
	if err != nil {
		a.Problems = problemsOf(err)
		return a
	}
	w.files = files
	if w.pkg, w.json, err = check.Files(files); err != nil {
		a.Problems = problemsOf(err)
		return a
	}
	w.pkg.Few = !d.Many
	a.Views = pagesOf(w.pkg, draft.Views(files[data.DefaultFile]), found)
	if of, err := draft.Of(files[data.DefaultFile]); err == nil {
		a.Words = of.Words
	}
	w.changes(d, &a)
	return a
}

// drafted returns the files of the package as read, and the finding of each view.
func (w *Worker) drafted(d draft.Draft, a *draft.Answer) (files map[string][]byte, found []draft.Written) {
	if w.Source.Content == nil && w.Source.Tables == nil {
		if d.Package == "" {
			return nil, nil
		}
		return map[string][]byte{data.DefaultFile: []byte(d.Package)}, nil
	}
	r := read.Look(w.Source, d.Reading())
	w.tell(r, a)
	if r.Draft == nil {
		return nil, nil
	}
	return r.Draft.Files, draft.Views(r.Draft.Files[data.DefaultFile])
}

// Unreadable returns why the source has no table at all; nil if it has one.
func (w *Worker) Unreadable() *draft.Fault {
	r := read.Look(w.Source, read.Options{})
	if len(r.Columns) > 0 || len(r.Faults) == 0 {
		return nil
	}
	f := r.Faults[0]
	return &draft.Fault{Line: f.Line, Wrong: f.Wrong, Want: f.Want}
}

// tell describes how the table was read.
func (w *Worker) tell(r read.Reading, a *draft.Answer) {
	w.body, w.total = r.Body, map[int]bool{}
	for _, line := range r.Totals {
		w.total[line] = true
	}
	t := &a.Table
	t.Sheet, t.Others, t.Count, t.Totals = r.Sheet, r.Others, len(r.Body), len(r.Totals)
	for _, h := range r.Heads {
		t.Heads = append(t.Heads, draft.Line{Number: h.Number, Cells: h.Cells})
	}
	t.Lines = w.Lines(0, shownLines)
	for _, c := range r.Columns {
		t.Columns = append(t.Columns, draft.Column{Name: c.Name, Place: c.Place, Role: c.Role, Dated: c.Dated, Filled: c.Filled, Numbers: c.Numbers})
	}
	for _, f := range r.Faults {
		t.Faults = append(t.Faults, draft.Fault{Line: f.Line, Column: f.Column, Cell: f.Cell, Meant: f.Meant, Wrong: f.Wrong, Want: f.Want})
	}
	if r.Asked != nil {
		t.Question = &draft.Question{Text: r.Asked.Text, Answers: r.Asked.Answers}
	}
	if r.Draft == nil {
		return
	}
	for _, g := range r.Draft.Guesses {
		option := g.Option
		if _, err := (read.Options{}).With(option); err != nil {
			option = ""
		}
		t.Guesses = append(t.Guesses, draft.Guess{Text: g.Text, Option: option, Column: g.Column})
	}
	for _, each := range r.Draft.Warnings {
		total := ""
		if each.TotalLine > 0 {
			total = fmt.Sprint(each.TotalLine, each.TotalColumn)
		}
		t.Warnings = append(t.Warnings, draft.Warning{Text: each.Text, Line: each.Line, Column: each.Column, Total: total})
	}
}

// Lines returns lines of the table.
func (w *Worker) Lines(from, n int) []draft.Line {
	var list []draft.Line
	for _, l := range w.body[min(from, len(w.body)):min(from+n, len(w.body))] {
		list = append(list, draft.Line{Number: l.Number, Cells: l.Cells, Total: w.total[l.Number]})
	}
	return list
}

// problemsOf returns the problems of an error.
func problemsOf(err error) []load.Problem {
	var problems load.Problems
	if errors.As(err, &problems) {
		return problems
	}
	return []load.Problem{{Wrong: err.Error()}}
}
