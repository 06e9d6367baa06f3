package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// records reads the resource of plain text that a series names as its records:
// a header, and a line for each record with its codes and its count.
func (l *loader) records(own row, s *Series) *Records {
	r := l.row(own.record+" records", own.value("records"))
	name := r.required("resource")
	out := &Records{Period: period(r)}
	r.done()
	text, found := l.texts[name]
	if !found {
		r.problem("resource", fmt.Sprintf("there is no resource %q of text", name), `add one with "format": "csv" and its lines as "data", or with a "path"`)
		return nil
	}
	delete(l.texts, name)
	if s.Unit != nil && s.Unit.Kind != CountKind {
		r.problem("unit", fmt.Sprintf("records in %q cannot be added up", s.Unit.ID), `write "count"`)
	}
	header, lines, _ := strings.Cut(strings.TrimSuffix(text, "\n"), "\n")
	t := newRow(l.file, "resource "+name, map[string]any{}, l.problems)
	readers, ok := out.readers(t, s, strings.Split(header, ","))
	if !ok {
		return nil
	}
	number := 1
	for line := range strings.SplitSeq(lines, "\n") {
		number++
		if wrong, want := read(readers, line); wrong != "" {
			t.problem(fmt.Sprintf("line %d", number), wrong, want)
			return nil
		}
	}
	return out
}

// reader takes the cell of a line that is in its column.
type reader func(cell string) (wrong, want string)

// readers has one for each cell of a line, by the header.
func (out *Records) readers(t row, s *Series, header []string) (list []reader, ok bool) {
	all, wanted := header, []string{"count"}
	out.columns = make([]column, len(s.Dimensions))
	for i, d := range s.Dimensions {
		if d == nil {
			return nil, false // told where the series names it
		}
		wanted = append(wanted, d.ID)
		out.columns[i].dimension = d
		if len(d.Codes) > maxCodes {
			t.problem("", fmt.Sprintf("%q has %d codes", d.ID, len(d.Codes)), fmt.Sprintf("use %d at most", maxCodes))
			return nil, false
		}
	}
	header = slices.DeleteFunc(slices.Clone(header), func(name string) bool { return name == "records" })
	if sorted := slices.Sorted(slices.Values(header)); !slices.Equal(sorted, slices.Sorted(slices.Values(wanted))) {
		t.problem("line 1", fmt.Sprintf("names %s", quoted(header)), "name the series' dimensions and the count, "+quoted(wanted))
		return nil, false
	}
	for _, name := range all {
		if name == "records" {
			list = append(list, out.readRecords)
			continue
		}
		i := slices.IndexFunc(out.columns, func(c column) bool { return c.dimension.ID == name })
		if i < 0 {
			list = append(list, out.readCount)
			continue
		}
		list = append(list, out.columns[i].reader())
	}
	return list, true
}

// readRecords takes of how many records a line is the sum, where a build has
// added equal ones up.
func (out *Records) readRecords(cell string) (wrong, want string) {
	n, err := strconv.ParseUint(cell, 10, 32)
	if err != nil || n == 0 {
		return fmt.Sprintf("%q is not a number of records", cell), "write of how many records the line is the sum"
	}
	out.added = append(out.added, uint32(n))
	return "", ""
}

func (out *Records) readCount(cell string) (wrong, want string) {
	n, err := strconv.ParseUint(cell, 10, 53)
	if err != nil {
		return fmt.Sprintf("%q is not a count", cell), "write a whole number without spaces or thousands commas"
	}
	out.counts = append(out.counts, n)
	return "", ""
}

func (c *column) reader() reader {
	places := map[string]uint8{}
	for i, code := range c.dimension.Codes {
		places[code.ID] = uint8(i)
	}
	return func(cell string) (wrong, want string) {
		place, found := places[cell]
		if !found {
			return fmt.Sprintf("%q is not a code of %q", cell, c.dimension.ID), "write the id of one that the dimension has"
		}
		c.codes = append(c.codes, place)
		return "", ""
	}
}

func read(readers []reader, line string) (wrong, want string) {
	n := 0
	for cell := range strings.SplitSeq(line, ",") {
		if n < len(readers) {
			if wrong, want = readers[n](cell); wrong != "" {
				return wrong, want
			}
		}
		n++
	}
	if n != len(readers) {
		return fmt.Sprintf("has %d cells", n), fmt.Sprintf("give it %d, as the header has", len(readers))
	}
	return "", ""
}
