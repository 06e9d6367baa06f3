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

// Overlaps reports whether two known periods share a day.
func (p Period) Overlaps(q Period) bool {
	return p.Known() && q.Known() && !p.End.Before(q.Start) && !q.End.Before(p.Start)
}

// Same reports whether two periods cover the same days.
func (p Period) Same(q Period) bool { return p.Start.Equal(q.Start) && p.End.Equal(q.End) }

// Year names the period as a reader does: 2015/16 for the financial year of
// the United Kingdom (1 April to 31 March), 2018 for a calendar year, a span
// of years for anything else.
func (p Period) Year() Code {
	if !p.Known() {
		return Code{ID: "not-stated", Label: "Not stated"}
	}
	from, to := p.Start.Year(), p.End.Year()
	years := to - from
	switch {
	case p.Start.YearDay() == 1 && p.End.Month() == time.December && p.End.Day() == 31 && years == 0:
		return Code{ID: fmt.Sprint(from), Label: fmt.Sprint(from)}
	case isFinancial(p) && years == 1:
		return Code{ID: fmt.Sprintf("%d-%02d", from, to%100), Label: fmt.Sprintf("%d/%02d", from, to%100)}
	case isFinancial(p):
		return Code{ID: fmt.Sprintf("%d-to-%d", from, to), Label: fmt.Sprintf("%d/%02d to %d/%02d", from, (from+1)%100, to-1, to%100)}
	}
	return Code{ID: fmt.Sprintf("%d-%02d-to-%d-%02d", from, p.Start.Month(), to, p.End.Month()),
		Label: fmt.Sprintf("%.3s %d to %.3s %d", p.Start.Month().String(), from, p.End.Month().String(), to)}
}

func isFinancial(p Period) bool {
	return p.Start.Month() == time.April && p.Start.Day() == 1 && p.End.Month() == time.March && p.End.Day() == 31
}
