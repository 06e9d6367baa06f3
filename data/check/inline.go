package check

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"factframe/data"
)

// inline writes the rows of CSV resources into the package's JSON, typed as
// their Table Schema says, so that a browser needs no CSV reader. A package
// without CSV comes back as it is, to the byte.
func inline(file string, raw []byte) ([]byte, error) {
	var top map[string]any
	if json.Unmarshal(raw, &top) != nil {
		return raw, nil // data.Load tells where the JSON is broken
	}
	resources, _ := top["resources"].([]any)
	changed := false
	var problems data.Problems
	for _, v := range resources {
		resource, _ := v.(map[string]any)
		path, ok := resource["path"].(string)
		if !ok {
			continue
		}
		rows, found := readCSV(file, path, fieldTypes(resource))
		problems = append(problems, found...)
		resource["data"] = rows
		delete(resource, "path")
		changed = true
	}
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

func readCSV(file, path string, types map[string]string) ([]any, data.Problems) {
	full := filepath.Join(filepath.Dir(file), filepath.FromSlash(path))
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return nil, data.Problems{{File: file, Field: "path", Wrong: fmt.Sprintf("%q leaves the package's folder", path), Want: "name a file beside the package"}}
	}
	raw, err := os.ReadFile(full)
	if err != nil {
		return nil, data.Problems{{File: full, Wrong: "cannot be read: " + reason(err), Want: "put the file there or mend the path"}}
	}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	header, err := reader.Read()
	if err != nil {
		return nil, data.Problems{{File: full, Wrong: "has no header line", Want: "write the names of the fields first"}}
	}
	rows := []any{}
	var problems data.Problems
	for line := 2; ; line++ {
		cells, err := reader.Read()
		if err == io.EOF {
			return rows, problems
		}
		if err != nil {
			return nil, append(problems, data.Problem{File: full, Wrong: err.Error(), Want: "give every line one cell for each field of the header"})
		}
		row := map[string]any{}
		for i, cell := range cells {
			value, want := typed(cell, types[header[i]])
			if want != "" {
				problems = append(problems, data.Problem{File: full, Record: fmt.Sprintf("line %d", line), Field: header[i], Wrong: fmt.Sprintf("%q does not fit", cell), Want: want})
			}
			if value != nil {
				row[header[i]] = value
			}
		}
		rows = append(rows, row)
	}
}

// typed gives a cell the type of its field; an empty cell is absent, never zero.
func typed(cell, kind string) (value any, want string) {
	if strings.TrimSpace(cell) == "" {
		return nil, ""
	}
	switch kind {
	case "number", "integer":
		n, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return nil, "write a number without spaces or thousands commas"
		}
		return n, ""
	case "array":
		var list []any
		if json.Unmarshal([]byte(cell), &list) != nil {
			return nil, `write a list, ["…", "…"]`
		}
		return list, ""
	case "boolean":
		b, err := strconv.ParseBool(cell)
		if err != nil {
			return nil, "write true or false"
		}
		return b, ""
	}
	return cell, ""
}
