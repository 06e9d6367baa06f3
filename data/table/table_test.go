package table_test

import (
	"fmt"
	"testing"

	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func labels(t table.Table) []string {
	var list []string
	for _, panel := range t.Panels {
		for _, r := range panel.Rows {
			list = append(list, r.Figure.ID)
		}
	}
	return list
}

// A view shows one code of a dimension at a time: the first, or the one that is chosen.
func TestOneCodeAtATime(t *testing.T) {
	p := datatest.Tiny(t)["bar-one-of"]
	for name, test := range map[string]struct {
		q    table.Query
		want []string
		of   int
	}{
		"the first":               {table.Query{View: "view"}, []string{"North 12", "South 3"}, 2},
		"a chosen one":            {table.Query{View: "view", Keep: data.Keep{"sex": {"men"}}}, []string{"South 14", "North 7"}, 2},
		"never two":               {table.Query{View: "view", Keep: data.Keep{"sex": {"men", "women"}}}, []string{"South 14", "North 7"}, 2},
		"with a filter":           {table.Query{View: "view", Keep: data.Keep{"sex": {"men"}, "region": {"north"}}}, []string{"North 7"}, 2},
		"all of them in one file": {table.Query{View: "view", All: true}, []string{"South 14", "North 12", "North 7", "South 3"}, 4},
	} {
		selected := table.Select(p, test.q)
		var rows []string
		for _, r := range selected.Panels[0].Rows {
			rows = append(rows, fmt.Sprintf("%s %v", r.Label, r.Amount.Number))
		}
		assert.Equal(t, test.want, rows, name)
		assert.Equal(t, test.of, selected.Of, name)
	}
	assert.Equal(t, "women", table.First(p, p.Views[0], "sex"))
}

func TestSelectOutcomes(t *testing.T) {
	p := datatest.Default(t)
	tests := []struct {
		name  string
		query table.Query
		want  []string
	}{
		{"largest first, with the estimate in place of the missing count", table.Query{View: "outcomes"},
			[]string{"foi-not-public-interest", "foi-lack-of-evidence", "foi-victim-withdrew", "foi-community-resolution", "foi-charge-or-caution-estimate", "foi-other-agency", "foi-outcome-not-reported"}},
		{"as printed, in per cent, with the printed percentage", table.Query{View: "outcomes", Measure: data.Percent, Order: "printed"},
			[]string{"foi-charge-or-caution", "foi-community-resolution", "foi-victim-withdrew", "foi-lack-of-evidence", "foi-not-public-interest", "foi-other-agency", "foi-outcome-not-reported"}},
		{"two codes", table.Query{View: "outcomes", Keep: map[string][]string{"outcome": {"other-agency", "lack-of-evidence"}}},
			[]string{"foi-lack-of-evidence", "foi-other-agency"}},
		{"forces by name, all others last", table.Query{View: "forces", Keep: map[string][]string{"force": {"sussex", "other-22"}}},
			[]string{"foi-sussex", "foi-other-forces", "foi-forces-answered", "foi-forces-no-response", "foi-forces-doubled", "foi-forces-two-years", "foi-forces-suspects-under-10"}},
		{"filters that exclude each other", table.Query{View: "glance", Keep: map[string][]string{"source": {"met-2020"}, "year": {"2015-16"}}}, nil},
		{"a view that does not exist", table.Query{View: "nothing"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { assert.Equal(t, test.want, labels(table.Select(p, test.query))) })
	}
}

func TestRestatedFiguresAreDrawnOnce(t *testing.T) {
	p := datatest.Default(t)
	ids := labels(table.Select(p, table.Query{View: "time"}))
	assert.Contains(t, ids, "met-suspects-under-14")
	assert.NotContains(t, ids, "met-under-14-headline")
	assert.NotContains(t, ids, "met-under-14-more-than")
}

func TestYears(t *testing.T) {
	p := datatest.Default(t)
	for id, want := range map[string]string{
		"foi-crimes": "2015/16", "met-outcome-21-2018": "2018", "met-suspects-under-14": "Jan 2017 to Oct 2019",
		"foi-forces-doubled": "2014/15 to 2015/16", "ceop-youngest": "Not stated",
	} {
		assert.Equal(t, want, p.Figure(id).PeriodName.Label, id)
	}
	assert.Equal(t, 366, p.Figure("foi-crimes").Period.Days())
	assert.Equal(t, 34, p.Figure("met-suspects-under-14").Period.Months())
}

func TestExpand(t *testing.T) {
	say := func(id, form string) string { return "<" + id + "|" + form + ">" }
	for in, want := range map[string]string{
		"no figure": "no figure", "{a}": "<a|>", "x {a.range} y {b}": "x <a|range> y <b|>", "open {a": "open {a", "": "",
	} {
		assert.Equal(t, want, data.Expand(in, say))
	}
}

// The period filter does not change how many figures a view has without filters.
func TestTheCountOfAViewStays(t *testing.T) {
	p := datatest.Tiny(t)["bar-latest-of-a-span"]
	all := table.Select(p, table.Query{View: "view"})
	assert.Equal(t, []int{3, 3}, []int{all.Shown, all.Of})
	before := table.Select(p, table.Query{View: "view", To: "2018"})
	assert.Equal(t, []int{1, 3}, []int{before.Shown, before.Of})
}

// Figures that a filter excludes stay in each small chart, on the same scale.
func TestSmallChartsKeepWhatIsLeftOut(t *testing.T) {
	p := datatest.Tiny(t)["line-facets-and-a-filter"]
	panels := table.Select(p, table.Query{View: "view", Keep: data.Keep{"kind": {"flats"}}}).Panels
	require.Len(t, panels, 2)
	for _, panel := range panels {
		assert.Len(t, panel.Rows, 2)
		assert.Len(t, panel.Drawn, 4)
		assert.Len(t, panel.Together, 8)
	}
}
