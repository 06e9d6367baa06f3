package state

import (
	"fmt"
	"testing"

	"factframe/data"

	"github.com/stretchr/testify/assert"
)

// withCodes is a package of a view with a filter for each number, which has that many codes.
func withCodes(counts ...int) *data.Package {
	v := &data.View{ID: "view", Panels: []*data.PanelSpec{{}}}
	p := &data.Package{Views: []*data.View{v}}
	for i, n := range counts {
		d := &data.Dimension{ID: fmt.Sprint("d", i)}
		for code := range n {
			d.Codes = append(d.Codes, &data.Code{ID: fmt.Sprint("c", code)})
			f := &data.Figure{Codes: map[string]string{d.ID: d.Codes[code].ID}}
			v.Panels[0].Figures = append(v.Panels[0].Figures, f)
		}
		p.Dimensions, v.Filters = append(p.Dimensions, d), append(v.Filters, d.ID)
	}
	return p
}

// Each of up to twelve codes of a filter has a page. In a site of few files these are sixteen
// codes in all, of the first filters that they are enough for.
func TestFiltersWithPages(t *testing.T) {
	for _, test := range []struct {
		few    bool
		counts []int
		want   []bool
	}{
		{false, []int{12, 13, 12, 1}, []bool{true, false, true, true}},
		{true, []int{12, 4, 1}, []bool{true, true, false}},
		{true, []int{12, 5, 4}, []bool{true, false, true}},
		{true, []int{13, 12}, []bool{false, true}},
	} {
		p := withCodes(test.counts...)
		p.Few = test.few
		for i, want := range test.want {
			dimension := fmt.Sprint("d", i)
			assert.Equal(t, want, paged(p, "view", dimension), "%v %s", test, dimension)
			assert.Equal(t, !want, State{View: "view"}.WithOnlyOf(p, dimension, "c0").Keep[0].Many, "%v %s", test, dimension)
		}
	}
}
