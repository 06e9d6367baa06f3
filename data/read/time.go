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
	layouts    []layout // the first that can parse a cell applies
	yearBegins int      // first month of years such as 2018/19; 0 if the table has none
	latest     int      // the year after which none is; 0 if not known
	inferred   bool     // yearBegins is a guess
}

func (c calendar) period(cell string) (data.Period, bool) {
	for _, l := range c.layouts {
		if p, ok := l.periodIn(cell, max(1, c.yearBegins)); ok {
			if l.ofYears() && c.inferred {
				p.Basis = data.Inferred
				p.Text, _ = unmarked(cell)
			}
			if c.latest > 0 && p.Start.Year() > c.latest && !fourDigits.MatchString(cell) && shortYear.MatchString(cell) {
				return c.period(cell[:len(cell)-2] + "19" + cell[len(cell)-2:])
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

// ofYears reports whether a layout has years that need not begin in January.
func (l layout) ofYears() bool {
	return l.name == financialYears || l.name == financialQuarters || l.name == packedYears
}

// written is the text of a period and its place in the table.
type written struct {
	line, column int
	cell         string
}

// calendarOf determines how all periods of a column, or all headings of a wide table, are
// written. A column may mix years, quarters and months, but not two forms of days.
func (t *Table) calendarOf(cells []written, context string, o Options) (calendar, error) {
	cells = slices.DeleteFunc(slices.Clone(cells), func(w written) bool { return w.cell == "" }) // a column without a period
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
	c := calendar{layouts: all, latest: latestYear(o.Published)}
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
	if len(all) > 0 && all[0].name == packedYears {
		c.layouts = yearsOrMonths(cells, all, context, o)
	}
	if shortYear.MatchString(cells[0].cell) && !fourDigits.MatchString(cells[0].cell) {
		o.guess("", "Two-digit years, as in %q, are read as %d to %d", cells[0].cell, 1900+pivot, 1999+pivot)
	}
	for _, l := range c.layouts {
		if l.ofYears() {
			c.yearBegins, c.inferred = yearBegins(cells[0].cell, context, o)
		}
	}
	return c, nil
}

// yearsOrMonths decides what numbers such as 200910 are: the year 2009/10, or October 2009.
func yearsOrMonths(cells []written, all []layout, context string, o Options) []layout {
	var numbers []string
	for _, w := range cells {
		numbers = append(numbers, w.cell)
	}
	months := slices.IndexFunc(all, func(l layout) bool { return l.name == packedMonths })
	switch {
	case months < 0:
	case o.Dates == "months", o.Dates == "" && o.YearBegins == 0 && len(distinctOf(numbers)) == 1 && !yearsAcross.MatchString(context):
		o.guess("-dates years", "Numbers such as %q are read as months", cells[0].cell)
		return all[months:]
	}
	option := ""
	if months >= 0 {
		option = "-dates months"
	}
	o.guess(option, "Numbers such as %q are read as years, %s/%s", cells[0].cell, cells[0].cell[:4], cells[0].cell[4:])
	return all[:1]
}

// yearsAcross matches words for years that do not begin in January.
var yearsAcross = regexp.MustCompile(`(?i)\b(?:academic|school|financial|fiscal|tax|season|pupil|student)\b`)

// latestYear returns the year in which a table was published, after which two-digit years are
// not, or 0 if that is not known.
func latestYear(published string) int {
	if len(published) < 4 {
		return 0
	}
	return atoi(published[:4])
}

// dayOrMonth asks whether day or month comes first, if every date can be read both ways with
// different results.
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
		answer, err := o.ask(fmt.Sprintf("Does the day or the month come first in %q", w.cell), "day", "month")
		if err != nil {
			return nil, t.problem(w.line, w.column, fmt.Sprintf("%q may be %s or %s", w.cell, one.Start, other.Start), "add -dates dmy or -dates mdy, or write dates as 2018-03-31")
		}
		if answer == "month" {
			return both[1:2], nil
		}
		break
	}
	return both[:1], nil
}

// mixed finds a layout for each cell of a column that mixes several.
func (t *Table) mixed(cells []written) ([]layout, error) {
	var used []layout
	seen := map[string]written{}
	monthly := slices.ContainsFunc(cells, func(w written) bool { // 2011-11 is a month, so 2011-12 is a month too, not two years
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
					return nil, t.problem(w.line, w.column, fmt.Sprintf("%q has a different form from the dates above it", w.cell), "write all dates as 2018-03-31")
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
			return nil, t.problem(w.line, w.column, fmt.Sprintf("%q is not a known form of period, unlike others in its column", w.cell), "write it as 2018, 2018/19, 2018-Q3, 2018-03 or 2018-03-31")
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
	academic   = regexp.MustCompile(`(?i)\b(?:academic|school|pupils?|students?|seasons?)\b`)
	endsIn     = regexp.MustCompile(`(?i)\b(?:ending|ended|to) (?:in )?(?:\d\d? )?([a-z]{3,9})\b`)
)

// yearBegins returns the month in which a year such as 2018/19 begins: as the user or the table
// says, or otherwise April, which is reported as a guess.
func yearBegins(example, context string, o Options) (month int, inferred bool) {
	if o.YearBegins > 0 {
		return o.YearBegins, false
	}
	if m := endsIn.FindStringSubmatch(context); m != nil {
		if last := monthOf(m[1]); last > 0 {
			o.guess("-year-begins", "Years such as %q end in %s, as stated in the table", example, m[1])
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
	o.guess("-year-begins", "%q is assumed to begin in month %d, because the table does not say; the package marks it as inferred", example, month)
	return month, true
}

func monthOf(word string) int {
	n := month(word)
	if n == 0 || len(word) < 3 {
		return 0
	}
	return n
}
