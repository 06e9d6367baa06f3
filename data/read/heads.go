package read

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
)

// heads is what stands above the values of a table: periods, the codes of a
// dimension, units, or measures of their own.
type heads struct {
	columns   []*column
	periods   []written // one for each column, or none
	months    bool      // they are months or quarters of the year that a column has
	labels    []string  // of the dimension
	dimension string
	measures  []string
	units     []string
}

// headsOf parts what the heads of the columns of values say.
func (t *Table) headsOf(values []*column, timed bool, s shape, o Options) (heads, error) {
	h := heads{columns: values}
	levels := len(s.heads)
	if times := timeLevel(values, levels, timed); times >= 0 {
		for _, c := range values {
			if text := c.levels[times]; text != "" && text[0] >= '0' && text[0] <= '9' && !isPeriod(text) && !timed {
				return h, t.problem(s.heads[times].Number, c.at, fmt.Sprintf("%q is no period that can be read, and its neighbours are", text), "write it as they are")
			}
		}
		h.columns = slices.DeleteFunc(slices.Clone(values), func(c *column) bool {
			text := c.levels[times]
			out := !isPeriod(text) && !(timed && (month(text) > 0 || quarterOnly.MatchString(text)))
			if out {
				o.note("Left out: %q, which stands beside periods and is none.", c.name())
			}
			return out
		})
		for _, c := range h.columns {
			h.periods = append(h.periods, written{s.heads[times].Number, c.at, c.levels[times]})
			c.levels = slices.Concat(c.levels[:times], c.levels[times+1:])
		}
		h.months = timed
	}
	if h.periods == nil && len(h.columns) > mostGroups {
		return h, t.problem(s.heads[0].Number, h.columns[mostGroups].at, fmt.Sprintf("is the %dst of %d columns of values, whose names are no periods", mostGroups+1, len(h.columns)), "keep the columns that belong together, or write them below each other with a column of their names")
	}
	h.units, h.measures = make([]string, len(h.columns)), make([]string, len(h.columns))
	names := make([]string, len(h.columns))
	for i, c := range h.columns {
		for _, text := range c.levels {
			name, unit := partUnit(text)
			h.units[i] = strings.TrimSpace(h.units[i] + " " + unit)
			if name != "" && !valueHead.MatchString(name) {
				names[i] = strings.TrimPrefix(names[i]+", "+name, ", ")
			}
		}
		if beside := c.sign(); beside != (sign{}) {
			h.units[i] = strings.TrimSpace(h.units[i] + " " + beside.words())
		}
	}
	different := slices.Compact(slices.Sorted(slices.Values(names)))
	switch {
	case len(different) == 1:
		copy(h.measures, names)
	case h.groups(names, o):
		h.labels, h.dimension = names, cmp.Or(groupName(h.columns), "Column")
		o.note("The columns %s are read as groups of one measure; say -columns measures if they count different things.", listed(different))
	default:
		copy(h.measures, names)
		o.note("The columns %s are read as measures of their own, which share no axis; say -columns groups if they are groups of one.", listed(different))
	}
	return h, nil
}

// mostGroups is how many columns of values may stand side by side, but for periods.
const mostGroups = 60

// timeLevel is the line of heads that has periods, or −1. Some of its columns
// may have none, such as a change beside two years.
func timeLevel(values []*column, levels int, timed bool) int {
	for level := range levels {
		n := 0
		for _, c := range values {
			if text := c.levels[level]; isPeriod(text) && !timed || timed && (month(text) > 0 || quarterHead.MatchString(text)) {
				n++
			}
		}
		if n > 0 && n*2 >= len(values) && (n > 1 || len(values) <= 2 && !timed) {
			return level
		}
	}
	return -1
}

var quarterHead = regexp.MustCompile(`^(?:Q|T|K|Quarter )([1-4])$`)

// sign is what the values of a column have beside them.
func (c *column) sign() sign {
	for _, v := range c.values {
		if !v.missing {
			return v.sign
		}
	}
	return sign{}
}

func (s sign) words() string { return strings.TrimSpace(s.before + " " + s.after) }

var headUnit = regexp.MustCompile(`^(.*?)[,:]? ?[(\[]([^()\[\]]*)[)\]]$`)

// unitBehind is a unit behind a name: "Share in %", "Income, £ million".
var unitBehind = regexp.MustCompile(`(?i)^(.*?\S)(?:,| in|:)? (%|per ?cent|[£$€][ a-z]*|(?:Mio|Mrd|Tsd|million|billion|thousand)s?\b.*)$`)

// partUnit parts the unit in brackets, or of a head that is one, from its name.
func partUnit(text string) (name, unit string) {
	if u, known := knownUnit(text); known && (u.Kind != data.IndexKind || len(strings.Fields(text)) < 4) && u.Kind != data.RateKind {
		return "", text
	}
	if m := headUnit.FindStringSubmatch(text); m != nil {
		if _, known := knownUnit(m[2]); known || m[1] != "" && looksLikeUnit(m[2]) {
			return strings.TrimSpace(m[1]), m[2]
		}
	}
	if m := unitBehind.FindStringSubmatch(text); m != nil {
		if _, known := knownUnit(m[2]); known {
			return strings.Trim(m[1], " ,:"), m[2]
		}
	}
	return text, ""
}

// groups decides whether columns are groups of one measure: as a person says,
// and else by their units and sizes, which of one measure are alike.
func (h heads) groups(names []string, o Options) bool {
	if o.Columns != "" {
		return o.Columns == "groups"
	}
	if len(slices.Compact(slices.Sorted(slices.Values(h.units)))) > 1 {
		return false
	}
	var medians []float64
	decimals := map[bool]int{}
	for i, c := range h.columns {
		if n := c.median(); n > 0 && !totalWord.MatchString(names[i]) {
			medians = append(medians, n)
		}
		decimals[slices.ContainsFunc(c.values, func(v value) bool { return strings.Contains(v.plain, ".") })]++
	}
	const alike = 400 // how many times as large the largest group may be
	if len(decimals) > 1 || len(medians) > 1 && slices.Max(medians) > alike*slices.Min(medians) {
		return false
	}
	if answer, err := o.ask("columns", fmt.Sprintf("Are %s groups of one measure, or measures of their own", listed(names)), "groups", "measures"); err == nil {
		return answer == "groups"
	}
	return true
}

func (c *column) median() float64 {
	var list []float64
	for _, v := range c.values {
		if !v.missing {
			list = append(list, max(v.number, -v.number))
		}
	}
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return list[len(list)/2]
}

// groupName is what stands above all columns, where something does.
func groupName(columns []*column) string {
	if len(columns[0].levels) < 2 {
		return ""
	}
	name := columns[0].levels[0]
	for _, c := range columns {
		if c.levels[0] != name {
			return ""
		}
	}
	return name
}

func listed(names []string) string {
	const most = 4
	var quoted []string
	for _, n := range names[:min(len(names), most)] {
		quoted = append(quoted, fmt.Sprintf("%q", n))
	}
	if len(names) > most {
		quoted = append(quoted, fmt.Sprintf("and %d others", len(names)-most))
	}
	return strings.Join(quoted, ", ")
}

// periods is the period of a line and a column of values.
func (t *Table) periods(times []*column, h heads, b block, title string, o Options) (func(Line, int) (data.Period, error), error) {
	switch {
	case h.periods != nil && !h.months:
		c, err := t.calendarOf(h.periods, title, o)
		return func(_ Line, j int) (data.Period, error) { return t.read(c, h.periods[j]) }, err
	case len(times) == 0:
		return func(Line, int) (data.Period, error) { return data.Period{}, nil }, nil
	}
	first := times[0]
	if len(times) > 1 && monthsOnly(shape{body: b.lines}, first.at) && !monthsOnly(shape{body: b.lines}, times[1].at) {
		first, times = times[1], []*column{times[1], times[0]}
	}
	of := func(l Line, j int) written {
		cell := written{l.Number, first.at, l.cell(first.at)}
		switch {
		case h.months && j >= 0:
			cell.cell += " " + within(h.periods[j].cell)
		case len(times) > 1 && monthsOnly(shape{body: b.lines}, times[1].at):
			cell.cell += " " + within(l.cell(times[1].at))
		}
		return cell
	}
	var cells []written
	for _, l := range b.lines {
		for j := range h.columns {
			w := of(l, j)
			if l.cell(first.at) == "" {
				return nil, t.problem(l.Number, first.at, "is empty", fmt.Sprintf("write what %q is here, in every line", cmp.Or(first.name(), "the period")))
			}
			cells = append(cells, w)
			if !h.months {
				break
			}
		}
	}
	c, err := t.calendarOf(cells, title+" "+first.name(), o)
	if err != nil {
		return nil, err
	}
	if whole := firstsOf(c, cells); whole > 0 {
		o.note("Days such as %q are read as the %s that they begin.", cells[0].cell, map[int]string{1: "months", 3: "quarters", 12: "years"}[whole])
		return func(l Line, j int) (data.Period, error) {
			p, err := t.read(c, of(l, j))
			y, m, _ := p.Start.Numbers()
			p, _ = spanOfMonths(y, m, whole)
			return p, err
		}, nil
	}
	return func(l Line, j int) (data.Period, error) { return t.read(c, of(l, j)) }, nil
}

// within is a month or quarter as it stands behind its year.
func within(cell string) string {
	if m := quarterOnly.FindStringSubmatch(cell); m != nil && len(cell) > 0 {
		return "Q" + m[1]
	}
	return cell
}

func (t *Table) read(c calendar, w written) (data.Period, error) {
	p, ok := c.period(w.cell)
	if !ok {
		return p, t.problem(w.line, w.column, fmt.Sprintf("%q is no period that can be read", w.cell), "write it as 2018, 2018/19, 2018-Q3, 2018-03 or 2018-03-31")
	}
	return p, nil
}

// firstsOf reports of how many months days are the first, where all of them are
// first days of months, quarters or years one after the other; 0 elsewhere.
func firstsOf(c calendar, cells []written) int {
	seen := map[data.Date]bool{}
	for _, w := range cells {
		p, ok := c.period(w.cell)
		if !ok || p.Start != p.End || p.Start.Day() != 1 {
			return 0
		}
		seen[p.Start] = true
	}
	if len(seen) < 3 {
		return 0
	}
	var list []int
	for d := range seen {
		y, m, _ := d.Numbers()
		list = append(list, 12*y+m)
	}
	slices.Sort(list)
	step := list[1] - list[0]
	for i := 1; i < len(list); i++ {
		step = min(step, list[i]-list[i-1])
	}
	if step == 1 || step == 3 || step == 12 {
		return step
	}
	return 0
}
