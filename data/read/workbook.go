//go:build !maker

package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostUnpacked is the largest size of an unpacked workbook. mostOfPart is that of parts that are
// read at once: shared texts and styles.
const (
	mostUnpacked = 192 << 20
	mostOfPart   = 24 << 20
)

// workbook reads the sheets of an XLSX file as they are displayed: numbers with the decimals of
// their cells, dates as dates, merged cells repeated.
func workbook(file string, raw []byte) ([]*Table, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, wrong(file, "is an incomplete or damaged workbook or archive: "+err.Error(), "download it again")
	}
	if what, want := unsound(archive); what != "" {
		return nil, wrong(file, what, want)
	}
	switch {
	case has(archive, "content.xml"):
		return nil, wrong(file, "is an OpenDocument spreadsheet", "save it as .xlsx or CSV")
	case !has(archive, workbookPart):
		return nil, wrong(file, "is an archive, not a workbook", "unpack it, and use the table in it")
	}
	unreadable := func(err error) error {
		return wrong(file, "is a workbook that cannot be read: "+err.Error(), "open it in a spreadsheet and save it again, without a password")
	}
	list, err := sheetsOf(archive)
	if err != nil {
		return nil, unreadable(err)
	}
	if raw, err = renamed(archive, raw, list); err != nil {
		return nil, unreadable(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked})
	if err != nil {
		return nil, unreadable(err)
	}
	defer book.Close()
	var tables []*Table
	cells := 0
	for _, s := range list {
		if s.hidden || s.part == "" {
			continue
		}
		t, err := sheet(file, archive, book, s, &cells)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	if len(tables) == 0 {
		return nil, wrong(file, "has no visible sheet", "open it in a spreadsheet, show the sheet with the table, and save it")
	}
	return tables, nil
}

// unsound returns why an archive cannot be read, if it cannot: it is damaged, two parts have one
// name (readers disagree on which to use), or it would need too much memory. XML is read one text
// at a time, so a single text may be the problem.
func unsound(archive *zip.Reader) (what, want string) {
	const (
		mostOfText = 1 << 20
		alone      = "save the sheet with the table as CSV, or as a separate workbook"
		anew       = "open it in a spreadsheet and save it again"
	)
	var unpacked uint64
	seen := map[string]bool{}
	for _, f := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if seen[name] {
			return fmt.Sprintf("contains %q twice", f.Name), anew
		}
		seen[name] = true
		if unpacked += f.UncompressedSize64; unpacked > mostUnpacked {
			return fmt.Sprintf("unpacks to more than %d MB", mostUnpacked>>20), alone
		}
		if strings.HasPrefix(name, "xl/media/") {
			continue // pictures are not read
		}
		if !strings.Contains(name, "worksheets/") && f.UncompressedSize64 > mostOfPart {
			return fmt.Sprintf("contains %s, which unpacks to more than %d MB", f.Name, mostOfPart>>20), alone
		}
		longest, err := longestText(f)
		if err != nil {
			return fmt.Sprintf("is damaged: %s: %v", f.Name, err), "download it again, or " + anew
		}
		if longest > mostOfText && strings.HasPrefix(name, "xl/") {
			return fmt.Sprintf("contains %s, in which one text or tag has more than %d MB", f.Name, mostOfText>>20), alone
		}
	}
	return "", ""
}

// longestText returns the most bytes between the starts of two tags. It reads the whole part, so
// a wrong checksum is an error.
func longestText(f *zip.File) (longest int, err error) {
	part, err := f.Open()
	if err != nil {
		return 0, err
	}
	defer part.Close()
	buffer := make([]byte, 64<<10)
	for run := 0; ; {
		n, err := part.Read(buffer)
		for rest := buffer[:n]; len(rest) > 0; {
			tag := bytes.IndexByte(rest, '<')
			if tag < 0 {
				run += len(rest)
				longest = max(longest, run)
				break
			}
			longest = max(longest, run+tag)
			run, rest = 1, rest[tag+1:]
		}
		if errors.Is(err, io.EOF) {
			return longest, nil
		}
		if err != nil {
			return longest, err
		}
	}
}

func has(archive *zip.Reader, name string) bool {
	_, err := archive.Open(name)
	return err == nil
}

func sheet(file string, archive *zip.Reader, book *excelize.File, of bookSheet, cells *int) (*Table, error) {
	t := &Table{File: file, Sheet: of.name}
	unreadable := func(err error) error {
		return t.problem(0, -1, "cannot be read: "+err.Error(), "open the workbook in a spreadsheet and save it again")
	}
	part, err := archive.Open(of.part)
	if err != nil {
		return nil, unreadable(err)
	}
	defer part.Close()
	beside := newStored(part)
	rows, err := book.Rows(of.alias)
	if err != nil {
		return nil, unreadable(err)
	}
	defer rows.Close()
	look := looks{book: book, dates: map[int]string{}}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		look.from1904 = *props.Date1904
	}
	for n := 1; ; n++ {
		stored, wide, err := beside.row(n)
		if err != nil {
			return nil, unreadable(err)
		}
		if wide { // before excelize reads the whole row
			return nil, t.problem(n, mostColumns, "is beyond the column limit", fmt.Sprintf("use part of the table, with at most %d columns", mostColumns))
		}
		if !rows.Next() {
			break
		}
		if n > mostLines {
			return nil, t.problem(n, -1, "is beyond the line limit", fmt.Sprintf("use part of the table, with at most %d lines", mostLines))
		}
		shown, err := rows.Columns()
		if err != nil {
			return nil, unreadable(err)
		}
		for column := range stored { // excelize omits cells at the end of a row that show nothing
			for len(shown) <= column {
				shown = append(shown, "")
			}
		}
		if *cells += len(shown); *cells > mostOfBook {
			return nil, t.problem(n, -1, fmt.Sprintf("is beyond the limit of %d cells in a workbook", mostOfBook), "use part of the table")
		}
		line := Line{Number: n}
		for j, text := range shown {
			text, wrong := look.text(stored[j], text)
			if wrong != "" {
				return nil, t.problem(n, j, wrong, "open the workbook in a spreadsheet, which calculates it, and save it")
			}
			line.Cells = append(line.Cells, tidy(text))
		}
		t.Lines = append(t.Lines, line)
	}
	merged, err := beside.merged()
	if err != nil {
		return nil, unreadable(err)
	}
	for _, m := range merged {
		if *cells += t.repeat(m); *cells > mostOfBook {
			return nil, t.problem(0, -1, fmt.Sprintf("has more than %d cells, including merged ones", mostOfBook), "use part of the table")
		}
	}
	return t, nil
}

// tallestMerge is the most rows over which a label can be merged.
const tallestMerge = 5000

// repeat copies the text of merged cells into each of them, and returns their number. A merge
// across a whole line is left as it is: it is a title or a note, not a heading.
func (t *Table) repeat(reference string) (cells int) {
	from, to, _ := strings.Cut(reference, ":")
	x1, y1, err1 := excelize.CellNameToCoordinates(from)
	x2, y2, err2 := excelize.CellNameToCoordinates(to)
	if err1 != nil || err2 != nil || y1 > len(t.Lines) || y2-y1 > tallestMerge || x2 > mostColumns {
		return 0
	}
	text := t.Lines[y1-1].cell(x1 - 1)
	alone := t.Lines[y1-1].filled() == 1 && y1 == y2
	if text == "" || numberPattern.MatchString(text) && !isPeriod(text) || alone && (x1 == 1 || t.hasValuesAbove(y1-1)) {
		return 0
	}
	for y := y1; y <= min(y2, len(t.Lines)); y++ {
		line := &t.Lines[y-1]
		for len(line.Cells) < x2 {
			line.Cells = append(line.Cells, "")
		}
		for x := x1; x <= x2; x++ {
			line.Cells[x-1] = text
			cells++
		}
	}
	return cells
}

// hasValuesAbove reports whether a line is below the first values of a table, so that a text
// alone in it is a note.
func (t *Table) hasValuesAbove(line int) bool {
	return slices.ContainsFunc(t.Lines[:line], func(l Line) bool { return l.filled() > 1 && hasNumber(l) })
}

// looks knows what cells display.
type looks struct {
	book     *excelize.File
	from1904 bool           // days are counted from 1904
	dates    map[int]string // style → layout of its dates; empty for numbers
}

var dateParts = regexp.MustCompile(`(?i)"[^"]*"|\[[^\]]*\]|\\.`)

// text returns what a cell displays: a day as 2016-03-31, a month as 2016-03, a number with the
// decimals of its format. If a format hides a number, its sign or its size, it returns the number
// itself. wrong is set for a formula without a stored value.
func (l looks) text(of storedCell, shown string) (text, wrong string) {
	if shown == "" {
		if of.formula && !of.valued {
			return "", "contains a formula whose value is not in the file"
		}
	}
	number, err := strconv.ParseFloat(of.value, 64)
	if err != nil || !slices.Contains(numeric, of.kind) {
		return shown, ""
	}
	if layout := l.layout(of.style); layout != "" && number >= 1 {
		if time, err := excelize.ExcelDateToTime(number, l.from1904); err == nil {
			return time.Format(layout), ""
		}
	}
	if shown == "" {
		return strconv.FormatFloat(number, 'f', -1, 64), ""
	}
	return faithful(shown, number), ""
}

// numeric are the cell types that may contain a number: none, number, formula result, date
// (ECMA-376, part 1, 18.18.11).
var numeric = []string{"", "n", "str", "d"}

// faithful returns the number as displayed, if this differs only in decimals, and otherwise the
// number itself.
func faithful(shown string, number float64) string {
	v, ok := parseValue(tidy(shown), pointed)
	if ok && !v.missing {
		step := math.Pow10(-decimalsIn(v.plain))
		for _, times := range []float64{1, 100} { // as a number, and as per cent
			if times == 100 && v.sign.after != "%" {
				continue
			}
			if math.Abs(v.number-number*times) <= step/2+1e-9*math.Abs(number*times) {
				return shown
			}
		}
	}
	if ok && v.missing {
		return shown // a format that writes a dash for zero
	}
	return strconv.FormatFloat(number, 'f', -1, 64)
}

// layout returns the layout of the date that a cell displays, or "".
func (l looks) layout(style int) string {
	layout, seen := l.dates[style]
	if !seen {
		layout = l.layoutOf(style)
		l.dates[style] = layout
	}
	return layout
}

func (l looks) layoutOf(style int) string {
	s, err := l.book.GetStyle(style)
	if err != nil {
		return ""
	}
	code := ""
	switch {
	case s.CustomNumFmt != nil:
		code = *s.CustomNumFmt
	case s.NumFmt == 17:
		code = "mmm-yy"
	case s.NumFmt >= 14 && s.NumFmt <= 16, s.NumFmt == 22, s.NumFmt >= 27 && s.NumFmt <= 31, s.NumFmt >= 50 && s.NumFmt <= 58:
		code = "d/m/yy"
	}
	code = strings.ToLower(dateParts.ReplaceAllString(code, ""))
	switch {
	case !strings.Contains(code, "y") || strings.ContainsAny(code, "#0"):
		return ""
	case strings.Contains(code, "d"):
		return "2006-01-02"
	case strings.Contains(code, "m"):
		return "2006-01"
	}
	return "2006"
}
