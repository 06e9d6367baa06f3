package check

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"factframe/data/load"
)

// inline writes the rows of CSV resources and the logo into the package's JSON, so
// that a browser needs no CSV parser. Cells have the types of the Table Schema. A
// package without such files is returned unchanged.
func inline(file string, raw []byte, open opener) ([]byte, error) {
	var top map[string]any
	if json.Unmarshal(raw, &top) != nil {
		return raw, nil // load.Bytes reports where the JSON is invalid
	}
	resources, _ := top["resources"].([]any)
	changed := false
	var problems load.Problems
	for _, v := range resources {
		resource, _ := v.(map[string]any)
		path, ok := resource["path"].(string)
		if !ok {
			continue
		}
		name, _ := resource["name"].(string)
		var found load.Problems
		if slices.Contains(load.Tables, name) {
			var t csvTable
			if t, found = readCSV(file, path, open); len(found) == 0 {
				resource["data"], found = t.rows(fieldTypes(resource))
			}
		} else {
			resource["format"] = "csv"
			resource["data"], found = addedUp(file, top, name, path, open)
		}
		if problems = append(problems, found...); len(found) > 0 {
			continue
		}
		delete(resource, "path")
		changed = true
	}
	has, found := logo(file, top, open)
	changed, problems = changed || has, append(problems, found...)
	if !changed || len(problems) > 0 {
		return raw, problems.Or()
	}
	return json.MarshalIndent(top, "", "  ")
}

func fieldTypes(resource map[string]any) map[string]string {
	types := map[string]string{}
	schema, _ := resource["schema"].(map[string]any)
	fields, _ := schema["fields"].([]any)
	for _, v := range fields {
		field, _ := v.(map[string]any)
		name, _ := field["name"].(string)
		types[name], _ = field["type"].(string)
	}
	return types
}

// csvTable is a CSV file, not yet typed.
type csvTable struct {
	file   string
	header []string
	lines  [][]string
}

func readCSV(file, path string, open opener) (csvTable, load.Problems) {
	t := csvTable{file: filepath.Join(filepath.Dir(file), filepath.FromSlash(path))}
	from, problems := open(path)
	if problems != nil {
		return t, problems
	}
	defer from.Close()
	raw, err := io.ReadAll(io.LimitReader(from, mostBytes+1))
	switch {
	case err != nil:
		return t, load.Problems{{File: t.file, Wrong: "cannot be read: " + Reason(err), Want: "put the file there or fix the path"}}
	case len(raw) > mostBytes:
		return t, load.Problems{{File: t.file, Wrong: fmt.Sprintf("has more than %d MB", mostBytes>>20), Want: "turn large tables into records, which are added up"}}
	case !utf8.Valid(raw):
		return t, load.Problems{{File: t.file, Wrong: "is not valid UTF-8", Want: "save it as UTF-8"}}
	}
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
	switch {
	case err != nil:
		return t, load.Problems{{File: t.file, Wrong: err.Error(), Want: "write as many cells on each line as in the header"}}
	case len(all) == 0:
		return t, load.Problems{{File: t.file, Wrong: "has no header line", Want: "write the field names on the first line"}}
	}
	t.header, t.lines = all[0], all[1:]
	return t, heads(t.file, t.header)
}

// heads reports columns without a name, and duplicate names.
func heads(file string, header []string) (problems load.Problems) {
	for i, name := range header {
		switch {
		case strings.TrimSpace(name) == "":
			problems = append(problems, load.Problem{File: file, Record: "line 1", Wrong: fmt.Sprintf("column %d has no name", i+1), Want: "write the name of a field, or remove the column"})
		case slices.Contains(header[:i], name):
			problems = append(problems, load.Problem{File: file, Record: "line 1", Field: name, Wrong: "is the name of two columns", Want: "remove or rename one"})
		}
	}
	return problems
}

// opener opens a file that a package refers to, by its path in the package's folder.
type opener func(path string) (io.ReadCloser, load.Problems)

// beside opens the files in the folder of a package.
func beside(file string) opener {
	return func(path string) (io.ReadCloser, load.Problems) {
		from, problems := Beside(file, path)
		return from, problems
	}
}

// among opens files that are in memory, by name.
func among(files map[string][]byte) opener {
	return func(path string) (io.ReadCloser, load.Problems) {
		content, has := files[path]
		if !has {
			return nil, load.Problems{{File: path, Wrong: "is missing", Want: "add it, or fix the path"}}
		}
		return io.NopCloser(bytes.NewReader(content)), nil
	}
}

// Beside opens a file that a package refers to. The file must be in the package's
// folder, and no link in its path may lead outside.
func Beside(file, path string) (*os.File, load.Problems) {
	dir := filepath.Dir(file)
	full := filepath.Join(dir, filepath.FromSlash(path))
	local := filepath.IsLocal(filepath.FromSlash(path))
	from, err := openIn(dir, filepath.FromSlash(path))
	if err != nil && strings.Contains(err.Error(), "path escapes from parent") { // os.Root has no error value for it (Go 1.26)
		local = false
	}
	switch {
	case !local:
		return nil, load.Problems{{File: file, Field: "path", Wrong: fmt.Sprintf("%q is outside the package's folder", path), Want: "use a file in the same folder as the package"}}
	case err != nil:
		return nil, load.Problems{{File: full, Wrong: "cannot be read: " + Reason(err), Want: "put the file there or fix the path"}}
	}
	return from, nil
}

// openIn opens a regular file inside a folder.
func openIn(dir, path string) (*os.File, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	return root.Open(path)
}

// rows returns the lines as objects.
func (t csvTable) rows(types map[string]string) ([]any, load.Problems) {
	rows := []any{}
	var problems load.Problems
	for i, cells := range t.lines {
		row := map[string]any{}
		printed := "" // the value with the decimals of its source, which a float64 loses
		for j, cell := range cells {
			value, want := typed(cell, types[t.header[j]])
			if name := refused(cell); name != "" {
				problems = append(problems, load.Problem{File: t.file, Record: fmt.Sprintf("line %d", i+2), Field: t.header[j], Wrong: "has a " + name, Want: "remove it"})
			}
			if want != "" {
				problems = append(problems, load.Problem{File: t.file, Record: fmt.Sprintf("line %d", i+2), Field: t.header[j], Wrong: fmt.Sprintf("%q has the wrong type", cell), Want: want})
			}
			if value != nil {
				row[t.header[j]] = value
			}
			if n, ok := value.(float64); ok && t.header[j] == "value" && strconv.FormatFloat(n, 'f', -1, 64) != cell {
				printed = strings.TrimSpace(cell)
			}
		}
		if row["value_text"] == nil && printed != "" {
			row["value_text"] = printed
		}
		rows = append(rows, row)
	}
	return rows, problems
}

// typed returns a cell with the type of its field. An empty cell is absent, never
// zero.
func typed(cell, kind string) (value any, want string) {
	if strings.TrimSpace(cell) == "" {
		return nil, ""
	}
	switch kind {
	case "number", "integer":
		n, err := strconv.ParseFloat(cell, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || strings.ContainsAny(cell, "xXpP_") {
			return nil, "write a number without spaces or thousands commas"
		}
		if math.Abs(n) > largestWhole {
			return nil, "write it in thousands or millions, and name that in the unit: a browser cannot keep so many digits"
		}
		return n, ""
	case "array":
		var list []any
		if json.Unmarshal([]byte(cell), &list) != nil {
			return nil, `write a list, ["…", "…"]`
		}
		return list, ""
	case "object":
		var texts map[string]any
		if json.Unmarshal([]byte(cell), &texts) != nil {
			return nil, `write an object, {"en": "…", "cy": "…"}`
		}
		return texts, ""
	case "boolean":
		b, err := strconv.ParseBool(cell)
		if err != nil {
			return nil, "write true or false"
		}
		return b, ""
	}
	if texts := map[string]string{}; json.Unmarshal([]byte(cell), &texts) == nil {
		return nil, `give the field the type "object": this cell has a text for each language`
	}
	return cell, ""
}
