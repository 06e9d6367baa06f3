package site

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// banned are words that no page uses outside quotations.
var banned = regexp.MustCompile(`(?i)\b(shock\w*|huge|leapt|epidemic|cops|child pornography|soar\w*|surge\w*|skyrocket\w*|sexting|promiscu\w*|victimless)\b|most forces`)

// words returns the visible text of a page, without quotations.
func words(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && (n.Data == "q" || n.Data == "style" || n.Data == "script") {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data + " ")
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if n.Type == html.ElementNode && n.Data != "b" && n.Data != "strong" && n.Data != "a" {
			b.WriteString("\n")
		}
	}
	walk(doc)
	return b.String()
}

// quoted removes what the package itself puts in quotation marks.
var quoted = regexp.MustCompile(`"[^"\n]*"|“[^”\n]*”`)

func TestHouseWords(t *testing.T) {
	for name, page := range pages(t, built(t)) {
		said := quoted.ReplaceAllString(words(t, page), "")
		assert.Empty(t, banned.FindAllString(said, -1), name)
		assert.NotRegexp(t, `\d per cent of the UK|in the UK, \d`, said, "no share of the UK: "+name)
	}
}

// identifiers matches texts of a package that contain digits but no numbers for readers.
var identifiers = regexp.MustCompile(`"(sha256|id|series|source|base|restates|may_restate|outcome|force|response|finding)": "[^"]*"|"(inputs|figures|confused|statements|filters)": \[[^\]]*\]`)

var numeral = regexp.MustCompile(`\d[\d,]*(\.\d+)?`)

// Every number on a page comes from the package or from a formula.
func TestEveryNumberIsAccountedFor(t *testing.T) {
	p := datatest.Default(t)
	accounted := map[string]bool{}
	account := func(s string) {
		for _, n := range numeral.FindAllString(s, -1) {
			accounted[strings.TrimRight(n, ",")] = true
		}
	}
	// The words and values of the package, without the digits of hashes and ids.
	account(identifiers.ReplaceAllString(string(data.DefaultJSON), ""))
	for _, f := range p.Figures {
		a, unit := f.Natural()
		amount := say.Amount(f, a, unit)
		account(amount.Short() + " " + amount.Range() + " " + f.PeriodName.Label + " " + f.Period.Start.String() + " " + f.Period.End.String())
		if f.Percent != nil {
			account(say.Amount(f, f.Percent, data.Percent).Short() + " " + say.Amount(f, f.Percent, data.Percent).Range())
		}
	}
	for _, v := range p.Views {
		table := table.Select(p, table.Query{View: v.ID})
		account(fmt.Sprint(table.Shown)) // how many rows a list has
		for _, panel := range table.Panels {
			if plot := chart.Draw(panel).Plot; plot != nil {
				for _, node := range plot.Back {
					account(node.String()) // the ticks of an axis
				}
			}
		}
	}
	account("366 days; 12 months; 34 months; below 100; × 100; 1 + 131%") // what formulas and rules say
	counts := regexp.MustCompile(`Shown: \d+ of \d+|\d+ of \d+|Shown are \d+|\d+ figures|Figures: \d+|\d+ chosen|SHA-256 [0-9a-f]+`)
	for name, page := range pages(t, built(t)) {
		if strings.HasPrefix(name, "cy/") {
			continue // its dates are in Welsh
		}
		said := counts.ReplaceAllString(words(t, page), "")
		for _, n := range numeral.FindAllString(said, -1) {
			n = strings.TrimRight(n, ",")
			assert.True(t, accounted[n], "%s says %s, and nothing accounts for it", name, n)
		}
	}
}

var preposition = regexp.MustCompile(`(?i)^(of|in|as|by|for|from|with|at|to) `)

// qualified matches the qualifier "at least", whose "at" is not a place.
var qualified = regexp.MustCompile(`(?i)^at least `)

// Titles, rows and sentences make sense by themselves: none begins with a preposition,
// and no row repeats the title of its panel. A card's label follows its number.
func TestWhatStandsAloneBeginsWithWhatItIs(t *testing.T) {
	eachState(t, func(p *data.Package, s state.State, page node) {
		for _, what := range []string{"h1", "h2", ".sub", ".says", ".what", "caption", "summary", ".care", ".answer", ".cure"} {
			for _, each := range page.all(what) {
				assert.NotRegexp(t, preposition, qualified.ReplaceAllString(each.text(), ""), "%s: %s", s.Address(), what)
			}
		}
		for _, head := range page.all("th") {
			assert.NotRegexp(t, preposition, head.text(), s.Address())
		}
		for _, picture := range page.all(".picture") {
			for _, title := range picture.all("h2") {
				for _, row := range picture.all(".what") {
					assert.NotEqual(t, title.text(), row.text(), s.Address())
				}
			}
		}
	})
	p := datatest.Default(t)
	for _, f := range p.Figures {
		assert.NotRegexp(t, preposition, f.Name, f.ID)
		if f.Unit != data.Percent && f.Unit != data.Fraction { // its label continues after the number
			assert.NotRegexp(t, preposition, qualified.ReplaceAllString(say.Phrase(f), ""), f.ID)
		}
	}
}
