package read

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"factframe/data/check"
	"factframe/data/datatest/golden"
	"factframe/data/format"
	"factframe/data/load"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// Every file in testdata/tables is a typical published table. The .txt file with the same name
// contains the draft and the guesses.
func TestTables(t *testing.T) {
	files := tablesIn(t, "testdata/tables")
	require.GreaterOrEqual(t, len(files), 20)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			golden.Equal(t, file+".txt", made(t, file, Options{}))
		})
	}
}

// Every number of a table is a value in the package, or its column is reported as left out or
// as groups.
func TestEveryNumberIsKept(t *testing.T) {
	for _, file := range tablesIn(t, "testdata/tables") {
		source, err := Open(file)
		require.NoError(t, err)
		tables, err := tablesOf(source, Options{})
		require.NoError(t, err)
		d, err := newFrom(file, Options{})
		require.NoError(t, err)
		figures, said := string(d.Files["figures.csv"]), guessesOf(d)
		s, err := tables[0].shapeOf()
		require.NoError(t, err)
		for _, l := range s.body {
			for i, cell := range l.Cells {
				head := s.heads[len(s.heads)-1].cell(i)
				named := strings.Contains(said, fmt.Sprintf("Left out: %q", head)) || codeHead.MatchString(head) || scaleHead.MatchString(head) || strings.Contains(said, fmt.Sprintf("Left out: %q", l.cell(0))) || strings.Contains(said, fmt.Sprintf("%q are read together", head))
				if v, ok := parseValue(cell, pointed); ok && !v.missing && !isPeriod(cell) && !named {
					assert.True(t, strings.Contains(figures, ","+v.plain) || strings.Contains(figures, cell), "%s line %d: %q is lost", file, l.Number, cell)
				}
			}
		}
	}
}

func TestWorkbooks(t *testing.T) {
	for name, book := range workbooks() {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), name+".xlsx")
			require.NoError(t, book.SaveAs(file))
			golden.Equal(t, "testdata/tables/"+name+".xlsx"+".txt", made(t, file, Options{}))
		})
	}
}

// Every file in testdata/malformed gives errors with their places and how to fix them.
func TestMalformed(t *testing.T) {
	files := tablesIn(t, "testdata/malformed")
	require.GreaterOrEqual(t, len(files), 30)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			d, err := newFrom(file, Options{})
			require.Nil(t, d)
			var problems load.Problems
			require.True(t, errors.As(err, &problems), "%v", err)
			require.NotEmpty(t, problems)
			assert.NotEmpty(t, problems[0].Want)
			golden.Equal(t, file+".txt", strings.ReplaceAll(err.Error(), "testdata/malformed/", "")+"\n")
		})
	}
}

// Cells that look like something else are read as what they are.
func TestWhatLooksLikeSomethingElse(t *testing.T) {
	for table, want := range map[string]string{
		"Currency,Rate\nUSD,1.1578\nGBP,0.8321\nCHF,0.9512\n":                                                                                           "usd,rate,usd,1.1578",
		"Country,Population\nCuba,18560412\nChad,20051123\nMali,12345678\n":                                                                             "chad,population,chad,20051123",
		"Region,Homes\nNorth,100\nSource unknown,300\n":                                                                                                 "source-unknown,homes,source-unknown,300",
		"Item,Spending\n1. Wages,100\n2. Rent,200\n":                                                                                                    "n-2-rent,spending,n-2-rent,200",
		"Region,Primary,Lower secondary,Upper secondary\nNorth,1,2,3\nSouth,4,5,6\n":                                                                    "upper-secondary,6",
		"Region,Value,Percent of total\nA,10,20.5\nB,20,30.5\nC,30,49.0\n":                                                                              "percent-of-total-c",
		"Year,Married,Separated\n2019,100,20\n2020,110,21\n":                                                                                            "separated,2020-01-01,2020-12-31,21",
		"Beds,Hospital,Patients\n1500,A,33\n1800,B,44\n2100,C,55\n":                                                                                     "beds,1800",
		"Decade,Homes\n1990s,5\n2000s,6\n2010s,7\n":                                                                                                     "1990-01-01,1999-12-31,5",
		"Region,Sex,Homes\nNorth,F,5\nSouth,F,7\n":                                                                                                      "south,homes,south,7",
		"Region,City,Homes\nNorth,A,1\n,B,2\n,C,3\nSouth,D,4\n,E,5\n":                                                                                   "e,homes,south,e,5",
		"Region,Homes\nA,10\nB,20\nAll other regions,30\n":                                                                                              "all-other-regions,homes,all-other-regions,30",
		"Land;2019;2020\nHessen, Süd;1,5;2,5\nHessen, Nord;1,6;2,7\n":                                                                                   "hessen-sud-2019,table,hessen-sud,2019-01-01,2019-12-31,1.5",
		"Period,Homes\n2011-12,5\n2011-11,4\n2011-10,3\n":                                                                                               "2011-12-01,2011-12-31,5",
		"Region,Rate,Rate lower 95% CI,Rate upper 95% CI\nNorth,5.0,4.5,6\nSouth,7,6,8\n":                                                               "5.0,4.5,6",
		"STRUCTURE_NAME,Area,Transformation,TIME_PERIOD,OBS_VALUE\nLabour,A,Not applicable,2020,5\nLabour,B,Not applicable,2020,6\n":                    "b-2020,labour,b,2020-01-01,2020-12-31,6",
		"\"Title\",\"A rate\"\n\"idBank\",\"001688526\"\n\"Updated\",\"14/05/2024 12:00\"\n\"Period\",\"\"\n\"2024-T1\",\"7.5\"\n\"2023-T4\",\"7.4\"\n": "2023-10-01,2023-12-31,7.4",
		"Line,,2021,2022\n1,Goods,235.5,257.1\n2,Services,100.2,104.5\n":                                                                                "services-2022,table,services,2022-01-01,2022-12-31,104.5",
		"Code,Continent,Place,Year,Cases\nA,Asia,Aldmark,2020,5\nB,Asia,Brenfold,2020,6\nW,,Everywhere,2020,11\n":                                       "everywhere,2020-01-01,2020-12-31,11",
		"Year,Quarter,Homes\n2019,1,5\n2019,2,6\n2020,1,7\n":                                                                                            "2019-04-01,2019-06-30,6",
		"Month,Year,Homes\nJan,2019,5\nFeb,2019,6\nJan,2020,7\n":                                                                                        "2019-02-01,2019-02-28,6",
		"Unit,£ million\nRegion,Value\nNorth,5.5\nSouth,6.5\n":                                                                                          "north,5.5",
		"Group,2019,2020\nZ,[c],0\nY,1234,5678\nX,1234,5678\nW,[c],0\nV,77,88\n":                                                                        "v-2020",
		"Grade,Boys,Girls\n0,1,2\n1,2,3\nother,5,6\n":                                                                                                   "n-1-girls,table,n-1,girls,3",
		"Area,Engines under 1600 cc,Engines over 1600 cc\nA,5,6\nB,7,8\n":                                                                               "engines-over-1600-cc,6\n",
		"Area,Year,Number of schools,Number of pupils\nNorth,2019,12,5000\nNorth,2020,12,5100\nSouth,2019,15,6000\nSouth,2020,15,6100\n":                "number-of-schools-south-2020,number-of-schools,south,2020-01-01,2020-12-31,15",
		"As at,Headcount\n31/03/2019,500\n31/03/2020,620\n31/03/2021,640\n":                                                                             "2020-03-31,2020-03-31,620",
		"Day of week,Accidents\nMonday,500\nTuesday,450\nSunday,300\n":                                                                                  "tuesday,450",
		"Metal,2019,2020\nBase metals,500,600\nGold,700,850\nSilver,60,70\n":                                                                            "base-metals-2020",
		"Year,Source,GWh\n2019,Coal,500\n2019,Wind,620\n2020,Coal,400\n2020,Wind,700\n":                                                                 "wind-2020,gwh,wind,2020-01-01,2020-12-31,700",
		"Area,Staff\nNorth,5012\nSouth,6099\n,11111\n":                                                                                                  ",staff-all,,11111",
		"area_name,Year,case_count,case_total\nN,2020,5,70\nN,2021,6,80\nN,2022,6,81\n":                                                                 "case-total-2020,",
		"Season,Week,Cases\nFY2016/17,51,5\nFY2016/17,52,7\nFY2016/17,1,9\n":                                                                            "2017-01-02,2017-01-08,9",
		"region,area,rate\nNorth East,Durham,0.11\nNULL,NULL,0.10\nLondon,Barnet,0.08\n":                                                                "n-null",
		"State,share\nAK,0.284316517438391\nUT,5.99916776138328e-07\nTX,0.5\n":                                                                          "ut,table,ut,0.00000059991677613833",
		"ano;mortes;feridos\n2020;;\n2019;;\n2018;5976;911\n2017;6209;987\n":                                                                            "feridos-2018,table,feridos,2018-01-01,2018-12-31,911",
		"type,mean,month\nA,-60.2,March\nB,-43.9,March\nA,-65.1,April\nB,-50.3,April\n":                                                                 "b-april,mean,b,april,-50.3",
		"year,days,cases\n201516,Total,3393\n201516,1,1553\n201516,2,1517\n201516,46 or more,323\n":                                                     "n-46-or-more-2015-16",
	} {
		file := filepath.Join(t.TempDir(), "table.csv")
		require.NoError(t, os.WriteFile(file, []byte(table), 0o644))
		d, err := newFrom(file, Options{})
		if assert.NoError(t, err, table) {
			assert.Contains(t, string(d.Files["figures.csv"]), want, table)
		}
	}
}

// Parts are shares of a total only if they add up to it.
func TestATotalThatItsPartsDoNotMake(t *testing.T) {
	for total, shared := range map[string]bool{"300": true, "301": true, "450": false} { // within rounding of each number
		file := filepath.Join(t.TempDir(), "table.csv")
		require.NoError(t, os.WriteFile(file, []byte("Region,Homes\nNorth,100\nSouth,200\nTotal,"+total+"\n"), 0o644))
		d, err := newFrom(file, Options{})
		require.NoError(t, err)
		assert.Equal(t, shared, bytes.Contains(d.Files["figures.csv"], []byte(",base\n")), total)
	}
}

// A number hidden by its format is read, and a formula without a value is an error, not an
// empty cell.
func TestNumbersOfAWorkbook(t *testing.T) {
	book := excelize.NewFile()
	hidden, red := "#,##0,,", "#,##0.00;[Red]#,##0.00"
	scaled, _ := book.NewStyle(&excelize.Style{CustomNumFmt: &hidden})
	signless, _ := book.NewStyle(&excelize.Style{CustomNumFmt: &red})
	for i, row := range [][]any{{"Region", "Homes", "Change"}, {"North", 1234567, -1234.5}, {"South", 9876543, 99.25}} {
		require.NoError(t, book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
	}
	require.NoError(t, book.SetCellStyle("Sheet1", "B2", "B3", scaled))
	require.NoError(t, book.SetCellStyle("Sheet1", "C2", "C3", signless))
	file := filepath.Join(t.TempDir(), "table.xlsx")
	require.NoError(t, book.SaveAs(file))
	figures := made(t, file, Options{})
	assert.Contains(t, figures, "1234567")
	assert.Contains(t, figures, "-1234.5")

	require.NoError(t, book.SetCellValue("Sheet1", "B3", nil))
	require.NoError(t, book.SetCellFormula("Sheet1", "B3", "B2*2"))
	require.NoError(t, book.SaveAs(file))
	_, err := newFrom(file, Options{})
	assert.ErrorContains(t, err, "line 3: column B: contains a formula whose value is not in the file")

	require.NoError(t, book.SetCellFormula("Sheet1", "B3", ""))
	require.NoError(t, book.SetCellValue("Sheet1", "XFD2", "far"))
	require.NoError(t, book.SaveAs(file))
	_, err = newFrom(file, Options{})
	assert.ErrorContains(t, err, "at most 3000 columns")
}

// Details that only a person knows are asked for, or taken from flags.
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
		d, err := newFrom("testdata/malformed/"+test.file, test.o)
		require.NoError(t, err)
		assert.Contains(t, string(d.Files["figures.csv"]), test.want, "%s, %s", test.file, test.answer)
	}
}

// The user's texts are in the package, and nothing else is made up.
func TestWordsOfAPerson(t *testing.T) {
	said := Options{Title: "Homes", Source: "An office", Published: "2024-05", URL: "https://office.example/", Counted: "homes", Units: []string{"£ million"}, Where: []string{"Region=North", "Region=South"}}
	d, err := newFrom("testdata/tables/total-and-parts.csv", said)
	require.NoError(t, err)
	p := string(d.Files["datapackage.json"])
	for _, want := range []string{`"publisher": "An office"`, `"published": "2024-05"`, `"title": "Homes"`, `"many": "homes"`, `"prefix": "£"`, `"https://office.example/"`} {
		assert.Contains(t, p, want)
	}
	assert.Equal(t, 3, bytes.Count(d.Files["figures.csv"], []byte("\n")), "the headings and the two selected lines")
	assert.Len(t, d.Unstated, 1, "who was counted")
}

// For any bytes there is an accepted draft or one problem.
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
		acceptedOrTold(t, file)
	})
}

// acceptedOrTold makes a package from a file. It must be accepted, or give one problem with a
// place.
func acceptedOrTold(t *testing.T, file string) {
	t.Helper()
	d, err := newFrom(file, Options{})
	var problems load.Problems
	if err != nil && !errors.As(err, &problems) {
		t.Fatalf("no problem with a place: %v", err)
	}
	if err == nil {
		accepted(t, d)
	}
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

// made returns a readable form of what a table becomes: guesses, series, views, figures.
func guessesOf(d *Draft) string {
	var b strings.Builder
	for _, g := range d.Guesses {
		b.WriteString(g.String() + "\n")
	}
	return b.String()
}

// newFrom makes a package from a file.
func newFrom(path string, o Options) (*Draft, error) {
	source, err := Open(path)
	if err != nil {
		return nil, err
	}
	return New(source, o)
}

func made(t *testing.T, file string, o Options) string {
	t.Helper()
	d, err := newFrom(file, o)
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
	b.WriteString(guessesOf(d))
	for _, w := range d.Warnings {
		b.WriteString("warning: " + w.String() + "\n")
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

// accepted checks a draft as the command line does before it saves it.
func accepted(t *testing.T, d *Draft) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range d.Files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), content, 0o644))
	}
	_, _, err := check.File(dir)
	require.NoError(t, err)
}

// workbooks are built here, because an XLSX file cannot be read in a diff.
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

	noted := excelize.NewFile() // a note that is merged over the columns of values
	for i, row := range [][]any{{"Country", "Year", "Cases", "Deaths"}, {"Aldmark", 2020, 3100, 31}, {"Aldmark", 2021, 2950, 28}, {}, {nil, nil, "Data as of 18 November 2021"}} {
		noted.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row)
	}
	noted.MergeCell("Sheet1", "C5", "D5")
	return map[string]*excelize.File{"titles-and-merged-heads": titled, "dates-and-percentages": styled, "merged-note-below": noted}
}

// A column of map outlines has cells of a hundred kilobytes.
func TestLongCells(t *testing.T) {
	file := filepath.Join(t.TempDir(), "table.csv")
	outline := strings.Repeat("12.5 7.25, ", 12_000)
	require.NoError(t, os.WriteFile(file, []byte("Region,Homes,Outline\nNorth,5,\""+outline+"1\"\nSouth,7,\""+outline+"2\"\n"), 0o644))
	d, err := newFrom(file, Options{Where: []string{"Region=North"}})
	require.NoError(t, err)
	assert.Contains(t, string(d.Files["figures.csv"]), ",5")
}

// A party may be called "Con", but a file on Windows may not.
func TestNamesOfDevices(t *testing.T) {
	file := filepath.Join(t.TempDir(), "table.csv")
	require.NoError(t, os.WriteFile(file, []byte("Party,Aux\nCon,5\nLab,7\nNul,3\n"), 0o644))
	d, err := newFrom(file, Options{})
	require.NoError(t, err)
	accepted(t, d)
	assert.Contains(t, string(d.Files["figures.csv"]), "con-2,", "id of a figure, whose page is a folder")
	assert.Contains(t, string(d.Files["figures.csv"]), ",con,", "id of a code, which is not a folder")
}

// withSheets writes a workbook whose sheets have these names and states, each with its own
// table. Excel refuses some of the names, but other programs write them.
func withSheets(t *testing.T, sheets ...[2]string) string {
	t.Helper()
	book := excelize.NewFile()
	for i := range sheets {
		name := fmt.Sprintf("Plain %d", i)
		book.NewSheet(name)
		for j, row := range [][]any{{"Region", "Homes"}, {"North", 10 + i}, {"South", 20 + i}} {
			book.SetSheetRow(name, fmt.Sprintf("A%d", j+1), &row)
		}
	}
	book.DeleteSheet("Sheet1")
	var plain, b bytes.Buffer
	require.NoError(t, book.Write(&plain))
	from, err := zip.NewReader(bytes.NewReader(plain.Bytes()), int64(plain.Len()))
	require.NoError(t, err)
	to := zip.NewWriter(&b)
	for _, f := range from.File {
		part, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(part)
		require.NoError(t, err)
		if f.Name == workbookPart {
			for i, s := range sheets {
				content = bytes.Replace(content, fmt.Appendf(nil, `name="Plain %d"`, i), fmt.Appendf(nil, `name="%s" state="%s"`, html.EscapeString(s[0]), s[1]), 1)
			}
		}
		w, err := to.Create(f.Name)
		require.NoError(t, err)
		w.Write(content)
	}
	require.NoError(t, to.Close())
	file := filepath.Join(t.TempDir(), "book.xlsx")
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
	return file
}

// Every visible sheet is read, whatever its name. A workbook without one is an error.
func TestNamesOfSheets(t *testing.T) {
	for _, name := range []string{"Homes", "Homes started and completed in the North", "Homes: started/completed?", "[1] Homes*", `a\b`, "'quoted'", `<b>&"`, "größer", " "} {
		file := withSheets(t, [2]string{"Notes", "hidden"}, [2]string{name, "visible"}, [2]string{"Later", "visible"})
		d, err := newFrom(file, Options{})
		require.NoError(t, err, name)
		assert.Contains(t, string(d.Files["figures.csv"]), ",11", "%s: the first visible sheet", name)
		assert.Contains(t, guessesOf(d), fmt.Sprintf("%q", name), "its name is reported")
		d, err = newFrom(file, Options{Sheet: name})
		require.NoError(t, err, name)
		assert.Contains(t, string(d.Files["figures.csv"]), ",11", name)
		_, err = newFrom(file, Options{Sheet: "factframe 2"})
		assert.Error(t, err, "its alias is internal")
	}
	for range 10 {
		d, err := newFrom(withSheets(t, [2]string{"Data", "visible"}, [2]string{"data", "visible"}, [2]string{"2", "visible"}), Options{})
		require.NoError(t, err)
		assert.Contains(t, string(d.Files["figures.csv"]), ",10", "the first of two sheets with one name")
	}
	_, err := newFrom(withSheets(t, [2]string{"Notes", "hidden"}, [2]string{"More", "veryHidden"}), Options{})
	assert.ErrorContains(t, err, "has no visible sheet; open it in a spreadsheet, show the sheet with the table")
}

// Rows and cells out of order are refused, because excelize would put them in other places.
// Gaps are empty cells, and other encodings are read.
func TestOrderOfCells(t *testing.T) {
	cell := func(at, value string) string { return fmt.Sprintf(`<c r="%s"><v>%s</v></c>`, at, value) }
	const heads = `<row r="1"><c r="A1" t="inlineStr"><is><t>Region</t></is></c><c r="B1" t="inlineStr"><is><t>Homes</t></is></c></row>`
	named := func(row int, name, rest string) string {
		return fmt.Sprintf(`<row r="%d"><c r="A%[1]d" t="inlineStr"><is><t>%s</t></is></c>%s</row>`, row, name, rest)
	}
	for rows, want := range map[string]string{
		heads + named(3, "North", cell("B3", "11")) + named(7, "South", cell("B7", "22")):                                            "",
		heads + named(3, "North", cell("B3", "11")) + named(2, "South", cell("B2", "22")):                                            "row 2 comes after row 3",
		heads + named(2, "North", cell("B2", "11")) + named(2, "South", cell("B2", "22")):                                            "row 2 comes after row 2",
		heads + `<row r="2">` + cell("B2", "11") + cell("A2", "5") + `</row>`:                                                        "in row 2, column 1 comes after column 2",
		`<?xml version="1.0" encoding="ISO-8859-1"?>` + heads + named(2, "Nord", cell("B2", "11")) + named(3, "S", cell("B3", "22")): "",
	} {
		declared, body, found := strings.Cut(rows, "?>")
		if found {
			declared += "?>"
		} else {
			declared, body = "", rows
		}
		file := withSheet(t, declared+`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+body+`</sheetData></worksheet>`)
		d, err := newFrom(file, Options{})
		if want != "" {
			assert.ErrorContains(t, err, want)
			continue
		}
		require.NoError(t, err)
		assert.Contains(t, string(d.Files["figures.csv"]), ",11")
		assert.Contains(t, string(d.Files["figures.csv"]), ",22")
	}
}

// Hidden values are read, and a damaged workbook is refused.
func TestWhatAWorkbookHides(t *testing.T) {
	const heads = `<row><c t="inlineStr"><is><t>Region</t></is></c><c t="inlineStr"><is><t>Homes</t></is></c></row>`
	row := func(name, cell string) string {
		return `<row><c t="inlineStr"><is><t>` + name + `</t></is></c>` + cell + `</row>`
	}
	sheet := func(rows string) string {
		return withSheet(t, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+heads+rows+`</sheetData></worksheet>`)
	}
	d, err := newFrom(sheet(row("North", `<c><v>7</v></c>`)+row("South", `<c t="str"><f>IF(1,"",2)</f><v></v></c>`)+row("East", `<c><v>9</v></c>`)), Options{})
	require.NoError(t, err, "a formula may give an empty text")
	assert.Contains(t, string(d.Files["figures.csv"]), ",9")
	_, err = newFrom(sheet(row("North", `<c><v>7</v></c>`)+row("South", `<c><f>1+1</f></c>`)), Options{})
	assert.ErrorContains(t, err, "contains a formula whose value is not in the file")

	book := excelize.NewFile()
	nothing := ";;;"
	hidden, _ := book.NewStyle(&excelize.Style{CustomNumFmt: &nothing})
	for i, row := range [][]any{{"Region", "Homes"}, {"North", 17}, {"South", 18}} {
		book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row)
	}
	book.SetCellStyle("Sheet1", "B3", "B3", hidden)
	file := filepath.Join(t.TempDir(), "book.xlsx")
	require.NoError(t, book.SaveAs(file))
	d, err = newFrom(file, Options{})
	require.NoError(t, err)
	assert.Contains(t, string(d.Files["figures.csv"]), ",18", "a number hidden by its format")

	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	require.NoError(t, err)
	var b bytes.Buffer
	to := zip.NewWriter(&b)
	for _, f := range archive.File {
		require.NoError(t, to.Copy(f))
	}
	w, err := to.Create("xl/worksheets/SHEET1.xml")
	require.NoError(t, err)
	io.WriteString(w, "<worksheet/>")
	require.NoError(t, to.Close())
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
	_, err = newFrom(file, Options{})
	assert.ErrorContains(t, err, `contains "xl/worksheets/SHEET1.xml" twice`)

	at, err := archive.File[0].DataOffset()
	require.NoError(t, err)
	raw[at+20] ^= 1
	require.NoError(t, os.WriteFile(file, raw, 0o644))
	_, err = newFrom(file, Options{})
	assert.ErrorContains(t, err, "is damaged")
}

// withSheet writes a workbook whose only sheet is this XML.
func withSheet(t *testing.T, sheet string) string {
	t.Helper()
	var plain, b bytes.Buffer
	require.NoError(t, excelize.NewFile().Write(&plain))
	from, err := zip.NewReader(bytes.NewReader(plain.Bytes()), int64(plain.Len()))
	require.NoError(t, err)
	to := zip.NewWriter(&b)
	for _, f := range from.File {
		if f.Name == "xl/worksheets/sheet1.xml" {
			w, err := to.Create(f.Name)
			require.NoError(t, err)
			io.WriteString(w, sheet)
		} else {
			require.NoError(t, to.Copy(f))
		}
	}
	require.NoError(t, to.Close())
	file := filepath.Join(t.TempDir(), "book.xlsx")
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
	return file
}

// FuzzWorkbook corrupts a part of a workbook. The result must be an accepted package, or one
// problem with a place.
func FuzzWorkbook(f *testing.F) {
	var whole bytes.Buffer
	require.NoError(f, workbooks()["titles-and-merged-heads"].Write(&whole))
	archive, err := zip.NewReader(bytes.NewReader(whole.Bytes()), int64(whole.Len()))
	require.NoError(f, err)
	parts := map[string][]byte{}
	for _, each := range archive.File {
		part, err := each.Open()
		require.NoError(f, err)
		parts[each.Name], err = io.ReadAll(part)
		require.NoError(f, err)
	}
	names := slices.Sorted(maps.Keys(parts))
	for i, name := range names {
		f.Add(uint8(i), parts[name])
		f.Add(uint8(i), parts[name][:len(parts[name])/2])
		f.Add(uint8(i), []byte{})
	}
	f.Fuzz(func(t *testing.T, which uint8, content []byte) {
		spoilt := maps.Clone(parts)
		spoilt[names[int(which)%len(names)]] = content
		var b bytes.Buffer
		to := zip.NewWriter(&b)
		for _, name := range names {
			w, err := to.Create(name)
			require.NoError(t, err)
			w.Write(spoilt[name])
		}
		require.NoError(t, to.Close())
		file := filepath.Join(t.TempDir(), "book.xlsx")
		require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
		acceptedOrTold(t, file)
	})
}

// Incomplete and protected workbooks are reported as such.
func TestBrokenWorkbooks(t *testing.T) {
	for name, spoil := range map[string]func([]byte) []byte{
		"cut off": func(raw []byte) []byte { return raw[:len(raw)/2] },
		"emptied": func(raw []byte) []byte { return append(bytes.Clone(raw[:200]), raw[len(raw)-100:]...) },
	} {
		var whole bytes.Buffer
		require.NoError(t, workbooks()["dates-and-percentages"].Write(&whole))
		file := filepath.Join(t.TempDir(), "broken.xlsx")
		require.NoError(t, os.WriteFile(file, spoil(whole.Bytes()), 0o644))
		_, err := newFrom(file, Options{})
		assert.ErrorContains(t, err, "incomplete or damaged", name)
	}
	locked := workbooks()["dates-and-percentages"]
	file := filepath.Join(t.TempDir(), "locked.xlsx")
	require.NoError(t, locked.SaveAs(file, excelize.Options{Password: "secret"}))
	_, err := newFrom(file, Options{})
	assert.ErrorContains(t, err, "protected by a password")
}
