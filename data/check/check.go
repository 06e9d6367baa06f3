// Package check reports everything that is wrong with a data package. The command
// line, the generator and the tests use it, but not the reader's program.
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
	"factframe/data/translation"
)

// File reads the package at a path, which is a file or a folder with a
// datapackage.json. It returns the package and its JSON, with rows from CSV files
// inlined. The error, if any, is a load.Problems with everything that is wrong.
func File(path string) (*data.Package, []byte, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "datapackage.json")
	}
	raw, err := readFile(path)
	if err != nil {
		return nil, nil, load.Problems{{File: path, Wrong: "cannot be read: " + Reason(err), Want: "give the path of a datapackage.json or its folder"}}
	}
	return whole(path, raw, beside(path))
}

// Files reads a package from its files in memory, by name: datapackage.json and those that it
// refers to. It returns what File returns.
func Files(files map[string][]byte) (*data.Package, []byte, error) {
	return whole(data.DefaultFile, files[data.DefaultFile], among(files))
}

// whole reads a package and the files that it refers to.
func whole(file string, raw []byte, open opener) (*data.Package, []byte, error) {
	if err := form(file, raw); err != nil {
		return nil, nil, err
	}
	raw, err := inline(file, raw, open)
	if err != nil {
		return nil, nil, err
	}
	p, err := meant(file, raw)
	return p, raw, err
}

// Bytes checks a package whose rows are all inline.
func Bytes(file string, raw []byte) (*data.Package, error) {
	if err := form(file, raw); err != nil {
		return nil, err
	}
	return meant(file, raw)
}

// meant checks the contents of a package whose text is well formed.
func meant(file string, raw []byte) (*data.Package, error) {
	flat, err := translation.Original(file, raw)
	if err != nil {
		return nil, err
	}
	p, err := load.Bytes(file, flat)
	if err != nil {
		return nil, err
	}
	r := &report{file: file}
	if n := len(p.Figures); n > MostFigures {
		r.add("observations", "", fmt.Sprintf("give at most %d; turn larger tables into records, which are added up", MostFigures), "there are %d figures", n)
		return nil, r.problems
	}
	for _, rule := range rules {
		rule(p, r)
	}
	if err := translations(file, raw, p, r); err != nil {
		return nil, err
	}
	return p, r.problems.Or()
}

// Reason returns why a file cannot be read, without the file name.
func Reason(err error) string {
	if pe, ok := err.(*os.PathError); ok {
		return pe.Err.Error()
	}
	return err.Error()
}

// Summary returns one line that lists what a package contains.
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
	if !slices.Contains(r.problems, problem) { // the same problem may occur in each unit of a panel
		r.problems = append(r.problems, problem)
	}
}

func (r *report) figure(f *data.Figure, field, want, wrong string, args ...any) {
	r.add(tableOf(f)+f.ID, field, want, wrong, args...)
}

// tableOf returns the resource that contains the figure, and a space.
func tableOf(f *data.Figure) string {
	if f.Calculated() {
		return "derived "
	}
	return "observations "
}

// readFile reads a regular file, up to the size limit of a package. Pipes and
// devices are an error, because they may never end.
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
	return io.ReadAll(io.LimitReader(from, mostBytes+1)) // form reports longer files
}

var errNotRegular = errors.New("it is not a regular file")
