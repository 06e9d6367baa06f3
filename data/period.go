package data

import (
	"strconv"

	"factframe/app/text"
)

// Period is the time that a figure covers, including both days. The zero value is
// a period that the document does not state.
type Period struct {
	Start, End Date
	Text       string // as written in the document, unless it is plain dates
	Basis      Basis
}

// Known reports whether the period has both dates.
func (p Period) Known() bool { return !p.Start.IsZero() && !p.End.IsZero() }

// Days returns the length of the period in days, or 0 if it is not known.
func (p Period) Days() int {
	if !p.Known() {
		return 0
	}
	return int(p.End-p.Start) + 1
}

// Months returns the length rounded to whole months, or 0 if it is not known.
func (p Period) Months() int { return (p.Days()*12 + 182) / 365 }

// AsLong reports whether two known periods have the same length in months, or in
// days if they are too short to be a month.
func (p Period) AsLong(q Period) bool {
	return p.Months() == q.Months() && (p.Months() > 0 || p.Days() == q.Days())
}

// Overlaps reports whether two known periods have a day in common.
func (p Period) Overlaps(q Period) bool {
	return p.Known() && q.Known() && p.End >= q.Start && q.End >= p.Start
}

// Same reports whether two periods cover the same days.
func (p Period) Same(q Period) bool { return p.Start == q.Start && p.End == q.End }

// Within reports whether the period lies within a span.
func (p Period) Within(span Period) bool {
	if span.Start.IsZero() && span.End.IsZero() {
		return true
	}
	return p.Known() && p.Start >= span.Start && (span.End.IsZero() || p.End <= span.End)
}

// NameOf names a period as readers do: "2018", "2015/16" for a year that begins in
// the package's month, "Q3 2018", "Mar 2018", "5 Mar 2018" for a day, and otherwise
// by its first and last month or day.
func (p *Package) NameOf(period Period) Code {
	words := p.Words
	if !period.Known() {
		return Code{ID: "not-stated", Label: words.Say("period.not_stated")}
	}
	y, m, d := period.Start.Numbers()
	lastY, lastM, _ := period.End.Numbers()
	nextY, nextM, nextD := (period.End + 1).Numbers()
	length := 12*(nextY-y) + nextM - m
	if d != 1 || nextD != 1 {
		return nameOfDays(words, period.Start, period.End)
	}
	year, lastYear := strconv.Itoa(y), strconv.Itoa(lastY)
	own := p.YearBegins > 1 && m == p.YearBegins
	switch {
	case length == 12 && m == 1:
		return Code{ID: year, Label: year}
	case length == 12 && own:
		return Code{ID: year + "-" + pad((y+1)%100, 2), Label: yearAcross(y)}
	case length%12 == 0 && m == 1 && p.YearBegins > 1: // the plain id would mean a span of the package's own years
		return Code{ID: year + "-01-to-" + lastYear + "-12", Label: words.Span(year, lastYear)}
	case length%12 == 0 && m == 1:
		return Code{ID: year + "-to-" + lastYear, Label: words.Span(year, lastYear)}
	case length%12 == 0 && own:
		return Code{ID: year + "-to-" + lastYear, Label: words.Span(yearAcross(y), yearAcross(lastY-1))}
	case length == 1:
		return Code{ID: year + "-m" + pad(m, 2), Label: words.ShortMonth(period.Start.Text())}
	case length == 3 && m%3 == 1:
		quarter := strconv.Itoa((m + 2) / 3)
		return Code{ID: year + "-q" + quarter, Label: words.Fill("period.quarter", "n", quarter, "year", year)}
	}
	return Code{ID: year + "-" + pad(m, 2) + "-to-" + lastYear + "-" + pad(lastM, 2), Label: words.Span(words.ShortMonth(period.Start.Text()), words.ShortMonth(period.End.Text()))}
}

// nameOfDays names a period that does not consist of whole months.
func nameOfDays(words *text.Language, first, last Date) Code {
	from, until := words.ShortDay(first.Text()), words.ShortDay(last.Text())
	c := Code{ID: first.String() + "-to-" + last.String(), Label: words.Span(from, until)}
	switch {
	case first == last:
		return Code{ID: first.String(), Label: from}
	case first.Year() == last.Year() && first.Month() == last.Month():
		c.Label = words.Fill("period.days", "first", strconv.Itoa(first.Day()), "last", until)
	}
	return c
}

func yearAcross(y int) string { return strconv.Itoa(y) + "/" + pad((y+1)%100, 2) }

// Text is the date as package text writes it; its zero value has no day.
func (d Date) Text() text.Day {
	if d.IsZero() {
		return text.Day{}
	}
	y, m, day := d.Numbers()
	return text.Day{Year: y, Month: m, Day: day}
}
