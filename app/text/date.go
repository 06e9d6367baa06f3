package text

import (
	"strconv"
	"strings"
)

// NoPeriod stands where a document does not say when.
const NoPeriod = "period not stated"

// Day is a day of the calendar; its zero value is none.
type Day struct{ Year, Month, Day int }

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// String writes a day as a reader says it: "5 March 2020".
func (d Day) String() string { return strconv.Itoa(d.Day) + " " + d.month() }

func (d Day) month() string { return months[d.Month] + " " + strconv.Itoa(d.Year) }

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

// Period writes the days from start to end as a reader says them: "April 2015
// to March 2016" for whole months, "2018" for a whole year, "5 March 2020" for a day.
func Period(start, end Day) string {
	switch {
	case start == Day{} || end == Day{}:
		return NoPeriod
	case start == end:
		return start.String()
	case start.Day != 1 || !end.endsMonth():
		return start.String() + " to " + end.String()
	case start.Year != end.Year || start.Month != end.Month && (start.Month != 1 || end.Month != 12):
		return start.month() + " to " + end.month()
	case start.Month == end.Month:
		return start.month()
	}
	return strconv.Itoa(start.Year)
}

// ShortDate writes a date of a package as a line of sources does: "Dec 2016".
func ShortDate(s string) string {
	if Date(s) == s {
		return s
	}
	words := strings.Fields(Date(s))
	for i, w := range words {
		if len(w) > 3 && i < len(words)-1 {
			words[i] = w[:3]
		}
	}
	return strings.Join(words, " ")
}

// Date writes a year, year-month or date of a package: "December 2016".
func Date(s string) string {
	parts := strings.Split(s, "-")
	if len(parts) < 2 {
		return s
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil || n < 1 || n > 12 {
		return s
	}
	words := months[n] + " " + parts[0]
	if len(parts) == 3 {
		words = strings.TrimLeft(parts[2], "0") + " " + words
	}
	return words
}
