package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/format"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "write the goldens anew")

// Every file of testdata/tables is a table as somebody publishes them; the .txt
// beside it is what is made of it and what was guessed.
func TestTables(t *testing.T) {
	files := tablesIn(t, "testdata/tables")
	require.GreaterOrEqual(t, len(files), 20)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			golden(t, file, made(t, file, Options{}))
		})
	}
}

func TestWorkbooks(t *testing.T) {
	for name, book := range workbooks() {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), name+".xlsx")
			require.NoError(t, book.SaveAs(file))
			golden(t, "testdata/tables/"+name+".xlsx", made(t, file, Options{}))
		})
	}
}

// Every file of testdata/malformed is one error with its place and its cure.
func TestMalformed(t *testing.T) {
	files := tablesIn(t, "testdata/malformed")
	require.GreaterOrEqual(t, len(files), 30)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			d, err := New(file, Options{})
			require.Nil(t, d)
			var problems data.Problems
			require.True(t, errors.As(err, &problems), "%v", err)
			require.Len(t, problems, 1)
			assert.NotEmpty(t, problems[0].Want)
			golden(t, file, strings.ReplaceAll(err.Error(), "testdata/malformed/", "")+"\n")
		})
	}
}

// What only a person knows is asked where there is somebody, and taken from
// flags elsewhere.
func TestWhatOnlyAPersonKnows(t *testing.T) {
	for _, test := range []struct {
		file, answer string
		o            Options
		want         string
	}{
		{"ambiguous-dates.csv", "day", Options{}, "2018-04-03"},
		{"ambiguous-dates.csv", "month", Options{}, "2018-03-04"},
		{"ambiguous-dates.csv", "", Options{Dates: "mdy"}, "2018-03-04"},
		{"ambiguous-thousands.csv", "thousands", Options{}, ",1234,"},
		{"ambiguous-thousands.csv", "decimals", Options{}, ",1.234\n"},
		{"ambiguous-thousands.csv", "", Options{Decimal: "comma"}, ",1234,"},
	} {
		if test.answer != "" {
			test.o.Ask = func(question string, answers ...string) (string, error) {
				if len(answers) == 0 {
					return "", errNobody
				}
				assert.Contains(t, answers, test.answer, question)
				return test.answer, nil
			}
		}
		d, err := New("testdata/malformed/"+test.file, test.o)
		require.NoError(t, err)
		assert.Contains(t, string(d.Files["figures.csv"]), test.want, "%s, %s", test.file, test.answer)
	}
}

// What a person says stands in the package, and nothing is invented beside it.
func TestWordsOfAPerson(t *testing.T) {
	said := Options{Title: "Homes", Source: "An office", Published: "2024-05", URL: "https://office.example/", Counted: "homes", Unit: "£ million", Where: []string{"Region=North", "Region=South"}}
	d, err := New("testdata/tables/total-and-parts.csv", said)
	require.NoError(t, err)
	p := string(d.Files["datapackage.json"])
	for _, want := range []string{`"publisher": "An office"`, `"published": "2024-05"`, `"title": "Homes"`, `"many": "homes"`, `"prefix": "£"`, `"https://office.example/"`} {
		assert.Contains(t, p, want)
	}
	assert.Equal(t, 3, bytes.Count(d.Files["figures.csv"], []byte("\n")), "the head and the two lines asked for")
	assert.Len(t, d.Unstated, 1, "who was counted")
}

// A program that has no say in it reads any bytes: a draft that is accepted, or
// one problem.
func FuzzNew(f *testing.F) {
	for _, dir := range []string{"testdata/tables", "testdata/malformed"} {
		files, _ := filepath.Glob(dir + "/*")
		for _, file := range files {
			if raw, err := os.ReadFile(file); err == nil && filepath.Ext(file) != ".txt" && len(raw) < 5000 {
				f.Add(raw)
			}
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		file := filepath.Join(t.TempDir(), "table")
		require.NoError(t, os.WriteFile(file, raw, 0o644))
		d, err := New(file, Options{})
		var problems data.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatalf("no problem with a place: %v", err)
		}
		if err == nil {
			accepted(t, d)
		}
	})
}

func tablesIn(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(dir + "/*")
	require.NoError(t, err)
	var list []string
	for _, file := range files {
		if filepath.Ext(file) != ".txt" {
			list = append(list, file)
		}
	}
	return list
}

// made is what a table becomes, for people: guesses, series, views, figures.
func made(t *testing.T, file string, o Options) string {
	t.Helper()
	d, err := New(file, o)
	require.NoError(t, err)
	accepted(t, d)
	var p struct {
		Title     string
		Resources []struct{ Data []map[string]any }
		Factframe format.Factframe
	}
	require.NoError(t, json.Unmarshal(d.Files["datapackage.json"], &p))
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %s\n\n", p.Title, p.Resources[0].Data[0]["publisher"], p.Resources[0].Data[0]["published"])
	for _, line := range d.Guesses {
		b.WriteString(line + "\n")
	}
	b.WriteString("\n")
	for _, u := range p.Factframe.Units {
		raw, _ := json.Marshal(u)
		fmt.Fprintf(&b, "unit %s\n", raw)
	}
	for _, s := range p.Resources[1].Data {
		fmt.Fprintf(&b, "series %s in %s by %v\n", s["id"], s["unit"], s["dimensions"])
	}
	for _, v := range p.Factframe.Views {
		raw, _ := json.Marshal(v.Panels[0].Channels)
		fmt.Fprintf(&b, "view %s: %s | %s | %s %s\n", v.ID, v.Headline, v.Subtitle, v.Panels[0].Mark, raw)
	}
	b.WriteString("\n" + string(d.Files["figures.csv"]))
	return b.String()
}

// accepted checks a draft as the command line does before it moves it.
func accepted(t *testing.T, d *Draft) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range d.Files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), content, 0o644))
	}
	_, _, err := check.File(dir)
	require.NoError(t, err)
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	file += ".txt"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "run go test ./data/read -update, then read git diff")
	assert.Equal(t, string(want), got)
}

// workbooks are made here, because nobody can read an XLSX in a diff.
func workbooks() map[string]*excelize.File {
	titled := excelize.NewFile()
	titled.SetSheetName("Sheet1", "Cover")
	titled.SetSheetRow("Cover", "A1", &[]any{"Homes in Eastmere"})
	titled.NewSheet("Table 1")
	for i, row := range [][]any{{"Table 1: Homes started and completed, Eastmere"}, {"This sheet holds one table."}, {}, {"Region", "Started", nil, "Completed", nil}, {nil, 2022, 2023, 2022, 2023},
		{"North", 1200, 1310.0, 990, 1044}, {"South", 870, "[c]", 850, 861}, {}, {"Source: Office of Homes"}, {"[c] means confidential."}} {
		titled.SetSheetRow("Table 1", fmt.Sprintf("A%d", i+1), &row)
	}
	titled.MergeCell("Table 1", "A4", "A5")
	titled.MergeCell("Table 1", "B4", "C4")
	titled.MergeCell("Table 1", "D4", "E4")
	titled.MergeCell("Table 1", "A1", "E1")

	styled := excelize.NewFile()
	percent, _ := styled.NewStyle(&excelize.Style{NumFmt: 10})
	monthly, _ := styled.NewStyle(&excelize.Style{NumFmt: 17})
	styled.SetSheetRow("Sheet1", "A1", &[]any{"Month", "Rate"})
	for i, value := range []float64{0.0512, 0.0499, 0.061} {
		styled.SetCellValue("Sheet1", fmt.Sprintf("A%d", i+2), 43101+31*i) // from January 2018 on
		styled.SetCellValue("Sheet1", fmt.Sprintf("B%d", i+2), value)
	}
	styled.SetCellStyle("Sheet1", "A2", "A4", monthly)
	styled.SetCellStyle("Sheet1", "B2", "B4", percent)
	return map[string]*excelize.File{"titles-and-merged-heads": titled, "dates-and-percentages": styled}
}

// Workbooks that are cut off or locked are told apart from good ones.
func TestBrokenWorkbooks(t *testing.T) {
	for name, spoil := range map[string]func([]byte) []byte{
		"cut off": func(raw []byte) []byte { return raw[:len(raw)/2] },
		"emptied": func(raw []byte) []byte { return append(bytes.Clone(raw[:200]), raw[len(raw)-100:]...) },
	} {
		var whole bytes.Buffer
		require.NoError(t, workbooks()["dates-and-percentages"].Write(&whole))
		file := filepath.Join(t.TempDir(), "broken.xlsx")
		require.NoError(t, os.WriteFile(file, spoil(whole.Bytes()), 0o644))
		_, err := New(file, Options{})
		assert.ErrorContains(t, err, "cut off or damaged", name)
	}
	locked := workbooks()["dates-and-percentages"]
	file := filepath.Join(t.TempDir(), "locked.xlsx")
	require.NoError(t, locked.SaveAs(file, excelize.Options{Password: "secret"}))
	_, err := New(file, Options{})
	assert.ErrorContains(t, err, "locked by a password")
}
