package e2e

import (
	"context"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// everyPage returns the pages for acceptance checks: those of the default package, of
// six packages of other kinds, and of generated and tiny packages.
func everyPage(t *testing.T) []string {
	t.Helper()
	return slices.Concat(views(), kindPages(t), samplePages(t))
}

// The accessibility promises, by number. acceptance.js checks those that need only one
// page, on every page with all lists open: in the light scheme at the width of a phone,
// and in the dark scheme at the width of a column.
func TestAcceptance(t *testing.T) {
	t.Parallel()
	var found map[string][]string // by the number of the check; computed once
	inPage := func(number string) func(*testing.T) {
		return func(t *testing.T) {
			if found == nil {
				found = faultsInPages(t)
			}
			assert.Empty(t, found[number])
		}
	}
	for _, check := range []struct {
		name  string
		holds func(*testing.T)
	}{
		{"01 axe reports no violations", inPage("01")},
		{"02 every snippet's frame has its own title", snippetsHaveTitles},
		{"03 the finding, what is counted and the source are text", inPage("03")},
		{"04 a chart is one named list, with no unnamed image and no empty list", chartsInTheTree},
		{"05 the table has every value that the chart draws", tableHasEveryValue},
		{"06 tables have captions and scopes", tablesHaveCaptions},
		{"07 a sentence states the values and follows the filters", theSentenceFollows},
		{"08 everything works by keyboard, a chart has one tab stop, and focus is never lost", focusIsNeverLost},
		{"09 focus is visible", inPage("09")},
		{"10 focus is not covered", inPage("10")},
		{"11 targets are at least 24 px or spaced apart", inPage("11")},
		{"12 text has enough contrast in both schemes", inPage("12")},
		{"13 marks have enough contrast", inPage("13")},
		{"14 parts of a chart have words, never colour alone", inPage("14")},
		{"15 no sideways scroll", inPage("15")},
		{"16 and 17 no sideways scroll at 200% text size with wide spacing", inPage("17")},
		{"18 forced colours keep marks and names", forcedColours},
		{"19 the scheme follows the reader's setting and the parameter", schemesFollow},
		{"20 nothing moves", inPage("20")},
		{"21 the page states its language", inPage("21")},
		{"22 values read with a pointer also have a named slider, and are never the only source", inPage("22")},
		{"23 a change is announced once, politely", changesAreAnnounced},
		{"24 without scripts everything is on the page or one link away", readableWithoutScripts},
		{"26 a missing value is never a bar", inPage("26")},
		{"27 help is in the same order on every page", helpIsTheSame},
		{"28 no text is under 12 px", inPage("28")},
		{"28 print has every value as text", paperHasEveryValue},
		{"axe reports no violations on the embed page", embedPageIsAccessible},
		{"prefers-contrast increases contrast", moreContrast},
	} {
		t.Run(check.name, check.holds)
	}
}

// axeRules are the rules of axe that pages must follow: WCAG 2.2 AA and best practice.
const axeRules = `{ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } } }`

func axeScript(t *testing.T) string {
	t.Helper()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	require.NoError(t, err, "run npm ci in web/e2e, or make test, which does")
	return string(axe)
}

// axeFaults returns what axe finds in a tab.
func axeFaults(b *tab) []string {
	b.t.Helper()
	eval[float64](b, axeScript(b.t)+";0")
	return eval[[]string](b, `axe.run(document, `+axeRules+`)
		.then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 150) + " " + n.any.map((a) => a.message)).join(" | ")))`)
}

// faultsInPages returns the faults of all pages, by the number of the check.
func faultsInPages(t *testing.T) map[string][]string {
	t.Helper()
	axe := axeScript(t)
	script, err := os.ReadFile("acceptance.js")
	require.NoError(t, err)
	all := map[string][]string{}
	for _, look := range []struct {
		width int
		dark  bool
	}{{320, false}, {760, true}} {
		var b *tab
		for i, address := range everyPage(t) {
			if i%40 == 0 { // a tab has limited time
				b = newTab(t, look.width, scheme(look.dark))
			}
			b.open(address).settle(address)
			eval[float64](b, axe+";0")
			faults := eval[map[string][]string](b, fmt.Sprintf("(%s)(%s, %t)", script, axeRules, i < len(views())))
			for _, number := range slices.Sorted(maps.Keys(faults)) {
				for _, fault := range faults[number] {
					all[number] = append(all[number], fmt.Sprintf("%s, %d px: %s", address, look.width, fault))
				}
			}
		}
	}
	return all
}

func embedPageIsAccessible(t *testing.T) {
	for _, dark := range []bool{false, true} {
		for _, width := range []int{320, 760} {
			b := newTab(t, width, scheme(dark)).open("embed/")
			assert.Empty(t, axeFaults(b), "%d px, dark=%v", width, dark)
			assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), width)
		}
	}
}

func snippetsHaveTitles(t *testing.T) {
	b := newTab(t, 1000).open("embed/")
	seen := map[string]bool{}
	for _, v := range figures.Views {
		b.do(fmt.Sprintf(`document.forms[0].elements.view.value = %q, document.forms[0].elements.view.dispatchEvent(new Event("input", { bubbles: true }))`, v.ID))
		for _, id := range []string{"iframe", "element"} {
			title := eval[string](b, `new DOMParser().parseFromString(document.getElementById("`+id+`").value, "text/html").querySelector("[title]").title`)
			assert.Greater(t, len(strings.Fields(title)), 3, v.ID)
			assert.False(t, seen[id+title], "two views have the title %q", title)
			seen[id+title] = true
		}
	}
}

// node is a node of the accessibility tree.
type node struct{ Role, Name string }

// heardTree returns the accessibility tree of a page, without ignored nodes.
func (b *tab) heardTree() []node {
	b.t.Helper()
	tree, err := chromedp.Run(b.ctx, func(ctx context.Context, target *chromedp.Target) ([]node, error) {
		answer, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return nil, err
		}
		text := func(v *accessibility.Value) string {
			if v == nil {
				return ""
			}
			return strings.Trim(string(v.Value), `"`)
		}
		var list []node
		for _, n := range answer.Nodes {
			if !n.Ignored {
				list = append(list, node{text(n.Role), text(n.Name)})
			}
		}
		return list, nil
	})
	require.NoError(b.t, err)
	return tree
}

func chartsInTheTree(t *testing.T) {
	b := newTab(t, 760)
	for _, address := range everyPage(t) {
		b.open(address).settle(address)
		for _, n := range b.heardTree() {
			if strings.Contains("image img graphics-document SvgRoot figure", n.Role) && n.Role != "" {
				assert.NotEmpty(t, n.Name, "%s: an unnamed %s", address, n.Role)
			}
		}
		empty := eval[int](b, `[...document.querySelectorAll("ul, [role=list]")].filter((e) => e.checkVisibility() && !e.closest("[aria-hidden=true]") && !e.querySelector(":scope > li:not([hidden]), :scope > [role=listitem]")).length`)
		assert.Zero(t, empty, "%s: empty lists", address)
		twice := eval[[]string](b, `[...document.querySelectorAll("[role=list][aria-label], ul[aria-label]")].filter((e) => e.closest("figure")?.getAttribute("aria-label") === e.getAttribute("aria-label")).map((e) => e.getAttribute("aria-label"))`)
		assert.Empty(t, twice, "%s: lists that repeat the name of their chart", address)
		unsaid := eval[int](b, `document.querySelectorAll(".picture a[data-figure]:not([aria-expanded])").length`)
		assert.Zero(t, unsaid, "%s: marks without aria-expanded", address)
	}
	// Events on a line are read out, even if their text does not fit into the picture.
	lines := newTab(t, 760).open("kinds/growth/years/")
	heard := ""
	for _, n := range lines.heardTree() {
		heard += n.Name + "\n"
	}
	events := eval[[]string](lines, `[...document.querySelectorAll(".events li")].map((e) => e.textContent)`)
	require.NotEmpty(t, events)
	for _, words := range events {
		assert.Contains(t, heard, words)
	}
}

func tableHasEveryValue(t *testing.T) {
	b := newTab(t, 760)
	for _, v := range figures.Views {
		b.open(v.ID + "/")
		drawn := eval[map[string]string](b, `Object.fromEntries([...document.querySelectorAll(".picture [data-figure]")].map((e) => [e.dataset.figure, (e.querySelector(".n b, .v, .value") ?? e.querySelector("b"))?.textContent ?? ""]))`)
		require.NotEmpty(t, drawn, v.ID)
		b.open(v.ID + "/table/")
		rows := eval[map[string]string](b, `Object.fromEntries([...document.querySelectorAll("tbody tr")].filter((r) => r.querySelector("[data-figure]")).map((r) => [r.querySelector("[data-figure]").dataset.figure, r.innerText || r.textContent]))`)
		for id, value := range drawn {
			number := regexp.MustCompile(`[\d.,]*\d`).FindString(value)
			assert.Contains(t, rows[id], number, "%s: %s", v.ID, id)
			assert.NotEmpty(t, rows[id], "%s: %s", v.ID, id)
		}
	}
}

func tablesHaveCaptions(t *testing.T) {
	kindPages(t)
	b := newTab(t, 760)
	for _, address := range []string{"outcomes/table/", "ages/table/", "forces/table/", "kinds/countries/countries/table/"} {
		b.open(address)
		assert.True(t, eval[bool](b, `document.querySelectorAll("table").length > 0 && [...document.querySelectorAll("table")].every((e) => e.caption.textContent.trim() && [...e.querySelectorAll("th")].every((h) => h.scope))`), address)
	}
}

func theSentenceFollows(t *testing.T) {
	b := newTab(t, 760).open("outcomes/").start()
	before := eval[string](b, `document.querySelector(".says").textContent`)
	assert.Regexp(t, `26 police forces.*2015.*493`, before)
	b.do(`document.querySelector('.strips input[value="not-public-interest"]').click()`)
	b.until(`!document.querySelector(".says").textContent.includes("493")`)
}

// If a choice removes the focused element, focus moves to a remaining one, never to the
// page.
func focusIsNeverLost(t *testing.T) {
	const lost = `document.activeElement === document.body`
	b := newTab(t, 760).open("outcomes/").start()
	stops := eval[int](b, `[...document.querySelectorAll(".picture a, .picture input, .picture summary")].filter((e) => e.tabIndex === 0 && e.checkVisibility()).length`)
	assert.LessOrEqual(t, stops, 2, "one tab stop for the marks, and one for their checkboxes")
	b.do(`document.querySelector(".strip").focus()`)
	b.run(chromedp.KeyEvent(kb.ArrowDown))
	assert.Equal(t, 1, eval[int](b, `[...document.querySelectorAll(".strip")].indexOf(document.activeElement)`))
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelector(".receipt")`)
	b.do(`[...document.querySelectorAll(".receipt a")].find((a) => a.textContent === "Close").focus()`)
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`!document.querySelector(".receipt") && !(` + lost + `)`)
	assert.Equal(t, 1, eval[int](b, `[...document.querySelectorAll(".strip")].indexOf(document.activeElement)`), "focus is on the mark whose receipt was closed")

	b.do(`document.querySelector('.strips input[value="not-reported"]').click()`)
	b.until(`document.querySelector(".shown:not([hidden]) a")`)
	b.do(`document.querySelector(".shown a").focus()`)
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelector(".shown[hidden]") && !(` + lost + `)`)

	b.open("forces/table/").start()
	for range 3 {
		b.do(`document.querySelector("thead a").focus()`)
		b.run(chromedp.KeyEvent(kb.Enter))
		b.until(`document.querySelector("thead a")`)
		assert.False(t, eval[bool](b, `new Promise((done) => setTimeout(() => done(`+lost+`), 300))`), "sorting")
	}
	b.open("compare/?figures=foi-charge-or-caution-estimate,foi-lack-of-evidence").settleChoice()
	b.do(`[...document.querySelectorAll(".picks a")].at(-1).focus()`)
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelector(".picks[hidden]") && !(` + lost + `)`)
}

func forcedColours(t *testing.T) {
	kindPages(t)
	for _, address := range []string{"outcomes/", "time/", "ages/", "kinds/growth/years/", "kinds/survey/trust/"} {
		b := newTab(t, 760, emulated("forced-colors", "active")).open(address)
		require.Positive(t, eval[int](b, `document.querySelectorAll(".picture").length`), address)
		lost := eval[[]string](b, `(() => {
			const paper = getComputedStyle(document.body).backgroundColor;
			return [...document.querySelectorAll(".picture .block, .picture .dot, .picture .line, .picture .span, .picture .part")].filter((e) => {
				const s = getComputedStyle(e);
				return [s.fill, s.stroke].every((c) => c === "none" || c === paper);
			}).map((e) => e.outerHTML.slice(0, 80));
		})()`)
		assert.Empty(t, lost, address)
		kept := eval[[]string](b, `(() => {
			const text = getComputedStyle(document.body).color;
			return [...document.querySelectorAll(".picture .name, .picture .on, .named b")].filter((e) => e.checkVisibility() && getComputedStyle(e)[e.closest("svg") ? "fill" : "color"] !== text).map((e) => e.textContent);
		})()`)
		assert.Empty(t, kept, "%s: names that keep their own colour", address)
	}
}

func schemesFollow(t *testing.T) {
	const paper = `getComputedStyle(document.body).backgroundColor`
	assert.Equal(t, "rgb(255, 255, 255)", eval[string](newTab(t, 480, scheme(false)).open("outcomes/"), paper))
	dark := eval[string](newTab(t, 480, scheme(true)).open("outcomes/"), paper)
	assert.NotEqual(t, "rgb(255, 255, 255)", dark)
	assert.Equal(t, dark, eval[string](newTab(t, 480, scheme(false)).open("outcomes/?theme=dark"), paper), "a parameter overrides the reader's scheme")
	assert.Equal(t, "rgb(255, 255, 255)", eval[string](newTab(t, 480, scheme(true)).open("outcomes/?theme=light"), paper))
}

func changesAreAnnounced(t *testing.T) {
	b := newTab(t, 760).open("forces/").start()
	announced := func(choose, words string) {
		t.Helper()
		b.do(`globalThis.said = [], globalThis.watch?.disconnect(), globalThis.watch = new MutationObserver(() => said.push(document.querySelector("[aria-live]").textContent)), watch.observe(document.querySelector("[aria-live]"), { childList: true, characterData: true, subtree: true })`)
		b.do(choose)
		b.until(`said.length > 0`)
		said := eval[[]string](b, `new Promise((done) => setTimeout(() => done(said), 200))`)
		assert.Len(t, said, 1, choose)
		assert.Contains(t, strings.ToLower(said[0]), words)
	}
	link := func(words string) string {
		return `[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "` + words + `").click()`
	}
	announced(link("Table"), "table")
	announced(`document.querySelector("thead a").click()`, "as printed")
	announced(`[...document.querySelectorAll("thead a")].at(-1).click()`, "table")
	announced(link("Chart"), "forces")
	b.open("compare/?figures=foi-charge-or-caution-estimate").settleChoice()
	announced(`[...document.querySelectorAll(".picks a")].at(-1).click()`, "chosen: no figures")
}

func helpIsTheSame(t *testing.T) {
	b := newTab(t, 480)
	want := ""
	for _, address := range views() {
		b.open(address).settle(address)
		got := eval[string](b, `[...document.querySelectorAll(".help a")].map((a) => a.getAttribute("href")).join()`)
		if want == "" {
			want = got
		}
		assert.Equal(t, want, got, address)
	}
	assert.Contains(t, want, "tel:08001111")
}

func paperHasEveryValue(t *testing.T) {
	b := newTab(t, 760).open("outcomes/")
	b.run(command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	for _, selector := range []string{"h1", ".strips .n b", ".view .care", ".cautions li", ".help li", ".background li", ".source"} {
		heights := eval[[]float64](b, `[...document.querySelectorAll("`+selector+`")].map((e) => e.getBoundingClientRect().height)`)
		assert.NotEmpty(t, heights, selector)
		assert.NotContains(t, heights, 0.0, selector)
	}
	assert.Zero(t, eval[float64](b, `document.querySelector(".tools").getBoundingClientRect().height`), "controls are not printed")
}

func moreContrast(t *testing.T) {
	b := newTab(t, 760, emulated("prefers-contrast", "more")).open("outcomes/")
	colour := func(selector string) string {
		return eval[string](b, `getComputedStyle(document.querySelector("`+selector+`")).color`)
	}
	assert.Equal(t, colour("h1"), colour(".sub"), "no grey text")
}
