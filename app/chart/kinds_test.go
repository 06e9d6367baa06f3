package chart

import (
	"path/filepath"
	"strings"
	"testing"

	"factframe/app/scale"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The views of six different packages look as last reviewed.
func TestPicturesOfOtherKinds(t *testing.T) {
	for _, name := range datatest.Kinds {
		p := datatest.Kind(t, name)
		for _, v := range p.Views {
			drawn(t, filepath.Join("kinds", name+"-"+v.ID), table.Select(p, table.Query{View: v.ID}))
		}
	}
}

// Every row is drawn once: as a mark, a point of a path, or in the folded list.
func TestEveryRowIsDrawn(t *testing.T) {
	for _, name := range datatest.Kinds {
		p := datatest.Kind(t, name)
		for _, v := range p.Views {
			for _, panel := range table.Select(p, table.Query{View: v.ID}).Panels {
				picture := Draw(panel)
				drawn := map[*data.Figure]int{}
				for _, s := range picture.Strips {
					if len(s.Points) == 0 {
						drawn[s.Row.Figure]++
					}
					for _, point := range s.Points {
						drawn[point.Row.Figure]++
					}
				}
				if picture.Plot != nil {
					for _, point := range picture.Plot.Points {
						drawn[point.Row.Figure]++
					}
					if len(picture.Plot.Points) == 0 {
						continue // a path, which TestAPathHasEveryPoint covers
					}
				}
				require.Len(t, drawn, len(panel.Rows), "%s %s", name, panel.Spec.ID)
				for f, times := range drawn {
					assert.Equal(t, 1, times, f.ID)
				}
			}
		}
	}
}

func TestAPathHasEveryPoint(t *testing.T) {
	p := datatest.Kind(t, "daily")
	panel := table.Select(p, table.Query{View: "level"}).Panels[0]
	trends := trendsOf(panel, panel.Rows)
	points := 0
	trends[0].path(func(table.Row) string { points++; return "0 0" })
	assert.GreaterOrEqual(t, points, len(panel.Rows))
	assert.Less(t, points, len(panel.Rows)+20, "few points appear twice")
}

// Lines that are not selected stay thin and grey, and are not counted as rows.
func TestLinesThatAreNotChosenStayPale(t *testing.T) {
	p := datatest.Kind(t, "countries")
	panel := table.Select(p, table.Query{View: "years", Keep: map[string][]string{"country": {"tarn", "umber"}}}).Panels[0]
	assert.Len(t, panel.Rows, 20)
	out, standing := 0, 0
	for _, each := range trendsOf(panel, shown(panel)) {
		if each.out {
			out++
			assert.Equal(t, pale, each.class)
		} else {
			standing++
			assert.NotEqual(t, pale, each.class)
		}
	}
	assert.Equal(t, []int{38, 2}, []int{out, standing})
}

// Bars begin at zero in both directions.
func TestBarsGoBothWays(t *testing.T) {
	p := datatest.Kind(t, "growth")
	picture := Draw(table.Select(p, table.Query{View: "regions"}).Panels[0])
	x := lengths(table.Select(p, table.Query{View: "regions"}).Panels[0].Rows)
	for _, s := range picture.Strips {
		block := s.Shape.Children[0]
		assert.Equal(t, s.Row.Amount.Number < 0, block.Attr("class") == "block fall", s.Label)
		end := x.At(min(0, s.Row.Amount.Number))
		assert.InDelta(t, 100*end, percent(t, block.Attr("x")), 0.01, s.Label)
	}
}

// A long list shows its first bars. The folded ones have a bar only if they may be added
// up.
func TestManyBars(t *testing.T) {
	p := datatest.Kind(t, "countries")
	panel := table.Select(p, table.Query{View: "countries"}).Panels[0]
	picture := Draw(panel)
	assert.Equal(t, 30, picture.Folded)
	assert.Equal(t, "30 others, together", picture.Others.Label)
	rate := *panel.Rows[0].Unit
	rate.AddsUp = false
	for i := range panel.Rows {
		panel.Rows[i].Unit = &rate
	}
	picture = Draw(panel)
	assert.Equal(t, "30 others", picture.Others.Label)
	assert.Empty(t, picture.Others.Shape.Tag)
}

// Large numbers on an axis are written in millions, billions or trillions; the topmost has
// the unit.
func TestLargeNumbersOfAnAxis(t *testing.T) {
	r := table.Row{Unit: &data.Unit{ID: "euro", Kind: data.AmountKind, Prefix: "€"}}
	for top, want := range map[float64][2]string{5000: {"4,000", "€5,000"}, 5e6: {"4", "€5 m"}, 2.5e9: {"2", "€2.5 bn"}, 5e12: {"4", "€5 tn"}} {
		y := scale.Linear{Domain: [2]float64{0, top}}.Nice(axisTicks)
		ticks := y.Ticks(axisTicks)
		assert.Equal(t, want[0], strings.TrimSuffix(shortNumber(ticks[len(ticks)-2], y, r), ".0"))
		assert.Equal(t, want[1], axisNumber(ticks[len(ticks)-1], y, r))
	}
}

// An axis that does not include zero says where it begins. A bar's axis always includes it.
func TestAnAxisSaysWhereItBegins(t *testing.T) {
	rows := []table.Row{row("a", exact(62)), row("b", exact(68))}
	panel := table.Panel{Spec: &data.PanelSpec{Mark: "dot"}, Rows: rows}
	assert.Equal(t, "The axis begins at 62, not at zero.", drawDots(panel).Note)
	assert.Empty(t, drawDots(table.Panel{Spec: panel.Spec, Rows: append(rows, row("c", exact(12)))}).Note, "close to zero, so the axis begins at zero")
	assert.Empty(t, drawBars(panel).Note)
}
