package read

import (
	"regexp"
	"slices"
	"strings"
)

// partNotes splits the notes below a table from its body. Notes are the last lines that
// have only one text, or begin like a note.
func (t *Table) partNotes(lines []Line) (body, notes []Line) {
	end := len(lines)
	for end > 0 && t.isNote(lines[end-1], lines[:end-1]) {
		end--
	}
	return lines[:end], lines[end:]
}

var noteLine = regexp.MustCompile(`(?i)^(?:base:|source|sources|quelle|note|notes|footnotes?|©|copyright|\*|\[[a-z0-9]+\]|\([a-z0-9]\)|[0-9][.)])\b?[: ]`)

var sourceWithin = regexp.MustCompile(`(?i)\b(?:sources?|quelle|kilde|källa): `)

// longestLabel is the most characters of a label without a value.
const longestLabel = 60

// isNote reports whether a line at the end of a table is a note.
func (t *Table) isNote(l Line, above []Line) bool {
	text := l.alone()
	if slices.ContainsFunc(l.Cells[min(1, len(l.Cells)):], func(c string) bool {
		return c != "" && (missing[strings.ToLower(c)] != "" || numberPattern.MatchString(c))
	}) {
		return false // the line has a value
	}
	switch {
	case text != "" && isPeriod(text):
		return false
	case l.filled() == 0, noteLine.MatchString(strings.Join(l.Cells, " ") + " "), text != "" && sourceWithin.MatchString(text):
		return true
	case text == "" || len(above) == 0:
		return false
	}
	last := above[len(above)-1]
	short := t.Delimiter != 0 && len(l.Cells) < len(last.Cells) // a workbook has no empty cells at the end of a line
	return short || len(text) > longestLabel || strings.HasSuffix(text, ".") || apart(l, above)
}

// apart reports whether an empty line separates a line of text, and any text above it, from
// the values. Otherwise it is a label whose values are missing.
func apart(l Line, above []Line) bool {
	for i := len(above) - 1; i >= 0; i-- {
		if above[i].filled() == 0 || above[i].Number < l.Number-1 {
			return true
		}
		if above[i].filled() > 1 {
			return false
		}
		l = above[i]
	}
	return true
}
