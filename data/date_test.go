package data

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// Compares every day of four centuries with the standard library.
func TestDates(t *testing.T) {
	day := time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC)
	d, ok := NewDate(1800, 1, 1)
	assert.True(t, ok)
	for ; day.Year() < 2201; day, d = day.AddDate(0, 0, 1), d+1 {
		y, m, n := d.Numbers()
		if again, ok := NewDate(y, m, n); !ok || again != d || y != day.Year() || m != int(day.Month()) || n != day.Day() {
			t.Fatalf("%s is read as %s", day.Format(time.DateOnly), d)
		}
	}
	for _, wrong := range []string{"2015-02-29", "2016-2-28", "2016-00-01", "2016-13-01", "0000-01-01", "2016-04-31", "16-04-30", "2016-04-30x", "-016-04-30"} {
		_, ok := ParseDate(wrong)
		assert.False(t, ok, wrong)
	}
}

// Periods are named as readers know them, in the package's own calendar.
func TestNamesOfPeriods(t *testing.T) {
	tests := []struct {
		begins     int
		start, end string
		id, label  string
	}{
		{1, "2018-01-01", "2018-12-31", "2018", "2018"},
		{4, "2015-04-01", "2016-03-31", "2015-16", "2015/16"},
		{9, "2015-09-01", "2016-08-31", "2015-16", "2015/16"},
		{4, "2015-09-01", "2016-08-31", "2015-09-to-2016-08", "Sept 2015 to Aug 2016"},
		{4, "2014-04-01", "2016-03-31", "2014-to-2016", "2014/15 to 2015/16"},
		{1, "2014-01-01", "2016-12-31", "2014-to-2016", "2014 to 2016"},
		{4, "2014-01-01", "2016-12-31", "2014-01-to-2016-12", "2014 to 2016"}, // 2014-to-2016 would mean 2014/15 to 2015/16 there
		{4, "2018-01-01", "2018-03-31", "2018-q1", "Q1 2018"},
		{1, "2018-02-01", "2018-04-30", "2018-02-to-2018-04", "Feb 2018 to Apr 2018"},
		{1, "2020-02-01", "2020-02-29", "2020-m02", "Feb 2020"},
		{1, "2020-03-05", "2020-03-05", "2020-03-05", "5 Mar 2020"},
		{1, "2020-03-02", "2020-03-08", "2020-03-02-to-2020-03-08", "2 to 8 Mar 2020"},
		{1, "2020-03-30", "2020-04-05", "2020-03-30-to-2020-04-05", "30 Mar 2020 to 5 Apr 2020"},
		{1, "", "", "not-stated", "Not stated"},
	}
	for _, test := range tests {
		start, _ := ParseDate(test.start)
		end, _ := ParseDate(test.end)
		got := (&Package{YearBegins: test.begins}).NameOf(Period{Start: start, End: end})
		assert.Equal(t, Code{ID: test.id, Label: test.label}, got)
	}
}
