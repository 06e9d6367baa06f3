package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
)

// calendar is how the periods of a table are written.
type calendar struct {
	layouts    []layout // the first that reads a cell is meant
	yearBegins int      // of years such as 2018/19; 0 where the table has none
	inferred   bool     // nobody said so
}

func (c calendar) period(cell string) (data.Period, bool) {
	for _, l := range c.layouts {
		if p, ok := l.periodIn(cell, max(1, c.yearBegins)); ok {
			if l.ofYears() && c.inferred {
				p.Basis = data.Inferred
				p.Text, _ = unmarked(cell)
			}
			return p, true
		}
	}
	return data.Period{}, false
}

const (
	financialYears    = "financial years"
	financialQuarters = "quarters of financial years"
)

// ofYears reports whether a layout has years that begin in a month of their own.
func (l layout) ofYears() bool { return l.name == financialYears || l.name == financialQuarters }

// written is a period as a cell has it, with its place.
type written struct {
	line, column int
	cell         string
}

// calendarOf finds the way in which all periods of a column, or all heads of a
// wide table, are written. Years, quarters and months may stand in one column;
// days in two ways may not.
func (t *Table) calendarOf(cells []written, context string, o Options) (calendar, error) {
	var all []layout
	for _, l := range layouts {
		fits := true
		for _, w := range cells {
			if _, ok := l.periodIn(w.cell, 1); !ok {
				fits = false
				break
			}
		}
		if fits {
			all = append(all, l)
		}
	}
	c := calendar{layouts: all}
	if len(all) == 0 {
		var err error
		if c.layouts, err = t.mixed(cells); err != nil {
			return c, err
		}
	} else if all[0].name == dayFirst && len(all) > 1 && all[1].name == monthFirst {
		var err error
		if c.layouts, err = t.dayOrMonth(cells, all, o); err != nil {
			return c, err
		}
	} else {
		c.layouts = all[:1]
	}
	if shortYear.MatchString(cells[0].cell) && !fourDigits.MatchString(cells[0].cell) {
		o.note("Years of two digits, as in %q, are read as %d to %d.", cells[0].cell, 1900+pivot, 1999+pivot)
	}
	for _, l := range c.layouts {
		if l.ofYears() {
			c.yearBegins, c.inferred = yearBegins(cells[0].cell, context, o)
		}
	}
	return c, nil
}

// dayOrMonth asks which of the two stands first, where every date can be read in
// both ways and they are not the same.
func (t *Table) dayOrMonth(cells []written, both []layout, o Options) ([]layout, error) {
	switch o.Dates {
	case "dmy":
		return both[:1], nil
	case "mdy":
		return both[1:2], nil
	}
	for _, w := range cells {
		one, _ := both[0].periodIn(w.cell, 1)
		other, _ := both[1].periodIn(w.cell, 1)
		if one.Start == other.Start {
			continue
		}
		answer, err := o.ask(fmt.Sprintf("Does the day or the month stand first in %q", w.cell), "day", "month")
		if err != nil {
			return nil, t.problem(w.line, w.column, fmt.Sprintf("%q may be %s or %s", w.cell, one.Start, other.Start), "say -dates dmy or -dates mdy, or write dates as 2018-03-31")
		}
		if answer == "month" {
			return both[1:2], nil
		}
		break
	}
	return both[:1], nil
}

// mixed finds a layout for each cell of a column that has several.
func (t *Table) mixed(cells []written) ([]layout, error) {
	var used []layout
	seen := map[string]written{}
	monthly := slices.ContainsFunc(cells, func(w written) bool { // 2011-11 is a month, and so 2011-12 is none of two years
		text, _ := unmarked(w.cell)
		return yearMonth.MatchString(text) && !isFinancial(text)
	})
	for _, w := range cells {
		found := false
		for _, l := range layouts {
			if p, ok := l.periodIn(w.cell, 1); ok && !(monthly && l.name == financialYears) {
				found = true
				length := fmt.Sprint(min(p.Months(), 13))
				if other, has := seen[length]; has && other.cell != l.name && (p.Months() == 0 || strings.Contains(l.name, "days")) {
					return nil, t.problem(w.line, w.column, fmt.Sprintf("%q is written in another way than the dates above it", w.cell), "write all dates in one way, as 2018-03-31")
				}
				if _, has := seen[length]; !has {
					seen[length] = written{cell: l.name}
				}
				if !containsLayout(used, l) {
					used = append(used, l)
				}
				break
			}
		}
		if !found {
			return nil, t.problem(w.line, w.column, fmt.Sprintf("%q is no period that can be read, and others in its column are", w.cell), "write it as 2018, 2018/19, 2018-Q3, 2018-03 or 2018-03-31")
		}
	}
	return used, nil
}

var yearMonth = regexp.MustCompile(`^\d{4}[-/]\d\d$`)

func isFinancial(text string) bool {
	return (atoi(text[:4])+1)%100 == atoi(text[5:])
}

func containsLayout(list []layout, l layout) bool {
	for _, other := range list {
		if other.pattern == l.pattern {
			return true
		}
	}
	return false
}

var (
	shortYear  = regexp.MustCompile(`\d\d$`)
	fourDigits = regexp.MustCompile(`\d{4}`)
	academic   = regexp.MustCompile(`(?i)\b(?:academic|school)\b`)
	endsIn     = regexp.MustCompile(`(?i)\b(?:ending|ended|to) (?:in )?(?:\d\d? )?([a-z]{3,9})\b`)
)

// yearBegins is the month that a year such as 2018/19 begins in: as a person
// says, as the words of the table say, or April, which is said to be a guess.
func yearBegins(example, context string, o Options) (month int, inferred bool) {
	if o.YearBegins > 0 {
		return o.YearBegins, false
	}
	if m := endsIn.FindStringSubmatch(context); m != nil {
		if last := monthOf(m[1]); last > 0 {
			o.note("Years such as %q end in %s, as the table says.", example, m[1])
			return last%12 + 1, false
		}
	}
	if answer, err := o.ask(fmt.Sprintf("In which month does %q begin", example)); err == nil {
		if n := monthOf(answer); n > 0 {
			return n, false
		}
		if n := atoi(answer); n >= 1 && n <= 12 {
			return n, false
		}
	}
	month = 4
	if academic.MatchString(context) {
		month = 9
	}
	o.note("%q is taken to begin in month %d, which the table does not say (the package marks it as inferred); say -year-begins if it is another.", example, month)
	return month, true
}

func monthOf(word string) int {
	n := month(word)
	if n == 0 || len(word) < 3 {
		return 0
	}
	return n
}
