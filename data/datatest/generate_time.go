package datatest

import (
	"time"
)

// span is a period as written in a package.
type span struct{ start, end string }

const days = 24 * time.Hour

// times returns periods of one length in order, or nil for figures without dates.
func (m *maker) times() []span {
	n := pick(m, "periods", 1, 1, 2, 2, 3, 4, 7, 13)
	date := func(y int, mo time.Month, d int) time.Time { return time.Date(y, mo, d, 0, 0, 0, 0, time.UTC) }
	var begin func(i int) time.Time
	switch pick(m, "length", "year", "own year", "quarter", "month", "week", "day", "years", "none") {
	case "none":
		return nil
	case "year":
		begin = func(i int) time.Time { return date(2001+i, 1, 1) }
	case "own year":
		begin = func(i int) time.Time { return date(2001+i, time.Month(m.yearBegins), 1) }
	case "quarter":
		begin = func(i int) time.Time { return date(2019, time.Month(1+3*i), 1) }
	case "month":
		begin = func(i int) time.Time { return date(2019, time.Month(11+i), 1) }
	case "week":
		begin = func(i int) time.Time { return date(2020, 1, 6).Add(time.Duration(7*i) * days) }
	case "day":
		begin = func(i int) time.Time { return date(2020, 2, 27).Add(time.Duration(i) * days) }
	case "years":
		begin = func(i int) time.Time { return date(1990+3*i, 1, 1) }
	}
	var list []span
	for i := range n {
		if i > 0 && i < n-1 && m.chance("gap", 10) {
			continue
		}
		list = append(list, span{begin(i).Format(time.DateOnly), begin(i + 1).Add(-days).Format(time.DateOnly)})
	}
	return list
}

// set writes a period into an observation.
func (s span) set(m *maker, to object) {
	if s.start == "" {
		if m.chance("period text", 20) {
			to["period_text"] = "not stated"
		}
		return
	}
	to["period_start"], to["period_end"] = s.start, s.end
}
