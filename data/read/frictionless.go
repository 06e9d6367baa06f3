package read

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// descriptor contains the parts of a Frictionless Data Package that are read.
type descriptor struct {
	Title     string
	Sources   []struct{ Title, Path string }
	Licenses  []struct{ Name string }
	Factframe any
	Resources []struct {
		Name, Title string
		Path, Data  any
	}
}

// frictionless reads the tables of a Frictionless Data Package, or of a list of objects.
func frictionless(from Source, text string, o Options) ([]*Table, error) {
	file := from.Name
	var d descriptor
	if strings.HasPrefix(strings.TrimSpace(text), "[") {
		var rows any
		if err := exactly(text, &rows); err != nil {
			return nil, broken(file, text, err)
		}
		t, err := inlined(file, "", rows)
		return []*Table{t}, err
	}
	if err := exactly(text, &d); err != nil {
		return nil, broken(file, text, err)
	}
	switch {
	case d.Factframe != nil:
		return nil, wrong(file, "is already a Factframe package", "run factframe check, dev or build instead")
	case len(d.Resources) == 0:
		return nil, wrong(file, "has no resources", "use a Frictionless Data Package, a CSV or an XLSX file")
	}
	var tables []*Table
	for i, r := range d.Resources {
		record := fmt.Sprintf("resources entry %d", i+1)
		if r.Data != nil {
			t, err := inlined(file, r.Name, r.Data)
			if err != nil {
				return nil, err
			}
			tables = append(tables, t)
			continue
		}
		path, ok := r.Path.(string)
		switch {
		case !ok:
			return nil, wrong(file, record+" does not have the path of one file", "write one path")
		case strings.Contains(path, "://"):
			return nil, wrong(file, fmt.Sprintf("%s is a web address: %q", record, path), "download the file, and write its name as the path")
		}
		if ext := strings.ToLower(filepath.Ext(path)); !slices.Contains([]string{".csv", ".tsv", ".txt", ".xlsx", ""}, ext) {
			continue
		}
		if from.Beside == nil {
			return nil, wrong(file, fmt.Sprintf("%s is in another file: %q", record, path), "use the table itself")
		}
		raw, err := from.Beside(path)
		if err != nil {
			return nil, err
		}
		full := filepath.Join(filepath.Dir(file), filepath.FromSlash(path))
		if start := strings.TrimSpace(string(raw[:min(len(raw), 100)])); strings.HasPrefix(start, "{") {
			return nil, wrong(full, "is not a table", "use a CSV or XLSX file in the package")
		}
		list, err := tablesOf(Source{Name: full, Content: raw}, o)
		if err != nil {
			return nil, err
		}
		for _, t := range list {
			if t.Sheet == "" {
				t.Sheet = r.Name
			}
			t.stated.title = r.Title
		}
		tables = append(tables, list...)
	}
	for _, t := range tables {
		if t.stated.title == "" {
			t.stated.title = d.Title
		}
		if len(d.Sources) > 0 {
			t.stated.publisher, t.stated.url = d.Sources[0].Title, d.Sources[0].Path
		}
		if len(d.Licenses) > 0 {
			t.stated.licence = d.Licenses[0].Name
		}
	}
	if len(tables) == 0 {
		return nil, wrong(file, "has no table among its resources", "add a CSV or XLSX file to them")
	}
	return tables, nil
}

// exactly parses JSON and keeps numbers as written.
func exactly(text string, into any) error {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	return decoder.Decode(into)
}

func broken(file, text string, err error) error {
	line := 0
	var at *json.SyntaxError
	if errors.As(err, &at) {
		line = lineAt([]byte(text), min(int(at.Offset), len(text)))
		return wrong(file, fmt.Sprintf("line %d: %v", line, err), "fix the JSON there")
	}
	return wrong(file, err.Error(), "use a Frictionless Data Package, a CSV or an XLSX file")
}

// inlined reads rows inside a package: lists, or objects by column name.
func inlined(file, name string, rows any) (*Table, error) {
	t := &Table{File: file, Sheet: name, Delimiter: ','}
	list, ok := rows.([]any)
	if !ok || len(list) == 0 {
		return nil, t.problem(0, -1, "has no rows", "write a list of objects or of lists")
	}
	names := map[string]bool{}
	for i, row := range list {
		if fields, ok := row.(map[string]any); ok {
			for name := range fields {
				names[name] = true
			}
		}
		if len(names) > mostColumns || len(names)*i > mostCells || i > mostLines {
			return nil, t.problem(i+1, -1, fmt.Sprintf("is beyond the limit of %d columns, %d lines or %d cells", mostColumns, mostLines, mostCells), "take a part of the table")
		}
	}
	heads := slices.Sorted(maps.Keys(names))
	if len(heads) > 0 {
		t.Lines = append(t.Lines, Line{1, heads})
	}
	all := 0
	for _, row := range list {
		line := Line{Number: len(t.Lines) + 1}
		switch row := row.(type) {
		case map[string]any:
			for _, name := range heads {
				line.Cells = append(line.Cells, cellOf(row[name]))
			}
		case []any:
			if len(row) > mostColumns {
				return nil, t.problem(line.Number, -1, fmt.Sprintf("has %d cells", len(row)), fmt.Sprintf("use part of the table, with at most %d columns", mostColumns))
			}
			for _, cell := range row {
				line.Cells = append(line.Cells, cellOf(cell))
			}
		default:
			return nil, t.problem(line.Number, -1, "is not a row", "write an object or a list")
		}
		if all += len(line.Cells); all > mostCells {
			return nil, t.problem(line.Number, -1, fmt.Sprintf("is beyond the limit of %d cells", mostCells), "take a part of the table")
		}
		t.Lines = append(t.Lines, line)
	}
	return t, nil
}

func cellOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return tidy(v)
	case json.Number:
		return v.String()
	}
	return fmt.Sprint(v)
}
