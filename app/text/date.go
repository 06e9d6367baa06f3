package text

import (
	"strconv"
	"strings"
)

// Day is a calendar day; its zero value means no day.
type Day struct{ Year, Month, Day int }

// Day writes a day: "5 March 2020".
func (l *Language) Day(d Day) string { return l.date("cldr.date", l.or().months, d) }

// ShortDay writes a day with a short name of its month: "5 Mar 2020".
func (l *Language) ShortDay(d Day) string { return l.date("cldr.date.short", l.or().monthsShort, d) }

// Month writes the month of a day: "March 2020".
func (l *Language) Month(d Day) string { return l.date("cldr.month", l.or().monthsAlone, d) }

// ShortMonth writes the month of a day in short: "Mar 2020".
func (l *Language) ShortMonth(d Day) string { return l.date("cldr.month.short", l.or().monthsShort, d) }

// MonthName returns the short name of a month from 1 to 12, without a year.
func (l *Language) MonthName(month int) string { return l.or().monthsShort[month-1] }

func (l *Language) date(key string, months []string, d Day) string {
	return l.Fill(key, "d", strconv.Itoa(d.Day), "month", months[d.Month-1], "y", strconv.Itoa(d.Year))
}

// endsMonth reports whether the day after is the first of a month.
func (d Day) endsMonth() bool {
	switch d.Month {
	case 2:
		leap := d.Year%4 == 0 && (d.Year%100 != 0 || d.Year%400 == 0)
		return d.Day == 29 || d.Day == 28 && !leap
	case 4, 6, 9, 11:
		return d.Day == 30
	}
	return d.Day == 31
}

// Period writes the days from start to end: "April 2015 to March 2016" for whole
// months, "2018" for a whole year, "5 March 2020" for a day.
func (l *Language) Period(start, end Day) string {
	switch {
	case start == Day{} || end == Day{}:
		return l.Say("period.missing")
	case start == end:
		return l.Day(start)
	case start.Day != 1 || !end.endsMonth():
		return l.Span(l.Day(start), l.Day(end))
	case start.Year != end.Year || start.Month != end.Month && (start.Month != 1 || end.Month != 12):
		return l.Span(l.Month(start), l.Month(end))
	case start.Month == end.Month:
		return l.Month(start)
	}
	return strconv.Itoa(start.Year)
}

// Span writes a range of periods: "2015 to 2018".
func (l *Language) Span(first, last string) string {
	return l.Fill("period.span", "first", first, "last", last)
}

// Date writes a year, year-month or date of a package: "December 2016". It returns
// any other text as it is.
func (l *Language) Date(s string) string { return l.published(s, l.Month, l.Day) }

// ShortDate is Date with a short name of the month: "Dec 2016".
func (l *Language) ShortDate(s string) string { return l.published(s, l.ShortMonth, l.ShortDay) }

func (l *Language) published(s string, month, day func(Day) string) string {
	parts := strings.Split(s, "-")
	var n [3]int
	for i := range parts {
		if i == len(n) {
			return s
		}
		v, err := strconv.Atoi(parts[i])
		if err != nil {
			return s
		}
		n[i] = v
	}
	d := Day{n[0], n[1], n[2]}
	switch {
	case len(parts) < 2 || d.Month < 1 || d.Month > 12:
		return s
	case len(parts) == 2:
		return month(d)
	}
	return day(d)
}
