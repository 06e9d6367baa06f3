package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// Unknown parameters are ignored: no message, no fetch, and they stay in the address
// when a choice is made.
func TestParametersOfOthers(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/?ref=a-blog&utm_source=letter&whatever=1")
	eval[bool](b, `new Promise((done) => setTimeout(() => done(true), 400))`)
	assert.Empty(t, eval[string](b, `document.getElementById("factframe").dataset.program || ""`))
	assert.Equal(t, "", eval[string](b, `document.querySelector(".ignored").innerText`))
	b.start()
	b.do(`document.querySelector('input[value="other-agency"]').click()`)
	b.until(`location.search.includes("outcome=")`)
	assert.Contains(t, eval[string](b, `location.search`), "ref=a-blog")
	assert.Equal(t, "", eval[string](b, `document.querySelector(".ignored").innerText`))
}

const (
	hides  = `getComputedStyle(document.querySelector(".pictures, .result")).visibility === "hidden"`
	coming = `document.querySelector(".coming").getBoundingClientRect().height > 0`
	lost   = `document.querySelector(".lost").getBoundingClientRect().height > 0`
)

// A page opened with choices in its address never shows other figures as if they were
// the answer, neither before the program runs nor without it.
func TestChoicesInAnAddressAreNotAnsweredByOthers(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"/outcomes/?unit=percent&outcome=not-reported,other-agency", "/compare/?figures=foi-crimes,npcc-incidents"} {
		gate := make(chan struct{})
		b, url := broken(t, func(w http.ResponseWriter, r *http.Request) bool {
			if isProgram(r) {
				<-gate
			}
			return false
		})
		b.visit(url + address)
		assert.True(t, eval[bool](b, hides+" && "+coming+" && !("+lost+")"), address)
		close(gate)
		b.until(running)
		b.until("!(" + hides + ") && !(" + coming + ")")
		assert.False(t, eval[bool](b, lost))
		shown := eval[string](b, `document.querySelector(".view").textContent`)
		assert.True(t, strings.Contains(shown, "2 of 7 shown") || strings.Contains(shown, "Not comparable"), address)
	}
}

// A receipt does not change the picture, so the picture is shown at once.
func TestAReceiptInAnAddressLeavesThePicture(t *testing.T) {
	t.Parallel()
	b, url := broken(t, noProgram)
	b.visit(url + "/outcomes/?figure=foi-crimes")
	assert.True(t, eval[bool](b, "!("+hides+") && "+coming))
}

// Choices that are the defaults of the page do not need the program.
func TestDefaultsInAnAddressNeedNoProgram(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/?unit=count&order=size")
	assert.True(t, eval[bool](b, "!("+hides+") && !("+coming+")"))
}

// If the program cannot load, the page shows its own figures and says which they are.
func TestChoicesThatCannotBeShownAreSaid(t *testing.T) {
	t.Parallel()
	b, url := broken(t, programGone)
	b.visit(url + "/outcomes/?unit=percent&outcome=not-reported,other-agency")
	b.until(`document.querySelector(".failed")`)
	assert.True(t, eval[bool](b, "!("+hides+") && "+lost))
}

// Without JavaScript, shared addresses say the same and link to the nearest pages that
// work.
func TestAddressesWithoutScripts(t *testing.T) {
	t.Parallel()
	running := newTab(t, 760).open("outcomes/").start()
	running.do(`document.querySelector('input[value="other-agency"]').click()`)
	running.until(`location.search.includes("outcome=")`)
	address := eval[string](running, `location.pathname + location.search + location.hash`)
	assert.True(t, strings.HasSuffix(address, "#choice"), address)
	for _, link := range eval[[]string](running, `[...document.querySelectorAll("#factframe a[href*='?']:not([href^='embed/'])")].map((a) => a.getAttribute("href"))`) {
		assert.True(t, strings.HasSuffix(link, "#choice"), link)
	}

	b := newTab(t, 760, withoutJavaScript()).open(strings.TrimPrefix(address, "/"))
	assert.True(t, eval[bool](b, lost))
	near := eval[[]string](b, `[...document.querySelectorAll(".lost a")].map((a) => a.getAttribute("href"))`)
	assert.Equal(t, []string{"outcomes/", "outcomes/percent/", "outcomes/table/"}, near)
	b.open("outcomes/")
	assert.False(t, eval[bool](b, lost), "no message without choices in the address")
}

// A title names the state and the site, and is the same on the page and in the program.
// The heading of a filtered page describes what it shows.
func TestTitles(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760)
	pages := map[string]string{}
	for _, address := range []string{"outcomes/", "outcomes/percent/", "outcomes/table/", "outcomes/outcome-lack-of-evidence/", "figure/foi-crimes/", "compare/"} {
		title := eval[string](b.open(address), `document.title`)
		assert.True(t, strings.HasSuffix(title, " – "+figures.ShortTitle), title)
		assert.LessOrEqual(t, len([]rune(title)), 70, title)
		pages[address] = title
	}
	assert.Equal(t, "Outcomes: Lack of evidence – Under-18s who share nudes", pages["outcomes/outcome-lack-of-evidence/"])
	b.open("outcomes/").start()
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`location.pathname === "/outcomes/percent/"`)
	assert.Equal(t, pages["outcomes/percent/"], eval[string](b, `document.title`))
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Count").click(), document.querySelector("input[value='charge-or-caution']").click()`)
	b.until(`location.search.includes("outcome=")`)
	assert.NotContains(t, eval[string](b, `document.querySelector("h1").textContent`), "one case in five")
}

// Going back to choices that cannot be shown without the program says so.
func TestBackToChoicesWithoutTheProgram(t *testing.T) {
	t.Parallel()
	b, url := broken(t, programGone)
	b.visit(url + "/outcomes/?outcome=not-reported,other-agency")
	b.until(lost)
	b.do(`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Ages").click()`)
	b.until(`location.pathname === "/ages/" && !(` + lost + `)`)
	b.do(`history.back()`)
	b.until(`location.search.includes("outcome=") && ` + lost)
}

// A browser that cannot run the boot script shows the page, and says which choices in
// the address are not shown.
func TestAPageWhoseBootScriptFails(t *testing.T) {
	t.Parallel()
	b, url := broken(t, func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, "/outcomes/") {
			return false
		}
		page, _ := os.ReadFile(filepath.Join(dist, "outcomes", "index.html"))
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(strings.Replace(string(page), `<script>const afterPaint=`, `<script>?? const afterPaint=`, 1)))
		return true
	})
	b.run(chromedp.Navigate(url + "/outcomes/?outcome=not-reported,other-agency"))
	b.until(`document.readyState === "complete" && !(` + hides + `) && ` + lost)
}
