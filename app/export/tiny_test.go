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
)

var spoken = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)

// Packages that each differ in one thing, with their files: the CSV, and the words of the
// picture and the cards.
func TestFilesOfTinyPackages(t *testing.T) {
	var b strings.Builder
	packages := datatest.Tiny(t)
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		p, s := packages[name], state.State{View: "view"}
		selected := Selection{Package: p, State: s, Site: site}
		b.WriteString("== " + name + "\n" + strings.ReplaceAll(CSV(selected), "\r\n", "\n"))
		b.WriteString("picture" + wordsIn(Picture(selected).Document()))
		b.WriteString("card" + wordsIn(Card(selected).Document()))
		for _, f := range p.Figures {
			b.WriteString("card of " + f.ID + wordsIn(Card(Selection{Package: p, State: state.State{Figure: f.ID}, Site: site}).Document()))
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
