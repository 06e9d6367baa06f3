package read

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Headings of columns that each have a part of a date.
var (
	yearPart  = regexp.MustCompile(`(?i)^(?:years?|yr|jahr|année|annee|año|ano|anno|jaar|år|rok|season|reporting year|calendar year)$`)
	monthPart = regexp.MustCompile(`(?i)^(?:months?|mon|monat|mois|mes|mês|mese|maand|måned|månad|month ?(?:number|no|num))$`)
	dayPart   = regexp.MustCompile(`(?i)^(?:days?|date|tag|jour|día|dia|giorno|dag|(?:day|date) ?of ?(?:the )?month)$`)
	weekPart  = regexp.MustCompile(`(?i)^(?:weeks?|wk|woche|kw|semaine|semana|settimana|vecka|uge|uke|(?:iso |epi |week )?week ?(?:number|no|num)?)$`)
	weekCell  = regexp.MustCompile(`(?i)^(?:w|wk|week)? ?([1-9]|[0-4][0-9]|5[0-3])$`)
)

// joinTimes joins the parts of dates that are in several columns: year, month and day, year and
// month, or year (or season) and week. The year's column then has the whole date.
func (t *Table) joinTimes(columns []*column, s shape, by chosen, o Options) shape {
	find := func(head *regexp.Regexp, fits func(cell string) bool) *column {
		i := slices.IndexFunc(columns, func(c *column) bool {
			_, is := by.roles[c]
			return !is && head.MatchString(c.head()) && c.filled > 0 && each(s, c.at, fits)
		})
		if i < 0 {
			return nil
		}
		return columns[i]
	}
	year := find(yearPart, func(cell string) bool { return yearNumber.MatchString(cell) || isFinancialYear(cell) })
	month := find(monthPart, func(cell string) bool { return monthNumber(cell) > 0 })
	day := find(dayPart, func(cell string) bool { return undivided.MatchString(cell) && atoi(cell) >= 1 && atoi(cell) <= 31 })
	week := find(weekPart, weekCell.MatchString)
	var parts []*column
	var joined func(l Line) string
	switch plain := year != nil && each(s, year.at, yearNumber.MatchString); {
	case plain && month != nil && day != nil:
		parts, joined = []*column{year, month, day}, func(l Line) string {
			return fmt.Sprintf("%s-%02d-%02d", l.cell(year.at), monthNumber(l.cell(month.at)), atoi(l.cell(day.at)))
		}
	case plain && month != nil && month.numbers > 0:
		parts, joined = []*column{year, month}, func(l Line) string {
			return fmt.Sprintf("%s-%02d", l.cell(year.at), monthNumber(l.cell(month.at)))
		}
	case year != nil && week != nil:
		parts, joined = []*column{year, week}, func(l Line) string {
			n := atoi(weekCell.FindStringSubmatch(l.cell(week.at))[1])
			return fmt.Sprintf("%s-W%02d", yearOfWeek(l.cell(year.at), n), n)
		}
	default:
		return s
	}
	s.body = slices.Clone(s.body)
	for i, l := range s.body {
		if l.cell(year.at) == "" || slices.ContainsFunc(parts, func(c *column) bool { return l.cell(c.at) == "" }) {
			continue
		}
		s.body[i].Cells = slices.Clone(l.Cells)
		s.body[i].Cells[year.at] = joined(l)
	}
	var names []string
	for _, c := range parts {
		c.settled, names = true, append(names, c.name())
	}
	year.role = timed
	last := parts[len(parts)-1]
	o.guessOf(last, "-category %q", "%s are read together, as in %q", listed(names), s.body[0].cell(year.at))
	return s
}

// each reports whether all texts of a column fit. Empty cells do.
func each(s shape, at int, fits func(cell string) bool) bool {
	return !slices.ContainsFunc(s.body, func(l Line) bool {
		cell := l.cell(at)
		return cell != "" && l.filled() > 1 && !fits(cell)
	})
}

// monthNumber returns the number of a month by its number or its name, or 0.
func monthNumber(cell string) int {
	if n := atoi(cell); undivided.MatchString(cell) && n >= 1 && n <= 12 {
		return n
	}
	return month(cell)
}

// yearOfWeek returns the calendar year of a week. In a season such as 2016/17, weeks from July
// on belong to the first year.
func yearOfWeek(year string, week int) string {
	if !isFinancialYear(year) {
		return year
	}
	const july = 27
	first := atoi(strings.TrimSpace(strings.TrimPrefix(year, "FY"))[:4])
	if week < july {
		first++
	}
	return strconv.Itoa(first)
}

func isFinancialYear(cell string) bool {
	i := slices.IndexFunc(layouts, func(l layout) bool { return l.name == financialYears })
	_, ok := layouts[i].periodIn(strings.TrimSpace(strings.TrimPrefix(cell, "FY")), 1)
	return ok
}
