package data

import (
	"fmt"
	"time"
)

// Period is the time that a figure covers, both days included. Its zero value
// is a period that the document does not state.
type Period struct {
	Start, End time.Time
	Text       string // as the document says it, where that is not plain dates
	Basis      Basis
}

// Known reports whether the period has dates.
func (p Period) Known() bool { return !p.Start.IsZero() && !p.End.IsZero() }

// Days is the length of the period; 0 when it is not known.
func (p Period) Days() int {
	if !p.Known() {
		return 0
	}
	return int(p.End.Sub(p.Start).Hours()/24+0.5) + 1
}

// Months is the length in whole months, rounded; 0 when it is not known.
func (p Period) Months() int { return (p.Days()*12 + 182) / 365 }

// AsLong reports whether two known periods have the same length: the months of
// a year do, though their days differ; what is shorter is counted in days.
func (p Period) AsLong(q Period) bool {
	return p.Months() == q.Months() && (p.Months() > 0 || p.Days() == q.Days())
}

// Overlaps reports whether two known periods share a day.
func (p Period) Overlaps(q Period) bool {
	return p.Known() && q.Known() && !p.End.Before(q.Start) && !q.End.Before(p.Start)
}

// Same reports whether two periods cover the same days.
func (p Period) Same(q Period) bool { return p.Start.Equal(q.Start) && p.End.Equal(q.End) }

// wholeMonths reports whether a period begins and ends with a month, and how
// many it has.
func (p Period) wholeMonths() (n int, ok bool) {
	next := p.End.AddDate(0, 0, 1)
	return 12*(next.Year()-p.Start.Year()) + int(next.Month()) - int(p.Start.Month()), p.Start.Day() == 1 && next.Day() == 1
}

// NameOf names a period as a reader does: "2018", "2015/16" for a year that
// begins in the package's month, "Q3 2018", "Mar 2018", "5 Mar 2018" for a day
// or a point in time, a span for anything else.
func (p *Package) NameOf(period Period) Code {
	if !period.Known() {
		return Code{ID: "not-stated", Label: "Not stated"}
	}
	from, last := period.Start, period.End
	n, whole := period.wholeMonths()
	quarter := (int(from.Month()) + 2) / 3
	own := p.YearBegins > 1 && int(from.Month()) == p.YearBegins
	switch y := from.Year(); {
	case whole && n == 12 && from.Month() == time.January:
		return Code{ID: fmt.Sprint(y), Label: fmt.Sprint(y)}
	case whole && n == 12 && own:
		return Code{ID: fmt.Sprintf("%d-%02d", y, (y+1)%100), Label: yearAcross(y)}
	case whole && n%12 == 0 && from.Month() == time.January:
		return Code{ID: fmt.Sprintf("%d-to-%d", y, last.Year()), Label: fmt.Sprintf("%d to %d", y, last.Year())}
	case whole && n%12 == 0 && own:
		return Code{ID: fmt.Sprintf("%d-to-%d", y, last.Year()), Label: yearAcross(y) + " to " + yearAcross(last.Year()-1)}
	case whole && n == 1:
		return Code{ID: fmt.Sprintf("%d-m%02d", y, from.Month()), Label: monthOf(from)}
	case whole && n == 3 && int(from.Month()) == 3*quarter-2:
		return Code{ID: fmt.Sprintf("%d-q%d", y, quarter), Label: fmt.Sprintf("Q%d %d", quarter, y)}
	case whole:
		return Code{ID: fmt.Sprintf("%d-%02d-to-%d-%02d", y, from.Month(), last.Year(), last.Month()), Label: monthOf(from) + " to " + monthOf(last)}
	case period.Days() == 1:
		return Code{ID: dayID(from), Label: dayOf(from)}
	case from.Year() == last.Year() && from.Month() == last.Month():
		return Code{ID: dayID(from) + "-to-" + dayID(last), Label: fmt.Sprintf("%d to %s", from.Day(), dayOf(last))}
	}
	return Code{ID: dayID(from) + "-to-" + dayID(last), Label: dayOf(from) + " to " + dayOf(last)}
}

func yearAcross(y int) string    { return fmt.Sprintf("%d/%02d", y, (y+1)%100) }
func monthOf(t time.Time) string { return fmt.Sprintf("%.3s %d", t.Month().String(), t.Year()) }
func dayOf(t time.Time) string   { return fmt.Sprintf("%d %s", t.Day(), monthOf(t)) }
func dayID(t time.Time) string   { return fmt.Sprintf("%d-%02d-%02d", t.Year(), t.Month(), t.Day()) }
