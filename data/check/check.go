// Package check says everything that is wrong with a data package. The command
// line, the generator and the tests use it; a browser never does.
package check

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"factframe/data"
	"factframe/data/load"
)

// File reads the package at a path, a file or a folder with a datapackage.json,
// with rows from CSV files written inline. It returns the package and its JSON.
// The error, if any, is a data.Problems with everything that is wrong.
func File(path string) (*data.Package, []byte, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "datapackage.json")
	}
	raw, err := readFile(path)
	if err != nil {
		return nil, nil, load.Problems{{File: path, Wrong: "cannot be read: " + Reason(err), Want: "name a datapackage.json or its folder"}}
	}
	if err := form(path, raw); err != nil {
		return nil, nil, err
	}
	raw, err = inline(path, raw)
	if err != nil {
		return nil, nil, err
	}
	p, err := meant(path, raw)
	return p, raw, err
}

// Bytes checks a package whose rows are all inline.
func Bytes(file string, raw []byte) (*data.Package, error) {
	if err := form(file, raw); err != nil {
		return nil, err
	}
	return meant(file, raw)
}

// meant checks what a package says, once its text is well formed.
func meant(file string, raw []byte) (*data.Package, error) {
	p, err := load.Bytes(file, raw)
	if err != nil {
		return nil, err
	}
	r := &report{file: file}
	if n := len(p.Figures); n > MostFigures {
		r.add("observations", "", fmt.Sprintf("keep to %d; write larger tables as records, which are added up", MostFigures), "there are %d figures", n)
		return nil, r.problems
	}
	for _, rule := range rules {
		rule(p, r)
	}
	return p, r.problems.Or()
}

// Reason is why a file cannot be read, without its name.
func Reason(err error) string {
	if pe, ok := err.(*os.PathError); ok {
		return pe.Err.Error()
	}
	return err.Error()
}

// Summary says what a good package holds.
func Summary(p *data.Package) string {
	printed, calculated := 0, 0
	for _, f := range p.Figures {
		if f.Calculated() {
			calculated++
		} else {
			printed++
		}
	}
	return fmt.Sprintf("%s %s: %s, %s, %s, %s, %s", p.Name, p.Version, counted(len(p.Sources), "source", "sources"), counted(len(p.Series), "series", "series"),
		counted(printed, "printed figure", "printed figures"), counted(calculated, "calculated figure", "calculated figures"), counted(len(p.Views), "view", "views"))
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// report collects problems.
type report struct {
	file     string
	problems load.Problems
}

func (r *report) add(record, field, want, wrong string, args ...any) {
	problem := load.Problem{File: r.file, Record: record, Field: field, Wrong: fmt.Sprintf(wrong, args...), Want: want}
	if !slices.Contains(r.problems, problem) { // a picture may be wrong in each of its units
		r.problems = append(r.problems, problem)
	}
}

func (r *report) figure(f *data.Figure, field, want, wrong string, args ...any) {
	r.add(tableOf(f)+f.ID, field, want, wrong, args...)
}

// tableOf is the resource that a figure is a record of.
func tableOf(f *data.Figure) string {
	if f.Calculated() {
		return "derived "
	}
	return "observations "
}

// readFile reads a regular file, as far as a package may go: a pipe or a device may
// have no end.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	from, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	return io.ReadAll(io.LimitReader(from, mostBytes+1)) // form refuses what is longer
}

var errNotRegular = errors.New("it is no regular file")
