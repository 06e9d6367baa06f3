package read

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
		o.guess("", "Left out: lines with a label but no values: %s", listed(order))
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
			if strings.EqualFold(c.head(), "structure name") {
				out.title = different[0]
			}
			if _, missing := pointed.missingIn(different[0]); missing {
				continue
			}
			if full && !houseHead.MatchString(c.head()) {
				constants = append(constants, different[0])
			} else if full {
				o.guessOf(c, "", "Left out: %q, which is %q in every line", c.name(), different[0])
			}
			continue
		}
		list = append(list, c)
	}
	list = slices.DeleteFunc(list, func(c *column) bool {
		for _, other := range times {
			if oneToOne(b, c.at, other.at) && len(values(b, c.at)) > 1 && isPeriod(values(b, c.at)[0]) {
				o.guessOf(c, "-category %q", "Left out: %q, which repeats %q", c.name(), other.name())
				return true
			}
		}
		for _, other := range list {
			if other != c && isCodeHead(c) && !c.chosen && !isCodeHead(other) && !oneToOne(b, c.at, other.at) && c.goesWith(other, shape{body: b.lines}) {
				o.guessOf(c, "-category %q", "Left out: %q, which is the same wherever %q is", c.name(), other.name())
				return true
			}
			if other == c || c.chosen && other.chosen || !oneToOne(b, c.at, other.at) || !codeOf(c, other, b) {
				continue
			}
			for _, l := range b.lines {
				out.ids[l.cell(other.at)] = l.cell(c.at)
			}
			o.guessOf(c, "-category %q", "Left out: %q, which has a code for each of %q", c.name(), other.name())
			return true
		}
		return false
	})
	if len(constants) > 0 {
		constants = slices.Compact(constants)
		o.guess("", "The same in every line, and shown once: %s", strings.Join(constants, ", "))
		out.context, out.constants = strings.Join(constants, ", "), shortOf(constants)
	}
	return list
}

// mostOfConstants is the most characters of the texts that are the same in every line and fit
// below a headline.
const mostOfConstants = 80

// shortOf returns the texts if they fit below a headline, and else none.
func shortOf(constants []string) []string {
	if len(strings.Join(constants, ", ")) > mostOfConstants {
		return nil
	}
	return constants
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
// texts.
func codeOf(c, other *column, b block) bool {
	if c.chosen != other.chosen {
		return other.chosen
	}
	if code := isCodeHead(c); code != isCodeHead(other) {
		return code
	}
	texts, others := values(b, c.at), values(b, other.at)
	if x, y := longest(texts), longest(others); x <= mostOfShort && y >= 2*x || y <= mostOfShort && x >= 2*y { // wd, World
		return x < y
	}
	if x, y := likeCodes(texts), likeCodes(others); x != y {
		return x
	}
	if x, y := spacedIn(texts), spacedIn(others); x == 0 && 2*y > len(others) || y == 0 && 2*x > len(texts) { // bew_betrieb
		return x == 0
	}
	return likeCodes(texts) && c.at > other.at
}

// mostOfShort is the most characters of codes in small letters.
const mostOfShort = 4

// likeCodes reports whether texts look like codes: they have digits and no words, or are short
// and have no small letters.
func likeCodes(texts []string) bool {
	all := strings.Join(texts, "")
	small, digits := howMany(all, unicode.IsLower), howMany(all, unicode.IsDigit)
	return small == 0 && (digits > 0 || longest(texts) <= mostOfShort) || digits > 2*small
}

// spacedIn counts the texts that have several words.
func spacedIn(texts []string) (n int) {
	for _, s := range texts {
		if strings.ContainsRune(s, ' ') {
			n++
		}
	}
	return n
}

func isCodeHead(c *column) bool {
	return codeHead.MatchString(c.head()) || refHead.MatchString(c.head())
}

// longest returns the most characters of a text in a list.
func longest(list []string) (most int) {
	for _, s := range list {
		most = max(most, utf8.RuneCountInString(s))
	}
	return most
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
		c, err := t.find(columns, "-where", name)
		if err != nil {
			return nil, err
		}
		wanted[c.at] = append(wanted[c.at], strings.TrimSpace(value))
	}
	return func(l Line) bool {
		for at, values := range wanted {
			if !slices.Contains(values, l.cell(at)) && !slices.Contains(values, t.original(l, at)) {
				return false
			}
		}
		return true
	}, nil
}
