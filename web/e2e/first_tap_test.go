package e2e

import (
	"strings"
	"testing"

	"factframe/app/text"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// Before the program runs, a mark opens its receipt just as the program would: when the
// program arrives, nothing changes, is lost or is announced again.
func TestAReceiptOpensBeforeTheProgramRuns(t *testing.T) {
	t.Parallel()
	pages := []string{"outcomes/", "outcomes/table/", "forces/percent/", "time/", "glance/", "ages/", "sources/"}
	for _, address := range append(pages, samplePages(t)...) {
		t.Run(address, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, 360).open(address)
			if !eval[bool](b, `(globalThis.marks = [...document.querySelectorAll(".view a[data-figure]")].filter((a) => a.getClientRects().length), marks.length > 0)`) {
				t.Skip("no mark is visible")
			}
			tap := func(which string) {
				b.do(which + `.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))`)
			}
			if eval[bool](b, `marks.length > 1`) { // another receipt is open
				tap(`marks.at(-1)`)
				b.until(`document.querySelector(".receipt .links")`)
			}
			tap(`marks[0]`)
			b.until(`marks[0].getAttribute("aria-expanded") === "true" && document.querySelectorAll(".receipt .links").length === 1`)
			b.until(`location.search === "?figure=" + marks[0].dataset.figure`)
			assert.Equal(t, 1.0, eval[float64](b, `document.querySelectorAll('[aria-expanded="true"]').length`), "one receipt is open")
			said, _, _ := strings.Cut(text.In(eval[string](b, `document.documentElement.lang`)).Say("announce.receipt"), "{")
			assert.True(t, strings.HasPrefix(eval[string](b, `document.querySelector("[aria-live]").textContent`), said))
			assert.True(t, eval[bool](b, `document.getElementById("factframe").dataset.program === undefined`), "without the program")

			opened := eval[string](b, panelHTML)
			b.start()
			same(t, opened, eval[string](b, panelHTML), "the program draws what was there")
			adopted := strings.Fields(eval[string](b, `document.getElementById("factframe").dataset.adopted`))
			assert.Equal(t, adopted[0], adopted[2], "nodes adopted of all")
			assert.Empty(t, eval[string](b, `document.querySelector("[aria-live]").textContent`), "not announced again")
			assert.Equal(t, eval[string](b, `marks[0].dataset.figure`), eval[string](b, `new URLSearchParams(location.search).get("figure")`))
			tap(`marks[0]`)
			b.until(`!document.querySelector(".receipt") && location.search === ""`)
		})
	}
}

// Before the program runs, a receipt is closed by its mark, by its link and by going
// back.
func TestAReceiptClosesBeforeTheProgramRuns(t *testing.T) {
	t.Parallel()
	b := newTab(t, 360).open("outcomes/percent/")
	before := eval[string](b, panelHTML)
	open := func() {
		b.do(`document.querySelector(".strip").focus(), document.querySelector(".strip").click()`)
		b.until(`document.querySelector(".receipt .links")`)
	}
	for name, how := range map[string]string{
		"its mark": `document.querySelector(".strip").click()`,
		"its link": `[...document.querySelectorAll(".receipt a")].find((a) => a.textContent === "Close").click()`,
	} {
		open()
		b.do(how)
		b.until(`!document.querySelector(".receipt") && location.search === ""`)
		same(t, before, eval[string](b, panelHTML), "closed by "+name)
		assert.True(t, eval[bool](b, `document.activeElement.matches(".strip")`), "focus is on the mark")
	}
	assert.True(t, eval[bool](b, `document.getElementById("factframe").dataset.program === undefined`))
	open()
	b.do(`history.back()`)
	b.until(`!document.querySelector(".receipt") && location.pathname === "/outcomes/percent/" && location.search === ""`)
	b.do(`history.forward()`)
	b.until(`document.querySelector(".receipt .links") && location.search.startsWith("?figure=")`)
	assert.True(t, eval[bool](b, `document.querySelector(".pictures").checkVisibility() && document.documentElement.dataset.choice === undefined`), "the picture is kept")
}

// A shared address of a receipt opens it before the program runs.
func TestAnAddressOpensAReceiptBeforeTheProgramRuns(t *testing.T) {
	t.Parallel()
	b := newTab(t, 360).open("outcomes/?figure=foi-lack-of-evidence")
	b.until(`document.querySelector(".receipt .links")?.closest("li").textContent.includes("Lack of evidence")`)
	assert.True(t, eval[bool](b, `document.getElementById("factframe").dataset.program === undefined && document.documentElement.dataset.choice === undefined`))
	opened := eval[string](b, panelHTML)
	b.start()
	same(t, opened, eval[string](b, panelHTML), "the program draws what was there")
}

// Before the program runs, a checkbox fades its row at once; the text follows later.
func TestABoxAnswersBeforeTheProgramRuns(t *testing.T) {
	t.Parallel()
	b := newTab(t, 360)
	b.run(chromedp.Navigate(host.URL + "/outcomes/"))
	b.until(`globalThis.factframeWrite`)
	const box = `document.querySelector('.box input[value="lack-of-evidence"]')`
	assert.False(t, eval[bool](b, box+`.checkVisibility()`), "no checkbox in the picture until the filter is opened")
	b.do(`document.querySelector(".ticks summary").click()`)
	assert.True(t, eval[bool](b, box+`.checkVisibility()`))
	assert.Equal(t, "0.3", eval[string](b, `(`+box+`.click(), getComputedStyle(`+box+`.closest("li").querySelector(".block")).opacity)`), "within the same task")
	b.until(`document.querySelector(".shown").textContent.includes("6 of 7 shown")`)
	b.do(`document.querySelector(".ticks summary").click()`)
	assert.False(t, eval[bool](b, box+`.closest("li").checkVisibility()`), "hidden when the filter is closed")
}
