package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// interventions are changes that browsers, extensions and readers' tools make to a page.
var interventions = map[string]string{
	"a translator that wraps texts": `wrap(document.getElementById("factframe"))`,
	"a translator that replaces texts": `texts().forEach((text) => {
		const font = document.createElement("font"); font.textContent = "«" + text.data + "»"; text.replaceWith(font) })`,
	"texts that are split":   `texts().forEach((text) => { if (text.data.length > 3) text.splitText(2) })`,
	"texts that are changed": `texts().forEach((text) => { text.data = text.data.toUpperCase() })`,
	"attributes and style": `(document.querySelectorAll("#factframe *").forEach((e) => { e.setAttribute("data-dark", "on"); e.setAttribute("spellcheck", "false") }),
		document.querySelector(".pictures").prepend(Object.assign(document.createElement("style"), { textContent: "a{}" })))`,
	"elements put in everywhere": `document.querySelectorAll("#factframe *").forEach((e) => {
		if (!e.closest("svg") && e.childNodes.length) e.prepend(document.createElement("span")) })`,
	"an element before the panel's first": `document.getElementById("factframe").prepend(document.createElement("div"))`,
	"elements taken out":                  `document.querySelectorAll("#factframe .what, #factframe .sub, #factframe td").forEach((e) => e.remove())`,
	"a picture swapped":                   `document.querySelector(".pictures").replaceWith(document.querySelector(".pictures").cloneNode(true))`,
	"a view swapped":                      `document.querySelector(".view").replaceWith(document.querySelector(".view").cloneNode(true))`,
	"a whole panel emptied and refilled":  `(document.getElementById("factframe").innerHTML = document.getElementById("factframe").innerHTML)`,
	"elements put in another order":       `document.querySelectorAll("#factframe ul").forEach((ul) => ul.append(ul.firstChild))`,
}

const interventionTools = `globalThis.texts = () => {
	const walker = document.createTreeWalker(document.getElementById("factframe"), NodeFilter.SHOW_TEXT), list = [];
	while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("svg")) list.push(walker.currentNode);
	return list;
}, globalThis.wrap = (root) => texts().forEach((text) => { if (root.contains(text) && text.parentNode.localName !== "font") {
	const font = document.createElement("font"); text.replaceWith(font); font.append(text) } })`

// A page changed by other scripts, before or while the program runs, keeps working:
// choices show the right figures, focus is kept, and nothing throws.
func TestAPageThatOthersChange(t *testing.T) {
	t.Parallel()
	for name, change := range interventions {
		for _, before := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, before the program %v", name, before), func(t *testing.T) {
				t.Parallel()
				b := newTab(t, 760).open("outcomes/")
				b.do(interventionTools)
				if before {
					b.do(change)
				}
				b.start()
				if !before {
					b.do(change)
				}
				b.twoChoices()
			})
		}
	}
}

// twoChoices makes a choice of each kind and checks the result.
func (b *tab) twoChoices() {
	b.t.Helper()
	lower := `.toLowerCase().replace(/[«»]/g, "")`
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent` + lower + ` === "per cent").focus(), document.activeElement.click()`)
	b.until(`location.pathname === "/outcomes/percent/" && [...document.querySelectorAll(".n")].map((n) => n.querySelector("b").textContent).join().includes("22%")`)
	assert.Equal(b.t, "per cent", eval[string](b, `document.activeElement.textContent`+lower), "focus is kept")
	b.do(`document.querySelector('input[value="not-reported"]').click()`)
	b.until(`location.search.includes("outcome=") && document.querySelectorAll("li:not(.out) > .strip").length === 6`)
	b.until(`document.querySelector(".shown").textContent.includes("6 of 7")`)
	numbers := eval[[]string](b, `[...document.querySelectorAll(".pictures li:not(.out) > .strip .n")].map((n) => n.querySelector("b").textContent.replace(/[«»]/g, ""))`)
	assert.ElementsMatch(b.t, []string{"22%", "16%", "11%", "10%", "6%", "4%"}, numbers) // other scripts may have changed the order
	assert.Contains(b.t, eval[string](b, `document.querySelector(".shown").textContent`), "6 of 7")
	assert.Zero(b.t, eval[int](b, `document.querySelectorAll(".failed").length`))
}

// A translator that wraps each new text sees every text that a choice changes.
func TestATranslatorSeesEveryChange(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/").start()
	b.do(interventionTools)
	b.do(`wrap(document.getElementById("factframe")), new MutationObserver(() => wrap(document.getElementById("factframe"))).observe(document.getElementById("factframe"), { childList: true, subtree: true, characterData: true })`)
	b.twoChoices()
	for _, address := range []string{"ages/", "glance/", "outcomes/"} {
		b.do(`[...document.querySelectorAll(".views a")].find((a) => a.getAttribute("href") === "` + address + `").click()`)
		b.until(`location.pathname === "/` + address + `" && document.querySelector(".views a[aria-current]").getAttribute("href") === "` + address + `"`)
	}
	b.until(`texts().every((text) => text.parentNode.localName === "font")`)
}

// programEnds are the console messages when a running program ends: the runtime's exit
// code, the exception, and our own message.
var programEnds = []string{`"exit code:"  2`, `Uncaught http://[^ ]+/program\.`, `"factframe:"  null Error: the program ended`}

// A program that ends is restarted once and answers the choice during which it ended. If
// it ends again, the page says so.
func TestAProgramThatEndsStartsAgain(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/percent/").start()
	b.expected = programEnds
	end := `(() => { const write = factframeWrite; globalThis.factframeWrite = () => { globalThis.factframeWrite = write; globalThis.ends = (globalThis.ends || 0) + 1; throw new Error("over") } })()`
	b.do(end + `, globalThis.mark = 1, document.querySelector('input[value="not-reported"]').click()`)
	b.until(running + ` && location.search.startsWith("?unit=percent&outcome=") && document.querySelectorAll("li:not(.out) > .strip").length === 6`)
	assert.True(t, eval[bool](b, `mark === 1 && ends === 1`), "without loading a page")
	assert.Zero(t, eval[int](b, `document.querySelectorAll(".failed").length`))
	b.do(`document.querySelectorAll(".strip")[0].click()`)
	b.until(`document.querySelector(".receipt")`)

	b.do(end + `, document.querySelector('input[value="other-agency"]').click()`)
	b.until(`document.querySelector(".failed")`)
	assert.Positive(t, eval[int](b, `document.querySelectorAll(".strip").length`), "the page stays")
}

// The same if an operation on the page fails.
func TestAPageThatCannotBeChanged(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/").start()
	b.expected = programEnds[1:] // the program itself has not ended
	b.do(`(() => { const { setAttribute } = Element.prototype; Element.prototype.setAttribute = () => { Element.prototype.setAttribute = setAttribute; throw new DOMException("not now") } })(),
		globalThis.mark = 1, document.querySelector('input[value="not-reported"]').click()`)
	b.until(running + ` && location.search.includes("outcome=") && document.querySelectorAll("li:not(.out) > .strip").length === 6`)
	assert.True(t, eval[bool](b, `mark === 1 && document.querySelectorAll(".failed").length === 0`), "without loading a page")
}

// It restarts in the current state, not in the state of the page when it was loaded.
func TestAProgramStartsAgainInTheViewItShowed(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/?theme=dark").start()
	b.expected = programEnds
	b.do(`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Ages").click()`)
	b.until(`location.pathname === "/ages/"`)
	b.do(`(globalThis.seen = [], new MutationObserver(() => seen.push(document.querySelector("h1")?.textContent)).observe(document.getElementById("factframe"), { childList: true, subtree: true })),
		(() => { const write = factframeWrite; globalThis.factframeWrite = () => { globalThis.factframeWrite = write; throw new Error("over") } })(),
		[...document.querySelectorAll(".only")][0].click()`)
	b.until(running + ` && location.pathname.startsWith("/ages/source-")`)
	for _, heading := range eval[[]string](b, `seen.filter(Boolean)`) {
		assert.NotContains(t, heading, "More than one case", "no other view in between")
	}
}

// A page keeps its state when a reader comes back to it, when the browser freezes it, and
// when its tab is duplicated.
func TestPagesThatWerePutAway(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/").start()
	b.do(`document.querySelector('input[value="not-reported"]').click()`)
	b.until(`document.querySelectorAll("li:not(.out) > .strip").length === 6 && location.search`)
	b.run(chromedp.Navigate(host.URL + "/embed/"))
	b.do(`history.back()`)
	b.until(running + ` && document.querySelectorAll("li:not(.out) > .strip").length === 6`)
	b.frozen(true)
	b.frozen(false)
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`document.querySelector(".n").textContent.includes("%")`)
	b.until(`location.search.includes("unit=percent") && document.querySelector(".says").textContent.includes("per cent")`)

	address := eval[string](b, `location.pathname + location.search + location.hash`)
	copied := newTab(t, 760).open(address[1:]).settleChoice()
	same(t, eval[string](b, panelHTML), eval[string](copied, panelHTML), "a duplicated tab shows the same")
}

// If a reader ticks a checkbox and goes back before the page has updated, all checkboxes
// match the address.
func TestBackBeforeThePageHasFollowed(t *testing.T) {
	t.Parallel()
	kindPages(t)
	b := newTab(t, 760).open("kinds/countries/").start()
	boxes := `[...document.querySelectorAll("input[data-choice=country]")]`
	b.do(`document.querySelectorAll("details").forEach((each) => each.open = true), ` + boxes + `[0].click()`)
	b.until(`location.search.includes("country=") && ` + boxes + `[0].hasAttribute("checked")`)
	b.do(`addEventListener("popstate", () => ` + boxes + `[1].click(), { capture: true, once: true }), history.back()`)
	b.until(`!location.search.includes("country=") && ` + boxes + `.every((box) => box.hasAttribute("checked"))`)
	fresh := newTab(t, 760).open("kinds/countries/").start()
	same(t, eval[string](fresh, panelHTML), eval[string](b, panelHTML), "gone back")
}

// A program that fails while mounting is restarted too.
func TestAProgramThatCannotBegin(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/")
	b.expected = programEnds[2:]
	b.do(`(() => { const { setAttribute } = Element.prototype; Element.prototype.setAttribute = function (name, value) {
		if (this.id !== "factframe" || name !== "class") return setAttribute.call(this, name, value)
		Element.prototype.setAttribute = setAttribute
		throw new DOMException("not now")
	} })()`)
	b.start()
	b.do(`document.querySelectorAll(".strip")[1].click()`)
	b.until(running + ` && document.querySelector(".receipt")`)
}

// Invalid UTF-8 in an address does not end the program.
func TestAnAddressThatIsNoText(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/?unit=%E2%82&outcome=%F0%9F").start()
	b.do(`document.querySelectorAll(".strip")[1].click()`)
	b.until(running + ` && document.querySelector(".receipt")`)
}
