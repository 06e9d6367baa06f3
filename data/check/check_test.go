package check

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/datatest/golden"
	"factframe/data/load"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every file in testdata/invalid is a good package with one error. The .txt file with
// the same name contains the expected message.
func TestInvalidPackagesAreRefused(t *testing.T) {
	files, err := filepath.Glob("../testdata/invalid/*.json")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 25)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			require.NoError(t, err)
			_, err = Bytes(filepath.Base(file), raw)
			require.Error(t, err)
			golden.Equal(t, strings.TrimSuffix(file, ".json")+".txt", err.Error()+"\n")
		})
	}
}

func TestGoodPackages(t *testing.T) {
	for _, path := range append(kinds(t), "..", "../testdata/small.json", "../testdata/records.json") {
		p, _, err := File(path)
		require.NoError(t, err)
		assert.Contains(t, Summary(p), p.Name)
	}
}

// kinds returns the folders of the example packages, which have invented figures of
// different kinds.
func kinds(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob("../testdata/kinds/*")
	require.NoError(t, err)
	require.Len(t, list, 6)
	return list
}

// Values from a CSV file keep their printed decimals.
func TestDecimalsOfCSV(t *testing.T) {
	p, _, err := File("../testdata/kinds/countries")
	require.NoError(t, err)
	for _, f := range p.Figures {
		assert.Equal(t, 1, f.Value.Decimals, f.ID)
	}
}

func TestSummaryOfTheDefaultPackage(t *testing.T) {
	p, err := Bytes(data.DefaultFile, data.DefaultJSON)
	require.NoError(t, err)
	assert.Equal(t, "under-18s-who-share-nudes 1.0.0: 8 sources, 24 series, 41 printed figures, 14 calculated figures, 6 views", Summary(p))
}

func TestFileThatIsNotThere(t *testing.T) {
	_, _, err := File(t.TempDir())
	assert.ErrorContains(t, err, "datapackage.json: cannot be read: no such file or directory; give the path of a datapackage.json or its folder")
}

func TestRowsFromCSV(t *testing.T) {
	tests := []struct{ name, csv, wrong string }{
		{"good", "id,series,period_start,period_end,value,value_text,quote\ncrimes,crimes,2015-04-01,2016-03-31,2287,\"2,287\",\"2,287 crimes\"\n", ""},
		{"byte order mark", "\ufeffid,series,period_start,period_end,value,value_text,quote\ncrimes,crimes,2015-04-01,2016-03-31,2287,x,x\n", ""},
		{"value with a comma", "id,series,value\ncrimes,crimes,\"2,287\"\n", `line 2: value: "2,287" has the wrong type; write a number without spaces or thousands commas`},
		{"short line", "id,series,value\ncrimes,crimes\n", "wrong number of fields"},
		{"empty", "", "has no header line"},
		{"texts in a column for one", "id,series,value,note\ncrimes,crimes,2287,\"{\"\"en\"\":\"\"Rounded.\"\",\"\"cy\"\":\"\"Wedi talgrynnu.\"\"}\"\n", `give the field the type "object": this cell has a text for each language`},
		{"texts in several languages", "id,series,period_start,period_end,value,value_text,quote,name\ncrimes,crimes,2015-04-01,2016-03-31,2287,x,x,\"{\"\"en\"\":\"\"Crimes\"\",\"\"cy\"\":\"\"Troseddau\"\"}\"\n", ""},
		{"a column twice", "id,series,value,value\ncrimes,crimes,1,2\n", "line 1: value: is the name of two columns; remove or rename one"},
		{"a column without a name", "id,series,value, \ncrimes,crimes,1,2\n", "line 1: column 4 has no name"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			top := `{"name":"a","title":"b","version":"1","resources":[
				{"name":"sources","data":[{"id":"paper","title":"x","short":"x","publisher":"x","published":"2016","originator":"x","chain":["x","y"],"coverage":"x"}]},
				{"name":"series","data":[{"id":"crimes","title":"x","counted":"crime","unit":"count","population":"x","coverage_who":"x","source":"paper"}]},
				{"name":"observations","path":"observations.csv","schema":{"fields":[{"name":"value","type":"number"},{"name":"name","type":"object"}]}}],
				"factframe":{"language":"en","translations":["cy"],"counted":[{"id":"crime","one":"crime","many":"crimes"}],"help":[{"name":"x","phone":"123"}],
				"views":[{"id":"v","title":"v","headline":"h","subtitle":"s","panels":[{"id":"p","mark":"card","figures":["crimes"]}]}]}}`
			require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(top), 0o644))
			require.NoError(t, os.WriteFile(filepath.Join(dir, "observations.csv"), []byte(test.csv), 0o644))
			p, raw, err := File(dir)
			if test.wrong != "" {
				require.ErrorContains(t, err, test.wrong)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, 2287.0, p.Figure("crimes").Value.Number)
			assert.NotContains(t, string(raw), "observations.csv", "rows are inlined for the browser")
		})
	}
}

// Records from a file give the same totals as inlined records, although equal ones are
// added up and dimensions that no view uses are left out.
func TestRecordsFromCSV(t *testing.T) {
	raw, err := os.ReadFile("../testdata/records.json")
	require.NoError(t, err)
	inlined, _, err := File("../testdata/records.json")
	require.NoError(t, err)
	dir := t.TempDir()
	own := regexp.MustCompile(`"format": "csv", "data": "[^"]*"`).ReplaceAllString(string(raw), `"path": "cases.csv"`)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(own), 0o644))
	csv := "\ufeff" + strings.ReplaceAll("force,quarter,outcome,count\n\"north\",q1,charged,3\nnorth,q1,dropped,40\nnorth,q2,dropped,7\nsouth,q1,charged,5\nsouth,q1,charged,5\nsouth,q2,unknown,20\n", "\n", "\r\n")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "cases.csv"), []byte(csv), 0o644))
	p, _, err := File(dir)
	require.NoError(t, err)
	for _, query := range []table.Query{{View: "outcomes"}, {View: "outcomes", Keep: map[string][]string{"force": {"south"}}}, {View: "quarters"}} {
		want, got := table.Select(inlined, query).Panels[0].Rows, table.Select(p, query).Panels[0].Rows
		require.Len(t, got, len(want))
		for i, r := range got {
			assert.Equal(t, want[i].Amount, r.Amount, "%s: %s", query.View, r.Name())
			assert.Equal(t, want[i].Figure.Added, r.Figure.Added, "number of records added up")
		}
	}
}

func TestRecordsThatNoViewTellsApart(t *testing.T) {
	raw, err := os.ReadFile("../testdata/records.json")
	require.NoError(t, err)
	write := func(rows string) string {
		dir := t.TempDir()
		own := regexp.MustCompile(`"format": "csv", "data": "[^"]*"`).ReplaceAllString(string(raw), `"path": "cases.csv"`)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(own), 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "cases.csv"), []byte(rows), 0o644))
		return dir
	}
	var many strings.Builder
	many.WriteString("outcome,force,quarter,count\n")
	for range 1000 {
		many.WriteString("charged,north,q1,2\ncharged,south,q1,1\n")
	}
	p, inline, err := File(write(many.String()))
	require.NoError(t, err)
	assert.Equal(t, 2, strings.Count(string(inline), "charged,"), "one line for each combination of codes")
	assert.Contains(t, string(inline), "charged,north,q1,2000,1000")
	rows := table.Select(p, table.Query{View: "outcomes"}).Panels[0].Rows
	assert.Equal(t, 3000.0, rows[0].Amount.Number)
	assert.Equal(t, 2000, rows[0].Figure.Added)
	for rows, want := range map[string]string{
		"outcome,force,quarter,count\ncharged,north,q1,2\ncharged,nort,q1,2\n":   `cases.csv: line 3: force: "nort" is not a code of "force"`,
		"outcome,force,quarter,count\ncharged,north,q1,2\ncharged,north,q1,-2\n": `cases.csv: line 3: count: "-2" is not a count`,
		"outcome,force,quarter,count\ncharged,north,q1\n":                        "record on line 2: wrong number of fields",
		"": "has no header line",
	} {
		_, _, err := File(write(rows))
		assert.ErrorContains(t, err, want)
	}
}

func TestCSVOutsideTheFolder(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(`{"resources":[{"name":"sources","path":"../secret.csv"}]}`), 0o644))
	_, _, err := File(dir)
	assert.ErrorContains(t, err, `"../secret.csv" is outside the package's folder`)
}

// A table of figures gives rows, or problems with their line.
func FuzzFigures(f *testing.F) {
	files, _ := filepath.Glob("../testdata/kinds/*/figures.csv")
	for _, file := range files {
		raw, _ := os.ReadFile(file)
		f.Add(raw[:min(len(raw), 2000)])
	}
	f.Add([]byte("\ufeffid,value\n\"a\"\"\",1e5\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "o.csv"), raw, 0o644))
		own := []byte(`{"resources":[{"name":"observations","path":"o.csv","schema":{"fields":[{"name":"value","type":"number"},{"name":"chain","type":"array"}]}}]}`)
		inlined, err := inline(filepath.Join(dir, "datapackage.json"), own, beside(filepath.Join(dir, "datapackage.json")))
		if err == nil && strings.Contains(string(inlined), `"path"`) {
			t.Fatal("neither rows nor problems")
		}
	})
}

// For any text, either the total of the records is the sum of the lines, or there is a
// problem with its line.
func FuzzRecords(f *testing.F) {
	f.Add([]byte("force,quarter,outcome,count\nnorth,q1,charged,3\nnorth,q1,dropped,40\n"))
	f.Add([]byte("outcome,force,quarter,count,records\ncharged,north,q1,3,2\n"))
	f.Add([]byte("force,quarter,outcome,count\n\"no\nrth\",q1,charged,18446744073709551615\n"))
	whole, err := os.ReadFile("../testdata/records.json")
	if err != nil {
		f.Fatal(err)
	}
	own := regexp.MustCompile(`"format": "csv", "data": "[^"]*"`).ReplaceAll(whole, []byte(`"path": "cases.csv"`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), own, 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "cases.csv"), raw, 0o644))
		p, _, err := File(dir)
		if (p == nil) != (err != nil) {
			t.Fatal("neither a package nor a problem")
		}
		if err != nil {
			inWords(t, err)
			return
		}
		counts, records := summed(t, raw)
		for _, v := range p.Views {
			sum, added := 0.0, 0
			for _, r := range table.Select(p, table.Query{View: v.ID}).Panels[0].Rows {
				if r.Amount != nil {
					sum, added = sum+r.Amount.Number, added+r.Figure.Added
				}
			}
			if math.Abs(sum-counts) > 1e-9*counts || added != records {
				t.Fatalf("got %v from %d records, but the file has %v from %d", sum, added, counts, records)
			}
		}
	})
}

// summed returns the sum of the counts in a file of records, and the number of records.
func summed(t *testing.T, raw []byte) (counts float64, records int) {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
	require.NoError(t, err)
	count, record := slices.Index(lines[0], "count"), slices.Index(lines[0], "records")
	for _, line := range lines[1:] {
		n, err := strconv.ParseFloat(line[count], 64)
		require.NoError(t, err)
		of := 1
		if record >= 0 {
			of, err = strconv.Atoi(line[record])
			require.NoError(t, err)
		}
		counts, records = counts+n, records+of
	}
	return counts, records
}

// inWords checks that an error names a file, what is wrong and how to fix it.
func inWords(t *testing.T, err error) {
	t.Helper()
	var problems load.Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Fatalf("no problem with a place: %v", err)
	}
	for _, problem := range problems {
		if problem.File == "" || problem.Wrong == "" || problem.Want == "" {
			t.Fatalf("a problem without a file, what is wrong or how to fix it: %+v", problem)
		}
	}
}

// Bytes returns a package or problems for every input.
func FuzzBytes(f *testing.F) {
	f.Add(data.DefaultJSON)
	f.Add([]byte(`{"resources":[{"name":"sources","data":[null]}],"factframe":7}`))
	f.Add([]byte(`[]`))
	small, _ := os.ReadFile("../testdata/small.json")
	f.Add(small)
	files, _ := filepath.Glob("../testdata/invalid/*.json")
	for _, file := range files {
		raw, _ := os.ReadFile(file)
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Bytes("fuzz.json", raw)
		if p == nil && err == nil {
			t.Fatal("neither a package nor a problem")
		}
		if err != nil {
			inWords(t, err)
		}
	})
}

// What no chart can show truthfully is an error that says how to fix it.
func TestWhatNoPictureCanShow(t *testing.T) {
	tests := []struct{ name, kind, old, new, want string }{
		{"a bar of values without a zero", "growth", `"kind": "change"`, `"kind": "index"`, `a bar starts at zero, but zero does not mean nothing for the unit "growth"; write "dot" or "line"`},
		{"parts that do not add up to the whole", "survey", `"value": 46`, `"value": 36`, `the parts of "All" add up to 90, not 100 per cent`},
		{"two points of a line at one time", "money", `"colour": "department"`, `"colour": "series"`, `are both Spending, Q1 2019; distinguish them by a channel, or select one period with "at"`},
		{"two bars with one name", "countries", `"latest"`, `"2022", "2023"`, `are both Aldmark; distinguish them by a channel`},
		{"a stack with facets", "survey", `"colour": "answer"`, `"colour": "answer", "facet": "group"`, "a stack cannot be split by facet"},
		{"a dumbbell with one value", "growth", `"2019",`, ``, `a dumbbell needs two values in each group, but "Coast" has 1`},
		{"a negative count", "growth", `"unit": "growth"`, `"unit": "count"`, `is negative, but a value in the unit "count" cannot be`},
		{"a highlight that is not a line", "countries", `"mark": "line"`, `"mark": "line", "highlight": ["nowhere"]`, `"nowhere" does not match any row`},
		{"a line without dates", "daily", `"period_end": "2021-01-01",
          "period_start": "2021-01-01",`, ``, "has no period, so it cannot be placed in time"},
		{"an interval without its value", "intervals", `"high": 7.8`, `"high": 6.1`, "6.4 is not between 5 and 6.1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, raw, err := File("../testdata/kinds/" + test.kind)
			require.NoError(t, err)
			spoilt := strings.ReplaceAll(string(raw), test.old, test.new)
			require.NotEqual(t, string(raw), spoilt, "the replacement changed nothing")
			_, err = Bytes("spoilt.json", []byte(spoilt))
			assert.ErrorContains(t, err, test.want)
		})
	}
}

// A total must not be a bar among its parts.
func TestATotalAmongItsParts(t *testing.T) {
	top := `{"name":"a","title":"b","version":"1","resources":[{"name":"sources","data":[{"id":"paper","title":"x","publisher":"x","published":"2016"}]},
		{"name":"series","data":[{"id":"homes","title":"x","counted":"home","source":"paper","dimensions":["region"]}]},
		{"name":"observations","data":[{"id":"all","series":"homes","region":"all","value":3},{"id":"north","series":"homes","region":"north","value":1,"base":"all"},{"id":"south","series":"homes","region":"south","value":2,"base":"all"}]}],
		"factframe":{"language":"en","counted":[{"id":"home","one":"home","many":"homes"}],"dimensions":[{"id":"region","title":"Region","codes":[{"id":"all","label":"All"},{"id":"north","label":"North"},{"id":"south","label":"South"}]}],
		"views":[{"id":"v","title":"v","headline":"h","subtitle":"s","panels":[{"id":"p","mark":"bar","series":["homes"],"channels":{"y":"region","x":"value"}}]}]}}`
	_, err := Bytes("x.json", []byte(top))
	assert.ErrorContains(t, err, `views v panel p: series: "all" is the total that includes "north", and is drawn next to it; draw the total in a separate panel`)
	_, err = Bytes("x.json", []byte(strings.ReplaceAll(top, `,"base":"all"`, "")))
	assert.NoError(t, err)
}

// A span keeps the periods within it. Unknown period names are ignored.
func TestSpansOfTime(t *testing.T) {
	p, _, err := File("../testdata/kinds/money")
	require.NoError(t, err)
	for _, test := range []struct {
		from, to string
		rows     int
	}{{"", "", 66}, {"2023-q1", "", 18}, {"", "2019-q1", 3}, {"2020-q2", "2020-q3", 6}, {"2020-q2", "2020-q2", 3}} {
		table := table.Select(p, table.Query{View: "quarters", From: test.from, To: test.to})
		assert.Equal(t, test.rows, table.Shown, "%s to %s", test.from, test.to)
		assert.Equal(t, 66, table.Of)
	}
	assert.Len(t, table.Periods(p, p.View("quarters")), 22)
}
