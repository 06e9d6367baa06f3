package read

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/check"
)

// point is one value of a table, with everything its line and column say about it.
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

// long is a table in long form: one point for each value.
type long struct {
	dimensions []string
	points     []point
	title      string   // of the whole table, if a column gives it
	constants  []string // those that fit below a headline
	context    string   // constants, such as a country that every line names
	measured   string   // the name of the column with the measure of each line
	ofColumns  int      // the dimension whose codes are columns; -1 if there is none
	warnings   []Warning
	opens      map[int]string    // by dimension of which a picture shows one code at a time: the first
	choices    map[int]levels    // by dimension of which a picture shows one code at a time: its totals
	ids        map[string]string // label → its code, from a column of codes
}

// long converts a table to long form.
func (t *Table) long(s shape, columns []*column, from stated, title string, o Options) (*long, error) {
	out := &long{ids: map[string]string{}, choices: map[int]levels{}, opens: map[int]string{}, ofColumns: -1}
	m := melt{columns: columns, body: t.sections(s, columns, o)}
	m.unit = cmp.Or(from.unit, m.body.unit)
	m.categories = t.distinct(m.of(category), m.of(timed), m.body, out, o)
	m.withoutCodes()
	for _, c := range m.categories {
		name, beside := partUnit(c.name(), false)
		m.unit = cmp.Or(m.unit, beside) // many tables have the unit in the corner
		out.dimensions = append(out.dimensions, cmp.Or(displayed(name), o.words().Say("draft.category")))
	}
	if m.body.named {
		out.dimensions = append(out.dimensions, o.words().Say("draft.group"))
	}
	if len(m.of(valued)) == 0 {
		return nil, t.noValues(columns)
	}
	if measures := m.of(measured); len(measures) == 1 {
		out.measured = measures[0].chosenBy()
	}
	var err error
	if m.heads, err = t.headsOf(m.of(valued), m.givesYears(s), s, o); err != nil {
		return nil, err
	}
	if m.heads.dimension != "" {
		out.ofColumns = len(out.dimensions)
		out.dimensions = append(out.dimensions, m.heads.dimension)
	}
	if m.period, err = t.periods(m.of(timed), m.heads, m.body, s, from, title+" "+out.context, o); err != nil {
		return nil, err
	}
	keep, err := t.where(columns, o)
	if err != nil {
		return nil, err
	}
	for i, l := range m.body.lines {
		for j := range m.heads.columns {
			if !keep(l) {
				break
			}
			p, err := t.point(m, i, j)
			if err != nil {
				return nil, err
			}
			if out.points = append(out.points, p); len(out.points) > mostPoints {
				return nil, t.tooMany(fmt.Sprintf("more than %d", mostPoints))
			}
		}
	}
	if len(out.points) == 0 {
		return nil, t.problem(0, -1, "has no line that matches -where", "write it as \"Column=value\", with a value from that column")
	}
	return out, out.differ(t)
}

// mostPoints is the most values that are read. It exceeds the limit of a package, because
// totals are removed later.
const mostPoints = 5 * check.MostFigures

// tooMany returns the error for a table with more values than a package may have.
func (t *Table) tooMany(values string) error {
	return t.problem(0, -1, fmt.Sprintf("has %s values", values),
		fmt.Sprintf("select at most %d of them with -where \"Column=value\" or -values; or write a package whose series has records, which are added up (see data/README.md)", check.MostFigures))
}

// melt contains what determines the meaning of a table's cells.
type melt struct {
	columns, categories []*column
	body                block
	heads               heads
	period              periodOf
	unit                string // for values without another unit
}

// of returns the columns with a role.
func (m melt) of(r role) []*column {
	var list []*column
	for _, c := range m.columns {
		if c.role == r {
			list = append(list, c)
		}
	}
	return list
}

// givesYears reports whether a column has periods that are more than the names of months.
func (m melt) givesYears(s shape) bool {
	return slices.ContainsFunc(m.of(timed), func(c *column) bool { return !monthsOnly(s, c.at) })
}

// withoutCodes removes columns of codes that repeat the units, measures or periods of
// another column.
func (m melt) withoutCodes() {
	for _, r := range []role{unitOf, scaled, measured, timed} {
		for _, c := range m.of(r) {
			if startHead.MatchString(c.head()) || endHead.MatchString(c.head()) {
				continue
			}
			if slices.ContainsFunc(m.of(r), func(other *column) bool {
				return other != c && oneToOne(m.body, c.at, other.at) && (r != measured || len(values(m.body, c.at)) > 1 || longest(values(m.body, c.at)) <= mostOfShort) && codeOf(c, other, m.body)
			}) {
				c.role = unused
			}
		}
	}
}

// noValues returns the error for a table without a column of values. If a column has some
// numbers, it names the first cell that is not one.
func (t *Table) noValues(columns []*column) error {
	for _, c := range columns {
		if len(c.wrong) > 0 && c.numbers > 0 && !isCodeHead(c) {
			return t.noNumbers(c)
		}
	}
	return t.problem(0, -1, "has no column of numbers", "use a table with values")
}

// point returns the value in a line of the body and a column of values.
func (t *Table) point(m melt, line, column int) (point, error) {
	l, v := m.body.lines[line], m.heads.columns[column]
	p := point{line: l.Number, column: v.at, value: v.values[m.body.at[line]], unit: cmp.Or(m.heads.units[column], m.unit), measure: m.heads.measures[column]}
	for _, c := range m.categories {
		label := l.cell(c.at)
		if label == "" {
			return p, t.problem(l.Number, c.at, "is empty", fmt.Sprintf("write the value of %q in every line", c.name()))
		}
		p.codes = append(p.codes, label)
	}
	if m.body.named {
		p.codes = append(p.codes, m.body.sections[line])
	}
	if m.heads.dimension != "" {
		p.codes = append(p.codes, m.heads.labels[column])
	}
	var mark string
	var err error
	if p.period, mark, err = m.period(l, column); err != nil {
		return p, err
	}
	p.marked(mark)
	p.beside(m, l, m.body.at[line], v)
	return p, nil
}

// marked records the mark next to a point's period.
func (p *point) marked(mark string) {
	if mark == "" || strings.HasPrefix(mark, "[YR") {
		return
	}
	p.notes = append(p.notes, fmt.Sprintf("The period is marked %q in the table.", mark))
	if !p.value.missing && p.value.status == "" {
		p.value.status = statuses[strings.ToLower(mark)]
	}
}

// beside adds what other columns of the line say about a value.
func (p *point) beside(m melt, l Line, at int, v *column) {
	if v.ends[0] != nil {
		p.low, p.high = &v.ends[0].values[at], &v.ends[1].values[at]
	}
	for _, c := range m.of(noted) {
		mark := l.cell(c.at)
		if mark == "" || mark == "A" || strings.EqualFold(mark, "normal value") {
			continue
		}
		p.notes = append(p.notes, c.name()+": "+mark)
		if p.value.status == "" && sdmxHead.MatchString(c.head()) {
			p.value.status = statuses[strings.ToLower(mark)]
		}
	}
	for _, c := range m.of(measured) {
		measure := l.cell(c.at)
		if undivided.MatchString(measure) {
			measure = c.name() + " " + measure
		}
		p.measure = strings.TrimPrefix(p.measure+", "+measure, ", ")
	}
	for _, c := range m.of(scaled) {
		p.unit = strings.TrimSpace(scaleWord(l.cell(c.at)) + " " + p.unit)
	}
	for _, c := range m.of(unitOf) {
		p.unit = strings.TrimSpace(strings.TrimSpace(p.unit) + " " + l.cell(c.at))
	}
}

// sdmxHead matches columns whose letters are SDMX codes. In other columns the same letters
// mean something else.
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

// differ reports two values for the same thing and period.
func (l *long) differ(t *Table) error {
	seen := map[string]point{}
	for _, p := range l.points {
		key := fmt.Sprint(strings.Join(p.codes, "\x00"), "\x00", p.measure, "\x00", p.unit, p.period.Start, p.period.End, p.period.Text)
		other, has := seen[key]
		if has {
			return t.problem(p.line, p.column, fmt.Sprintf("describes the same thing as line %d (%s)", other.line, strings.Trim(strings.Join(append(slices.Clone(p.codes), p.measure), ", "), ", ")), "add a column that distinguishes them, or select one of them with -where")
		}
		seen[key] = p
	}
	return nil
}
