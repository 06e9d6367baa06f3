package read

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/data/load"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// known is a table before it is written: the labels and period of each cell, and its number
// as digits, or "" if it is missing.
type known struct {
	heads  []string // headings of the label columns
	labels [][]string
	times  []stamp // one without a name if the table has no periods
	cells  map[string]string
	rows   [][]string // combinations of labels
}

// stamp is a period as written in a table, and its first day.
type stamp struct{ name, start string }

func (k known) key(labels []string, at stamp) string {
	sorted := slices.Sorted(slices.Values(labels))
	return strings.Join(sorted, "|") + "|" + at.start
}

var places = []string{"Northam", "Southby", "Eastmere", "Westhoe", "Aldmark", "Brenfold", "Kirkby, Upper", "Saint \"Ann\"", "Île d’Or", "Łódź", "Öster & Väst"}
var sexes = []string{"Women", "Men"}

func generated(t *rapid.T) known {
	number := func(what string, low, high int) int { return rapid.IntRange(low, high).Draw(t, what) }
	k := known{heads: []string{"Region"}, labels: [][]string{places[:number("regions", 2, len(places))]}, cells: map[string]string{}}
	if rapid.Bool().Draw(t, "sexes") {
		k.heads, k.labels = append(k.heads, "Sex"), append(k.labels, sexes)
	}
	k.times = []stamp{{}}
	if n := number("periods", 0, 5); n > 0 {
		k.times = nil
		way := rapid.SampledFrom([]string{"year", "across", "school", "rolling", "quarter", "month", "iso month", "day"}).Draw(t, "time")
		for i := range n {
			k.times = append(k.times, stampOf(way, i))
		}
	}
	k.rows = [][]string{nil}
	for _, labels := range k.labels {
		var longer [][]string
		for _, row := range k.rows {
			for _, label := range labels {
				longer = append(longer, append(row[:len(row):len(row)], label))
			}
		}
		k.rows = longer
	}
	decimals := number("decimals", 0, 4)
	most := rapid.SampledFrom([]int64{50, 999, 9_999, 12_345_678}).Draw(t, "size")
	low := int64(0)
	if rapid.Bool().Draw(t, "negative") {
		low = -most
	}
	for _, row := range k.rows {
		for _, at := range k.times {
			cell := strconv.FormatFloat(float64(rapid.Int64Range(low, most).Draw(t, "value"))+float64(number("fraction", 0, 9999))/10_000, 'f', decimals, 64)
			if len(k.cells) > 0 && number("missing", 0, 19) == 0 {
				cell = ""
			}
			k.cells[k.key(row, at)] = cell
		}
	}
	return k
}

func stampOf(way string, i int) stamp {
	month := time.Date(2018, time.Month(1+i), 1, 0, 0, 0, 0, time.UTC)
	switch way {
	case "year":
		return stamp{strconv.Itoa(2018 + i), fmt.Sprintf("%d-01-01", 2018+i)}
	case "across":
		return stamp{fmt.Sprintf("%d/%02d", 2018+i, 19+i), fmt.Sprintf("%d-04-01", 2018+i)}
	case "school": // 201819
		return stamp{fmt.Sprintf("%d%02d", 2018+i, 19+i), fmt.Sprintf("%d-04-01", 2018+i)}
	case "rolling":
		return stamp{month.Format("Jan") + " to " + month.AddDate(0, 2, 0).Format("Jan 2006"), month.Format(time.DateOnly)}
	case "quarter":
		return stamp{fmt.Sprintf("%d Q%d", 2018+i/4, 1+i%4), time.Date(2018, time.Month(1+3*i), 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)}
	case "month":
		return stamp{month.Format("Jan 2006"), month.Format(time.DateOnly)}
	case "iso month":
		return stamp{month.Format("2006-01"), month.Format(time.DateOnly)}
	}
	day := time.Date(2018, 5, 20+i, 0, 0, 0, 0, time.UTC)
	return stamp{day.Format("02/01/2006"), day.Format(time.DateOnly)}
}

// style is how a table is written.
type style struct {
	delimiter, decimal, thousands, missing, newline string
	wide, bom, ends, footnote, title                bool
	numbered, coded, tagged, linked, parted         bool // lines, regions, heads; the source of a line; the parts of dates in columns
}

func styleOf(t *rapid.T) style {
	pick := func(what string, list ...string) string { return rapid.SampledFrom(list).Draw(t, what) }
	yes := func(what string) bool { return rapid.Bool().Draw(t, what) }
	s := style{delimiter: pick("delimiter", ",", ";", "\t"), decimal: ".", missing: pick("missing mark", "", "..", "n/a", "[x]", ":", "-"),
		newline: pick("newline", "\n", "\r\n"), wide: yes("wide"), bom: yes("bom"), ends: yes("ends"), footnote: yes("footnote"), title: yes("title")}
	s.numbered, s.coded, s.tagged, s.linked, s.parted = yes("numbered"), yes("coded"), yes("tagged"), yes("linked"), yes("parted")
	s.thousands = pick("thousands", "", "", ",", " ", "\u00a0", "’")
	if s.delimiter != "," && yes("comma") {
		s.decimal = ","
		s.thousands = pick("thousands", "", ".", " ", "\u00a0")
	}
	return s
}

// number writes digits in this style.
func (s style) number(cell string) string {
	if cell == "" {
		return s.missing
	}
	whole, fraction, has := strings.Cut(strings.TrimPrefix(cell, "-"), ".")
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(s.thousands)
		}
		b.WriteRune(c)
	}
	if has {
		b.WriteString(s.decimal + fraction)
	}
	if strings.HasPrefix(cell, "-") {
		return "-" + b.String()
	}
	return b.String()
}

// lines returns the cells of a table, line by line, with other columns beside its figures.
func (k known) lines(s style) [][]string {
	list := k.plainLines(s)
	for i, line := range list {
		if day, err := time.Parse("02/01/2006", k.times[0].name); err == nil && s.parted && !s.wide && !day.IsZero() {
			at := len(line) - 2
			parts := []string{"Year", "Month", "Day"}
			if i > 0 {
				day, _ := time.Parse("02/01/2006", line[at])
				parts = []string{strconv.Itoa(day.Year()), strconv.Itoa(int(day.Month())), strconv.Itoa(day.Day())}
			}
			line = slices.Concat(line[:at], parts, line[at+1:])
		}
		if s.coded {
			code := "Code"
			if i > 0 {
				code = fmt.Sprintf("0%02d", slices.Index(places, line[0]))
			}
			line = slices.Insert(slices.Clone(line), 1, code)
		}
		if s.linked {
			link := "Document"
			if i > 0 {
				link = "https://office.example/" + strconv.Itoa(i)
			}
			line = append(slices.Clone(line), link)
		}
		if s.numbered {
			number := ""
			if i > 0 {
				number = strconv.Itoa(i)
			}
			line = slices.Insert(slices.Clone(line), 0, number)
		}
		list[i] = line
	}
	if s.tagged {
		tags := make([]string, len(list[0]))
		for i := range tags {
			tags[i] = "#tag+n" + strconv.Itoa(i)
		}
		list = slices.Insert(list, 1, tags)
	}
	return list
}

// plainLines returns the cells with figures, their labels and periods.
func (k known) plainLines(s style) [][]string {
	timed := k.times[0].name != ""
	head := slices.Clone(k.heads)
	var list [][]string
	if s.wide && timed && !isPackedYear(k.times[0].name) { // as headings, such numbers are names
		for _, at := range k.times {
			head = append(head, at.name)
		}
		list = append(list, head)
		for _, row := range k.rows {
			line := slices.Clone(row)
			for _, at := range k.times {
				line = append(line, s.number(k.cells[k.key(row, at)]))
			}
			list = append(list, line)
		}
		return list
	}
	if timed {
		head = append(head, "Period")
	}
	list = append(list, append(head, "Waste"))
	for _, row := range k.rows {
		for _, at := range k.times {
			line := slices.Clone(row)
			if timed {
				line = append(line, at.name)
			}
			list = append(list, append(line, s.number(k.cells[k.key(row, at)])))
		}
	}
	return list
}

func (s style) text(lines [][]string) string {
	var b strings.Builder
	if s.bom {
		b.WriteString("\ufeff")
	}
	if s.title {
		b.WriteString("Waste by region" + s.newline + s.newline)
	}
	for i, line := range lines {
		if i > 0 {
			b.WriteString(s.newline)
		}
		for j, cell := range line {
			if j > 0 {
				b.WriteString(s.delimiter)
			}
			if strings.ContainsAny(cell, s.delimiter+"\"\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
	}
	if s.footnote {
		b.WriteString(s.newline + s.newline + "Source: Office of Waste")
	}
	if s.ends {
		b.WriteString(s.newline)
	}
	return b.String()
}

// Whatever its form, a table is read back exactly: every number with its digits, labels and
// period. Otherwise there is one error, with a place and how to fix it.
func TestGeneratedTablesAreReadBack(t *testing.T) {
	read, refused := 0, map[string]int{}
	datatest.Check(t, 150, func(t *rapid.T) {
		k, s := generated(t), styleOf(t)
		dir, err := os.MkdirTemp("", "factframe-read")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		var file, text string
		switch rapid.SampledFrom([]string{"text", "text", "text", "workbook", "json"}).Draw(t, "file") {
		case "text":
			file, text = filepath.Join(dir, "table.csv"), s.text(k.lines(s))
			err = os.WriteFile(file, []byte(text), 0o644)
		case "workbook":
			file = filepath.Join(dir, "table.xlsx")
			err = k.workbook(file, rapid.Bool().Draw(t, "1904"))
		case "json":
			file = filepath.Join(dir, "datapackage.json")
			err = k.frictionless(file)
		}
		if err != nil {
			t.Fatal(err)
		}
		draft, err := newFrom(file, Options{Title: "Waste", Source: "An office", Published: "2024", Units: []string{"tonnes"}})
		var problems load.Problems
		switch {
		case errors.As(err, &problems) && len(problems) == 1 && problems[0].Want != "" && problems[0].File != "":
			refused[problems[0].Wrong]++
			return
		case err != nil:
			t.Fatalf("%v\n%s", err, text)
		}
		guesses := guessesOf(draft)
		if strings.Contains(guesses, "total") || strings.Contains(guesses, "no values") {
			return // by chance a value is the sum of others, or a label has no values; both guesses are reported
		}
		read++
		k.equals(t, dir, draft, text)
	})
	t.Logf("%d read, refused %v", read, refused)
	sum := 0
	for _, n := range refused {
		sum += n
	}
	if sum > read/5 {
		t.Errorf("%d tables were refused, but %d read: %v", sum, read, refused)
	}
}

// equals checks that a draft has exactly the figures of a table.
func (k known) equals(t *rapid.T, dir string, draft *Draft, text string) {
	for name, content := range draft.Files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, _, err := check.File(dir)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	found := map[string]*data.Figure{}
	for _, f := range p.Figures {
		var labels []string
		for _, d := range f.Series.Dimensions {
			if c := d.Code(f.Codes[d.ID]); c != nil {
				labels = append(labels, c.Label)
			}
		}
		at := stamp{}
		if f.Period.Known() {
			at.start = f.Period.Start.String()
		}
		found[k.key(labels, at)] = f
	}
	if len(found) != len(k.cells) {
		t.Fatalf("%d figures instead of %d\n%s\n%s", len(found), len(k.cells), text, draft.Files["figures.csv"])
	}
	for key, cell := range k.cells {
		f := found[key]
		switch {
		case f == nil:
			t.Fatalf("%s is lost\n%s\n%s", key, text, draft.Files["figures.csv"])
		case cell == "" && f.Value != nil:
			t.Fatalf("%s is missing, but is read as %v\n%s", key, f.Value.Number, text)
		case cell == "":
		case f.Value == nil:
			t.Fatalf("%s is %s, but is read as missing\n%s", key, cell, text)
		default:
			want, _ := strconv.ParseFloat(cell, 64)
			_, fraction, _ := strings.Cut(cell, ".")
			if math.Abs(f.Value.Number-want) > 1e-9*math.Abs(want) || text != "" && f.Value.Decimals != len(fraction) {
				t.Fatalf("%s is %s, but is read as %v with %d decimals\n%s", key, cell, f.Value.Number, f.Value.Decimals, text)
			}
		}
	}
}

// workbook writes the table as XLSX, with real dates, counted from 1900 or 1904.
func (k known) workbook(file string, from1904 bool) error {
	book := excelize.NewFile()
	if err := book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}); err != nil {
		return err
	}
	plain := style{decimal: "."}
	for i, line := range k.lines(plain) {
		for j, cell := range line {
			at, _ := excelize.CoordinatesToCellName(j+1, i+1)
			var value any = cell
			if n, err := strconv.ParseFloat(cell, 64); err == nil && i > 0 && j == len(line)-1 {
				value = n
			}
			if day, err := time.Parse("02/01/2006", cell); err == nil {
				value = day
			}
			if cell == "" {
				continue
			}
			if err := book.SetCellValue("Sheet1", at, value); err != nil {
				return err
			}
		}
	}
	return book.SaveAs(file)
}

// frictionless writes the table as a Data Package with nulls.
func (k known) frictionless(file string) error {
	lines := k.lines(style{decimal: "."})
	var rows []any
	var fields []any
	for i, name := range lines[0] {
		kind := "string"
		if i == len(lines[0])-1 {
			kind = "number"
		}
		fields = append(fields, map[string]any{"name": name, "type": kind})
	}
	for _, line := range lines[1:] {
		row := map[string]any{}
		for i, name := range lines[0] {
			row[name] = line[i]
			if i == len(line)-1 {
				row[name] = nil
				if line[i] != "" {
					row[name] = json.Number(line[i])
				}
			}
		}
		rows = append(rows, row)
	}
	raw, err := json.Marshal(map[string]any{"name": "waste", "resources": []any{map[string]any{"name": "waste", "data": rows, "schema": map[string]any{"fields": fields}}}})
	if err != nil {
		return err
	}
	return os.WriteFile(file, raw, 0o644)
}
