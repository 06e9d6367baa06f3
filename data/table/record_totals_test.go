package table_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/load"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func loadRecords(t *testing.T) *data.Package {
	t.Helper()
	raw, err := os.ReadFile("../testdata/records.json")
	require.NoError(t, err)
	p, err := load.Bytes("records.json", raw)
	require.NoError(t, err)
	return p
}

// said returns rows as "name value share", with a dash if nothing was published.
func said(t table.Table) []string {
	var list []string
	for _, r := range t.Panels[0].Rows {
		f := r.Figure
		if f.Value == nil {
			list = append(list, r.Name()+" –")
			continue
		}
		list = append(list, fmt.Sprintf("%s %v %.1f%%", r.Name(), f.Value.Number, f.Percent.Number))
	}
	return list
}

func TestRecordsAreAddedUp(t *testing.T) {
	p := loadRecords(t)
	keep := func(pairs ...string) map[string][]string {
		m := map[string][]string{}
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = strings.Split(pairs[i+1], ",")
		}
		return m
	}
	tests := []struct {
		name  string
		query table.Query
		want  []string
		of    int
	}{
		{"all", table.Query{View: "outcomes", Order: "printed"}, []string{"Charged 13 16.2%", "Dropped 47 58.8%", "Not reported 20 25.0%"}, 3},
		{"largest first", table.Query{View: "outcomes"}, []string{"Dropped 47 58.8%", "Charged 13 16.2%", "Not reported 20 25.0%"}, 3},
		{"of one force, which published no unknown ones", table.Query{View: "outcomes", Order: "printed", Keep: keep("force", "north")},
			[]string{"Charged 3 6.0%", "Dropped 47 94.0%", "Not reported –"}, 3},
		{"shares of the rows shown", table.Query{View: "outcomes", Order: "printed", Keep: keep("outcome", "charged,dropped")}, []string{"Charged 13 21.7%", "Dropped 47 78.3%"}, 3},
		{"both filters", table.Query{View: "outcomes", Order: "printed", Keep: keep("outcome", "unknown", "force", "south")}, []string{"Not reported 20 100.0%"}, 3},
		{"in groups, each in the order of the package", table.Query{View: "quarters"}, []string{
			"Charged, First quarter 13 16.2%", "Charged, Second quarter –", "Dropped, First quarter 40 50.0%", "Dropped, Second quarter 7 8.8%",
			"Not reported, First quarter –", "Not reported, Second quarter 20 25.0%"}, 6},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			table := table.Select(p, test.query)
			assert.Equal(t, test.want, said(table))
			assert.Equal(t, test.of, table.Of)
		})
	}
}

// A total reports what it covers, so that the total of one force is never presented as
// that of all.
func TestTotalsSayWhatTheyCover(t *testing.T) {
	p := loadRecords(t)
	f := table.Select(p, table.Query{View: "outcomes", Keep: map[string][]string{"force": {"north"}}}).Panels[0].Rows[0].Figure
	assert.Equal(t, "North, of two forces", f.Series.CoverageWho)
	assert.Equal(t, 50.0, f.Base.Value.Number)
	assert.True(t, f.Calculated())
	assert.Equal(t, 3, f.Base.Added)
	assert.Equal(t, "two forces", p.Series[0].CoverageWho, "the package is unchanged")

	rows := table.Select(p, table.Query{View: "quarters"}).Panels[0].Rows
	assert.Equal(t, 90, rows[0].Figure.Period.Days(), "a code that is a period sets the total's period")
	assert.Equal(t, 181, rows[0].Figure.Base.Period.Days())
}

// Nothing published is not zero, and nothing is calculated from it.
func TestTotalsOfNothing(t *testing.T) {
	p := loadRecords(t)
	rows := table.Select(p, table.Query{View: "outcomes", Keep: map[string][]string{"force": {"north"}, "outcome": {"unknown"}}}).Panels[0].Rows
	require.Len(t, rows, 1)
	f := rows[0].Figure
	assert.Nil(t, f.Value)
	assert.Nil(t, f.Base.Value)
	assert.False(t, f.Calculated())
}
