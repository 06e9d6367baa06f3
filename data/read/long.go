package read

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"factframe/data"
)

// point is one value of a table with all that its line and its column say of it.
type point struct {
	line, column int
	value        value
	low, high    *value
	period       data.Period
	codes        []string // labels, one for each of the table's dimensions
	measure      string
	unit         string // in words
	notes        []string
}

// long is a table as points: one for each value, whatever its form was.
type long struct {
	dimensions []string
	points     []point
	title      string            // of the whole, where a column has it
	context    string            // constants, such as a country that every line names
	ids        map[string]string // label → the code that a column of codes has for it
}

// long melts a table.
func (t *Table) long(s shape, columns []*column, from stated, title string, o Options) (*long, error) {
	unit := from.unit
	of := func(r role) []*column {
		return slices.Collect(func(yield func(*column) bool) {
			for _, c := range columns {
				if c.role == r && !yield(c) {
					return
				}
			}
		})
	}
	out := &long{ids: map[string]string{}}
	body := t.sections(s, columns, o)
	unit = cmp.Or(unit, body.unit)
	categories := t.distinct(of(category), of(timed), body, out, o)
	for _, r := range []role{unitOf, scaled, measured, timed} {
		for _, c := range of(r) {
			if startHead.MatchString(c.head()) || endHead.MatchString(c.head()) {
				continue
			}
			if slices.ContainsFunc(of(r), func(other *column) bool {
				return other != c && oneToOne(body, c.at, other.at) && codeOf(c, other, body)
			}) {
				c.role = unused
			}
		}
	}
	for _, c := range categories {
		name, beside := partUnit(c.name(), false)
		unit = cmp.Or(unit, beside) // many tables write the unit into the corner
		out.dimensions = append(out.dimensions, cmp.Or(name, "Category"))
	}
	if body.named {
		out.dimensions = append(out.dimensions, "Group")
	}
	times, values := of(timed), of(valued)
	if len(values) == 0 {
		for _, c := range columns {
			if c.wrong.cell != "" && c.numbers > 0 {
				return nil, t.noNumber(c)
			}
		}
		return nil, t.problem(0, -1, "has no column of numbers", "name a table with values")
	}
	h, err := t.headsOf(values, len(times) > 0, s, o)
	if err != nil {
		return nil, err
	}
	if h.dimension != "" {
		out.dimensions = append(out.dimensions, h.dimension)
	}
	periods, err := t.periods(times, h, body, from, title, o)
	if err != nil {
		return nil, err
	}
	keep, err := t.where(columns, o)
	if err != nil {
		return nil, err
	}
	for i, l := range body.lines {
		if !keep(l) {
			continue
		}
		for j, v := range h.columns {
			p := point{line: l.Number, column: v.at, value: v.values[body.at[i]], unit: cmp.Or(h.units[j], unit), measure: h.measures[j]}
			for _, c := range categories {
				label := l.cell(c.at)
				if label == "" {
					return nil, t.problem(l.Number, c.at, "is empty", fmt.Sprintf("write what %q is here, in every line", c.name()))
				}
				p.codes = append(p.codes, label)
			}
			if body.named {
				p.codes = append(p.codes, body.sections[i])
			}
			if h.dimension != "" {
				p.codes = append(p.codes, h.labels[j])
			}
			var mark string
			if p.period, mark, err = periods(l, j); err != nil {
				return nil, err
			}
			p.marked(mark)
			t.beside(&p, l, body.at[i], of, v)
			out.points = append(out.points, p)
		}
	}
	if len(out.points) == 0 {
		return nil, t.problem(0, -1, "has no line that -where keeps", "write it as \"Column=value\", with a value that the column has")
	}
	return out, out.differ(t)
}

// marked takes the mark that stands beside a point's period.
func (p *point) marked(mark string) {
	if mark == "" || strings.HasPrefix(mark, "[YR") {
		return
	}
	p.notes = append(p.notes, fmt.Sprintf("The period is marked %q in the table.", mark))
	if !p.value.missing && p.value.status == "" {
		p.value.status = statuses[strings.ToLower(mark)]
	}
}

// beside adds what other columns of the line say of a value.
func (t *Table) beside(p *point, l Line, at int, of func(role) []*column, v *column) {
	if v.ends[0] != nil {
		p.low, p.high = &v.ends[0].values[at], &v.ends[1].values[at]
	}
	for _, c := range of(noted) {
		mark := l.cell(c.at)
		if mark == "" || mark == "A" || strings.EqualFold(mark, "normal value") {
			continue
		}
		p.notes = append(p.notes, c.name()+": "+mark)
		if p.value.status == "" && sdmxHead.MatchString(c.head()) {
			p.value.status = statuses[strings.ToLower(mark)]
		}
	}
	for _, c := range of(measured) {
		p.measure = strings.TrimPrefix(p.measure+", "+l.cell(c.at), ", ")
	}
	for _, c := range of(scaled) {
		p.unit = strings.TrimSpace(scaleWord(l.cell(c.at)) + " " + p.unit)
	}
	for _, c := range of(unitOf) {
		p.unit = strings.TrimSpace(strings.TrimSpace(p.unit) + " " + l.cell(c.at))
	}
}

// sdmxHead names a column whose letters are those of SDMX; those of others mean
// something else.
var sdmxHead = regexp.MustCompile(`(?i)^(?:obs[_ ]flag|obs[_ ]status|flags?|flag codes)$`)

func scaleWord(cell string) string {
	switch cell = strings.ToLower(strings.TrimSpace(cell)); cell {
	case "", "units", "unit", "0", "1":
		return ""
	case "3", "1000":
		return "thousand"
	case "6", "1000000":
		return "million"
	case "9":
		return "billion"
	}
	return cell
}

// differ refuses two values of one thing at one time.
func (l *long) differ(t *Table) error {
	seen := map[string]point{}
	for _, p := range l.points {
		key := fmt.Sprint(strings.Join(p.codes, "\x00"), "\x00", p.measure, "\x00", p.unit, p.period.Start, p.period.End, p.period.Text)
		other, has := seen[key]
		if has {
			return t.problem(p.line, p.column, fmt.Sprintf("stands for the same as line %d (%s)", other.line, strings.Trim(strings.Join(append(slices.Clone(p.codes), p.measure), ", "), ", ")), "tell the lines apart by a column, or keep one of them with -where")
		}
		seen[key] = p
	}
	return nil
}

// block is the body of a table without its empty lines, and with the heads of
// sections that stood in lines of their own.
type block struct {
	lines    []Line
	at       []int    // the place of each in the body
	sections []string // under which each stands
	unit     string   // that a line of its own names
	named    bool     // sections tell lines apart that are the same without them
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
		b.lines, b.at, b.sections = append(b.lines, l), append(b.at, i), append(b.sections, cmp.Or(section, "Ungrouped"))
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
		o.note("Left out: lines with a label and no values: %s.", listed(order))
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

// distinct leaves out categories that tell nothing apart: those that say the
// same in every line, and codes of what another column names.
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
		list = append(list, c)
	}
	list = slices.DeleteFunc(list, func(c *column) bool {
		for _, other := range times {
			if oneToOne(b, c.at, other.at) && len(values(b, c.at)) > 1 && isPeriod(values(b, c.at)[0]) {
				o.note("Left out: %q, which says what %q says.", c.name(), other.name())
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
		o.note("The same in every line, and said once: %s.", strings.Join(constants, ", "))
		out.context = strings.Join(constants, ", ")
	}
	return list
}

// houseHead names what only the publisher's own machines read.
var houseHead = regexp.MustCompile(`(?i)^(?:dataflow|last update|structure.*|freq(?:uency)?|action|decimals|.*[_ ]code)$`)

func values(b block, at int) []string {
	var list []string
	seen := map[string]bool{}
	for _, l := range b.lines {
		if c := l.cell(at); c != "" && !seen[c] {
			seen[c] = true
			list = append(list, c)
		}
	}
	return list
}

// oneToOne reports whether each value of a column goes with one of another.
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

// codeOf reports whether a column is the one of two with the codes: that which
// its head says, or the shorter one, or the second.
func codeOf(c, other *column, b block) bool {
	if code := codeHead.MatchString(c.head()); code != codeHead.MatchString(other.head()) {
		return code
	}
	a, z := strings.Join(values(b, c.at), ""), strings.Join(values(b, other.at), "")
	if x, y := letters(a), letters(z); (x == 0) != (y == 0) { // a number names nothing
		return x == 0
	}
	if x, y := small(a)*len(z), small(z)*len(a); x != y { // codes have few small letters
		return x < y
	}
	return len(a) < len(z) || len(a) == len(z) && c.at > other.at
}

func letters(s string) int {
	return strings.Count(strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return 'a'
		}
		return -1
	}, s), "a")
}

// small counts the small letters of a text.
func small(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			n++
		}
	}
	return n
}

// where keeps the lines that a person asked for.
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
			return nil, t.problem(0, -1, fmt.Sprintf("has no column %q", name), "name one of "+strings.Join(names[:min(len(names), 20)], ", "))
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
