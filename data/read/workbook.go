package read

import (
	"archive/zip"
	"bytes"
	"fmt"
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
	rows, err := book.GetRows(name)
	if err != nil {
		return nil, t.problem(0, -1, "cannot be read: "+err.Error(), "open the workbook in a spreadsheet and save it anew")
	}
	dates := dateStyles{book: book, known: map[int]string{}}
	for i, cells := range rows {
		line := Line{Number: i + 1}
		for j, shown := range cells {
			if layout := dates.layout(name, i, j, shown); layout != "" {
				shown = layout
			}
			line.Cells = append(line.Cells, tidy(shown))
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
	if text == "" || t.Lines[y1-1].filled() == 1 && x1 == 1 && y1 == y2 {
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

// dateStyles tells which cells of a workbook show dates.
type dateStyles struct {
	book  *excelize.File
	known map[int]string // style → layout of the date; empty for a number
}

var dateParts = regexp.MustCompile(`(?i)"[^"]*"|\[[^\]]*\]|\\.`)

// layout writes a cell that shows a date as one: a day as 2016-03-31, a month as
// 2016-03. It is empty for other cells.
func (d dateStyles) layout(sheet string, row, column int, shown string) string {
	if shown == "" {
		return ""
	}
	at, _ := excelize.CoordinatesToCellName(column+1, row+1)
	style, err := d.book.GetCellStyle(sheet, at)
	if err != nil {
		return ""
	}
	layout, seen := d.known[style]
	if !seen {
		layout = d.layoutOf(style)
		d.known[style] = layout
	}
	if layout == "" {
		return ""
	}
	raw, err := d.book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	serial, wrong := strconv.ParseFloat(raw, 64)
	if err != nil || wrong != nil || serial < 1 {
		return ""
	}
	props, _ := d.book.GetWorkbookProps()
	time, err := excelize.ExcelDateToTime(serial, props.Date1904 != nil && *props.Date1904)
	if err != nil {
		return ""
	}
	return time.Format(layout)
}

func (d dateStyles) layoutOf(style int) string {
	s, err := d.book.GetStyle(style)
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
