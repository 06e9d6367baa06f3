package read

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/data/load"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func fromText(text string, o Options) (*Draft, error) {
	return New(Source{Name: "table.csv", Content: []byte(text)}, o)
}

const homes = "Code,Area,Year,Price,Sales,Extra\n011,North,2020,210000,31,5\n011,North,2021,215000,35,6\n012,South,2020,180000,52,7\n012,South,2021,186000,49,8\n"

// The user says what a column is, and that is what it is.
func TestWhatTheUserSaysOfColumns(t *testing.T) {
	for name, test := range map[string]struct {
		table        string
		o            Options
		has, without string // of the figures
	}{
		"the columns of values":        {homes, Options{Values: []string{"Sales"}}, "north-2020,sales,north,2020-01-01,2020-12-31,31", "210000"},
		"a column that is left out":    {homes, Options{Drop: []string{"extra"}}, "210000", ",8\n"},
		"a column by its number":       {homes, Options{Drop: []string{"6", "5"}}, "210000", "49"},
		"a code as groups":             {"Code,Area,Homes\n1,A,5\n2,B,6\n3,C,7\n", Options{Categories: []string{"Code"}, Drop: []string{"Area"}}, "n-1,homes,n-1,5", "b,"},
		"a column of periods":          {"Taken,Homes\n201801,5\n201802,6\n201803,7\n", Options{Periods: []string{"Taken"}}, "2018-01-01,2018-01-31,5", ""},
		"numbers as years":             {"Year,Homes\n201819,5\n", Options{Dates: "years"}, "2018-04-01,2019-03-31", ""},
		"numbers as months":            {"Year,Homes\n200910,5\n201011,6\n", Options{Dates: "months"}, "2009-10-01,2009-10-31", ""},
		"words for no value":           {"Area,Homes\nA,5\nB,gone\nC,7\nD,gone too\n", Options{Missing: []string{"Gone", "gone too"}}, "b,homes,b,,gone,O", ""},
		"brackets without a comma":     {"Area,Change\nA,5\nB,(12)\nC,7\n", Options{Negative: true}, "b,change,b,-12,(12)", ""},
		"a label with another name":    {"Sex,Homes\n1,5\n2,6\n9,7\n", Options{Categories: []string{"Sex"}, Names: []string{"Sex: 1=Women", "Sex: 2=Men"}}, "women,homes,women,5", ""},
		"an empty label with a name":   {"Sex,Age,Homes\nWomen,Old,5\n,Old,6\nMen,Old,7\n", Options{Names: []string{"Sex: =Not asked"}}, "not-asked,homes,not-asked", ""},
		"a column with another name":   {homes, Options{Names: []string{"Area=District"}, Values: []string{"Sales"}}, "district", "area"},
		"a column that has no name":    {",Homes,Flats\nA,5,1\nB,6,2\n", Options{Names: []string{"1=District"}}, "id,series,district", ""},
		"twin columns told apart":      {"Savings,One adult,Two adults,One adult,Two adults\nNone,15,10,25,14\nSome,85,90,75,86\n", Options{Names: []string{"4=One adult, children", "5=Two adults, children"}}, "one-adult-children-none", ""},
		"a part that looks like a sum": {"Area,Homes\nA,10\nB,20\nAll other,30\nTotal,60\n", Options{Parts: []string{"Total"}}, "total,homes,total,60", ""},
		"a total":                      {"Area,Homes\nA,10\nB,21\nThe land,33\n", Options{Totals: []string{"The land"}}, "homes-the-land,homes-the-land,,33", ""},
		"some rows of a sheet":         {"a,b,c\nx,1,2\n\nArea,Homes\nA,5\nB,6\n\nArea,Flats\nA,7\n", Options{Rows: "4-6"}, "b,homes,b,6", "7"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := fromText(test.table, test.o)
			require.NoError(t, err)
			accepted(t, d)
			figures := string(d.Files["figures.csv"])
			assert.Contains(t, figures, test.has)
			if test.without != "" {
				assert.NotContains(t, figures, test.without)
			}
		})
	}
}

// A unit is for the measure that it fits, or for the one that is named.
func TestUnitsOfSeveralMeasures(t *testing.T) {
	for name, test := range map[string]struct {
		units       []string
		price, sale string // in the package
	}{
		"money":          {[]string{"£"}, `"prefix": "£"`, `"title": "a number"`},
		"things":         {[]string{"homes sold"}, `"title": "a number"`, `"one": "homes sold"`},
		"by name":        {[]string{"Price=€", "sales=deals"}, `"prefix": "€"`, `"one": "deals"`},
		"one of neither": {[]string{"%"}, `"title": "a number"`, `"title": "a number"`},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := fromText(homes, Options{Units: test.units, Drop: []string{"Extra"}})
			require.NoError(t, err)
			accepted(t, d)
			p := string(d.Files["datapackage.json"])
			assert.Contains(t, p, test.price)
			assert.Contains(t, p, test.sale)
		})
	}
	d, err := fromText(homes, Options{Units: []string{"%"}})
	require.NoError(t, err)
	assert.Contains(t, guessesOf(d), `-unit "%" is not used, because it is not clear which of "Price", "Sales", "Extra" is in it; to change this, add -unit "Price=%".`)
}

// An option that does not fit the table is an error that says what would.
func TestOptionsThatAreRefused(t *testing.T) {
	for name, test := range map[string]struct {
		o    Options
		want string
	}{
		"an unknown column":           {Options{Values: []string{"Prices"}}, `table.csv: has no column "Prices", which -values names; use one of "Code", "Area", "Year", "Price", "Sales", "Extra"`},
		"an unknown column to rename": {Options{Names: []string{"Town=x"}}, `has no column "Town", which -name names`},
		"an unknown label's column":   {Options{Names: []string{"Town: 1=x"}}, `has no column "Town: 1", which -name names`},
		"two roles":                   {Options{Values: []string{"Sales"}, Drop: []string{"sales"}}, `has a column "Sales" that two options give different roles`},
		"an unknown measure":          {Options{Units: []string{"Rent=£"}}, `has no measure "Rent", which -unit names; use one of "Price", "Sales", "Extra"`},
		"rows that are not there":     {Options{Rows: "40-60"}, `has no rows 40-60; its last line is 5`},
		"rows in words":               {Options{Rows: "all"}, `write the first and the last line of the table`},
		"no column of values left":    {Options{Drop: []string{"Price", "Sales", "Extra"}}, `has no column of numbers`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := fromText(homes, test.o)
			require.Error(t, err)
			assert.Contains(t, err.Error(), test.want)
		})
	}
}

// A table shows all of its mistakes at once, each with its cell, and a mistyped number never
// makes its column disappear.
func TestEveryMistakeIsShown(t *testing.T) {
	_, err := fromText("Area,Homes,Flats\nA,\"6,12O\",5\nB,7,few\nC,8,some\n", Options{})
	var problems load.Problems
	require.True(t, errors.As(err, &problems))
	assert.Equal(t, []string{
		`table.csv: line 2: column 2: "6,12O" is not a number, unlike the rest of column "Homes"; write 6,120`,
	}, strings.Split(problems.Error(), "\n")[:1])

	_, err = fromText("Area,Homes\nA,\"6,12O\"\nB,7\n", Options{})
	assert.ErrorContains(t, err, "write 6,120", "in a table of two lines too")

	var long strings.Builder
	long.WriteString("Area,Homes\n")
	for i := range 60 {
		fmt.Fprintf(&long, "A%d,%d\n", i, i)
	}
	for i := range 15 {
		fmt.Fprintf(&long, "B%d,many\n", i)
	}
	_, err = fromText(long.String(), Options{})
	require.True(t, errors.As(err, &problems))
	require.Len(t, problems, 15)
	assert.Equal(t, [2]int{62, 2}, [2]int{problems[0].Line, problems[0].Column})
}

// Guesses name their column and the option that changes them, for a page that shows them.
func TestGuessesAreData(t *testing.T) {
	d, err := fromText("Nr,Area,Homes\n1,A,5\n2,B,6\n3,C,7\n", Options{Title: "Homes"})
	require.NoError(t, err)
	assert.Equal(t, Guess{Text: `Left out: "Nr", which numbers the lines`, Option: `-category "Nr"`, Column: 1}, d.Guesses[0])
	for _, file := range tablesIn(t, "testdata/tables") {
		d, err := newFrom(file, Options{})
		require.NoError(t, err)
		for _, g := range d.Guesses {
			assert.True(t, strings.HasPrefix(g.Option, "-") || mayNotChange(g.Text), "%s: no option changes %q", file, g.Text)
		}
	}
}

// mayNotChange reports whether a guess is only said, because the table itself must change.
func mayNotChange(text string) bool {
	for _, begin := range []string{"The text is read as", "Two-digit years", "The same in every line", "Empty cells in the first column", "All values are for", "Left out: lines with a label", "Numbers such as", "The table states"} {
		if strings.HasPrefix(text, begin) {
			return true
		}
	}
	return strings.HasSuffix(text, "in every line") || strings.HasSuffix(text, "which is empty") || strings.HasSuffix(text, "which do not share an axis") // of different units
}

// What the columns are taken for is known before a package is made.
func TestColumns(t *testing.T) {
	columns, err := Columns(Source{Name: "table.csv", Content: []byte(homes)}, Options{Drop: []string{"Extra"}})
	require.NoError(t, err)
	column := func(name, place, role string, numbers int, examples ...string) Column {
		return Column{Name: name, Place: place, Role: role, Filled: columns[0].Filled, Numbers: numbers, Examples: examples}
	}
	all := columns[0].Filled
	assert.Equal(t, []Column{
		column("Code", "1", "category", all, "011", "012"), column("Area", "2", "category", 0, "North", "South"), column("Year", "3", "period", all, "2020", "2021"),
		column("Price", "4", "values", all, "210000", "215000", "180000"), column("Sales", "5", "values", all, "31", "35", "52"), column("Extra", "6", "left out", all, "5", "6", "7"),
	}, columns)
}

// A table that is pasted from a spreadsheet has tabs, and needs no file.
func TestAPastedTable(t *testing.T) {
	source, err := From("standard input", strings.NewReader("Area\tHomes, all\nNorth\t310\nSouth\t2,044\n"))
	require.NoError(t, err)
	d, err := New(source, Options{})
	require.NoError(t, err)
	assert.Contains(t, string(d.Files["figures.csv"]), "south,homes-all,south,2044,\"2,044\"")
}

// Suppressed numbers that totals give away are warnings with the sum that reveals them.
func TestRevealedNumbers(t *testing.T) {
	for name, test := range map[string]struct{ table, want string }{
		"by a named total":  {"Area,Homes\nTotal,170\nNorth,131\nSouth,36\nIslands,[c]\n", `line 5, column 2: "Islands" is given as "[c]", but readers can calculate it: 170 − 131 − 36 = 3. To protect people, also leave out "South", the smallest of the others, or the total "Total"`},
		"a small number":    {"Area,Homes\nTotal,170\nNorth,131\nSouth,36\nIslands,<5\n", `"Islands" is given as "<5", but readers can calculate it: 170 − 131 − 36 = 3`},
		"in one year":       {"Area,2020,2021\nAll,170,182\nNorth,131,140\nSouth,36,38\nIslands,*,4\n", `line 5, column 2: "Islands"`},
		"by a sum":          {"Area,2020,2021,2022\nNorth,1131,1140,1202\nSouth,361,c,380\nNorth and south,1492,1520,1582\nIslands,40,50,60\n", `line 3, column 3: "South" is given as "c", but readers can calculate it: 1520 − 1140 = 380`},
		"two are hidden":    {"Area,Homes\nTotal,170\nNorth,131\nSouth,c\nIslands,c\n", ""},
		"nothing is hidden": {"Area,Homes\nTotal,170\nNorth,131\nSouth,36\nIslands,..\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := fromText(test.table, Options{})
			require.NoError(t, err)
			if test.want == "" {
				assert.Empty(t, d.Warnings)
				return
			}
			require.Len(t, d.Warnings, 1)
			assert.Contains(t, d.Warnings[0].String(), test.want)
		})
	}
}

// The sheets with tables are named where another sheet was meant.
func TestASheetThatIsMissing(t *testing.T) {
	file := withSheets(t, [2]string{"Data", "visible"}, [2]string{"More", "visible"})
	_, err := newFrom(file, Options{Sheet: "Figures"})
	assert.ErrorContains(t, err, `has no sheet "Figures"; use one of "Data", "More"`)
	assert.NoError(t, os.Remove(filepath.Clean(file)))
}
