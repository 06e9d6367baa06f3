package check

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"factframe/data/load"
)

// addedUp reads the records of a series from a file, line by line, and returns the
// text of a resource. It adds up records that no view distinguishes, so that a page
// loads no more than it can show, and removes the dimensions that no view uses from
// the series.
func addedUp(file string, top map[string]any, name, path string, open opener) (string, load.Problems) {
	full := filepath.Join(filepath.Dir(file), filepath.FromSlash(path))
	problem := func(record, field, wrong, want string) load.Problems {
		return load.Problems{{File: full, Record: record, Field: field, Wrong: wrong, Want: want}}
	}
	from, problems := open(path)
	if problems != nil {
		return "", problems
	}
	defer from.Close()
	buffered := bufio.NewReader(from)
	if mark, _ := buffered.Peek(3); string(mark) == "\ufeff" {
		buffered.Discard(3)
	}
	lines := csv.NewReader(buffered)
	lines.ReuseRecord = true
	header, err := lines.Read()
	if err != nil {
		return "", problem("", "", "has no header line", `write the names of the dimensions and "count" on the first line`)
	}
	header = slices.Clone(header)
	if problems := heads(full, header); problems != nil {
		return "", problems
	}
	keep, codes := columns(top, name, header)
	counts, records := slices.Index(header, "count"), slices.Index(header, "records")
	if counts < 0 {
		return "", problem("line 1", "count", "is missing", `name the column with the counts "count"`)
	}
	sums := map[string]*addition{}
	var order []string
	for {
		cells, err := lines.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", problem("", "", err.Error(), "write as many cells on each line as in the header")
		}
		line, _ := lines.FieldPos(0)
		var key strings.Builder
		for i, cell := range cells {
			if known := codes[i]; known != nil && !known[cell] {
				return "", problem(fmt.Sprintf("line %d", line), header[i], fmt.Sprintf("%q is not a code of %q", cell, header[i]), "write the id of one of its codes")
			}
			if keep[i] {
				key.WriteString(cell + ",")
			}
		}
		added := addition{records: 1}
		for at, to := range map[int]*uint64{counts: &added.count, records: &added.records} {
			if at < 0 {
				continue
			}
			if *to, err = strconv.ParseUint(cells[at], 10, 53); err != nil {
				return "", problem(fmt.Sprintf("line %d", line), header[at], fmt.Sprintf("%q is not a count", cells[at]), "write a whole number without spaces or thousands commas")
			}
		}
		if sums[key.String()] == nil {
			sums[key.String()] = &addition{}
			order = append(order, key.String())
		}
		total := sums[key.String()]
		total.count, total.records = total.count+added.count, total.records+added.records
	}
	return written(header, keep, order, sums), nil
}

// addition is the sum of equal records, and their number.
type addition struct{ count, records uint64 }

func written(header []string, keep []bool, order []string, sums map[string]*addition) string {
	var b strings.Builder
	for i, name := range header {
		if keep[i] {
			b.WriteString(name + ",")
		}
	}
	b.WriteString("count,records\n")
	for _, key := range order {
		fmt.Fprintf(&b, "%s%d,%d\n", key, sums[key].count, sums[key].records)
	}
	return b.String()
}

// columns returns which columns the views need, and the codes of each. It removes
// the other dimensions from the series that uses the records.
func columns(top map[string]any, name string, header []string) (keep []bool, codes []map[string]bool) {
	own, _ := top["factframe"].(map[string]any)
	needed := map[string]bool{}
	for _, v := range list(own, "views") {
		for _, filter := range list(v, "filters") {
			needed[fmt.Sprint(filter)] = true
		}
		for _, panel := range list(v, "panels") {
			channels, _ := field(panel, "channels").(map[string]any)
			for _, to := range channels {
				needed[fmt.Sprint(to)] = true
			}
		}
	}
	known := map[string]map[string]bool{}
	for _, d := range list(own, "dimensions") {
		id := fmt.Sprint(field(d, "id"))
		known[id] = map[string]bool{}
		for _, c := range list(d, "codes") {
			known[id][fmt.Sprint(field(c, "id"))] = true
		}
	}
	for _, column := range header {
		keep = append(keep, column != "count" && column != "records" && (needed[column] || known[column] == nil))
		codes = append(codes, known[column])
	}
	for _, resource := range list(top, "resources") {
		for _, s := range list(resource, "data") {
			records, _ := field(s, "records").(map[string]any)
			if series, ok := s.(map[string]any); ok && records["resource"] == name {
				series["dimensions"] = slices.DeleteFunc(list(series, "dimensions"), func(d any) bool {
					i := slices.Index(header, fmt.Sprint(d))
					return i >= 0 && !keep[i]
				})
			}
		}
	}
	return keep, codes
}

func field(of any, name string) any {
	fields, _ := of.(map[string]any)
	return fields[name]
}

func list(of any, name string) []any {
	entries, _ := field(of, name).([]any)
	return entries
}
