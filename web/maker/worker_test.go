package maker

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"factframe/data/draft"
	"factframe/data/read"
)

const calls = `Region,2021,2022,2023,2024 (p),Note
North,"4,210","4,890","5,340","6,12O",
South,"3,980","4,105","4,460","4,790",
East,"2,150","2,310","2,480","2,590",
Skerry,9,12,c,15,Fewer than five
`

func workerOf(table string) *Worker {
	return &Worker{Source: read.Source{Name: "calls.csv", Content: []byte(table)}}
}

func TestAnAnswer(t *testing.T) {
	w := workerOf(calls)
	a := w.Answer(draft.Draft{File: "calls.csv"})
	require.Empty(t, a.Problems)
	require.Len(t, a.Table.Faults, 1)
	assert.Equal(t, "6,120", a.Table.Faults[0].Meant)
	require.NotEmpty(t, a.Views)
	assert.Equal(t, "line", a.Views[0].Mark)
	t.Log(a.Views[0])
	d := draft.Draft{File: "calls.csv", Words: draft.Words{Title: "Calls", Source: "Harbour Line", Published: "2025-03", Help: "Harbour Line 0300 000 0000", Caution: "2024 is provisional: it may change."},
		Options: read.Options{Cells: []read.Cell{{Line: 2, Column: 5, Text: "6,120"}}},
		Views:   map[int]draft.View{0: {Headline: "North made most calls in 2024: {north-2024}"}}}
	a = w.Answer(d)
	require.Empty(t, a.Problems)
	assert.Empty(t, a.Table.Faults)
	assert.NotContains(t, string(w.files[packageFile]), "draft")
	for _, m := range w.Marks(a.Views[0].ID) {
		t.Log(m.Name, m.Chosen, len(m.SVG), m.Reason)
	}
	v, err := w.Preview("")
	require.NoError(t, err)
	at, page, err := v.Page(0)
	require.NoError(t, err)
	assert.Equal(t, a.Views[0].ID+"/", at)
	assert.Contains(t, string(page), "Harbour Line")
	assert.True(t, strings.Contains(string(page), "tel:"))
}
