package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// views returns the pages that every reader's test checks.
func views() []string {
	list := []string{"figure/foi-outcome-not-reported/", "outcomes/table/", "ages/table/", "forces/table/", "outcomes/?figure=foi-not-public-interest", "compare/", "compare/?figures=foi-charge-or-caution-estimate,foi-lack-of-evidence"}
	for _, v := range figures.Views {
		list = append(list, v.ID+"/")
	}
	return list
}

// settle waits until a page shows the state in its address.
func (b *tab) settle(address string) *tab {
	b.t.Helper()
	if strings.Contains(address, "?") {
		b.settleChoice()
		b.until(`document.querySelector(".receipt, .result .verdict")`)
	}
	return b
}

// settleChoice waits until choices without a prerendered page are shown.
func (b *tab) settleChoice() *tab {
	b.t.Helper()
	b.until(`!("choice" in document.documentElement.dataset)`)
	return b
}

// Promises for every width, from an old phone to a wide page.
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

func readableWithoutScripts(t *testing.T) {
	b := newTab(t, 480, withoutJavaScript())
	count := func(selector string) int {
		return eval[int](b, fmt.Sprintf(`document.querySelectorAll(%q).length`, selector))
	}
	for _, v := range figures.Views {
		b.open(v.ID + "/")
		assert.NotEmpty(t, eval[string](b, `document.querySelector("h1").innerText`))
		assert.NotEmpty(t, eval[string](b, `document.querySelector(".says").innerText`))
		assert.Contains(t, eval[string](b, `document.querySelector(".help").innerText`), "0800\u00a01111")
		assert.Equal(t, len(figures.Views)+1+len(figures.Translations), count(".others a"), "every view, comparisons, and the other language")
		assert.Zero(t, eval[int](b, `[...document.querySelectorAll("input")].filter((i) => i.getBoundingClientRect().width).length`), "no control without effect")
		marks := count(".picture a[data-figure]")
		b.do(`document.querySelector('.tools a[href$="/table/"]').click()`)
		b.until(`document.readyState === "complete" && document.querySelector("#numbers")`)
		assert.Equal(t, count("tbody tr td:first-of-type"), marks, "%s: the table, one link away, has a row for every mark", v.ID)
	}
	b.open("outcomes/")
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`location.pathname === "/outcomes/percent/" && document.querySelector(".n").textContent.includes("%")`)
	b.do(`[...document.querySelectorAll(".strip")].pop().click()`)
	b.until(`document.querySelector(".receipt") && document.querySelector(".receipt").textContent.includes("Calculated")`)
}
