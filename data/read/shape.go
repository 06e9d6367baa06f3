package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Limits of a table, checked while it is read.
const (
	mostColumns = 3000
	mostLines   = 300_000
	mostCells   = 1_000_000
)

// shape is the position of headings and values in a table.
type shape struct {
	heads []Line // one line, or several with the groups on top
	body  []Line
	above []Line // titles and statements
	below []Line // notes
	width int

	filled bool // empty cells of the first column were filled, as below merged cells
}

// shapeOf finds the heading lines. They are right above the first line with a number that is
// not a period.
func (t *Table) shapeOf() (shape, error) {
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
	top, end := t.headsAbove(first)
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
		if (numberPattern.MatchString(c) || bracketed.MatchString(c)) && !isPeriod(c) {
			return true
		}
	}
	return false
}

// onlyPeriods returns the first line of values in a table where every number could be a year:
// the first line with a year below the headings, or -1.
func (t *Table) onlyPeriods() int {
	for i := 1; i < len(t.Lines); i++ {
		if l := t.Lines[i]; l.filled() > 1 && t.Lines[i-1].filled() > 1 {
			for _, c := range l.Cells {
				if yearNumber.MatchString(c) {
					return i
				}
			}
		}
	}
	return -1
}

// headsAbove returns the range of lines right above the first line of values that may be
// headings, apart from empty lines and section labels.
func (t *Table) headsAbove(first int) (top, end int) {
	end = first
	for end > 0 && (t.Lines[end-1].filled() == 0 || t.isSection(end-1)) {
		end--
	}
	top = end
	for top > 0 {
		l := t.Lines[top-1]
		if top < end && t.Delimiter != 0 && l.Number < t.Lines[top].Number-1 { // there is an empty line between them
			break
		}
		group := l.filled() == 1 && top < end && lastFilled(l) > 0 && end-top < mostHeads
		if l.filled() < 2 && !group {
			break
		}
		top--
	}
	return top, end
}

// isSection reports whether a line consists of one label, with headings above it.
func (t *Table) isSection(i int) bool {
	l := t.Lines[i]
	return i > 0 && l.filled() == 1 && lastFilled(l) == 0 && t.Lines[i-1].filled() > 1 && l.Number-1 == t.Lines[i-1].Number
}

// pairs recognises a table without headings, below statements of two cells each. Time series
// are often published like this: periods, values, and sometimes flags. The title becomes the
// name of the values.
func (t *Table) pairs() (shape, bool) {
	first := slices.IndexFunc(t.Lines, func(l Line) bool { return isPeriod(l.cell(0)) && numberPattern.MatchString(l.cell(1)) })
	if first < 1 || lastFilled(t.Lines[first]) > 2 {
		return shape{}, false
	}
	s := shape{above: t.Lines[:first], width: lastFilled(t.Lines[first]) + 1}
	titled := slices.ContainsFunc(s.above, func(l Line) bool { return titleLine.MatchString(l.cell(0)) && l.cell(1) != "" })
	if !titled || slices.ContainsFunc(s.above, func(l Line) bool { return l.cell(2) != "" && !strings.EqualFold(l.cell(2), "codes") }) {
		return s, false
	}
	of, _ := s.statements(stated{})
	s.heads = []Line{{t.Lines[first].Number, []string{"Period", of.title, "Codes"}[:s.width]}}
	s.body, s.below = t.partNotes(t.Lines[first:])
	return s, true
}

// mostHeads is the most heading lines of a table.
const mostHeads = 3

// headLines splits the lines between top and end into headings and values that follow them,
// because lines of only words and periods look like headings. Lines of two cells above a wider
// table are statements about it.
func (t *Table) headLines(top, end, wide int) (heads, body []Line) {
	lines, rest := t.Lines[top:end], t.Lines[end:]
	upTo := func(i int) ([]Line, []Line) { return lines[max(0, i-mostHeads):i], t.Lines[top+i:] }
	if last := len(lines) - 1; wide == 2 && last > 0 && periodsIn(lines[last]) > 0 && namesAll(lines[last-1], lines[last]) {
		return lines[last-1 : last], t.Lines[top+last:] // a value that could be a year
	}
	if wide == 2 && len(lines) > 1 {
		return lines[len(lines)-1:], rest
	}
	for len(lines) > 1 && wide > 2 && lastFilled(lines[0]) < 2 {
		lines, top = lines[1:], top+1
	}
	for i, l := range lines { // a line of periods is the last heading
		switch n := periodsIn(l); {
		case n > 0 && i > 0 && namesAll(lines[i-1], l): // a year, and a number that could be a year
			return upTo(i)
		case n > 1 && n >= l.filled()/2:
			return upTo(i + 1)
		}
	}
	for i := 1; i < len(lines); i++ {
		long := t.Delimiter != 0 && lines[i].filled() == wide && lines[0].filled() == wide && hasMissing(lines[i])
		if long || periodsIn(lines[i]) > 0 && periodsIn(lines[0]) == 0 {
			return upTo(i)
		}
	}
	return upTo(len(lines))
}

// namesAll reports whether a line has a unique name for every cell of another.
func namesAll(heads, of Line) bool {
	seen := map[string]bool{}
	for i, c := range of.Cells {
		name := heads.cell(i)
		if c != "" && (name == "" || seen[name] || isPeriod(name)) {
			return false
		}
		seen[name] = true
	}
	return true
}

func hasMissing(l Line) bool {
	for _, c := range l.Cells {
		if _, is := missing[strings.ToLower(c)]; is && c != "" {
			return true
		}
	}
	return false
}

func periodsIn(l Line) int {
	n := 0
	for _, c := range l.Cells {
		if c != "" && isPeriod(c) {
			n++
		}
	}
	return n
}

func lastFilled(l Line) int {
	for i := len(l.Cells) - 1; i >= 0; i-- {
		if l.Cells[i] != "" {
			return i
		}
	}
	return -1
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
		case t.Delimiter != 0 && len(l.Cells) < s.width:
			return t.problem(l.Number, -1, fmt.Sprintf("has %d cells, but there are %d column headings", len(l.Cells), s.width), "add the missing cells, and leave them empty if there is no value")
		}
	}
	return nil
}
