package site

import (
	"path/filepath"
	"strings"
	"testing"

	"factframe/data/datatest"
	"factframe/data/datatest/golden"
)

// Golden files with the text and the links of every view, one page of each kind of
// choice, and all receipts. Any change to a word, a number, a link or a state shows up
// as a line in a diff.
func TestPagesAsTheyAreRead(t *testing.T) {
	p := datatest.Default(t)
	all := pages(t, built(t))
	wanted := map[string][]string{"compare": {"compare/"}, "outcomes-percent": {"outcomes/percent/"}, "outcomes-table": {"outcomes/table/"}, "forces-sussex": {"forces/force-sussex/"}}
	for _, v := range p.Views {
		wanted[v.ID] = []string{v.ID + "/"}
	}
	for _, f := range p.Figures {
		wanted["receipts"] = append(wanted["receipts"], "figure/"+f.ID+"/")
	}
	for name, addresses := range wanted {
		var b strings.Builder
		for _, address := range addresses {
			page := parsed(t, all[address+"index.html"])
			part := page.one(t, "main")
			if len(addresses) > 1 {
				part = page.one(t, ".view") // the rest is the same
			}
			b.WriteString("# " + address + " · " + page.all("title")[0].text() + "\n" + datatest.Aloud(part.Node) + "\n")
		}
		golden.Equal(t, filepath.Join("testdata", "pages", name+".txt"), b.String())
	}
}
