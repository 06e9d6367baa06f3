package load

import "fmt"

// calendar reads what a package says of its years, and of its ages.
func (l *loader) calendar(own row) {
	l.p.YearBegins = 1
	if n := own.integer("year_begins"); n != nil {
		if l.p.YearBegins = *n; *n < 1 || *n > 12 {
			own.problem("year_begins", fmt.Sprintf("%d is no month", *n), "write the month that a year begins in, 1 to 12")
		}
	}
	if n := own.integer("oldest"); n != nil {
		if l.p.Oldest = *n; *n < 1 {
			own.problem("oldest", fmt.Sprintf("%d is no age", *n), "write where axes of ages end, in years")
		}
	}
}
