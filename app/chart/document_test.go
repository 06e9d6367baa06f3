package chart

import (
	"strconv"
	"strings"
	"testing"

	"factframe/app/state/statetest"
	"factframe/app/svg"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// In downloaded files, no mark extends above or below its own row.
func TestGeneratedDocumentsKeepMarksInTheirRows(t *testing.T) {
	datatest.Check(t, 60, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		for _, s := range statetest.Walk(t, p, 2) {
			table := table.Select(p, s.Query(p))
			document := Document(table, Words{Title: "A title", Panels: make([]string, len(table.Panels))})
			for _, outside := range outsideOf(document) {
				t.Fatal(outside)
			}
		}
	})
}

func TestTinyDocumentsKeepMarksInTheirRows(t *testing.T) {
	for name, p := range datatest.Tiny(t) {
		assert.Empty(t, outsideOf(Document(table.Select(p, table.Query{View: "view"}), Words{Panels: make([]string, 9)})), name)
	}
}

// outreach is how far a mark may extend beyond its drawing, in px: the end of an axis, or
// half a line of text.
const outreach = 16

func outsideOf(n svg.Node) (list []string) {
	height, err := strconv.ParseFloat(n.Attr("height"), 64)
	for _, c := range n.Children {
		for _, name := range []string{"y", "y1", "y2", "cy"} {
			if c.Attr(name) == "" || n.Tag != "svg" || err != nil {
				continue
			}
			if y, wrong := strconv.ParseFloat(c.Attr(name), 64); wrong != nil || y < -outreach || y > height+outreach {
				list = append(list, strings.Join([]string{c.Tag, c.Attr("class"), name, c.Attr(name), "in a drawing", n.Attr("height"), "high"}, " "))
			}
		}
		list = append(list, outsideOf(c)...)
	}
	return list
}
