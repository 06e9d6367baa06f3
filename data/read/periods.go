package read

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"factframe/data"
)

// periodOf returns the period of a line and a column of values, and any mark next to it.
type periodOf func(l Line, column int) (p data.Period, mark string, err error)

// periods determines how the periods of a table are written.
func (t *Table) periods(times []*column, h heads, b block, s shape, of stated, title string, o Options) (periodOf, error) {
	switch {
	case h.periods != nil && !h.months && len(times) == 1 && monthsOnly(s, times[0].at):
		return t.monthsDown(times[0], h, b, title, o)
	case h.periods != nil && !h.months:
		c, err := t.calendarOf(h.periods, title, o)
		return func(_ Line, j int) (data.Period, string, error) { return t.read(c, h.periods[j]) }, err
	case len(times) == 0:
		return t.onePeriod(of, title, o)
	case len(times) == 2 && startHead.MatchString(times[0].head()) && endHead.MatchString(times[1].head()):
		return t.startsAndEnds(times, b, title, o)
	}
	return t.periodsDown(times, h, b, s, title, o)
}

var (
	startHead = regexp.MustCompile(`(?i)\b(?:start|from|begin|first)`)
	endHead   = regexp.MustCompile(`(?i)\b(?:end|to|until|last)`)
)

// onePeriod returns the period stated above a table, or none.
func (t *Table) onePeriod(of stated, title string, o Options) (periodOf, error) {
	none := func(Line, int) (data.Period, string, error) { return data.Period{}, "", nil }
	if of.period == "" || !isPeriod(of.period) {
		return none, nil
	}
	c, err := t.calendarOf([]written{{0, -1, of.period}}, title, o)
	if err != nil {
		return none, nil
	}
	o.guess("", "All values are for %q, as stated in the table", of.period)
	return func(Line, int) (data.Period, string, error) { return t.read(c, written{0, -1, of.period}) }, nil
}

// monthsDown returns periods whose months are in a column and whose years are in the headings.
func (t *Table) monthsDown(months *column, h heads, b block, title string, o Options) (periodOf, error) {
	of := func(l Line, j int) written {
		return written{l.Number, months.at, h.periods[j].cell + " " + quarterly(l.cell(months.at))}
	}
	var cells []written
	for _, l := range b.lines {
		for j := range h.columns {
			cells = append(cells, of(l, j))
		}
	}
	c, err := t.calendarOf(cells, title, o)
	return func(l Line, j int) (data.Period, string, error) { return t.read(c, of(l, j)) }, err
}

// startsAndEnds returns periods whose first and last days are in two columns.
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

// periodsDown returns the periods in a column, or in a column of years with months next to
// it or in the headings.
func (t *Table) periodsDown(times []*column, h heads, b block, s shape, title string, o Options) (periodOf, error) {
	first := times[0]
	var within *column // the column of months or quarters within the year
	if len(times) > 1 {
		switch {
		case monthsOnly(s, times[1].at):
			within = times[1]
		case monthsOnly(s, first.at):
			first, within = times[1], first
		}
	}
	of := func(l Line, j int) written {
		cell := written{l.Number, first.at, l.cell(first.at)}
		switch {
		case h.months && j >= 0:
			cell.cell += " " + quarterly(h.periods[j].cell)
		case within != nil:
			cell.cell += " " + quarterly(l.cell(within.at))
		}
		return cell
	}
	var cells []written
	for _, l := range b.lines {
		for j := range h.columns {
			w := of(l, j)
			if l.cell(first.at) == "" {
				return nil, t.problem(l.Number, first.at, "is empty", fmt.Sprintf("write the value of %q in every line", cmp.Or(first.name(), "the period")))
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
		o.guessOf(first, "-category %q", "Days such as %q are read as the %s that begin on them", cells[0].cell, map[int]string{1: "months", 3: "quarters", 12: "years"}[whole])
		return func(l Line, j int) (data.Period, string, error) {
			p, mark, err := t.read(c, of(l, j))
			y, m, _ := p.Start.Numbers()
			p, _ = spanOfMonths(y, m, whole)
			return p, mark, err
		}, nil
	}
	return func(l Line, j int) (data.Period, string, error) { return t.read(c, of(l, j)) }, nil
}

// quarterly returns a month or quarter in the form that follows a year.
func quarterly(cell string) string {
	if m := quarterOnly.FindStringSubmatch(cell); m != nil && len(cell) > 0 {
		return "Q" + m[1]
	}
	return cell
}

func (t *Table) read(c calendar, w written) (p data.Period, mark string, err error) {
	if w.cell == "" {
		return p, "", nil
	}
	_, mark = unmarked(w.cell)
	p, ok := c.period(w.cell)
	if !ok {
		err = t.problem(w.line, w.column, fmt.Sprintf("%q is not a known form of period", w.cell), "write it as 2018, 2018/19, 2018-Q3, 2018-03 or 2018-03-31")
	}
	return p, mark, err
}

// firstsOf returns how many months the periods have that start on these days: 1, 3 or 12 if
// the days are the first of consecutive months, quarters or years, otherwise 0.
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
	begins := func(m int) bool { return m%step == 0 } // quarters and years of the calendar
	if step == 1 || (step == 3 || step == 12) && !slices.ContainsFunc(list, func(m int) bool { return !begins(m - 1) }) {
		return step
	}
	return 0
}
