package read

import (
	"slices"
	"strings"
	"unicode"
)

// isSuppressed reports whether a line above the first number has a mark for a missing value in
// its place, so that it has values too.
func (t *Table) isSuppressed(i, first int) bool {
	for at, c := range t.Lines[first].Cells {
		if at > 0 && numberPattern.MatchString(c) && !isPeriod(c) {
			above := t.Lines[i].cell(at)
			if _, is := pointed.missingIn(above); is && above != "" && !valueHead.MatchString(above) {
				return true
			}
		}
	}
	return false
}

// numbersAsNames reports whether a line with numbers has the names of columns: it also has
// words, its numbers count up from one to the next, and the line below it has numbers in the same
// places.
func (t *Table) numbersAsNames(i int) bool {
	if i+1 >= len(t.Lines) {
		return false
	}
	words, numbers, last := 0, 0, -1
	for at, c := range t.Lines[i].Cells {
		switch {
		case undivided.MatchString(c) && c != "":
			if last >= 0 && atoi(c) != last+1 || last < 0 && atoi(c) > 99 || !numberPattern.MatchString(t.Lines[i+1].cell(at)) {
				return false
			}
			last = atoi(c)
			numbers++
		case numberPattern.MatchString(c) && strings.ContainsFunc(c, func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune("<>≤≥", r) }) && numberPattern.MatchString(t.Lines[i+1].cell(at)):
			numbers++ // a band such as ">15km"
		case numberPattern.MatchString(c):
			return false
		case c != "":
			words++
		}
	}
	return words > 0 && (numbers > 1 || words > 2 && last < 0 && numbers > 0)
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
		if _, is := pointed.missingIn(c); is && c != "" {
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
