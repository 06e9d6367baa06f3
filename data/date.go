package data

import (
	"strconv"
	"strings"
)

// Date is a calendar day, counted from the start of year 1; zero means no date.
// time.Time would add 50 kB of layouts and time zones to the program.
type Date int32

// NewDate returns a day, or false if the calendar does not have it.
func NewDate(year, month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	n := daysBefore(year) + day
	for m := 1; m < month; m++ {
		n += daysIn(year, m)
	}
	return Date(n), true
}

// ParseDate reads a day written as 2016-03-31.
func ParseDate(s string) (Date, bool) {
	var n [3]int
	for i, part := range strings.SplitN(s, "-", 3) {
		n[i], _ = strconv.Atoi(part)
	}
	d, ok := NewDate(n[0], n[1], n[2])
	return d, ok && d.String() == s
}

// daysBefore returns the number of days in all years before this one.
func daysBefore(year int) int {
	y := year - 1
	return 365*y + y/4 - y/100 + y/400
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		return 28 + daysBefore(year+1) - daysBefore(year) - 365
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// Numbers returns the year, month and day of a date.
func (d Date) Numbers() (year, month, day int) {
	year = int(d)/366 + 1
	for daysBefore(year+1) < int(d) {
		year++
	}
	day = int(d) - daysBefore(year)
	for month = 1; day > daysIn(year, month); month++ {
		day -= daysIn(year, month)
	}
	return year, month, day
}

func (d Date) Year() int  { y, _, _ := d.Numbers(); return y }
func (d Date) Month() int { _, m, _ := d.Numbers(); return m }
func (d Date) Day() int   { _, _, day := d.Numbers(); return day }

// IsZero reports whether the date is missing.
func (d Date) IsZero() bool { return d == 0 }

// String returns a date as 2016-03-31.
func (d Date) String() string {
	y, m, day := d.Numbers()
	return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(day, 2)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}
