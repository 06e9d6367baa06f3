package app

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"factframe/app/chart"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mounted puts a widget into go-app's own test engine.
func mounted(t *testing.T, s State) (*Widget, app.ClientDispatcher) {
	t.Helper()
	w := NewWidget(defaultPackage(t), s)
	d := app.NewClientTester(w)
	t.Cleanup(d.Close)
	d.Consume()
	return w, d
}

// act runs what a handler would, and lets go-app render.
func act(d app.ClientDispatcher, w *Widget, f func(app.Context)) {
	d.Dispatch(app.Dispatch{Mode: app.Update, Source: w, Function: f})
	d.Consume()
}

// holds is Contains with a failure that can be read: pages are long.
func holds(t *testing.T, page, want string) {
	t.Helper()
	assert.True(t, strings.Contains(page, want), "the page does not hold %q", want)
}

func html(t *testing.T, w *Widget) string {
	t.Helper()
	return app.HTMLString(w)
}

func TestMountingEveryPage(t *testing.T) {
	p := defaultPackage(t)
	for _, s := range Prerendered(p) {
		w, _ := mounted(t, s)
		out := html(t, w)
		for _, help := range p.Help {
			holds(t, out, help.Name)
		}
		holds(t, out, "<h1")
	}
}

func TestTogglingAFilter(t *testing.T) {
	w, d := mounted(t, State{View: "outcomes"})
	act(d, w, func(ctx app.Context) { w.Toggle(ctx, Choice{"outcome", "not-reported"}) })
	assert.False(t, w.model.state.Keeps(Choice{"outcome", "not-reported"}))
	holds(t, html(t, w), "Shown: 6 of 7 figures.")
	assert.NotContains(t, w.model.shownNow(), "not reported")
	assert.True(t, strings.HasPrefix(w.model.shownNow(), "Shown now: "), "the change is announced")
}

func TestReceipts(t *testing.T) {
	w, d := mounted(t, State{View: "outcomes"})
	act(d, w, func(ctx app.Context) { w.toggleReceipt(ctx, "foi-outcome-not-reported") })
	out := html(t, w)
	assert.Equal(t, 2, strings.Count(out, "aria-expanded"), "the mark whose receipt is open and its row say so, and no other")
	before, _, _ := strings.Cut(out, "Address of this figure")
	assert.Contains(t, before[max(0, len(before)-120):], `href="figure/foi-outcome-not-reported/"`, "the address of this figure is its own")
	for _, want := range []string{"2,287 − 1,434 − about 137", "About 716, calculated, about, between 705 and 727", "Receipt"} {
		holds(t, out, want)
	}
	act(d, w, func(ctx app.Context) { w.toggleReceipt(ctx, "foi-outcome-not-reported") })
	assert.Empty(t, w.model.state.Figure)
}

func TestChoicesThatLeaveNothingOfferAWayOut(t *testing.T) {
	s := State{View: "glance", Keep: []Choice{{"source", "met-2020"}, {"year", "2015-16"}}}
	w, _ := mounted(t, s)
	out := html(t, w)
	holds(t, out, "No figure fits all of these choices.")
	holds(t, out, "Clear “source” (shows five figures)")
	holds(t, out, "Clear “year” (shows two figures)")
}

func TestWhatWasNotUnderstoodIsSaid(t *testing.T) {
	w := NewWidget(defaultPackage(t), State{View: "glance"})
	w.show(w.model.state, []string{"unit=kilos"})
	d := app.NewClientTester(w)
	defer d.Close()
	holds(t, html(t, w), "unit=kilos")
}

// What is drawn, listed and downloaded is the same, for every view and every
// simple state of it.
func TestParity(t *testing.T) {
	p := defaultPackage(t)
	for _, s := range Prerendered(p) {
		if s.View == "" {
			continue
		}
		table := p.Select(s.Query())
		records, err := csv.NewReader(strings.NewReader(CSV(table))).ReadAll()
		require.NoError(t, err)
		require.Len(t, records, table.Shown+1, s.Address())
		i := 1
		for _, panel := range table.Panels {
			picture := chart.Draw(panel)
			marks := len(picture.Strips)
			if picture.Plot != nil {
				marks = len(picture.Plot.Points)
			}
			if chart.Marks[panel.Spec.Mark] != nil {
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

func TestSentencesFollowTheFilters(t *testing.T) {
	p := defaultPackage(t)
	tests := []struct {
		state State
		want  string
	}{
		{State{View: "outcomes"}.WithOnly("outcome", "other-agency"), "For the 26 police forces that answered, April 2015 to March 2016: Another agency acted, 92."},
		{State{View: "outcomes", Unit: data.Percent}.WithOnly("outcome", "charge-or-caution"), "For the 26 police forces that answered, April 2015 to March 2016: Charge or formal caution, 6 per cent."},
		{State{View: "time"}.WithOnly("series", "met-outcome-21"), "Outcome 21 used, the Met (the Metropolitan Police): 38 in 2018 and 90 in 2019."},
		{State{View: "glance"}.WithOnly("source", "college-2016"), "For children in a survey; its sample, place and date are not stated: of surveyed 11 to 16 year olds had taken such a picture, 3 per cent."},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, sentence(p.Select(test.state.Query())))
	}
	for _, s := range Prerendered(p) {
		if s.View != "" {
			first := []rune(sentence(p.Select(s.Query())))[0]
			assert.False(t, unicode.IsDigit(first), "%s begins with a numeral", s.Address())
		}
	}
}
