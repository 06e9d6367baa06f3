package chart

import (
	"fmt"
	"testing"

	"factframe/data"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
)

// answers returns the parts of a whole, by name. An empty name is a missing answer.
func answers(ordered bool, names ...string) table.Panel {
	d := &data.Dimension{ID: "answer", Ordered: ordered}
	series := &data.Series{ID: "s", Dimensions: []*data.Dimension{d}, Counted: &data.Counted{}, Unit: data.Count}
	p := table.Panel{Spec: &data.PanelSpec{Mark: "stack", Channels: map[string]string{"y": "group", "colour": "answer"}}}
	for i, name := range names {
		d.Add(&data.Code{ID: fmt.Sprint(i), Label: name, Absent: name == ""})
		f := &data.Figure{ID: fmt.Sprint("f", i), Series: series, Unit: data.Count, Codes: map[string]string{"answer": fmt.Sprint(i)}}
		p.Rows = append(p.Rows, table.Row{Figure: f, Label: name, Unit: data.Count, Amount: &data.Amount{Number: 1}, Absent: name == ""})
	}
	return p
}

func coloursOf(p table.Panel) (list []string) {
	colour := partColours(p)
	for _, r := range p.Rows {
		list = append(list, colour(r, r.Label))
	}
	return list
}

// Parts have different colours and keep them under a filter. Ordered parts have a ramp of
// colours.
func TestColoursOfParts(t *testing.T) {
	assert.Equal(t, []string{"c1", "c2", "c3", lacking}, coloursOf(answers(false, "a", "b", "c", "")))
	assert.Equal(t, []string{"o1", "o2", "o5", "o7", lacking}, coloursOf(answers(true, "a", "b", "c", "d", "")))
	assert.Equal(t, []string{"o1", "o2", "o3", "o5", "o6", "o7"}, coloursOf(answers(true, "a", "b", "c", "d", "e", "f")))

	p := answers(false, "a", "b", "c")
	p.Rows = p.Rows[1:]
	assert.Equal(t, []string{"c2", "c3"}, coloursOf(p), "each code keeps its colour")

	p = answers(false, "a", "b", "c", "d", "")
	for i, tone := range []table.Tone{table.Accent, table.Quiet, table.Accent, table.Quiet, table.Quiet} {
		p.Rows[i].Tone = tone
	}
	named := coloursOf(p)
	seen := map[string]bool{}
	for _, class := range named {
		assert.False(t, seen[class], "two parts have %s: %v", class, named)
		seen[class] = true
	}
	assert.Equal(t, []string{"c1", "c2"}, []string{named[0], named[2]}, "parts in the headline have colours")
}

// If there are more codes than colours, the visible ones still differ.
func TestColoursOfManyCodes(t *testing.T) {
	many := paletteOf(colours)
	assert.Equal(t, "c3", many.of("a", 12))
	assert.Equal(t, "c4", many.of("b", 2), "the third colour is taken")
	assert.Equal(t, "c3", many.of("a", 12), "and stays")
}
