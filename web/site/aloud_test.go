package site

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"factframe/data/datatest"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "write the wanted pages anew")

// Every view, one page of each kind of choice, and all receipts, as they are
// read and where their links lead. Any change of a word, a number, a link or a
// state is a line of a diff.
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
				part = page.one(t, ".view") // what stands around it is the same
			}
			b.WriteString("# " + address + " · " + page.all("title")[0].text() + "\n" + aloud(part) + "\n")
		}
		path := filepath.Join("testdata", "pages", name+".txt")
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
			require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err, "run go test ./web/site -run Read -update, then read git diff")
		if string(want) != b.String() {
			t.Errorf("%s differs near …%s…: run go test ./web/site -run Read -update, then read git diff", path, firstDifference(string(want), b.String()))
		}
	}
}

// states are attributes that change what is read or how.
var states = []string{"aria-current", "aria-expanded", "aria-label", "aria-live", "checked", "hidden", "lang", "role", "scope", "target", "type"}

// lines are elements that begin a line of their own.
var lines = []string{"header", "nav", "article", "section", "figure", "form", "div", "p", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "details", "summary"}

// aloud writes a part of a page as text, with its states and where links lead.
func aloud(n node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode:
			if slices.Contains(lines, n.Data) {
				b.WriteString("\n" + n.Data + " ")
			} else if slices.Contains([]string{"th", "td"}, n.Data) {
				b.WriteString(" | ")
			}
			for _, a := range n.Attr {
				if slices.Contains(states, a.Key) {
					b.WriteString("[" + strings.TrimSuffix(a.Key+"="+a.Val, "=") + "] ")
				}
			}
			for c := range n.ChildNodes() {
				walk(c)
			}
			if href := (node{n}).attr("href"); href != "" {
				b.WriteString(" → " + href + " ")
			}
		}
	}
	walk(n.Node)
	var out []string
	for line := range strings.Lines(b.String()) {
		if line = strings.Join(strings.Fields(line), " "); line != "" && !slices.Contains(lines, line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n") + "\n"
}
