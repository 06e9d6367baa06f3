package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// tagged matches HXL tags, https://hxlstandard.org/standard/1-1final/.
var tagged = regexp.MustCompile(`^#[a-z][a-z0-9_]*(?: *\+[a-z0-9_]+)*$`)

// withoutExtraLines removes lines among the headings that are not part of a table: HXL tags,
// and the numbers of the columns.
func (t *Table) withoutExtraLines() {
	headed := false // the line before is the first with several words
	for i := 0; i+1 < len(t.Lines) && i < mostTop; i++ {
		l := t.Lines[i]
		if headed && (isTags(l) || numbersColumns(l, t.Lines[i-1], t.Lines[i+1])) {
			t.Lines = slices.Delete(slices.Clone(t.Lines), i, i+1)
			break
		}
		headed = l.filled() > 1 && !hasNumber(l)
	}
	t.withoutComments()
}

// mostTop is the number of lines at the top of a table among which headings are looked for.
const mostTop = 100

func isTags(l Line) bool {
	return l.filled() > 0 && !slices.ContainsFunc(l.Cells, func(c string) bool { return c != "" && !tagged.MatchString(c) })
}

var columnNumber = regexp.MustCompile(`^[(\[]?([0-9]{1,2}|[a-zA-Z])[)\]]?$`)

// numbersColumns reports whether a line below the headings only numbers the columns: 1, 2, 3 or
// (a), (b), (c).
func numbersColumns(l, above, below Line) bool {
	if l.filled() < 3 || l.cell(0) == "" || l.filled() < above.filled() || !hasNumber(below) {
		return false
	}
	next, bare := 0, true
	for _, c := range l.Cells {
		m := columnNumber.FindStringSubmatch(c)
		if m == nil {
			return false
		}
		n := atoi(m[1])
		if n == 0 {
			n = int(strings.ToLower(m[1])[0]-'a') + 1
		}
		if next > 0 && n != next || next == 0 && n > 2 {
			return false
		}
		next, bare = n+1, bare && m[0] == strconv.Itoa(n)
	}
	return !bare || l.cell(0) == "1" && below.cell(0) != "" && !numberPattern.MatchString(below.cell(0)) // 1, 2, 3 may also be values
}

// withoutComments turns comment lines at the top, which begin with #, into single texts. If
// the last of them has a name for each column, it is the line of headings.
func (t *Table) withoutComments() {
	for i := 0; i+1 < len(t.Lines) && i < mostTop; i++ {
		l := t.Lines[i]
		text, comment := strings.CutPrefix(l.cell(0), "# ")
		if !comment || i > 0 && !strings.HasPrefix(t.Lines[i-1].cell(0), "#") && t.Lines[i-1].filled() > 1 {
			continue
		}
		t.Lines[i].Cells = slices.Clone(l.Cells)
		if next := t.Lines[i+1]; len(l.Cells) == len(next.Cells) && l.filled() > 1 && !strings.HasPrefix(next.cell(0), "#") && hasNumber(next) {
			t.Lines[i].Cells[0] = text
			continue
		}
		t.Lines[i].Cells = []string{strings.Join(slices.DeleteFunc(append([]string{text}, l.Cells[1:]...), func(c string) bool { return c == "" }), ", ")}
	}
}

// baseLabel matches the label of a line that has the size of the sample below percentages.
var baseLabel = regexp.MustCompile(`(?i)^(?:un-?weighted |weighted )?(?:base|sample size|sample base)s?(?:: .*| ?\(.*|, .*)?$|^un-?weighted (?:n|count)$`)

// withoutBases leaves out lines with the size of a sample, which is another measure than the
// values above them.
func (t *Table) withoutBases(columns []*column, s shape, o Options) shape {
	at := firstCategory(columns)
	if at < 0 {
		return s
	}
	is := func(l Line) bool {
		label := l.cell(at)
		return l.filled() > 1 && baseLabel.MatchString(label) && !slices.Contains(o.Parts, label)
	}
	var labels []string
	others := 0
	for _, l := range s.body {
		if is(l) {
			labels = append(labels, l.cell(at))
		} else if l.filled() > 1 {
			others++
		}
	}
	if len(labels) == 0 || others <= len(labels) {
		return s
	}
	o.guess("-part "+inList(labels[0]), "Left out: %s, the size of the sample", listed(distinctOf(labels)))
	s.body = slices.Clone(s.body)
	for i, l := range s.body {
		if is(l) {
			s.body[i].Cells = nil
		}
	}
	return s
}
