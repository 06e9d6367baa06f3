package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// views are the pages that every reader's test looks at.
func views() []string {
	list := []string{"figure/foi-outcome-not-reported/", "outcomes/table/", "ages/table/", "forces/table/", "outcomes/?figure=foi-not-public-interest", "compare/", "compare/?figures=foi-charge-or-caution-estimate,foi-lack-of-evidence"}
	for _, v := range figures.Views {
		list = append(list, v.ID+"/")
	}
	return list
}

// settle waits until a page shows what its address asks for.
func (b *tab) settle(address string) *tab {
	b.t.Helper()
	if strings.Contains(address, "?") {
		b.settleChoice()
		b.until(`document.querySelector(".receipt, .result .verdict")`)
	}
	return b
}

// settleChoice waits until choices that have no page are shown.
func (b *tab) settleChoice() *tab {
	b.t.Helper()
	b.until(running + ` && !("choice" in document.documentElement.dataset)`)
	return b
}

func TestAccessibilityRules(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	require.NoError(t, err, "run npm ci in web/e2e, or make test, which does")
	for _, dark := range []bool{false, true} {
		for _, width := range []int{320, 760} {
			t.Run(fmt.Sprintf("dark=%v %dpx", dark, width), func(t *testing.T) {
				t.Parallel()
				b := newTab(t, width, scheme(dark))
				for _, address := range append(views(), "embed/") {
					b.open(address).settle(address)
					eval[float64](b, string(axe)+";0")
					found := eval[json.RawMessage](b, `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } } })
						.then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 150) + " " + n.failureSummary).join(" | ")))`)
					assert.Equal(t, "[]", string(found), address)
				}
			})
		}
	}
}

// What must hold at every width, from an old phone to a wide page.
func TestEveryWidth(t *testing.T) {
	t.Parallel()
	for _, width := range []int{280, 320, 480, 760, 1100} {
		t.Run(fmt.Sprintf("%dpx", width), func(t *testing.T) {
			t.Parallel()
			b := newTab(t, width)
			for _, address := range views() {
				b.open(address).settle(address)
				assert.LessOrEqual(t, eval[float64](b, `document.documentElement.scrollWidth`), float64(width), "no sideways scroll: %s", address)
				small := eval[[]string](b, `[...document.querySelectorAll("#factframe *")]
					.filter((e) => [...e.childNodes].some((c) => c.nodeType === 3 && c.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 12)
					.map((e) => e.outerHTML.slice(0, 80))`)
				assert.Empty(t, small, "text under 12 px: %s", address)
				cut := eval[[]string](b, `[...document.querySelectorAll("#factframe svg.lines text, #factframe .n, #factframe .v")]
					.filter((e) => { const r = e.getBoundingClientRect(); return r.width && (r.right > innerWidth || r.left < 0); }).map((e) => e.textContent)`)
				assert.Empty(t, cut, "values that leave the page: %s", address)
			}
		})
	}
}

func TestTextSpacingAndZoom(t *testing.T) {
	t.Parallel()
	for _, width := range []int{320, 640} {
		t.Run(fmt.Sprintf("%dpx", width), func(t *testing.T) {
			t.Parallel()
			b := newTab(t, width)
			for _, address := range views() {
				b.open(address).settle(address)
				b.do(`document.querySelectorAll("#factframe, #factframe *").forEach((e) => {
					e.style.setProperty("letter-spacing", "0.12em", "important"); e.style.setProperty("word-spacing", "0.16em", "important");
					e.style.setProperty("line-height", "1.5", "important"); }), document.documentElement.style.fontSize = "200%"`)
				assert.LessOrEqual(t, eval[float64](b, `document.documentElement.scrollWidth`), float64(width), address)
			}
		})
	}
}

func TestWithoutJavaScript(t *testing.T) {
	t.Parallel()
	b := newTab(t, 480, withoutJavaScript())
	count := func(selector string) int {
		return eval[int](b, fmt.Sprintf(`document.querySelectorAll(%q).length`, selector))
	}
	for _, v := range figures.Views {
		b.open(v.ID + "/")
		assert.NotEmpty(t, eval[string](b, `document.querySelector("h1").innerText`))
		assert.NotEmpty(t, eval[string](b, `document.querySelector(".says").innerText`))
		assert.Contains(t, eval[string](b, `document.querySelector(".help").innerText`), "0800\u00a01111")
		assert.Equal(t, len(figures.Views)+1, count(".others a"), "every view, and comparisons")
		assert.Zero(t, eval[int](b, `[...document.querySelectorAll("input")].filter((i) => i.getBoundingClientRect().width).length`), "no control that does nothing")
		marks := count(".picture a[data-figure]")
		b.do(`document.querySelector('.tools a[href$="/table/"]').click()`)
		b.until(`document.readyState === "complete" && document.querySelector("#numbers")`)
		assert.Equal(t, count("tbody tr td:first-of-type"), marks, "%s: the table, one link away, has a row for every mark", v.ID)
	}
	b.open("outcomes/")
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`location.pathname === "/outcomes/percent/" && document.querySelector(".n").textContent.includes("%")`)
	b.do(`document.querySelector(".strip").click()`)
	b.until(`document.querySelector(".receipt") && document.querySelector(".receipt").textContent.includes("Calculated")`)
}

// Marks keep 3:1 against what is around them, in both schemes.
func TestContrastOfMarks(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{false, true} {
		b := newTab(t, 760, scheme(dark)).open("outcomes/")
		low := eval[[]string](b, `(() => {
			const luminance = (c) => c.match(/[\d.]+/g).slice(0, 3).map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
			const ratio = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
			const paper = getComputedStyle(document.body).backgroundColor, low = [];
			for (const [selector, property] of [[".solid .block", "fill"], ["svg.hatched:not(.tally)", "outlineColor"]])
				for (const e of document.querySelectorAll(selector)) { const c = getComputedStyle(e)[property]; if (ratio(c, paper) < 3) low.push(selector + " " + c); }
			const probe = document.createElement("a"); probe.href = "#"; document.querySelector("main").append(probe); probe.focus();
			const focus = getComputedStyle(document.documentElement).getPropertyValue("--focus");
			probe.remove();
			const rgb = "rgb(" + focus.match(/[\da-f]{2}/gi).map((h) => parseInt(h, 16)).join() + ")";
			if (ratio(rgb, paper) < 3) low.push("focus " + focus);
			return low;
		})()`)
		assert.Empty(t, low, "dark=%v", dark)
	}
}

func TestSchemes(t *testing.T) {
	t.Parallel()
	const paper = `getComputedStyle(document.body).backgroundColor`
	assert.Equal(t, "rgb(255, 255, 255)", eval[string](newTab(t, 480, scheme(false)).open("outcomes/"), paper))
	dark := eval[string](newTab(t, 480, scheme(true)).open("outcomes/"), paper)
	assert.NotEqual(t, "rgb(255, 255, 255)", dark)
	assert.Equal(t, dark, eval[string](newTab(t, 480, scheme(false)).open("outcomes/?theme=dark"), paper), "a parameter overrides the reader's scheme")
	assert.Equal(t, "rgb(255, 255, 255)", eval[string](newTab(t, 480, scheme(true)).open("outcomes/?theme=light"), paper))
}

// Print keeps the picture, the numbers, the sources and the help lines.
func TestPrint(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/")
	b.run(command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	for _, selector := range []string{"h1", ".strips", ".source", ".help", ".view .care", ".cautions li", ".help li", ".background li"} {
		assert.Positive(t, eval[float64](b, `document.querySelector("`+selector+`").getBoundingClientRect().height`), selector)
	}
	assert.Zero(t, eval[float64](b, `document.querySelector(".tools").getBoundingClientRect().height`), "controls are not printed")
}

func TestChangesAreAnnouncedOnce(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/").start()
	b.do(`globalThis.said = [], new MutationObserver(() => said.push(document.querySelector("[aria-live]").textContent)).observe(document.querySelector("[aria-live]"), { childList: true, characterData: true, subtree: true })`)
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").focus(), document.activeElement.click()`)
	b.until(`said.length > 0`)
	said := eval[[]string](b, `new Promise((done) => setTimeout(() => done(said), 200))`)
	require.Len(t, said, 1)
	assert.Contains(t, said[0], "per cent")
	assert.Equal(t, "Per cent", eval[string](b, `document.activeElement.textContent`), "focus stays")
}

// The chart is one list to those who hear it, each mark a link with its words.
func TestChartsInTheAccessibilityTree(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{"outcomes/": "About 716|no outcome printed", "time/": "2014/15: about 2,700 offences with a suspect under 18"} {
		b := newTab(t, 760).open(address)
		names := eval[[]string](b, `[...document.querySelectorAll(".picture a[data-figure]")].map((a) => a.getAttribute("aria-label") || a.textContent)`)
		for _, part := range strings.Split(want, "|") {
			assert.Contains(t, strings.ToLower(strings.Join(names, "\n")), strings.ToLower(part))
		}
		orphans := eval[float64](b, `[...document.querySelectorAll(".picture svg")].filter((s) => s.getAttribute("aria-hidden") !== "true" && !s.querySelector("[role=list]")).length`)
		assert.Zero(t, orphans)
	}
}
