package read

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostUnpacked is how large a workbook may be when it is unpacked.
const mostUnpacked = 300 << 20

// workbook reads the sheets of an XLSX file as they are seen: numbers with the
// decimals that their cells show, dates as dates, merged cells repeated.
func workbook(file string, raw []byte) ([]*Table, error) {
	kind, err := zipKind(raw)
	switch {
	case err != nil:
		return nil, wrong(file, "is a workbook or an archive that is cut off or damaged: "+err.Error(), "fetch it again")
	case kind == "ods":
		return nil, wrong(file, "is an OpenDocument spreadsheet", "save it as .xlsx or CSV")
	case kind == "":
		return nil, wrong(file, "is an archive, and no workbook", "unpack it, and name the table in it")
	}
	book, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked})
	if err != nil {
		return nil, wrong(file, "is a workbook that cannot be read: "+err.Error(), "open it in a spreadsheet and save it anew, without a password")
	}
	defer book.Close()
	var tables []*Table
	for _, name := range book.GetSheetList() {
		if visible, _ := book.GetSheetVisible(name); !visible {
			continue
		}
		t, err := sheet(file, book, name)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// zipKind is what a zip archive holds: "xlsx", "ods", or nothing known.
func zipKind(raw []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", err
	}
	var unpacked uint64
	kind := ""
	for _, f := range archive.File {
		if unpacked += f.UncompressedSize64; unpacked > mostUnpacked {
			return "", fmt.Errorf("it unpacks to more than %d MB", mostUnpacked>>20)
		}
		switch f.Name {
		case "xl/workbook.xml":
			kind = "xlsx"
		case "content.xml":
			kind = "ods"
		}
	}
	return kind, nil
}

func sheet(file string, book *excelize.File, name string) (*Table, error) {
	t := &Table{File: file, Sheet: name}
	unreadable := func(err error) error {
		return t.problem(0, -1, "cannot be read: "+err.Error(), "open the workbook in a spreadsheet and save it anew")
	}
	rows, err := book.Rows(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer rows.Close()
	look := cells{book: book, sheet: name, dates: map[int]string{}}
	for rows.Next() {
		shown, err := rows.Columns()
		if err != nil {
			return nil, unreadable(err)
		}
		line := Line{Number: len(t.Lines) + 1}
		if len(shown) > mostColumns {
			return nil, t.problem(line.Number, len(shown)-1, "is beyond the columns that are read", fmt.Sprintf("take a part of the table, %d columns at most", mostColumns))
		}
		if line.Number > mostLines {
			return nil, t.problem(line.Number, -1, "is beyond the lines that are read", fmt.Sprintf("take a part of the table, %d lines at most", mostLines))
		}
		for j, text := range shown {
			text, wrong := look.text(line.Number-1, j, text)
			if wrong != "" {
				return nil, t.problem(line.Number, j, wrong, "open the workbook in a spreadsheet, which calculates it, and save it")
			}
			line.Cells = append(line.Cells, tidy(text))
		}
		t.Lines = append(t.Lines, line)
	}
	merged, err := book.GetMergeCells(name)
	if err != nil {
		return nil, t.problem(0, -1, "has merged cells that cannot be read: "+err.Error(), "save the workbook anew")
	}
	for _, m := range merged {
		t.repeat(m)
	}
	return t, nil
}

// tallestMerge is how many rows a text may be merged over and still be a label.
const tallestMerge = 5000

// repeat writes the text of merged cells into each of them. One that spans a
// whole line stays as it is: it is a title, not a head.
func (t *Table) repeat(m excelize.MergeCell) {
	x1, y1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
	x2, y2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
	if err1 != nil || err2 != nil || y1 > len(t.Lines) || y2-y1 > tallestMerge || x2 > mostColumns {
		return
	}
	text := t.Lines[y1-1].cell(x1 - 1)
	if text == "" || numberPattern.MatchString(text) && !isPeriod(text) || t.Lines[y1-1].filled() == 1 && x1 == 1 && y1 == y2 {
		return
	}
	for y := y1; y <= min(y2, len(t.Lines)); y++ {
		line := &t.Lines[y-1]
		for len(line.Cells) < x2 {
			line.Cells = append(line.Cells, "")
		}
		for x := x1; x <= x2; x++ {
			line.Cells[x-1] = text
		}
	}
}

// cells reads the cells of a sheet as they are seen.
type cells struct {
	book  *excelize.File
	sheet string
	dates map[int]string // style → layout of the date that it shows; empty for a number
}

var dateParts = regexp.MustCompile(`(?i)"[^"]*"|\[[^\]]*\]|\\.`)

// text is what a cell shows: a day as 2016-03-31, a month as 2016-03, a number
// with the decimals of its format. Where a format hides the sign or the size of a
// number, the number itself stands. It says what is wrong with a formula whose
// value nobody has calculated.
func (c cells) text(row, column int, shown string) (text, wrong string) {
	at, _ := excelize.CoordinatesToCellName(column+1, row+1)
	if shown == "" {
		if formula, err := c.book.GetCellFormula(c.sheet, at); err == nil && formula != "" {
			if raw, _ := c.book.GetCellValue(c.sheet, at, excelize.Options{RawCellValue: true}); raw == "" {
				return "", "holds a formula whose value is not in the file"
			}
		}
		return "", ""
	}
	kind, err := c.book.GetCellType(c.sheet, at)
	if err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber && kind != excelize.CellTypeFormula && kind != excelize.CellTypeDate {
		return shown, ""
	}
	raw, err := c.book.GetCellValue(c.sheet, at, excelize.Options{RawCellValue: true})
	number, broken := strconv.ParseFloat(raw, 64)
	if err != nil || broken != nil {
		return shown, ""
	}
	if layout := c.layout(at); layout != "" && number >= 1 {
		props, _ := c.book.GetWorkbookProps()
		if time, err := excelize.ExcelDateToTime(number, props.Date1904 != nil && *props.Date1904); err == nil {
			return time.Format(layout), ""
		}
	}
	return faithful(shown, number), ""
}

// faithful is what a cell shows of a number, if that is the number but for the
// decimals that it leaves out, and else the number.
func faithful(shown string, number float64) string {
	v, ok := parseValue(tidy(shown), pointed)
	if ok && !v.missing {
		step := math.Pow10(-decimalsIn(v.plain))
		for _, times := range []float64{1, 100} { // per cent
			if times == 100 && v.sign.after != "%" {
				continue
			}
			if math.Abs(v.number-number*times) <= step/2+1e-9*math.Abs(number*times) {
				return shown
			}
		}
	}
	if ok && v.missing {
		return shown // a format that writes a dash for nothing
	}
	return strconv.FormatFloat(number, 'f', -1, 64)
}

// layout is that of the date which a cell shows, or empty.
func (c cells) layout(at string) string {
	style, err := c.book.GetCellStyle(c.sheet, at)
	if err != nil {
		return ""
	}
	layout, seen := c.dates[style]
	if !seen {
		layout = c.layoutOf(style)
		c.dates[style] = layout
	}
	return layout
}

func (c cells) layoutOf(style int) string {
	s, err := c.book.GetStyle(style)
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
