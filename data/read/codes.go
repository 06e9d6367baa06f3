package read

import (
	"regexp"
	"strings"
	"unicode"
)

// rowHead matches the heading of a column that only numbers the lines; programs write several.
var rowHead = regexp.MustCompile(`(?i)^(?:|#|no\.?|nr\.?|num|n|lp\.?|seq|row(?: ?(?:number|num|no|id|names?))?|line|idx|x|v1|unnamed: ?0)$`)

// numbersRows reports whether a column counts the lines of a table: 1, 2, 3 or 0, 1, 2.
func (c *column) numbersRows(s shape) bool {
	next, first, most := -1, -1, 0 // it may begin again, as with every month
	for _, l := range s.body {
		if l.filled() < 2 {
			continue
		}
		cell := l.cell(c.at)
		if !undivided.MatchString(cell) || cell == "" || len(cell) > 7 {
			return false
		}
		n := atoi(cell)
		if next < 0 && n > 1 || next >= 0 && n != next && n != first {
			return false
		}
		if next < 0 {
			first = n
		}
		next, most = n+1, max(most, n+1)
	}
	return most > 2 && rowHead.MatchString(c.head())
}

// isCode reports whether a column of numbers consists of codes: by its heading, or because
// numbers begin with zeros.
func isCode(c *column, s shape) bool {
	if c.numbers == 0 || !whole(s, c.at) {
		return false
	}
	return c.looksCoded(s)
}

// looksCoded is isCode for a column whose cells are not counted yet.
func (c *column) looksCoded(s shape) bool {
	if codeHead.MatchString(c.head()) || refHead.MatchString(c.head()) {
		return true
	}
	zeros, same := 0, 0
	for _, l := range s.body {
		cell := l.cell(c.at)
		if strings.ContainsAny(cell, " -") || len(cell) > mostOfCode {
			return false
		}
		if len(cell) > 1 && cell[0] == '0' {
			zeros++
		}
		if len(cell) == len(s.body[0].cell(c.at)) {
			same++
		}
	}
	return zeros > 0 && same*2 > len(s.body)
}

// mostOfCode is the most characters of a code that is recognised without its heading.
const mostOfCode = 8

// follows reports whether each text of a column goes with one value of another: the number of a
// district, or the week of a day. Only headings that may be those of numbers are considered,
// because a measure may also stay the same.
func (c *column) follows(other *column, s shape) bool {
	return numberHead.MatchString(c.head()) && !strings.EqualFold(c.head(), "number") && c.goesWith(other, s)
}

// goesWith reports whether a column has one value for each text of another.
func (c *column) goesWith(other *column, s shape) bool {
	of, lines := map[string]string{}, 0
	for _, l := range s.body {
		key, cell := l.cell(other.at), l.cell(c.at)
		if l.filled() < 2 || key == "" {
			continue
		}
		if before, has := of[key]; has {
			if before != cell {
				return false
			}
			lines++
		}
		of[key] = cell
	}
	return lines > 0
}

// numberHead matches headings that end like the names of numbers and codes.
var numberHead = regexp.MustCompile(`(?i)\b(?:nr|no|num|number|nummer|numero|número|numer|code|codes|codice|codigo|código|kod|id|key|week|kw|woche|semaine|semana|settimana|sort|order|rank|ripartizione|iso)$|(?i)\b(?:code|codes|codice|codigo|código|kod)(?: .*)?$|^(?:cod|codice|codigo|código|kod|id|bfs|ags|istat) `)

// refHead matches headings of columns that refer to rows of other tables.
var refHead = regexp.MustCompile(`(?i)^(?:.*\b)?(?:ref|ref no|reference|key|oid|objectid|object id|fid|uid|uuid|guid|cod|codice|codigo|código|kod|kode|schlüssel|ags|nis|siren|siret|insee|postcode|zip|plz|uprn|urn|ukprn)\.?$|^(?i:cod|codice|codigo|código|kod|ref|id) `)

// links reports whether all texts of a column are web addresses.
func links(c *column, s shape) bool {
	n := 0
	for _, l := range s.body {
		cell := strings.ToLower(l.cell(c.at))
		if cell == "" || l.filled() < 2 {
			continue
		}
		if !strings.HasPrefix(cell, "https://") && !strings.HasPrefix(cell, "http://") && !strings.HasPrefix(cell, "www.") || strings.ContainsRune(cell, ' ') {
			return false
		}
		n++
	}
	return n > 0
}

// inWords returns a name with a space between its words: "YearCode" and "year_code" are
// "Year Code" and "year code".
func inWords(name string) string {
	var b strings.Builder
	last := ' '
	for _, c := range name {
		switch {
		case c == '_':
			c = ' '
		case unicode.IsUpper(c) && unicode.IsLower(last):
			b.WriteByte(' ')
		}
		b.WriteRune(c)
		last = c
	}
	return strings.TrimSpace(b.String())
}
