package read

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// delimiters are the possible delimiters. Tabs come first, because texts hardly ever have them.
var delimiters = []rune{'\t', ',', ';', '|'}

// longestLine is the most bytes in a line of text.
const longestLine = 4 << 20

// delimited reads a text with delimiters between cells.
func delimited(file, text string) (*Table, error) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	t := &Table{File: file, Delimiter: ','}
	number := 0
	for line := range strings.Lines(text) { // before a whole line is parsed
		if number++; len(line) > longestLine {
			return nil, t.problem(number, -1, fmt.Sprintf("has more than %d MB", longestLine>>20), "put a line break after each line of the table")
		}
	}
	t.Delimiter = delimiterOf(text)
	if t.Delimiter == 0 {
		return nil, wrong(file, "has only one column", "separate the cells by commas, semicolons or tabs")
	}
	lines := csv.NewReader(strings.NewReader(text))
	lines.Comma, lines.FieldsPerRecord = t.Delimiter, -1
	lines.LazyQuotes = t.Delimiter == '\t' // what is pasted from a web page has quotes as they are
	for all := 0; ; {
		cells, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			return nil, t.quoting(broken)
		}
		number, _ := lines.FieldPos(0)
		if all += len(cells); all > mostCells || len(t.Lines) > mostLines {
			return nil, t.problem(number, -1, fmt.Sprintf("is beyond the limit of %d cells or %d lines", mostCells, mostLines), "use part of the table")
		}
		for i, c := range cells {
			cells[i] = tidy(c)
		}
		t.Lines = append(t.Lines, Line{number, t.unpacked(cells)})
	}
}

// unpacked splits the first cell of a line in Eurostat files, which contains all
// dimensions. Its heading is "freq,unit,geo\TIME_PERIOD".
func (t *Table) unpacked(cells []string) []string {
	head := cells[0]
	if len(t.Lines) > 0 {
		head = t.packed
	} else {
		t.packed = head
	}
	names, _, packed := strings.Cut(head, `\`)
	n := strings.Count(names, ",")
	if t.Delimiter != '\t' || !packed || n == 0 {
		return cells
	}
	first, _, _ := strings.Cut(cells[0], `\`)
	return append(strings.SplitN(first, ",", n+1), cells[1:]...)
}

// quoting returns the error for a cell with quotes that are not closed or not doubled.
func (t *Table) quoting(err *csv.ParseError) error {
	if errors.Is(err.Err, csv.ErrQuote) && err.Line > err.StartLine {
		return t.problem(err.StartLine, -1, "has an opening quote without a closing one", `close it, or write a literal quote twice: ""`)
	}
	return t.problem(err.Line, -1, fmt.Sprintf("has a quote inside a cell, at character %d", err.Column), `put the whole cell in quotes, and double those inside: "5"" pipe"`)
}

// delimiterOf returns the delimiter that gives the most lines of the same length, or 0 if
// none occurs.
func delimiterOf(text string) rune {
	if first, _, _ := strings.Cut(text, "\n"); packedHead.MatchString(first) {
		return '\t'
	}
	best, most := rune(0), 0
	for _, d := range delimiters {
		lengths := map[int]int{}
		n := 0
		for line := range strings.Lines(text) {
			if n++; n > 500 {
				break
			}
			lengths[divisions(line, d)]++
		}
		score := 0
		for length, lines := range lengths {
			if length > 0 { // more lines of one length first, then more cells
				score = max(score, 100*lines+min(length, 99))
			}
		}
		if score > most {
			best, most = d, score
		}
	}
	return best
}

var packedHead = regexp.MustCompile(`^[^\t]+\\[^\t,;]+\t`)

// divisions counts how often a delimiter occurs outside quotes.
func divisions(line string, d rune) int {
	n, quoted := 0, false
	for _, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == d && !quoted:
			n++
		}
	}
	return n
}
