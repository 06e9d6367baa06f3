package text

import (
	"strconv"
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
		return strconv.Itoa(start.Year())
	case start.Day() == 1 && end.AddDate(0, 0, 1).Day() == 1:
		return month(start) + " to " + month(end)
	}
	return day(start) + " to " + day(end)
}

// time.Format and time.Parse would be as much of the program as all of this
// package, so dates are put together by hand.

func month(t time.Time) string { return t.Month().String() + " " + strconv.Itoa(t.Year()) }

func day(t time.Time) string { return strconv.Itoa(t.Day()) + " " + month(t) }

// ShortDate writes a date of a package as a line of sources does: "Dec 2016".
func ShortDate(s string) string {
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
	words := time.Month(n).String() + " " + parts[0]
	if len(parts) == 3 {
		words = strings.TrimLeft(parts[2], "0") + " " + words
	}
	return words
}
