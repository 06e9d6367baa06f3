package table

import (
	"testing"

	"factframe/data"

	"github.com/stretchr/testify/assert"
)

// Highlighted rows are prominent in their panel and their view. If nothing in the view, or
// everything in a panel, is highlighted, no row there is quiet.
func TestTones(t *testing.T) {
	figure := func(id string) Row {
		return Row{Figure: &data.Figure{ID: id, Series: &data.Series{ID: "series"}}, Amount: &data.Amount{}}
	}
	tonesOf := func(named, alsoNamed []string) (list [][]Tone) {
		panels := []Panel{
			{Spec: &data.PanelSpec{Highlight: named}, Rows: []Row{figure("a"), figure("b")}},
			{Spec: &data.PanelSpec{Highlight: alsoNamed}, Rows: []Row{figure("c"), {Figure: &data.Figure{ID: "d", Series: &data.Series{ID: "rest"}}, Rest: true, Amount: &data.Amount{}}}},
		}
		setTones(panels)
		for _, p := range panels {
			var tones []Tone
			for _, r := range p.Rows {
				tones = append(tones, r.Tone)
			}
			list = append(list, tones)
		}
		return list
	}
	for _, each := range []struct {
		name             string
		named, alsoNamed []string
		want             [][]Tone
	}{
		{"nothing", nil, nil, [][]Tone{{Plain, Plain}, {Plain, Plain}}},
		{"one of two", []string{"a"}, nil, [][]Tone{{Accent, Quiet}, {Quiet, Quiet}}},
		{"all of one panel", []string{"series"}, nil, [][]Tone{{Plain, Plain}, {Quiet, Quiet}}},
		{"all that was counted", nil, []string{"c"}, [][]Tone{{Quiet, Quiet}, {Plain, Quiet}}},
		{"nothing that is shown", []string{"elsewhere"}, nil, [][]Tone{{Plain, Plain}, {Plain, Plain}}},
	} {
		assert.Equal(t, each.want, tonesOf(each.named, each.alsoNamed), each.name)
	}
}

// If a filter excludes the highlighted rows, nothing is quiet. If one value of a line is
// highlighted, the line is.
func TestTonesOfLines(t *testing.T) {
	value := func(id, group string, out bool) Row {
		return Row{Figure: &data.Figure{ID: id, Series: &data.Series{ID: "s"}}, Group: group, Amount: &data.Amount{}, Out: out}
	}
	spec := &data.PanelSpec{Mark: "line", Highlight: []string{"a2"}}
	all := []Row{value("a1", "a", false), value("a2", "a", false), value("b1", "b", false)}
	setTones([]Panel{{Spec: spec, Rows: all}})
	assert.Equal(t, []Tone{Accent, Accent, Quiet}, []Tone{all[0].Tone, all[1].Tone, all[2].Tone})

	kept := []Row{value("b1", "b", false)}
	drawn := []Row{value("a1", "a", true), value("a2", "a", true), value("b1", "b", false)}
	setTones([]Panel{{Spec: spec, Rows: kept, Drawn: drawn}})
	assert.Equal(t, Plain, kept[0].Tone)
	assert.Equal(t, Plain, drawn[2].Tone)
}

// In any order, remainders, codes such as "not reported", and missing values come after
// what was counted.
func TestWhatWasNotCountedComesLast(t *testing.T) {
	amount := func(n float64) *data.Amount { return &data.Amount{Number: n} }
	all := []Row{{Label: "missing"}, {Label: "lacking", Absent: true, Amount: amount(9)}, {Label: "b", Amount: amount(1)}, {Label: "left", Rest: true, Amount: amount(8)}, {Label: "a", Amount: amount(0)}}
	for order, want := range map[string][]string{"size": {"b", "a", "left", "lacking", "missing"}, "name": {"a", "b", "left", "lacking", "missing"}} {
		rows := append([]Row(nil), all...)
		sortRows(rows, order)
		var labels []string
		for _, r := range rows {
			labels = append(labels, r.Label)
		}
		assert.Equal(t, want, labels, order)
	}
}
