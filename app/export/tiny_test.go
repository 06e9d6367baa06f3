package export

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factframe/app/state"
	"factframe/data/datatest"
	"factframe/data/datatest/golden"
	"factframe/data/table"
)

var spoken = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)

// Packages that each differ in one thing, with their files: the CSV, and the words of the
// picture and the cards.
func TestFilesOfTinyPackages(t *testing.T) {
	var b strings.Builder
	packages := datatest.Tiny(t)
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		p, s := packages[name], state.State{View: "view"}
		b.WriteString("== " + name + "\n" + strings.ReplaceAll(CSV(p, table.Select(p, table.Query{View: "view"})), "\r\n", "\n"))
		b.WriteString("picture" + wordsIn(Picture(p, s).Document()))
		b.WriteString("card" + wordsIn(Card(p, s).Document()))
		for _, f := range p.Figures {
			b.WriteString("card of " + f.ID + wordsIn(FigureCard(p, f).Document()))
		}
		b.WriteString(SourceLine(p, s) + "\n")
	}
	golden.Equal(t, "testdata/tiny.txt", b.String())
}

func wordsIn(file string) string {
	s := ""
	for _, m := range spoken.FindAllStringSubmatch(file, -1) {
		s += " | " + m[1]
	}
	return s + "\n"
}
