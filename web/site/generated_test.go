package site

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"factframe/app/export"
	panels "factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// written returns the pages of a package, by address.
func written(t *rapid.T, p *data.Package) map[string]node {
	pages := map[string]node{}
	a := assets{offline: "offline.js", program: "program.js", wasm: "app.wasm", public: "https://figures.example/", packageFile: "data/package.json"}
	for _, s := range state.Prerendered(p) {
		panel, receipt, err := panelOf(p, s, a)
		if err != nil {
			t.Fatalf("%s: %v", s.Address(), err)
		}
		if height, err := estimatedHeight(panel); err != nil || height < 100 {
			t.Fatalf("%s: a height of %d px, %v", s.Address(), height, err)
		}
		doc, err := html.Parse(strings.NewReader(string(page(p, s, s.Address(), a, panel, receipt))))
		if err != nil {
			t.Fatal(err)
		}
		pages[s.Address()] = node{doc}
	}
	return pages
}

// spoken are the elements that screen readers read as one text.
var spoken = []string{"title", "h1", "h2", "h3", "p", "li", "th", "td", "dt", "dd", "summary", "caption", "label", "q"}

// said are attributes that screen readers announce.
var said = []string{"aria-label", "aria-valuetext", "alt", "title"}

// If a package leaves something out, no text on its pages has a gap, such as
// "(; period not stated)".
func TestGeneratedPagesReadWell(t *testing.T) {
	datatest.Check(t, 40, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		for address, page := range written(t, p) {
			for d := range page.Descendants() {
				if d.Type != html.ElementNode {
					continue
				}
				n := node{d}
				if slices.Contains(spoken, d.Data) && !n.has("hidden") && len(n.all("li")) == 0 {
					wellWritten(t, address, d.Data, n.text())
				}
				for _, a := range said {
					wellWritten(t, address, a, n.attr(a))
				}
				if name := n.attr("name") + n.attr("property"); d.Data == "meta" && (strings.Contains(name, "description") || strings.Contains(name, "title") || strings.Contains(name, "alt")) {
					wellWritten(t, address, name, n.attr("content"))
				}
			}
		}
		for _, f := range p.Figures {
			for _, text := range []string{say.Phrase(f), say.Alone(f), say.Description(p, state.State{Figure: f.ID}), say.Formula(f)} {
				wellWritten(t, f.ID, "words", text)
			}
			for _, d := range textsOf(export.Card(export.Selection{Package: p, State: state.State{Figure: f.ID}}).Document()) {
				wellWritten(t, f.ID, "card", d)
			}
		}
		for _, v := range p.Views {
			s := state.State{View: v.ID}
			for _, file := range []string{export.Card(export.Selection{Package: p, State: s}).Document(), export.Picture(export.Selection{Package: p, State: s}).Document()} {
				for _, text := range textsOf(file) {
					wellWritten(t, v.ID, "picture", text)
				}
			}
		}
	})
}

var svgText = regexp.MustCompile(`<text class="([^"]*)" x="([^"]*)"[^>]*>([^<]*)</text>`)

// textsOf returns the texts of a picture, with wrapped lines joined.
func textsOf(svg string) (texts []string) {
	before := ""
	for _, m := range svgText.FindAllStringSubmatch(svg, -1) {
		if place := m[1] + " " + m[2]; place == before {
			texts[len(texts)-1] += " " + html.UnescapeString(m[3])
		} else {
			before, texts = place, append(texts, html.UnescapeString(m[3]))
		}
	}
	return texts
}

func wellWritten(t *rapid.T, where, what, text string) {
	if part := datatest.Broken(text); part != "" {
		t.Fatalf("%s: %s: …%s… in %q", where, what, part, text)
	}
}

// readBack parses the first number in a text as a reader of its language does.
func readBack(words *text.Language, s string) (float64, bool) {
	decimal, group := regexp.QuoteMeta(words.Say("cldr.decimal")), regexp.QuoteMeta(words.Say("cldr.group"))
	if strings.TrimSpace(words.Say("cldr.group")) == "" {
		group = `[\s\x{a0}\x{202f}]` // the tests read a page with single spaces
	}
	shown := regexp.MustCompile(`[−-]?[^\d−-]{0,4}\d+(?:` + group + `\d{3})*(?:` + decimal + `\d+)?`).FindString(s)
	digits := strings.Map(func(c rune) rune {
		switch {
		case c >= '0' && c <= '9':
			return c
		case string(c) == words.Say("cldr.decimal"):
			return '.'
		}
		return -1
	}, strings.TrimLeft(shown, "−- .,£$€"))
	n, err := strconv.ParseFloat(digits, 64)
	before, _, _ := strings.Cut(words.Say("amount.fall"), "{amount}")
	if strings.ContainsAny(shown, "−-") || strings.Contains(strings.ToLower(s), strings.ToLower(before)) && before != "" {
		n = -n
	}
	return n, err == nil
}

// A number is the same in the table, the picture, the receipt, the CSV and the package.
func TestGeneratedNumbersAreTheSameEverywhere(t *testing.T) {
	datatest.Check(t, 40, func(t *rapid.T) {
		generated := datatest.Package().Draw(t, "package")
		p := generated.Package
		pages := written(t, p)
		printed := observed(t, generated.JSON)
		for _, v := range p.Views {
			s := state.State{View: v.ID}
			records, err := csv.NewReader(strings.NewReader(export.CSV(export.Selection{Package: p, State: state.State{View: v.ID}}))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			cells := tableCells(pages[s.WithShow(state.ShowTable).Address()])
			i := 0
			for _, panel := range table.Select(p, table.Query{View: v.ID}).Panels {
				for _, r := range panel.Rows {
					i++
					if r.Amount == nil {
						same(t, r.Figure.ID, "a missing value", records[i][3], "")
						continue
					}
					value := records[i][3]
					if want, ok := printed[r.Figure.ID]; ok && r.Unit == r.Figure.Unit {
						same(t, r.Figure.ID, "the CSV", number64(t, value), want)
					}
					if i-1 < len(cells) {
						same(t, r.Figure.ID, "the table", inOwnUnit(t, cells[i-1], r), number64(t, value))
					}
					same(t, r.Figure.ID, "the picture", inOwnUnit(t, say.Amount(r.Figure, r.Amount, r.Unit).Drawn(), r), number64(t, value))
					if r.Unit == r.Figure.Unit && r.Figure.ID != "" && !state.ManyFigures(p) {
						receipt := factOf(pages[state.State{Figure: r.Figure.ID}.Address()], r.Figure.Words().Say("receipt.value"))
						same(t, r.Figure.ID, "the receipt", inOwnUnit(t, receipt, r), number64(t, value))
					}
				}
			}
		}
	})
}

// observed returns the values in the JSON of a package, by the id of the observation.
func observed(t *rapid.T, raw []byte) map[string]float64 {
	var top struct {
		Resources []struct {
			Name string
			Data any
		}
	}
	if err := json.Unmarshal(raw, &top); err != nil {
		t.Fatal(err)
	}
	values := map[string]float64{}
	for _, r := range top.Resources {
		rows, _ := r.Data.([]any)
		for _, row := range rows {
			of, _ := row.(map[string]any)
			if n, ok := of["value"].(float64); ok && r.Name == "observations" {
				values[of["id"].(string)] = n
			}
		}
	}
	return values
}

func number64(t *rapid.T, cell string) float64 {
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		t.Fatalf("%q is not a number", cell)
	}
	return n
}

// inOwnUnit parses a shown number and converts it to the unit of its row: fractions are
// shown as percentages.
func inOwnUnit(t *rapid.T, shown string, r table.Row) float64 {
	n, ok := readBack(r.Figure.Words(), shown)
	if !ok {
		t.Fatalf("%s: %q has no number", r.Figure.ID, shown)
	}
	if r.Unit == data.Fraction {
		n /= 100
	}
	return n
}

func same[T comparable](t *rapid.T, id, where string, got, want T) {
	a, isNumber := any(got).(float64)
	if b, _ := any(want).(float64); isNumber && math.Abs(a-b) <= 1e-12*math.Abs(b) {
		return
	}
	if got != want {
		t.Fatalf("%s: %s has %v, not %v", id, where, got, want)
	}
}

// tableCells returns the values of a page's table, in order.
func tableCells(page node) (list []string) {
	if page.Node == nil {
		return nil
	}
	for _, row := range page.all("tr") {
		if cells := row.all("td"); len(cells) > 0 && !row.has("hidden") && cells[0].attr("class") == "num" {
			list = append(list, cells[0].all("b")[0].text())
		}
	}
	return list
}

// factOf returns the value of a line of a receipt.
func factOf(page node, name string) string {
	terms, facts := page.all("dt"), page.all("dd")
	for i, term := range terms {
		if term.text() == name {
			return facts[i].text()
		}
	}
	return ""
}

// Every link leads to a page, to a written file, or to a state that the program
// understands.
func TestGeneratedLinksResolve(t *testing.T) {
	datatest.Check(t, 40, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		p.Few = rapid.Bool().Draw(t, "few files")
		pages := written(t, p)
		folder := memory{}
		if err := writeDownloads(&files{to: folder}, p, ""); err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{"embed/": true, "data/datapackage.json": true}
		for name := range folder {
			known[name] = true
		}
		for name := range cards(p, "") {
			known[name] = true
		}
		for _, f := range p.Figures {
			known["figure/"+f.ID+"/"] = hasStubs(p) // a stub that leads to its receipt
		}
		index, leads := state.ReceiptsIndex(p)
		known[index.Address()] = leads
		for _, v := range p.Views {
			known[panels.SquarePath(v.ID)] = true
		}
		for address, page := range pages {
			for _, a := range page.all("a") {
				href, _, _ := strings.Cut(a.attr("href"), "#")
				if href == "" || strings.HasPrefix(href, "tel:") || strings.HasPrefix(href, "mailto:") || strings.HasPrefix(href, "https://") || known[href] {
					continue
				}
				if _, found := pages[href]; found {
					continue
				}
				path, query, _ := strings.Cut(href, "?")
				s, ignored := state.Parse(p, path+"?"+query)
				if len(ignored) > 0 || !strings.Contains(a.attr("href"), "?") || s.Address() != href {
					t.Fatalf("%s links to %s, which is neither a page nor a choice: %v, %s", address, a.attr("href"), ignored, s.Address())
				}
			}
		}
	})
}

// A whole site is written for every package, each file once.
func TestGeneratedSitesAreWritten(t *testing.T) {
	datatest.Check(t, 2, func(t *rapid.T) {
		generated := datatest.Package().Draw(t, "package")
		folder := memory{}
		if err := Write(folder, Input{Package: generated.Package, JSON: generated.JSON, Program: program, URL: "https://figures.example/"}); err != nil {
			t.Fatal(err)
		}
		for _, v := range generated.Package.Views {
			for _, name := range []string{v.ID + "/index.html", "data/" + v.ID + ".csv", "img/" + v.ID + ".svg", "img/" + v.ID + ".png", "oembed/" + v.ID + ".json"} {
				if len(folder[name]) == 0 {
					t.Fatalf("%s is not written", name)
				}
			}
		}
	})
}

// memory is a Folder in memory.
type memory map[string][]byte

func (m memory) Write(name string, content []byte) error {
	if m[name] != nil {
		return fmt.Errorf("%s is written twice", name)
	}
	m[name] = content
	return nil
}
