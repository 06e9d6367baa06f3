//go:build !maker

package read

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// storedCell is what a workbook stores for a cell, in addition to what it shows. excelize
// v2.11 only provides this after reading a whole sheet, at two kilobytes a cell, so it is read
// row by row here.
type storedCell struct {
	kind    string // the attribute t
	style   int
	value   string
	valued  bool // it is in the file, possibly as an empty text
	formula bool
}

// stored reads a sheet row by row, then its merged cells. Rows and cells that are out of order
// are an error, because excelize would put them in other places.
type stored struct {
	from   *xml.Decoder
	number int // the row read last
	cells  map[int]storedCell
	wide   bool // that row exceeds the column limit
	merges []string
	ended  bool
}

func newStored(sheet io.Reader) *stored { return &stored{from: decoderOf(sheet)} }

// row returns the cells of a row by column, and whether there are too many. Rows must be
// requested in order.
func (s *stored) row(n int) (cells map[int]storedCell, wide bool, err error) {
	for s.number < n && !s.ended {
		if err := s.next(); err != nil {
			return nil, false, err
		}
	}
	if s.number != n {
		return nil, false, nil
	}
	return s.cells, s.wide, nil
}

// merged returns the ranges of merged cells.
func (s *stored) merged() ([]string, error) {
	for !s.ended {
		if err := s.next(); err != nil {
			return nil, err
		}
	}
	return s.merges, nil
}

// next reads up to the next row, or to the end.
func (s *stored) next() error {
	for {
		token, err := s.from.Token()
		if errors.Is(err, io.EOF) {
			s.ended = true
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case start.Name.Local == "row":
			number := s.number + 1
			if r, err := strconv.Atoi(attribute(start, "r")); err == nil && r > 0 {
				number = r
			}
			if number <= s.number {
				return fmt.Errorf("row %d comes after row %d", number, s.number)
			}
			s.number = number
			return s.readRow()
		case start.Name.Local == "mergeCell" && len(s.merges) < mostLines:
			s.merges = append(s.merges, attribute(start, "ref"))
		}
	}
}

func (s *stored) readRow() error {
	s.cells, s.wide = map[int]storedCell{}, false
	for column := 0; ; {
		token, err := s.from.Token()
		if err != nil {
			return err
		}
		switch each := token.(type) {
		case xml.EndElement:
			if each.Name.Local == "row" {
				return nil
			}
		case xml.StartElement:
			if each.Name.Local != "c" {
				continue
			}
			next := column + 1
			if x, _, err := excelize.CellNameToCoordinates(attribute(each, "r")); err == nil {
				next = x
			}
			if next <= column {
				return fmt.Errorf("in row %d, column %d comes after column %d", s.number, next, column)
			}
			column = next
			if s.wide = s.wide || column > mostColumns; s.wide {
				return nil // the rest is not used
			}
			var cell struct {
				Value   *string   `xml:"v"`
				Formula *struct{} `xml:"f"`
			}
			if err := s.from.DecodeElement(&cell, &each); err != nil {
				return err
			}
			style, _ := strconv.Atoi(attribute(each, "s"))
			of := storedCell{kind: attribute(each, "t"), style: style, valued: cell.Value != nil, formula: cell.Formula != nil}
			if cell.Value != nil {
				of.value = *cell.Value
			}
			s.cells[column-1] = of
		}
	}
}

func attribute(of xml.StartElement, name string) string {
	for _, a := range of.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
