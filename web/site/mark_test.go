package site

import (
	"regexp"
	"strings"
	"testing"

	"factframe/app/chart"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A mark defined only in this test: a ring for each row, at its value on a scale of a
// hundred.
var pearl = chart.Mark{
	Name:   "pearl",
	Traits: data.Traits{SharesAxis: true, FromZero: true, Shares: true, Needs: []string{"x", "y"}, Label: []string{"y"}},
	Draw: func(p table.Panel) chart.Picture {
		var picture chart.Picture
		for _, r := range p.Rows {
			s := chart.Strip{Row: r, Form: chart.FormOf(r), Label: r.Label, Inside: true, Shape: svg.El("svg", "class", "shape", "width", "100%", "height", "1.5em")}
			if r.Amount != nil {
				s.Shape = s.Shape.With(svg.El("circle", "class", "ring pearl", "cx", svg.Pct(r.Amount.Number/100), "cy", "50%", "r", ".4em"))
			}
			picture.Strips = append(picture.Strips, s)
		}
		return picture
	},
}

func init() { chart.Define(pearl) }

var drawnAs = regexp.MustCompile(`"mark":"\w+"`)

func pearls(t *testing.T, tiny string) []byte {
	raw := datatest.TinyJSON(t, tiny)
	require.Regexp(t, drawnAs, string(raw))
	return drawnAs.ReplaceAll(raw, []byte(`"mark":"pearl"`))
}

// A newly defined mark gets pages, pictures, tables and sentences like any other.
func TestAMarkDefinedInOnePlace(t *testing.T) {
	raw := pearls(t, "bar")
	p, err := check.Bytes("pearls.json", raw)
	require.NoError(t, err)
	folder := memory{}
	require.NoError(t, Write(folder, Input{Package: p, JSON: raw, Program: program, URL: "https://figures.example/"}))

	page := parsed(t, string(folder["view/index.html"]))
	assert.Len(t, page.all(".pearl"), 2, "drawn")
	assert.Contains(t, page.all(".says")[0].text(), "North, 12", "spoken")
	assert.Contains(t, string(folder["view/table/index.html"]), "North", "tabled")
	assert.Equal(t, 2, strings.Count(string(folder["img/view.svg"]), "ring pearl"), "in the picture file")
	assert.NotEmpty(t, folder["img/view.png"])
	assert.Len(t, strings.Split(strings.TrimSpace(string(folder["data/view.csv"])), "\n"), 3, "downloaded")

	reference := data.Marks()
	assert.Equal(t, "pearl", reference[len(reference)-1])
}

// The checks follow the traits of the mark: a scale from zero, two kinds of figures on
// one axis, a missing channel.
func TestAMarkIsCheckedByItsTraits(t *testing.T) {
	refused := func(tiny, old, new, why string) {
		t.Helper()
		raw := string(pearls(t, tiny))
		if old != "" {
			require.Contains(t, raw, old)
			raw = strings.Replace(raw, old, new, 1)
		}
		_, err := check.Bytes("pearls.json", []byte(raw))
		assert.ErrorContains(t, err, why)
	}
	refused("bar", `"y":"region"`, `"facet":"region"`, "y is missing")
	refused("dot", "", "", "a pearl starts at zero")
}
