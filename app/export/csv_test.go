package export

import (
	"encoding/csv"
	"strings"
	"testing"

	"factframe/app/state"
	"factframe/data/datatest"
	"factframe/data/datatest/golden"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const site = "https://figures.example/"

// The downloads of two views: one with shares and estimates, one with missing values.
func TestDownloads(t *testing.T) {
	p := datatest.Default(t)
	for _, view := range []string{"outcomes", "time", "forces"} {
		golden.Equal(t, "testdata/"+view+".csv", CSV(Selection{Package: p, State: state.State{View: view}, Site: site}))
	}
}

// Cells are read back unchanged, and no spreadsheet runs them as formulas.
func TestCellsOfADownload(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"plain", "plain"},
		{"with, a comma", "with, a comma"},
		{`with "quotes"`, `with "quotes"`},
		{"two\nlines", "two\nlines"},
		{"=1+1", "'=1+1"},
		{"+44 20", "'+44 20"},
		{"@cmd", "'@cmd"},
		{"\tx", "'\tx"},
		{"-cmd", "'-cmd"},
		{"-50", "-50"},
		{"−50", "−50"},
		{"a=b", "a=b"},
		{"", ""},
	}
	for _, test := range tests {
		var b strings.Builder
		writeLine(&b, []string{"before", test.cell, "after"})
		read, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		require.NoError(t, err, test.cell)
		assert.Equal(t, [][]string{{"before", test.want, "after"}}, read)
		assert.True(t, strings.HasSuffix(b.String(), "\r\n"))
	}
}
