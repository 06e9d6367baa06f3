package read

import (
	"fmt"
	"regexp"
	"slices"
)

// Limits of a table, checked while it is read.
const (
	mostColumns = 3000
	mostLines   = 300_000
	mostCells   = 3_000_000 // of a text
	mostOfBook  = 1_000_000 // cells of a workbook, which take more memory
)

// shape is the position of headings and values in a table.
type shape struct {
	heads []Line // one line, or several with the groups on top
	body  []Line
	above []Line // titles and statements
	below []Line // notes
	width int

	totals []string // labels that were found to be totals

	filled bool // empty cells of the first column were filled, as below merged cells
}

// shapeOf finds the heading lines. They are right above the first line with a number that is
// not a period.
func (t *Table) shapeOf() (shape, error) {
	t.withoutExtraLines()
	first := -1
	for i, l := range t.Lines {
		if len(l.Cells) > mostColumns {
			return shape{}, t.problem(l.Number, -1, fmt.Sprintf("has %d cells", len(l.Cells)), fmt.Sprintf("use part of the table, with at most %d columns", mostColumns))
		}
		if first < 0 && l.filled() > 1 && hasNumber(l) {
			first = i
		}
	}
	if first < 0 {
		if first = t.onlyPeriods(); first < 0 {
			return shape{}, t.problem(0, -1, "has no line with a number in it", "use a table with a line of column headings and lines of values")
		}
	}
	if len(t.Lines) > mostLines {
		return shape{}, t.problem(t.Lines[mostLines].Number, -1, fmt.Sprintf("is beyond the limit of %d lines", mostLines), "use part of the table")
	}
	if s, ok := t.pairs(); ok {
		return s, nil
	}
	for number := first; first > 1 && t.isSuppressed(first-1, number) && t.Lines[first-2].filled() > 1; {
		first--
	}
	for first > 1 && t.Lines[first-1].filled() == 1 && isPeriod(t.Lines[first-1].cell(0)) && isPeriod(t.Lines[first].cell(0)) {
		first-- // a year without values
	}
	top, end := t.headsAbove(first)
	if top == end && t.numbersAsNames(first) { // its numbers are names, such as single ages
		top, end, first = first, first+1, first+1
	}
	if top == end {
		return shape{}, t.problem(t.Lines[first].Number, -1, "has values, but no line above it with column names", "write a first line with a name for each column")
	}
	s := shape{above: t.Lines[:top]}
	s.heads, s.body = t.headLines(top, end, t.Lines[first].filled())
	if last := s.heads[len(s.heads)-1]; len(s.heads) == 1 && last.filled() == 1 && len(last.Cells) == 2 {
		if of, _ := s.statements(stated{}); of.title != "" {
			s.heads = []Line{{last.Number, []string{last.cell(0), of.title}}}
		}
	}
	if i := slices.IndexFunc(t.Lines, func(l Line) bool { return l.Number == s.heads[0].Number }); i > 0 {
		s.above = t.Lines[:i]
	}
	for _, h := range s.heads {
		s.width = max(s.width, lastFilled(h)+1)
	}
	s.body, s.below = t.partNotes(s.body)
	if err := t.ragged(s); err != nil {
		return s, err
	}
	s.filled = fillDown(s.body)
	return s, nil
}

var (
	otherDelimiter = regexp.MustCompile(`[,;\t|] ?-?[0-9.]`)
	bracketed      = regexp.MustCompile(`^\(-?[0-9][0-9.,]*\)$`)
)

// hasNumber reports whether a line has a number that is not a period. After a period, a number
// that could be a year counts too.
func hasNumber(l Line) bool {
	for i, c := range l.Cells {
		if i > 0 && numberPattern.MatchString(c) && isPeriod(l.cell(0)) {
			return true
		}
		if (numberPattern.MatchString(c) || bracketed.MatchString(c) || mistyped(c) != "") && !isPeriod(c) {
			return true
		}
	}
	return false
}

// fillDown fills empty cells of the first column with the text above them, if that text is
// written once for a group of lines that a second column distinguishes.
func fillDown(body []Line) bool {
	empty := 0
	for i, l := range body {
		if l.filled() == 0 || l.cell(0) != "" {
			continue
		}
		if i == 0 || l.cell(1) == "" || numberPattern.MatchString(l.cell(1)) && !isPeriod(l.cell(1)) {
			return false
		}
		empty++
	}
	if empty*2 < len(body) {
		return false
	}
	last := ""
	for i, l := range body {
		if l.filled() > 1 && l.cell(0) == "" {
			body[i].Cells = slices.Clone(l.Cells)
			body[i].Cells[0] = last
		}
		last = body[i].cell(0)
	}
	return true
}

// onlyNotes reports whether all columns from one on are for notes, which some programs leave off
// at the end of a line.
func (s shape) onlyNotes(from int) bool {
	for at := from; at < s.width; at++ {
		if head := inWords(s.heads[len(s.heads)-1].cell(at)); !noteHead.MatchString(head) && !footHead.MatchString(head) {
			return false
		}
	}
	return true
}

// ragged reports a line with more cells than headings or, in a text, with fewer, which may
// lack a delimiter.
func (t *Table) ragged(s shape) error {
	for _, l := range s.body {
		switch n := l.filled(); {
		case t.Delimiter != 0 && len(l.Cells) == 1 && s.width > 1 && otherDelimiter.MatchString(l.Cells[0]):
			return t.problem(l.Number, 0, fmt.Sprintf("%q has a different delimiter from the lines above it", l.Cells[0]), "use one delimiter throughout")
		case n == 0 || n == 1:
		case lastFilled(l) >= s.width:
			return t.problem(l.Number, lastFilled(l), fmt.Sprintf("has a value to the right of the last of %d column headings", s.width), "give each column a name, and put cells that contain the delimiter in quotes")
		case t.Delimiter != 0 && len(l.Cells) < s.width && !s.onlyNotes(len(l.Cells)):
			return t.problem(l.Number, -1, fmt.Sprintf("has %d cells, but there are %d column headings", len(l.Cells), s.width), "add the missing cells, and leave them empty if there is no value")
		}
	}
	return nil
}
