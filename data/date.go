package data

import (
	"strconv"
	"strings"
)

// Date is a day of the calendar, as the number of days since the year 1 began;
// its zero value is none. time.Time is a date too, and its layouts and zones are
// 50 kB of a program that needs neither.
type Date int32

// NewDate is a day by its numbers, or false where the calendar has no such day.
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

// ParseDate reads a day as 2016-03-31.
func ParseDate(s string) (Date, bool) {
	var n [3]int
	for i, part := range strings.SplitN(s, "-", 3) {
		n[i], _ = strconv.Atoi(part)
	}
	d, ok := NewDate(n[0], n[1], n[2])
	return d, ok && d.String() == s
}

// daysBefore is how many days the years before this one have, each fourth of
// them a leap year but for three of four centuries.
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

// Numbers are the year, the month and the day of a date.
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

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// String writes a date as 2016-03-31.
func (d Date) String() string {
	y, m, day := d.Numbers()
	return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(day, 2)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// months are the short names of months, from 1 on.
var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// ShortMonth is the short name of a date's month.
func (d Date) ShortMonth() string { return months[d.Month()] }
