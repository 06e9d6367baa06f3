package load

import "strconv"

// calendar reads the start of the package's year and the end of its age axes.
func (l *loader) calendar(own row) {
	l.p.YearBegins = 1
	if n := own.integer("year_begins"); n != nil {
		if l.p.YearBegins = *n; *n < 1 || *n > 12 {
			own.problem("year_begins", strconv.Itoa(*n)+" is not a month", "write the month in which a year begins, 1 to 12")
		}
	}
	if n := own.integer("oldest"); n != nil {
		if l.p.Oldest = *n; *n < 1 {
			own.problem("oldest", strconv.Itoa(*n)+" is not an age", "write the age at which age axes end, in years")
		}
	}
}
