package app

import (
	"factframe/data/datatest"
	"factframe/data/table"

	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"factframe/app/chart"
	"factframe/app/export"
	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mounted mounts a widget in go-app's test engine.
func mounted(t *testing.T, s state.State) (*Widget, app.ClientDispatcher) {
	t.Helper()
	w := NewWidget(datatest.Default(t), s)
	d := app.NewClientTester(w)
	t.Cleanup(d.Close)
	d.Consume()
	return w, d
}

// act runs an action as a handler would, and lets go-app render.
func act(d app.ClientDispatcher, w *Widget, f func(app.Context)) {
	d.Dispatch(app.Dispatch{Mode: app.Update, Source: w, Function: f})
	d.Consume()
}

// holds is like assert.Contains, but does not print the whole page when it fails.
func holds(t *testing.T, page, want string) {
	t.Helper()
	assert.True(t, strings.Contains(page, want), "the page does not contain %q", want)
}

func html(t *testing.T, w *Widget) string {
	t.Helper()
	return app.HTMLString(w)
}

func TestMountingEveryPage(t *testing.T) {
	p := datatest.Default(t)
	for _, s := range state.Prerendered(p) {
		w, _ := mounted(t, s)
		out := html(t, w)
		for _, help := range p.Help {
			holds(t, out, help.Name)
		}
		holds(t, out, "<h1")
	}
}

func TestTogglingAFilter(t *testing.T) {
	w, d := mounted(t, state.State{View: "outcomes"})
	act(d, w, func(ctx app.Context) { w.Toggle(ctx, state.Choice{Dimension: "outcome", Code: "not-reported"}) })
	assert.False(t, w.model.State.Keeps(state.Choice{Dimension: "outcome", Code: "not-reported"}))
	holds(t, html(t, w), "6 of 7 shown")
	assert.NotContains(t, w.model.Announcement(), "not reported")
	assert.True(t, strings.HasPrefix(w.model.Announcement(), "Shown now: "), "the change is announced")
}

// A search term stays with its field and is removed with it, so that no list is filtered
// invisibly.
func TestASearchEndsWithItsView(t *testing.T) {
	w, d := mounted(t, state.State{View: "outcomes"})
	act(d, w, func(app.Context) { w.search("outcome", "agency") })
	act(d, w, func(ctx app.Context) { w.Go(ctx, state.State{View: "outcomes", Unit: "percent"}) })
	assert.Equal(t, "agency", w.model.Search["outcome"])
	act(d, w, func(ctx app.Context) { w.Go(ctx, state.State{View: "ages"}) })
	act(d, w, func(ctx app.Context) { w.Go(ctx, state.State{View: "outcomes"}) })
	assert.Empty(t, w.model.Search["outcome"])
}

func TestReceipts(t *testing.T) {
	w, d := mounted(t, state.State{View: "outcomes"})
	act(d, w, func(ctx app.Context) { w.toggleReceipt(ctx, "foi-outcome-not-reported") })
	out := html(t, w)
	assert.Equal(t, 1, strings.Count(out, "aria-expanded")-strings.Count(out, `aria-expanded="false"`), "only the mark of the open receipt is expanded")
	_, receipt, _ := strings.Cut(out, `class="receipt"`)
	receipt, after, _ := strings.Cut(receipt, "</section>")
	for _, want := range []string{"2,287 − 1,434 − about 137", "About 716", "705 to 727", "The Sun on Sunday", "Take care:", `href="figure/foi-outcome-not-reported/"`} {
		holds(t, receipt, want)
	}
	before, _, _ := strings.Cut(out, `class="receipt"`)
	holds(t, before[strings.LastIndex(before, "<a "):], "No outcome printed")
	holds(t, before, "Not in the public interest")
	assert.NotContains(t, after, "Not in the public interest", "missing values come last")
	act(d, w, func(ctx app.Context) { w.toggleReceipt(ctx, "foi-outcome-not-reported") })
	assert.Empty(t, w.model.State.Figure)
}

func TestChoicesThatLeaveNothingOfferAWayOut(t *testing.T) {
	s := state.State{View: "glance", Keep: []state.Choice{{Dimension: "source", Code: "met-2020"}, {Dimension: "year", Code: "2015-16"}}}
	w, _ := mounted(t, s)
	out := html(t, w)
	holds(t, out, "No figure matches all of these choices.")
	holds(t, out, "Clear “Source” (shows five figures)")
	holds(t, out, "Clear “Year” (shows two figures)")
}

func TestWhatWasNotUnderstoodIsSaid(t *testing.T) {
	w := NewWidget(datatest.Default(t), state.State{View: "glance"})
	w.show(w.model.State, []string{"unit=kilos"})
	d := app.NewClientTester(w)
	defer d.Close()
	holds(t, html(t, w), "unit=kilos")
}

// Pictures, tables and downloads contain the same figures, for every prerendered state.
func TestParity(t *testing.T) {
	p := datatest.Default(t)
	for _, s := range state.Prerendered(p) {
		if s.View == "" {
			continue
		}
		table := table.Select(p, s.Query(p))
		records, err := csv.NewReader(strings.NewReader(export.CSV(export.Selection{Package: p, State: s}))).ReadAll()
		require.NoError(t, err)
		require.Len(t, records, table.Shown+1, s.Address())
		i := 1
		for _, panel := range table.Panels {
			picture := chart.Draw(panel)
			picture.Strips = slices.DeleteFunc(picture.Strips, func(s chart.Strip) bool { return s.Row.Out })
			marks := len(picture.Strips)
			if picture.Plot != nil {
				marks = len(picture.Plot.Points)
			}
			if !panel.Spec.Mark.Traits().Text {
				require.Equal(t, len(panel.Rows), marks, "%s panel %s", s.Address(), panel.Spec.ID)
			}
			for j, r := range panel.Rows {
				require.Equal(t, r.Figure.ID, records[i][0], s.Address())
				if len(picture.Strips) > 0 {
					require.Same(t, r.Figure, picture.Strips[j].Row.Figure, s.Address())
				}
				require.Equal(t, r.Amount == nil, records[i][3] == "", "a missing value is an empty cell")
				i++
			}
		}
	}
}

func TestPicking(t *testing.T) {
	w, d := mounted(t, state.State{View: state.CompareView})
	holds(t, html(t, w), "Often compared, and not comparable")
	for _, id := range []string{"foi-suspects-under-13", "foi-crimes"} {
		act(d, w, func(ctx app.Context) { w.Go(ctx, w.model.State.WithPicked(id)) })
	}
	assert.Equal(t, "compare/?figures=foi-suspects-under-13,foi-crimes", w.model.State.Address())
	holds(t, html(t, w), "The figure 2,287 counts crimes; the figure 510 counts suspects. One crime can have several suspects.")
	assert.Contains(t, w.model.Announcement(), "Not comparable")

	back, ignored := state.Parse(w.pkg, "compare/?figures=foi-crimes,nothing,foi-crimes")
	assert.Equal(t, []string{"foi-crimes"}, back.Picked)
	assert.Equal(t, []string{"figures=nothing"}, ignored)
}

// The time and memory that a choice takes, without a browser.
func BenchmarkChoice(b *testing.B) {
	w := NewWidget(datatest.Default(b), state.State{View: "outcomes"})
	d := app.NewClientTester(w)
	defer d.Close()
	b.ReportAllocs()
	for i := range b.N {
		act(d, w, func(ctx app.Context) {
			w.Go(ctx, w.model.State.WithOnly("outcome", []string{"not-reported", ""}[i%2]))
		})
	}
}
