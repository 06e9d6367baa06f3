package load

import (
	"slices"
	"strconv"
	"strings"

	"factframe/data"
)

// records reads the records of a series from its text resource: a header, then one
// line per record with its codes and count.
func (l *loader) records(own row, s *data.Series) *data.Records {
	r := l.row(own.record+" records", own.value("records"))
	name := r.required("resource")
	of := period(r)
	r.done()
	text, found := l.texts[name]
	if !found {
		r.problem("resource", "there is no text resource "+strconv.Quote(name), `add one with "format": "csv" and its lines as "data", or with a "path"`)
		return nil
	}
	delete(l.texts, name)
	if s.Unit != nil && !s.Unit.Kind.Traits().Things {
		r.problem("unit", "records in the unit "+strconv.Quote(s.Unit.ID)+" cannot be added up", `write "count"`)
	}
	header, lines, _ := strings.Cut(strings.TrimSuffix(text, "\n"), "\n")
	t := newRow(l.file, "resource "+name, map[string]any{}, l.problems)
	record := data.Record{Codes: make([]int, len(s.Dimensions))}
	readers, ok := readersOf(t, s, strings.Split(header, ","), &record)
	if !ok {
		return nil
	}
	out, number := data.NewRecords(of, s.Dimensions), 1
	for line := range strings.SplitSeq(lines, "\n") {
		number++
		if wrong, want := read(readers, line); wrong != "" {
			t.problem("line "+strconv.Itoa(number), wrong, want)
			return nil
		}
		out.Add(record)
	}
	return out
}

// reader reads the cell of one column, and returns what is wrong and how to fix it.
type reader func(cell string) (wrong, want string)

// readersOf returns a reader for each column of the header. The readers write to
// into.
func readersOf(t row, s *data.Series, header []string, into *data.Record) (list []reader, ok bool) {
	all, wanted := header, []string{"count"}
	for _, d := range s.Dimensions {
		if d == nil {
			return nil, false // already reported by series
		}
		wanted = append(wanted, d.ID)
		if len(d.Codes) > data.MaxCodes {
			t.problem("", strconv.Quote(d.ID)+" has "+strconv.Itoa(len(d.Codes))+" codes", "use at most "+strconv.Itoa(data.MaxCodes))
			return nil, false
		}
	}
	header = slices.DeleteFunc(slices.Clone(header), func(name string) bool { return name == "records" })
	if sorted := slices.Sorted(slices.Values(header)); !slices.Equal(sorted, slices.Sorted(slices.Values(wanted))) {
		t.problem("line 1", "has the columns "+quoted(header), "use the dimensions of the series and the count, "+quoted(wanted))
		return nil, false
	}
	for _, name := range all {
		switch i := slices.IndexFunc(s.Dimensions, func(d *data.Dimension) bool { return d.ID == name }); {
		case i >= 0:
			list = append(list, codeReader(s.Dimensions[i], &into.Codes[i]))
		case name == "records":
			list = append(list, addedReader(&into.Added))
		default:
			list = append(list, countReader(&into.Count))
		}
	}
	return list, true
}

// addedReader reads how many records a line is the sum of: a build merges lines
// with the same codes.
func addedReader(into *uint32) reader {
	return func(cell string) (wrong, want string) {
		n, err := strconv.ParseUint(cell, 10, 32)
		if err != nil || n == 0 {
			return strconv.Quote(cell) + " is not a number of records", "write how many records the line is the sum of"
		}
		*into = uint32(n)
		return "", ""
	}
}

func countReader(into *uint64) reader {
	return func(cell string) (wrong, want string) {
		n, err := strconv.ParseUint(cell, 10, 53)
		if err != nil {
			return strconv.Quote(cell) + " is not a count", "write a whole number without spaces or thousands commas"
		}
		*into = n
		return "", ""
	}
}

func codeReader(d *data.Dimension, into *int) reader {
	places := map[string]int{}
	for i, code := range d.Codes {
		places[code.ID] = i
	}
	return func(cell string) (wrong, want string) {
		place, found := places[cell]
		if !found {
			return strconv.Quote(cell) + " is not a code of " + strconv.Quote(d.ID), "write the id of one of its codes"
		}
		*into = place
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
		return "has " + strconv.Itoa(n) + " cells", "write " + strconv.Itoa(len(readers)) + ", as in the header"
	}
	return "", ""
}
