package text

import (
	"strings"
	"time"
)

// NoPeriod stands where a document does not say when.
const NoPeriod = "period not stated"

// Period writes the days from start to end as a reader says them: "April 2015
// to March 2016" for whole months, "2018" for a whole year.
func Period(start, end time.Time) string {
	switch {
	case start.IsZero() || end.IsZero():
		return NoPeriod
	case start.YearDay() == 1 && end.Month() == time.December && end.Day() == 31 && start.Year() == end.Year():
		return start.Format("2006")
	case start.Day() == 1 && end.AddDate(0, 0, 1).Day() == 1:
		return start.Format("January 2006") + " to " + end.Format("January 2006")
	}
	return start.Format("2 January 2006") + " to " + end.Format("2 January 2006")
}

// Date writes a year, year-month or date of a package: "December 2016".
func Date(s string) string {
	switch strings.Count(s, "-") {
	case 1:
		if t, err := time.Parse("2006-01", s); err == nil {
			return t.Format("January 2006")
		}
	case 2:
		if t, err := time.Parse(time.DateOnly, s); err == nil {
			return t.Format("2 January 2006")
		}
	}
	return s
}
