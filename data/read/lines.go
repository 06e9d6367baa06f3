package read

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// block is the body of a table without empty lines, and without section headings in separate
// lines.
type block struct {
	lines    []Line
	at       []int    // the index of each line in the body
	sections []string // the section of each line
	unit     string   // given by a separate line
	named    bool     // sections distinguish lines that are otherwise equal
}

func (t *Table) sections(s shape, columns []*column, o Options) block {
	var b block
	section, labels := "", map[string]bool{}
	var order []string
	inOne, inSeveral := map[string]bool{}, false
	for i, l := range s.body {
		switch {
		case l.filled() == 0:
			continue
		case l.filled() == 1 && lastFilled(l) == firstCategory(columns) && s.width > 2:
			if section = l.alone(); !labels[section] {
				order = append(order, section)
			}
			labels[section] = true
			continue
		}
		b.lines, b.at, b.sections = append(b.lines, l), append(b.at, i), append(b.sections, cmp.Or(section, o.words().Say("draft.ungrouped")))
		key := ""
		for _, c := range columns {
			if c.role == category || c.role == timed || c.role == measured {
				key += l.cell(c.at) + "\x00"
			}
		}
		inSeveral = inSeveral || inOne[key]
		inOne[key] = true
	}
	b.named = len(labels) > 1 && inSeveral
	if len(order) == 1 {
		if _, known := knownUnit(order[0]); known {
			b.unit, order = order[0], nil
		}
	}
	if !b.named && len(order) > 0 {
		o.note("Left out: lines with a label but no values: %s.", listed(order))
	}
	return b
}

func firstCategory(columns []*column) int {
	for _, c := range columns {
		if c.role == category || c.role == timed {
			return c.at
		}
	}
	return -1
}

// distinct removes categories that do not distinguish anything: those with the same text in
// every line, and codes for the names in another column.
func (t *Table) distinct(categories, times []*column, b block, out *long, o Options) []*column {
	var list []*column
	var constants []string
	for _, c := range categories {
		if different := values(b, c.at); len(different) == 1 && len(b.lines) > 1 && len(categories) > 1 {
			full := !slices.ContainsFunc(b.lines, func(l Line) bool { return l.cell(c.at) == "" })
			if strings.EqualFold(c.head(), "structure_name") {
				out.title = different[0]
			}
			if full && !houseHead.MatchString(c.head()) {
				constants = append(constants, different[0])
			}
			continue
		}
		if len(categories) > 1 && c.at > 0 && slices.ContainsFunc(b.lines, func(l Line) bool { return l.cell(c.at) == "" }) && !codeHead.MatchString(c.head()) {
			c.role = noted
			o.note("%q, which is empty in some lines, is used for notes.", c.name())
			continue
		}
		list = append(list, c)
	}
	list = slices.DeleteFunc(list, func(c *column) bool {
		for _, other := range times {
			if oneToOne(b, c.at, other.at) && len(values(b, c.at)) > 1 && isPeriod(values(b, c.at)[0]) {
				o.note("Left out: %q, which repeats %q.", c.name(), other.name())
				return true
			}
		}
		for _, other := range list {
			if other == c || !oneToOne(b, c.at, other.at) || !codeOf(c, other, b) {
				continue
			}
			for _, l := range b.lines {
				out.ids[l.cell(other.at)] = l.cell(c.at)
			}
			o.note("Left out: %q, which has a code for each of %q.", c.name(), other.name())
			return true
		}
		return false
	})
	if len(constants) > 0 {
		constants = slices.Compact(constants)
		o.note("The same in every line, and shown once: %s.", strings.Join(constants, ", "))
		out.context = strings.Join(constants, ", ")
	}
	return list
}

// houseHead matches columns that only the publisher's own systems use.
var houseHead = regexp.MustCompile(`(?i)^(?:dataflow|last update|structure.*|freq(?:uency)?|action|decimals|.*[_ ]code)$`)

// values returns the distinct texts in a column.
func values(b block, at int) []string {
	var list []string
	for _, l := range b.lines {
		if c := l.cell(at); c != "" {
			list = append(list, c)
		}
	}
	return distinctOf(list)
}

// oneToOne reports whether each value in one column belongs to exactly one in the other.
func oneToOne(b block, a, c int) bool {
	forth, back := map[string]string{}, map[string]string{}
	for _, l := range b.lines {
		x, y := l.cell(a), l.cell(c)
		if x == "" { // aggregates often have no code
			continue
		}
		if other, has := forth[x]; has && other != y {
			return false
		}
		if other, has := back[y]; has && other != x {
			return false
		}
		forth[x], back[y] = y, x
	}
	return len(forth) > 0
}

// codeOf reports whether c, of two columns, is the one with codes: by its heading, or by its
// shorter texts, or because it comes second.
func codeOf(c, other *column, b block) bool {
	if code := codeHead.MatchString(c.head()); code != codeHead.MatchString(other.head()) {
		return code
	}
	a, z := strings.Join(values(b, c.at), ""), strings.Join(values(b, other.at), "")
	if x, y := howMany(a, unicode.IsLetter), howMany(z, unicode.IsLetter); (x == 0) != (y == 0) { // a number is not a name
		return x == 0
	}
	if x, y := howMany(a, unicode.IsLower)*len(z), howMany(z, unicode.IsLower)*len(a); x != y { // codes have few lower-case letters
		return x < y
	}
	return len(a) < len(z) || len(a) == len(z) && c.at > other.at
}

// howMany counts the characters of one kind in a text.
func howMany(s string, of func(rune) bool) int {
	n := 0
	for _, c := range s {
		if of(c) {
			n++
		}
	}
	return n
}

// where returns a filter for the lines that the user selects.
func (t *Table) where(columns []*column, o Options) (func(Line) bool, error) {
	wanted := map[int][]string{}
	for _, w := range o.Where {
		name, value, _ := strings.Cut(w, "=")
		i := slices.IndexFunc(columns, func(c *column) bool { return strings.EqualFold(c.name(), strings.TrimSpace(name)) })
		if i < 0 {
			var names []string
			for _, c := range columns {
				names = append(names, c.name())
			}
			return nil, t.problem(0, -1, fmt.Sprintf("has no column %q", name), "use one of "+strings.Join(names[:min(len(names), 20)], ", "))
		}
		wanted[columns[i].at] = append(wanted[columns[i].at], strings.TrimSpace(value))
	}
	return func(l Line) bool {
		for at, values := range wanted {
			if !slices.Contains(values, l.cell(at)) {
				return false
			}
		}
		return true
	}, nil
}
