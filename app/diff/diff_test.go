package diff

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"factframe/app/chart"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

var _ = chart.Palette // defines the marks

// loaded reads a package after the given words in its JSON were replaced, each in every place.
func loaded(t *testing.T, path string, replaced ...string) *data.Package {
	t.Helper()
	_, raw, err := check.File(path)
	require.NoError(t, err)
	for i := 0; i < len(replaced); i += 2 {
		require.Contains(t, string(raw), replaced[i])
	}
	p, err := check.Bytes(path, []byte(strings.NewReplacer(replaced...).Replace(string(raw))))
	require.NoError(t, err)
	return p
}

func TestNothingChanged(t *testing.T) {
	for _, kind := range datatest.Kinds {
		changes := Between(datatest.Kind(t, kind), datatest.Kind(t, kind))
		assert.False(t, changes.Any(), kind)
		assert.Contains(t, changes.String(), "No figure, picture or verdict changed.")
	}
}

// A corrected figure is reported with everything that follows from it: calculated figures,
// headline, picture and table.
func TestACorrectedFigure(t *testing.T) {
	const path = "../../data"
	after := loaded(t, path, `"value": 329`, `"value": 330`, `"value_text": "329"`, `"value_text": "330"`, `(329)`, `(330)`, `"version": "1.0.0"`, `"version": "1.0.1"`)
	said := Between(loaded(t, path), after).String()
	assert.Equal(t, `1.0.0 → 1.0.1

Figures
  foi-sussex (Reports recorded by Sussex): changed
    value: 329, exact → 330, exact
    value_text: 329 → 330
    quote: under-age sexting reports (329) → under-age sexting reports (330)
  foi-four-forces (Reports recorded by the four named forces): changed
    value: 1,051, exact → 1,052, exact
    formula: 329 + 291 + 230 + 201 → 330 + 291 + 230 + 201
  foi-four-forces-share (Share of crimes recorded by the four named forces): changed
    formula: 1,051 ÷ 2,287 × 100 → 1,052 ÷ 2,287 × 100
  foi-other-forces (Reports recorded by 22 other forces, together): changed
    value: 1,236, exact → 1,235, exact
    formula: 2,287 − 1,051 → 2,287 − 1,052

Views
  forces (Forces): changed
    headline: Four of 26 forces recorded 1,051 reports between them → Four of 26 forces recorded 1,052 reports between them
    picture: changed
    table: changed
  sources (Sources): changed
    picture: changed
    table: changed
`, said)
}

// A figure that now counts something else is no longer comparable with its neighbours.
func TestAChangedVerdict(t *testing.T) {
	before, after := datatest.Default(t), datatest.Default(t)
	f := after.Figure("foi-lack-of-evidence")
	f.Series = &data.Series{}
	*f.Series = *before.Figure(f.ID).Series
	f.Series.Counted = &data.Counted{ID: "other"}
	changes := Between(before, after)
	assert.Contains(t, changes.Verdicts, Verdict{[2]string{"foi-charge-or-caution", f.ID}, "comparable", "not-comparable"})
	for _, v := range changes.Verdicts {
		assert.Contains(t, v.Figures, f.ID)
	}
	assert.Contains(t, changes.String(), "Can they be compared?")
}

// Whatever the package, a figure that is missing, new or changed is reported, and no other.
func TestChangesOfGeneratedPackages(t *testing.T) {
	datatest.Check(t, 40, func(t *rapid.T) {
		g := datatest.Package().Draw(t, "package")
		before, err := check.Bytes("before.json", g.JSON)
		require.NoError(t, err)
		after, err := check.Bytes("after.json", g.JSON)
		require.NoError(t, err)
		assert.False(t, Between(before, after).Any())
		if len(after.Figures) == 0 {
			return // its views are of records
		}
		at := rapid.IntRange(0, len(after.Figures)-1).Draw(t, "figure")
		f := after.Figures[at]
		f.Note += " corrected"
		changes := Between(before, after)
		want := []Field{{"note", before.Figures[at].Words().Sentences(before.Figures[at].Note, f.Series.Note), f.Words().Sentences(f.Note, f.Series.Note)}}
		assert.Equal(t, []Change{{f.ID, f.Name, Changed, want}}, changes.Figures)

		f.Note = before.Figures[at].Note
		after.Figures = append(after.Figures[:at:at], after.Figures[at+1:]...)
		assert.Equal(t, []Change{{f.ID, f.Name, Removed, nil}}, Between(before, after).Figures)
		assert.Equal(t, []Change{{f.ID, f.Name, Added, nil}}, Between(after, before).Figures)
	})
}

// A program reads the names of this JSON.
func TestChangesAsJSON(t *testing.T) {
	raw, err := json.Marshal(Between(datatest.Kind(t, "money"), datatest.Kind(t, "money")))
	require.NoError(t, err)
	var read map[string]any
	require.NoError(t, json.Unmarshal(raw, &read))
	want := map[string]any{"from": read["from"], "to": read["to"], "package": []any{}, "figures": []any{}, "views": []any{}, "verdicts": []any{}}
	assert.True(t, maps.EqualFunc(want, read, assert.ObjectsAreEqual), "%v", read)
}
