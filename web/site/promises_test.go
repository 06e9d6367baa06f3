package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// node is a parsed page or element with the searches that tests need.
type node struct{ *html.Node }

func parsed(t *testing.T, page string) node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return node{doc}
}

func (n node) attr(name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (n node) has(name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// all returns the descendants with a tag name, or with a class if what begins with a dot.
func (n node) all(what string) (list []node) {
	for d := range n.Descendants() {
		class := " " + node{d}.attr("class") + " "
		if d.Type == html.ElementNode && (d.Data == what || strings.HasPrefix(what, ".") && strings.Contains(class, " "+what[1:]+" ")) {
			list = append(list, node{d})
		}
	}
	return list
}

// one returns the only such node, or fails the test.
func (n node) one(t *testing.T, what string) node {
	t.Helper()
	list := n.all(what)
	require.Len(t, list, 1, what)
	return list[0]
}

func (n node) text() string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return datatest.Squeezed(b.String())
}

// template matches the templates of a page, which only scripts use.
var template = regexp.MustCompile(`(?s)<template.*?</template>`)

// eachState calls look with every prerendered state and its parsed page.
func eachState(t *testing.T, look func(p *data.Package, s state.State, page node)) {
	t.Helper()
	p := datatest.Default(t)
	all := pages(t, built(t))
	for _, s := range state.Prerendered(p) {
		look(p, s, parsed(t, template.ReplaceAllString(all[s.Address()+"index.html"], "")))
	}
}

var digits = regexp.MustCompile(`[\d.,]*\d`)

// number returns the first number of a text, without thousands separators.
func number(s string) string { return strings.ReplaceAll(digits.FindString(s), ",", "") }

// plainly returns a number as readers see it, at the precision that the package sets.
func plainly(f *data.Figure, a *data.Amount) string {
	n := a.Number
	if f.ShownTo > 0 {
		n = float64(int(n/f.ShownTo+0.5)) * f.ShownTo
	}
	if n < 0 {
		n = -n
	}
	return strings.TrimSuffix(fmt.Sprintf("%.*f", f.Decimals, n), ".0")
}

// The table on a page shows each figure of the state's Table in the same order. Each row
// has a header, the value in the selected measure and a link to the figure's receipt.
func TestTheTableOfAPageIsTheTable(t *testing.T) {
	eachState(t, func(p *data.Package, s state.State, page node) {
		if p.View(s.View) == nil {
			return
		}
		if s.Show != state.ShowTable {
			assert.Empty(t, page.all("table"), "%s: the picture or the table, never both", s.Address())
			return
		}
		assert.Empty(t, page.all(".picture"), s.Address())
		var cells []node
		for _, body := range page.all("tbody") {
			for _, row := range body.all("tr") {
				if len(row.all("td")) > 0 { // otherwise it is the title of a panel
					cells = append(cells, row)
				}
			}
		}
		i := 0
		for _, panel := range table.Select(p, s.Query(p)).Panels {
			for _, r := range panel.Rows {
				at := s.Address() + " " + r.Figure.ID
				require.Greater(t, len(cells), i, at)
				head, value := cells[i].one(t, "th"), cells[i].all("td")[0]
				i++
				assert.Equal(t, "row", head.attr("scope"), at)
				assert.Equal(t, "figure/"+r.Figure.ID+"/", head.one(t, "a").attr("href"), at)
				want := r.Figure.Value
				percent := s.Unit == data.Percent.ID && r.Figure.Unit == data.Count && panel.Spec.Mark == "bar"
				if natural, _ := r.Figure.Natural(); percent || want == nil && natural != nil && (panel.Spec.Mark == "card" || panel.Spec.Mark == "list") {
					want = r.Figure.Percent
				}
				switch {
				case want == nil:
					assert.True(t, strings.HasPrefix(value.text(), "not printed"), at)
				case r.Figure.Unit == data.Fraction:
					assert.Contains(t, value.text(), "one third", at)
				case percent || want == r.Figure.Percent:
					assert.Equal(t, fmt.Sprintf("%.0f", want.Number), number(value.text()), at)
					assert.Contains(t, value.text(), "%", at)
				default:
					assert.Equal(t, plainly(r.Figure, want), number(value.text()), at)
				}
				assert.Contains(t, head.text(), strings.Join(strings.Fields(r.Figure.Note), " "), "%s: its caution", at)
				for _, other := range panel.Rows {
					if who := r.Figure.Series.CoverageWho; who != other.Figure.Series.CoverageWho {
						assert.Contains(t, strings.ToLower(head.text()), strings.ToLower(who), "%s: whom it covers, where others cover others", at)
					}
				}
			}
		}
		assert.Len(t, cells, i, s.Address())
		for _, head := range page.all("thead") {
			for _, th := range head.all("th") {
				assert.Equal(t, "col", th.attr("scope"), s.Address())
			}
		}
	})
}

// Each mark of a picture links to the receipt of its figure, and each point is named by
// its time and value.
func TestEachMarkLeadsToItsOwnReceipt(t *testing.T) {
	eachState(t, func(p *data.Package, s state.State, page node) {
		if p.View(s.View) == nil || s.Show == state.ShowTable {
			return
		}
		out := map[string]bool{} // left out by a filter, and grey
		for _, item := range page.all(".out") {
			out[item.one(t, "a").attr("data-figure")] = true
			assert.False(t, item.one(t, "input").has("checked"), s.Address())
		}
		var marks []node
		for _, picture := range page.all(".picture") {
			for _, a := range picture.all("a") {
				if a.has("data-figure") && !out[a.attr("data-figure")] {
					marks = append(marks, a)
				}
			}
		}
		i := 0
		for _, panel := range table.Select(p, s.Query(p)).Panels {
			for _, r := range panel.Rows {
				require.Greater(t, len(marks), i, s.Address())
				mark := marks[i]
				i++
				assert.Equal(t, r.Figure.ID, mark.attr("data-figure"), s.Address())
				assert.Equal(t, "figure/"+r.Figure.ID+"/", mark.attr("href"), s.Address())
				assert.Equal(t, "false", mark.attr("aria-expanded"), "no receipt is open on a page")
				says := mark.text() + " " + mark.attr("aria-label")
				if panel.Spec.Mark == "line" && len(panel.Rows) > 1 {
					assert.True(t, strings.HasPrefix(mark.attr("aria-label"), r.Figure.PeriodName.Label+": "), "%s: %s", r.Figure.ID, mark.attr("aria-label"))
				}
				if r.Amount != nil && r.Unit != data.Fraction {
					want := fmt.Sprintf("%.0f", r.Amount.Number)
					if r.Unit == r.Figure.Unit {
						want = plainly(r.Figure, r.Amount)
					}
					assert.Contains(t, strings.ReplaceAll(says, ",", ""), strings.TrimPrefix(want, "-"), "%s %s", s.Address(), r.Figure.ID)
				}
			}
		}
		assert.Len(t, marks, i, s.Address())
	})
}

// The page of a figure shows its value as printed, its quote, its source, the total it
// is a share of, and every caution.
func TestEachReceiptIsItsOwn(t *testing.T) {
	eachState(t, func(p *data.Package, s state.State, page node) {
		f := p.Figure(s.Figure)
		if s.View != "" {
			return
		}
		receipt := page.one(t, ".receipt")
		facts := map[string]string{}
		terms, words := receipt.all("dt"), receipt.all("dd")
		require.Len(t, words, len(terms))
		for i := range terms {
			facts[terms[i].text()] = words[i].text()
		}
		squeezed := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		assert.Equal(t, f.Printed, facts["As printed"], f.ID)
		if f.Quote != "" {
			assert.Equal(t, squeezed(f.Quote), receipt.one(t, "q").text(), f.ID)
		}
		if f.Value != nil && f.Unit != data.Fraction {
			assert.Equal(t, plainly(f, f.Value), number(facts["Value"]), f.ID)
			if low, high := f.Value.Low, f.Value.High; f.Value.IsRange() && f.Value.Qualifier != data.LessThan && f.Unit == data.Count {
				assert.Regexp(t, fmt.Sprintf(`between %s and %s$`, commas(low), commas(high)), facts["Value"], f.ID)
			}
		}
		switch {
		case f.Base != nil:
			assert.Contains(t, facts["Share of"], f.Base.Label, f.ID)
			assert.Equal(t, plainly(f.Base, f.Base.Value), number(facts["Share of"]), f.ID)
		case f.BaseNotPrinted:
			assert.Equal(t, "A total that the document does not print", facts["Share of"], f.ID)
		default:
			assert.Empty(t, facts["Share of"], f.ID)
		}
		for _, note := range []string{f.Note, f.Series.Note} {
			assert.Contains(t, facts["Take care"], squeezed(note), f.ID)
			if note != "" {
				assert.Equal(t, 1, strings.Count(receipt.text(), squeezed(note)), "%s says a caution twice: %s", f.ID, note)
			}
		}
		assert.Contains(t, strings.ToLower(facts["Source"]), strings.ToLower(f.Series.Source.Chain[0]), f.ID)
		assert.Equal(t, f.Calculated(), facts["Calculated"] != "", f.ID)
	})
}

func commas(n float64) string {
	s := fmt.Sprintf("%.0f", n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Every page has the cautions of its view, the help lines in order, one current place in
// the navigation, and a polite live region.
func TestWhatEveryPageSays(t *testing.T) {
	eachState(t, func(p *data.Package, s state.State, page node) {
		assert.Equal(t, p.Language, page.one(t, "html").attr("lang"), s.Address())
		var help []string
		for _, li := range page.one(t, ".help").all("li") {
			help = append(help, li.text())
		}
		require.Len(t, help, len(p.Help), s.Address())
		for i, h := range p.Help {
			assert.True(t, strings.HasPrefix(help[i], strings.TrimSpace(h.Name+" "+h.Phone)), "%s: help line %d is %s", s.Address(), i+1, help[i])
		}
		require.Len(t, page.all("nav"), 2, "at the head of a page outside a frame, and at the foot in a frame")
		for _, nav := range page.all("nav") {
			current := 0
			for _, a := range nav.all("a") {
				if a.has("aria-current") {
					current++
					assert.Equal(t, s.View+"/", a.attr("href"), s.Address())
				}
			}
			assert.Equal(t, s.View != "", current == 1, "%s: one place in the navigation", s.Address())
		}
		for _, group := range page.all(".seg") {
			chosen := 0
			for _, a := range group.all("a") {
				if a.attr("aria-current") == "true" {
					chosen++
				}
			}
			assert.Equal(t, 1, chosen, "%s: one choice of each kind", s.Address())
		}
		live := 0
		for d := range page.Descendants() {
			if (node{d}).attr("aria-live") == "polite" && (node{d}).attr("role") == "status" {
				live++
			}
		}
		assert.Equal(t, 1, live, "%s: one region tells of changes", s.Address())
		if v := p.View(s.View); v != nil {
			care := page.one(t, ".view").one(t, ".care")
			said := append([]node{care.all("p")[0]}, care.all("li")...)
			require.Len(t, said, len(v.Notes), s.Address())
			for i, each := range said {
				words := strings.FieldsFunc(v.Notes[i], func(r rune) bool { return r == '{' })[0]
				assert.True(t, strings.HasPrefix(each.text(), strings.TrimSpace(words)), "%s: caution %d", s.Address(), i+1)
			}
		}
	})
}

// The policy of a page lists every inline script and style by its hash.
func TestThePolicyNamesWhatStandsInThePage(t *testing.T) {
	for name, content := range pages(t, built(t)) {
		page := parsed(t, content)
		policy := ""
		for _, meta := range page.all("meta") {
			if meta.attr("http-equiv") == "Content-Security-Policy" {
				policy = meta.attr("content")
			}
		}
		for _, tag := range []string{"script", "style"} {
			directive := regexp.MustCompile(tag + `-src [^;]*`).FindString(policy)
			for _, each := range page.all(tag) {
				if each.attr("type") == "application/ld+json" {
					continue // it is not run
				}
				if each.has("src") {
					assert.Contains(t, directive, "'self'", name)
					continue
				}
				sum := sha256.Sum256([]byte(each.FirstChild.Data))
				assert.Contains(t, directive, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", "%s: a %s of %s", filepath.Base(name), tag, name)
			}
		}
	}
}

// The policy of a page allows only what it needs: no other host, no inline code except
// by hash, no eval except of WebAssembly.
func TestThePolicyAllowsNothingElse(t *testing.T) {
	hash := regexp.MustCompile(`'sha256-[A-Za-z0-9+/=]{44}'`)
	wanted := map[string]string{
		"default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval' HASH HASH HASH HASH", "style-src": "HASH", "connect-src": "'self'", "img-src": "'self' data:",
		"manifest-src": "'self'", "worker-src": "'self'", "base-uri": "'self'", "form-action": "'none'",
	}
	for name, content := range pages(t, built(t)) {
		if slices.ContainsFunc(strings.Split(name, "/"), func(folder string) bool { return slices.Contains([]string{"embed", "away", "receipts"}, folder) }) {
			continue // these have their own policy, without a program
		}
		policy := ""
		for _, meta := range parsed(t, content).all("meta") {
			if meta.attr("http-equiv") == "Content-Security-Policy" {
				policy = meta.attr("content")
			}
		}
		got := map[string]string{}
		for _, directive := range strings.Split(policy, "; ") {
			what, sources, _ := strings.Cut(directive, " ")
			got[what] = hash.ReplaceAllString(sources, "HASH")
		}
		assert.Equal(t, wanted, got, name)
	}
}

// The files of a view contain its figures, and its picture shows the finding, the first
// caution and every source.
func TestFilesAreOfTheirView(t *testing.T) {
	p := datatest.Default(t)
	for _, v := range p.Views {
		table := table.Select(p, table.Query{View: v.ID})
		raw, err := os.ReadFile(filepath.Join(built(t), "data", v.ID+".csv"))
		require.NoError(t, err)
		records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(raw), "\ufeff"))).ReadAll()
		require.NoError(t, err)
		require.Len(t, records, table.Shown+1, v.ID)
		i := 1
		picture, err := os.ReadFile(filepath.Join(built(t), "img", v.ID+".svg"))
		require.NoError(t, err)
		said := strings.Join(strings.Fields(tags.ReplaceAllString(html.UnescapeString(string(picture)), " ")), " ")
		for _, panel := range table.Panels {
			for _, r := range panel.Rows {
				assert.Equal(t, r.Figure.ID, records[i][0], v.ID)
				value := ""
				if r.Amount != nil {
					shown := r.Figure.Rounded(*r.Amount, r.Unit)
					value = strconv.FormatFloat(shown.Number, 'f', shown.Decimals, 64)
					if panel.Spec.Mark != "list" {
						assert.Contains(t, said, say.Amount(r.Figure, r.Amount, r.Unit).Bare(), "%s: the value of %s", v.ID, r.Figure.ID)
					}
				}
				assert.Equal(t, value, records[i][3], "%s: %s", v.ID, r.Figure.ID)
				i++
				assert.Contains(t, said, r.Figure.Series.Source.Short, v.ID)
			}
		}
		_, care := say.Lead(p.Words, say.Expand(p, v.Notes[0]))
		for _, part := range []string{say.Expand(p, v.Headline), care} {
			assert.Contains(t, said, strings.Join(strings.Fields(part), " "), v.ID)
		}
	}
}

var tags = regexp.MustCompile(`<style>.*?</style>|<[^>]*>`)
