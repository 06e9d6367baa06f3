package read

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const calls = `Region,2021,2022,2023,2024 (p),Note
North,"4,210","4,890","5,340","6,12O",
South,"3,980","4,105","4,460","4,790",
Skerry,9,12,c,15,Fewer than five
All regions,"8,199","9,007","9,800","4,805",
`

// A person sees every cell that cannot be read, and what was read of the others.
func TestLookGoesOnWithoutCells(t *testing.T) {
	from := Source{Name: "calls.csv", Content: []byte(calls)}
	r := Look(from, Options{})
	require.NotNil(t, r.Draft)
	require.Len(t, r.Faults, 1)
	assert.Equal(t, "6,12O", r.Faults[0].Cell)
	assert.Equal(t, "6,120", r.Faults[0].Meant)
	assert.Equal(t, []int{2, 5}, []int{r.Faults[0].Line, r.Faults[0].Column})
	assert.Len(t, r.Body, 4)
	roles := []string{}
	for _, c := range r.Columns {
		roles = append(roles, c.Role)
	}
	assert.Equal(t, []string{"category", "values", "values", "values", "values", "notes"}, roles)
	assert.Equal(t, []int{5}, r.Totals)

	r = Look(from, Options{Cells: []Cell{{2, 5, "6,120"}}})
	assert.Empty(t, r.Faults)
	assert.Contains(t, string(r.Draft.Files["figures.csv"]), "6120")
}

// A person can undo a guess with one click, if its option is complete.
func TestOptionsOfGuesses(t *testing.T) {
	for option, want := range map[string]Options{
		`-decimal comma`:           {Decimal: "comma"},
		`-part "All regions"`:      {Parts: []string{"All regions"}},
		`-part '"North, ""all"""'`: {Parts: []string{`North, "all"`}},
		`-category "A \"B\""`:      {},
		`-sheet "Data 2"`:          {Sheet: "Data 2"},
	} {
		got, err := Options{}.With(option)
		if option == `-category "A \"B\""` { // a quote inside a name is written as in CSV
			assert.Error(t, err)
			continue
		}
		require.NoError(t, err, option)
		got.Units, got.Values, got.Periods, got.Categories, got.Notes, got.Drop, got.Missing, got.Totals, got.Names, got.Where = nil, nil, nil, nil, nil, nil, nil, nil, nil, nil
		assert.Equal(t, want, got, option)
	}
	for _, option := range []string{"", "-title", `-name "Year=…"`, `-sheet "A" or "B"`, "-wrong x"} {
		_, err := Options{}.With(option)
		assert.Error(t, err, option)
	}
	said := Options{Parts: make([]string, 1, 9)}
	_, err := said.With("-part a")
	require.NoError(t, err)
	assert.Equal(t, "", said.Parts[:2][1], "the options before are unchanged")
}

// Whatever is wrong with a line, a person can go on: without its cell, or without the line.
func TestLookGoesOnWithoutLines(t *testing.T) {
	for name, each := range map[string]struct {
		table string
		lines []int
	}{
		"the same twice":   {"Region,Year,Calls\nNorth,2023,10\nNorth,2023,12\nSouth,2023,5\n", []int{3}},
		"no period":        {"Month,A,B\nJan 2025,1,2\nFeb 2025,3,4\nsoon,5,6\nMar 2025,7,8\n", []int{4}},
		"two bad cells":    {"Region,A,B\nNorth,1O,2O\nSouth,3,4\nEast,5,6\n", []int{2, 2}},
		"a total of times": {"Month,A,B\nJan 2025,1,2\nFeb 2025,3,4\nMar 2025,7,8\nTotal,11,14\n", nil},
		"quotes in cells":  {"Name\tCount\n<b>Bold & \"q\"</b>\t9\nPlain\t5\nOther\t7\n", nil},
	} {
		r := Look(Source{Name: "t.csv", Content: []byte(each.table)}, Options{})
		require.NotNil(t, r.Draft, name)
		var lines []int
		for _, f := range r.Faults {
			lines = append(lines, f.Line)
		}
		assert.Equal(t, each.lines, lines, name)
	}
}
