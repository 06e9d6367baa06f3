package read

import "slices"

// Column is what a column of a table is taken for.
type Column struct {
	Name     string   // its heading, or its place if it has none
	Place    string   // its number in a text, or its letters in a workbook
	Role     string   // "values", "period", "category", "unit", "notes" or "left out"
	Dated    bool     // its heading is a period
	Filled   int      // number of cells that are not empty
	Numbers  int      // number of cells that are numbers
	Examples []string // its first different cells
}

// roleNames are the names of roles; "values", "period" and "category" are also those of options.
var roleNames = map[role]string{
	unused: "left out", category: "category", timed: "period", valued: "values", lower: "values", upper: "values",
	noted: "notes", unitOf: "unit", measured: "category", scaled: "unit",
}

// mostExamples is how many cells of a column are examples.
const mostExamples = 3

// Columns returns what each column of a table is taken for, before a package is made from it.
func Columns(from Source, o Options) ([]Column, error) {
	t, s, _, err := tableIn(from, o)
	if err != nil {
		return nil, err
	}
	columns, s, err := t.columnsOf(s, o)
	if err != nil {
		return nil, err
	}
	return described(columns, s), nil
}

// described returns columns as a person sees them.
func described(columns []*column, s shape) []Column {
	var list []Column
	for _, c := range columns {
		each := Column{Name: c.chosenBy(), Place: c.place, Role: roleNames[c.role], Dated: slices.ContainsFunc(c.levels, isPeriod), Filled: c.filled, Numbers: c.numbers}
		for _, l := range s.body {
			if cell := l.cell(c.at); cell != "" && l.filled() > 1 && len(each.Examples) < mostExamples && !slices.Contains(each.Examples, cell) {
				each.Examples = append(each.Examples, cell)
			}
		}
		list = append(list, each)
	}
	return list
}
