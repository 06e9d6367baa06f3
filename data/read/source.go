package read

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"factframe/data/check"
)

// Source is a file that contains tables.
type Source struct {
	Name    string // used in errors, and as the title if there is no other
	Content []byte

	// Tables are those of the file, if they were read before; then Content is not read.
	Tables []*Table

	// Beside returns the contents of another file of a Frictionless package, by its path in
	// the package. It is nil if there are no other files.
	Beside func(path string) ([]byte, error)
}

// copied returns tables that can be changed: reading a table joins and removes lines.
func (from Source) copied() []*Table {
	list := make([]*Table, len(from.Tables))
	for i, t := range from.Tables {
		copied := *t
		copied.Lines = make([]Line, len(t.Lines))
		for j, l := range t.Lines {
			copied.Lines[j] = Line{l.Number, slices.Clone(l.Cells)}
		}
		list[i] = &copied
	}
	return list
}

// mostBytes is the largest size of a file.
const mostBytes = 64 << 20

// Open reads a file, or the datapackage.json of a folder. Errors are load.Problems.
func Open(path string) (Source, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Source{}, wrong(path, "cannot be read: "+check.Reason(err), "use a CSV, TSV or XLSX file, or a Frictionless package")
	}
	if info.IsDir() {
		path = filepath.Join(path, "datapackage.json")
		if info, err = os.Stat(path); err != nil {
			return Source{}, wrong(path, "does not exist", "use a file, or a folder with a datapackage.json")
		}
	}
	if !info.Mode().IsRegular() { // a pipe or a device may have no end, and opening one may wait for ever
		return Source{}, wrong(path, "is not a regular file", "save the table in a file, and use that; or use - to read standard input")
	}
	from, err := os.Open(path)
	if err != nil {
		return Source{}, wrong(path, "cannot be read: "+check.Reason(err), "check the permissions of the file")
	}
	defer from.Close()
	source, err := From(path, from)
	source.Beside = func(other string) ([]byte, error) {
		file, problems := check.Beside(path, other)
		if problems != nil {
			return nil, problems
		}
		defer file.Close()
		beside, err := From(filepath.Join(filepath.Dir(path), filepath.FromSlash(other)), file)
		return beside.Content, err
	}
	return source, err
}

// From reads a whole file or stream, or returns an error if it is too large.
func From(name string, from io.Reader) (Source, error) {
	raw, err := io.ReadAll(io.LimitReader(from, mostBytes+1))
	switch {
	case err != nil:
		return Source{}, wrong(name, "cannot be read: "+check.Reason(err), "check the permissions of the file")
	case len(raw) > mostBytes:
		return Source{}, wrong(name, fmt.Sprintf("has more than %d MB", mostBytes>>20), "use part of it")
	}
	return Source{Name: name, Content: raw}, nil
}
