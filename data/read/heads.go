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
		for level, text := range c.levels {
			name, unit := partUnit(text, unitLevel(h.columns, level))
			h.units[i] = strings.TrimSpace(h.units[i] + " " + unit)
			if name != "" && !valueHead.MatchString(name) {
				names[i] = strings.TrimPrefix(names[i]+", "+name, ", ")
			}
		}
		if beside := c.sign(); beside != (sign{}) && !strings.Contains(h.units[i], beside.words()) {
			h.units[i] = strings.TrimSpace(h.units[i] + " " + beside.words())
		}
	}
	copy(h.measures, names)
	if len(distinctOf(names)) > 1 {
		h.part(names, o)
	}
	return h, nil
}

// part decides of the columns of each unit whether they are groups of one measure.
func (h *heads) part(names []string, o Options) {
	var own []string
	for _, unit := range distinctOf(h.units) {
		var of []int
		var list []string
		for i := range h.columns {
			if h.units[i] == unit {
				of, list = append(of, i), append(list, names[i])
			}
		}
		list = distinctOf(list)
		for j, name := range list {
			list[j] = cmp.Or(name, "the values")
		}
		if len(list) == 1 || !h.groups(of, names, o) {
			own = append(own, list...)
			continue
		}
		h.labels, h.dimension = names, cmp.Or(groupName(h.columns), "Column")
		for _, i := range of {
			h.measures[i] = ""
		}
		o.note("The columns %s are read as groups of one measure; say -columns measures if they count different things.", listed(list))
	}
	if len(own) > 1 {
		o.note("The columns %s are read as measures of their own, which share no axis; say -columns groups if they are groups of one.", listed(own))
	}
}

// distinctOf are texts, each once, in their order.
func distinctOf(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
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
var unitBehind = regexp.MustCompile(`(?i)^(.*?\S)(?:,| in|:)? (%|per ?cent|[£$€][ a-z0-9'’]*|(?:Mio|Mrd|Tsd|million|billion|thousand)s?\b.*)$`)

// unitLevel reports whether a line of heads names units alone.
func unitLevel(columns []*column, level int) bool {
	for _, c := range columns {
		if _, known := knownUnit(c.levels[level]); !known {
			return false
		}
	}
	return true
}

// partUnit parts the unit in brackets, or of a head that may be one, from its name.
func partUnit(text string, whole bool) (name, unit string) {
	if u, known := knownUnit(text); whole && known && (u.Kind != data.IndexKind || len(strings.Fields(text)) < 4) && u.Kind != data.RateKind {
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
func (h heads) groups(of []int, names []string, o Options) bool {
	if o.Columns != "" {
		return o.Columns == "groups"
	}
	var medians []float64
	var asked []string
	decimals, kinds := map[bool]int{}, map[string]bool{}
	for _, i := range of {
		c := h.columns[i]
		asked = append(asked, names[i])
		kinds[kindIn(names[i])] = true
		if n := c.median(); n > 0 && !totalWord.MatchString(names[i]) {
			medians = append(medians, n)
		}
		decimals[slices.ContainsFunc(c.values, func(v value) bool { return strings.Contains(v.plain, ".") })]++
	}
	const alike = 400 // how many times as large the largest group may be
	if len(decimals) > 1 || len(kinds) > 1 || len(medians) > 1 && slices.Max(medians) > alike*slices.Min(medians) {
		return false
	}
	if answer, err := o.ask(fmt.Sprintf("Are %s groups of one measure, or measures of their own", listed(distinctOf(asked))), "groups", "measures"); err == nil {
		return answer == "groups"
	}
	return true
}

var (
	errorish = regexp.MustCompile(`(?i)\b(?:margin of error|standard error|moe|se|conf|confidence|cv|sample size|denominator|numerator)\b`)
	rateWord = regexp.MustCompile(`(?i)\b(?:rates?|ratio|per)\b`)
)

// kindIn is what sort of number a name says, where it does: columns of different
// sorts are no groups of one measure.
func kindIn(name string) string {
	switch {
	case errorish.MatchString(name):
		return name
	case changeish.MatchString(name):
		return "change"
	case indexWord.MatchString(name):
		return "index"
	case percentWithin.MatchString(name):
		return "percent"
	case rateWord.MatchString(name):
		return "rate"
	}
	return ""
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

// periodOf is the period of a line and a column of values, and the mark beside it.
type periodOf func(l Line, column int) (p data.Period, mark string, err error)

// periods finds out how the periods of a table are written.
func (t *Table) periods(times []*column, h heads, b block, of stated, title string, o Options) (periodOf, error) {
	switch {
	case h.periods != nil && !h.months:
		c, err := t.calendarOf(h.periods, title, o)
		return func(_ Line, j int) (data.Period, string, error) { return t.read(c, h.periods[j]) }, err
	case len(times) == 0:
		return t.onePeriod(of, title, o)
	case len(times) == 2 && startHead.MatchString(times[0].head()) && endHead.MatchString(times[1].head()):
		return t.startsAndEnds(times, b, title, o)
	}
	return t.periodsDown(times, h, b, title, o)
}

var (
	startHead = regexp.MustCompile(`(?i)\b(?:start|from|begin|first)`)
	endHead   = regexp.MustCompile(`(?i)\b(?:end|to|until|last)`)
)

// onePeriod is that of a table which states it above, or none.
func (t *Table) onePeriod(of stated, title string, o Options) (periodOf, error) {
	none := func(Line, int) (data.Period, string, error) { return data.Period{}, "", nil }
	if of.period == "" || !isPeriod(of.period) {
		return none, nil
	}
	c, err := t.calendarOf([]written{{0, -1, of.period}}, title, o)
	if err != nil {
		return none, nil
	}
	o.note("All values are of %q, as the table says.", of.period)
	return func(Line, int) (data.Period, string, error) { return t.read(c, written{0, -1, of.period}) }, nil
}

// startsAndEnds are periods whose first and last days stand in two columns.
func (t *Table) startsAndEnds(times []*column, b block, title string, o Options) (periodOf, error) {
	var both [2]calendar
	for i, column := range times {
		var cells []written
		for _, l := range b.lines {
			cells = append(cells, written{l.Number, column.at, l.cell(column.at)})
		}
		var err error
		if both[i], err = t.calendarOf(cells, title, o); err != nil {
			return nil, err
		}
	}
	return func(l Line, _ int) (data.Period, string, error) {
		first, _, err := t.read(both[0], written{l.Number, times[0].at, l.cell(times[0].at)})
		if err != nil {
			return first, "", err
		}
		last, _, err := t.read(both[1], written{l.Number, times[1].at, l.cell(times[1].at)})
		if err == nil && last.End < first.Start {
			err = t.problem(l.Number, times[1].at, fmt.Sprintf("%q is before %q", l.cell(times[1].at), l.cell(times[0].at)), "write the first day before the last")
		}
		return data.Period{Start: first.Start, End: last.End}, "", err
	}, nil
}

// periodsDown are those of a column, or of a year with the months beside or above.
func (t *Table) periodsDown(times []*column, h heads, b block, title string, o Options) (periodOf, error) {
	first := times[0]
	if len(times) > 1 && monthsOnly(shape{body: b.lines}, first.at) && !monthsOnly(shape{body: b.lines}, times[1].at) {
		first, times = times[1], []*column{times[1], times[0]}
	}
	of := func(l Line, j int) written {
		cell := written{l.Number, first.at, l.cell(first.at)}
		switch {
		case h.months && j >= 0:
			cell.cell += " " + quarterly(h.periods[j].cell)
		case len(times) > 1 && monthsOnly(shape{body: b.lines}, times[1].at):
			cell.cell += " " + quarterly(l.cell(times[1].at))
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
		return func(l Line, j int) (data.Period, string, error) {
			p, mark, err := t.read(c, of(l, j))
			y, m, _ := p.Start.Numbers()
			p, _ = spanOfMonths(y, m, whole)
			return p, mark, err
		}, nil
	}
	return func(l Line, j int) (data.Period, string, error) { return t.read(c, of(l, j)) }, nil
}

// quarterly is a month or quarter as it stands behind its year.
func quarterly(cell string) string {
	if m := quarterOnly.FindStringSubmatch(cell); m != nil && len(cell) > 0 {
		return "Q" + m[1]
	}
	return cell
}

func (t *Table) read(c calendar, w written) (p data.Period, mark string, err error) {
	_, mark = unmarked(w.cell)
	p, ok := c.period(w.cell)
	if !ok {
		err = t.problem(w.line, w.column, fmt.Sprintf("%q is no period that can be read", w.cell), "write it as 2018, 2018/19, 2018-Q3, 2018-03 or 2018-03-31")
	}
	return p, mark, err
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
	begins := func(m int) bool { return m%step == 0 } // of quarters and years, as the calendar has them
	if step == 1 || (step == 3 || step == 12) && !slices.ContainsFunc(list, func(m int) bool { return !begins(m - 1) }) {
		return step
	}
	return 0
}
