package maker

import (
	"bytes"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"factframe/data/draft"
	"factframe/data/read"
	"factframe/web/goapp"
	work "factframe/web/maker"
)

func printed(t *testing.T, m Model) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, goapp.Print(&b, app.Elem("div").Body(m.Body()...)))
	return b.String()
}

const calls = "Region,2021,2022,2023,2024 (p),Note\nNorth,\"4,210\",\"4,890\",\"5,340\",\"6,12O\",\nSouth,\"3,980\",\"4,105\",\"4,460\",\"4,790\",\nSkerry,9,12,c,15,Fewer than five\n"

// begun is the page with a table of which one cell cannot be read.
func begun(t *testing.T) (Model, *work.Worker) {
	t.Helper()
	m := New(In("en-GB"), Languages())
	m.ID, m.Read = "1", true
	w := &work.Worker{Source: read.Source{Name: "calls.csv", Content: []byte(calls)}}
	m.History = History{}.With("opened", draft.Draft{File: "calls.csv"}, now)
	m.Answer = w.Answer(m.Draft())
	return m, w
}

// Each step says in its tab how far it is, and the table shows its problem on its cell.
func TestStepsOfATable(t *testing.T) {
	m, w := begun(t)
	for _, step := range append([]string{""}, Steps...) {
		m.Step = step
		assert.NotEmpty(t, printed(t, m))
	}
	m.Step = "table"
	page := printed(t, m)
	assert.Contains(t, page, "1 cell to fix")
	assert.Contains(t, page, "Read it as 6,120")
	require.True(t, m.Do("cell", "2 5 6,120", now))
	m.Answer = w.Answer(m.Draft())
	page = printed(t, m)
	assert.NotContains(t, page, "Read it as")
	assert.Contains(t, page, "Undo: the corrected cell")
	m.Do("undo", "", now)
	m.Answer = w.Answer(m.Draft())
	assert.Contains(t, printed(t, m), "Read it as 6,120")
}
