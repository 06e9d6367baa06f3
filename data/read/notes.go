package read

import (
	"regexp"
	"slices"
	"strings"
)

// partNotes parts the notes below a table from its values: the last lines that
// are one sentence each, or begin as notes do.
func partNotes(lines []Line) (body, notes []Line) {
	end := len(lines)
	for end > 0 && isNote(lines[end-1], lines[:end-1]) {
		end--
	}
	return lines[:end], lines[end:]
}

var noteLine = regexp.MustCompile(`(?i)^(?:base:|source|sources|quelle|note|notes|footnotes?|©|copyright|\*|\[[a-z0-9]+\]|\([a-z0-9]\)|[0-9][.)])\b?[: ]`)

var sourceWithin = regexp.MustCompile(`(?i)\b(?:sources?|quelle|kilde|källa): `)

// longestLabel is how long a text may be and still be a label without a value.
const longestLabel = 60

// isNote reports whether a line at the end of a table is no part of it.
func isNote(l Line, above []Line) bool {
	text := l.alone()
	if slices.ContainsFunc(l.Cells[min(1, len(l.Cells)):], func(c string) bool {
		return c != "" && (missing[strings.ToLower(c)] != "" || numberPattern.MatchString(c))
	}) {
		return false // it has a value
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
	apart := last.filled() == 0 || last.Number < l.Number-1
	return apart || len(text) > longestLabel || strings.HasSuffix(text, ".") || last.filled() == 1 || len(l.Cells) < len(last.Cells)
}
