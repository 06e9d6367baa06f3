package chart

import (
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/datatest/golden"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func row(label string, a *data.Amount) table.Row {
	f := &data.Figure{Label: label, Unit: data.Count, Value: a, Status: data.Normal, Series: &data.Series{Unit: data.Count, Counted: &data.Counted{Forms: text.Forms{Many: "crimes"}}}}
	return table.Row{Figure: f, Label: label, Unit: data.Count, Amount: a}
}

func exact(n float64) *data.Amount {
	return &data.Amount{Number: n, Low: n, High: n, Qualifier: data.Exact}
}

func amount(n, low, high float64, q data.Qualifier) *data.Amount {
	return &data.Amount{Number: n, Low: low, High: high, Qualifier: q}
}

func tableOf(mark data.Mark, rows ...table.Row) table.Table {
	spec := &data.PanelSpec{Mark: mark, Oldest: 18, Channels: map[string]string{"x": "value"}}
	return table.Table{View: &data.View{}, Shown: len(rows), Panels: []table.Panel{{Spec: spec, Rows: rows}}}
}

// drawn compares the file of a table with the version that was last reviewed.
func drawn(t *testing.T, name string, of table.Table) {
	t.Helper()
	got := Document(of, Words{Title: name, Source: "Source: a test.", Panels: make([]string, len(of.Panels))}).Document()
	golden.Equal(t, filepath.Join("testdata", name+".svg"), got)
}

func TestBarForms(t *testing.T) {
	absent := row("Not reported", amount(716, 705, 727, data.About))
	absent.Absent = true
	drawn(t, "bar-exact-and-estimated", tableOf("bar", row("Exact", exact(493)), row("Estimated", amount(137, 126, 148, data.About)), absent))
	drawn(t, "bar-more-than-and-missing", tableOf("bar", row("Exact", exact(100)), row("More than", amount(60, 60, math.Inf(1), data.MoreThan)),
		row("Less than", amount(30, 0, 30, data.LessThan)), row("Missing", nil)))
	drawn(t, "bar-long-labels-and-zero", tableOf("bar", row("A label that is long enough to need a second and a third line of its own", exact(12)), row("Zero", exact(0))))
}

func TestGroupsStandUnderTheirNames(t *testing.T) {
	grouped := func(group, label string, n float64) table.Row {
		r := row(label, exact(n))
		r.Group = group
		return r
	}
	drawn(t, "bar-groups", tableOf("bar", grouped("Charged", "2023", 40), grouped("Charged", "2024", 31), grouped("Dropped", "2023", 120), grouped("Dropped", "2024", 140)))
}

func TestTally(t *testing.T) {
	share := row("Nine of 14", exact(9))
	share.Figure.Base = &data.Figure{Value: exact(14), Unit: data.Count, Series: share.Figure.Series}
	drawn(t, "tally-of-a-base", tableOf("tally", row("Answered", exact(26)), share))
}

func TestAges(t *testing.T) {
	under := row("Under 13", exact(510))
	twelve := 12
	under.Figure.Series = &data.Series{AgeMax: &twelve, Counted: &data.Counted{Forms: text.Forms{Many: "suspects"}}}
	open := row("At least 13", amount(13, 13, math.Inf(1), data.AtLeast))
	open.Figure.Unit = data.Years
	drawn(t, "age-under-and-open", tableOf("age", under, open))
}

func TestLines(t *testing.T) {
	p := datatest.Default(t)
	drawn(t, "line-with-a-gap-and-a-dash", table.Select(p, table.Query{View: "time"}))
}

// A missing value is never drawn as zero, and bars begin at zero.
func TestBarsBeginAtZero(t *testing.T) {
	x := lengths([]table.Row{row("a", exact(200)), row("b", nil)})
	assert.Equal(t, 0.0, x.At(0))
	assert.Equal(t, 1.0, x.At(200), "the longest bar is as wide as the plot")
	missing := drawBars(table.Panel{Spec: &data.PanelSpec{Mark: "bar"}, Rows: []table.Row{row("a", exact(5)), row("b", nil)}}).Strips[1]
	assert.Equal(t, Unknown, missing.Form)
	assert.Equal(t, "not printed", missing.Value)
}

func TestWhatMayBeJoined(t *testing.T) {
	p := datatest.Default(t)
	tests := []struct{ a, b, want string }{
		{"offences-2014-15", "offences-2015-16", "line"},
		{"met-outcome-21-2018", "met-outcome-21-2019", "line dashed"},
		{"charges-2014-15", "charges-2015-16", ""},
		{"charges-2015-16", "charges-2016-17", ""},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, jointOf(p.Figure(test.a), p.Figure(test.b)), test.a)
	}
}

func TestWrap(t *testing.T) {
	assert.Equal(t, []string{"one two", "three"}, wrap("one  two three", 60, 14))
	assert.Empty(t, wrap("", 60, 14))
	assert.Equal(t, []string{"unbrea-", "kable-", "and-", "too-", "long"}, wrap("unbreakable-and-too-long", 60, 14), "existing hyphens come first")
	assert.Equal(t, []string{"日本語日本語", "日本語"}, wrap("日本語日本語日本語", 60, 14), "without a hyphen")
}

func percent(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
	require.NoError(t, err)
	return v
}
