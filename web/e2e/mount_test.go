package e2e

import (
	"factframe/app/state"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// The program adopts every node of the prerendered page, so nothing jumps and nothing is
// lost.
func TestMountingChangesNothing(t *testing.T) {
	t.Parallel()
	addresses := []string{"", "outcomes/percent/", "outcomes/table/", "outcomes/outcome-not-reported/", "figure/foi-crimes/", "compare/"}
	for _, v := range figures.Views {
		addresses = append(addresses, v.ID+"/")
	}
	for _, address := range addresses {
		t.Run("/"+address, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, 760).open(address)
			before := eval[string](b, panelHTML)
			b.do(`globalThis.heading = document.querySelector("h1"), globalThis.details = document.querySelector("details"), details.open = true, details.querySelector("summary").focus()`)
			b.start()
			same(t, before, eval[string](b, panelHTML), address)
			assert.True(t, eval[bool](b, `heading === document.querySelector("h1") && details.open && document.activeElement.localName === "summary"`))
			adopted := strings.Fields(eval[string](b, `document.getElementById("factframe").dataset.adopted`))
			assert.Equal(t, adopted[0], adopted[2], "nodes adopted of all")
		})
	}
}

// For every simple state, the program shows the same as the page of that address.
func TestProgramShowsWhatPagesShow(t *testing.T) {
	t.Parallel()
	byView := map[string][]state.State{}
	for _, s := range state.Prerendered(figures) {
		byView[s.View] = append(byView[s.View], s)
	}
	for view, states := range byView {
		if view == "" {
			continue
		}
		t.Run(view, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, 760).open(view + "/").start()
			for _, s := range states {
				if s.Order != "" && s.Show == "" {
					continue // orders have their own addresses; readers choose them in the table
				}
				b.do(`[...document.querySelectorAll(".views a")].find((a) => a.getAttribute("aria-current")).click()`)
				b.until(`location.pathname === "/` + view + `/"`)
				if s.Order != "" {
					b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Table").click()`)
					b.until(`document.querySelector("#numbers")`)
				}
				programs := eval[string](b, `(async () => {
					const followed = () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done, 20))));
					await followed();
					const links = [...document.querySelectorAll("#factframe a[href]")];
					const wanted = "`+host.URL+"/"+s.Address()+`";
					const link = links.find((a) => a.href === wanted);
					if (!link) return "no link to " + wanted;
					link.click();
					await followed();
					return location.href === wanted ? `+panelHTML+` : location.href;
				})()`)
				pages := eval[string](b, `(async () => {
					const text = await (await fetch(location.href)).text();
					const page = new DOMParser().parseFromString(text, "text/html");
					return ((document) => `+panelHTML+`)(page);
				})()`)
				same(t, pages, programs, s.Address())
			}
		})
	}
}

func TestStateLivesInTheAddress(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/").start()
	b.do(`document.querySelector('input[value="not-reported"]').click()`)
	b.until(`location.search.startsWith("?outcome=")`)
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`location.search.includes("unit=percent") && document.querySelector(".says").textContent.includes("22 per cent")`)
	after := eval[string](b, panelHTML)
	assert.Contains(t, after, "6 of 7 shown")
	assert.Contains(t, after, "22 per cent")

	address := eval[string](b, `location.href`)
	b.run(chromedp.Reload())
	b.until(running)
	b.until(`document.querySelector(".shown").textContent.includes("6 of 7")`)
	same(t, after, eval[string](b, panelHTML), "a reload shows the same")

	b.do(`history.back()`)
	b.until(`!location.search.includes("unit=")`)
	b.until(`document.querySelector(".seg a[aria-current]").textContent === "Count"`)
	b.do(`history.forward()`)
	b.until(`location.href === "` + address + `" && document.querySelector(".seg a[aria-current]").textContent === "Per cent"`)
	same(t, after, eval[string](b, panelHTML), "forward shows the same")
}

// A link clicked before it was updated for the last choice keeps that choice.
func TestTwoChoicesAtOnce(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/").start()
	b.do(`globalThis.mark = 1, [...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click(), document.querySelectorAll(".filter li a")[3].click()`)
	b.until(`location.search.startsWith("?unit=percent&outcome=") && document.querySelectorAll("li:not(.out) > .strip").length === 1 && document.querySelector(".n").textContent.includes("%")`)
	assert.True(t, eval[bool](b, `globalThis.mark === 1`), "no page load")
}

func TestBrokenParametersNeverBlankThePage(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/?unit=kilos&outcome=%zz,other-agency&x")
	b.until(running)
	b.until(`!document.querySelector(".ignored").hidden`)
	assert.Contains(t, eval[string](b, `document.querySelector(".ignored").textContent`), "unit=kilos")
	assert.Equal(t, 1.0, eval[float64](b, `document.querySelectorAll("li:not(.out) > .strip").length`), "valid parameters are shown")
}

func TestReceiptsOpenInPlace(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/")
	b.start()
	b.do(`document.querySelector(".strip").focus(), document.querySelector(".strip").click()`)
	b.until(`document.querySelector(".receipt")`)
	assert.Contains(t, eval[string](b, `document.querySelector(".receipt").textContent`), "22 per cent (493) of cases")
	b.until(`location.search === "?figure=foi-not-public-interest"`)
	assert.Equal(t, 0.0, eval[float64](b, `[...document.querySelectorAll(".strip")].indexOf(document.activeElement)`), "focus is on the mark")
	b.until(`document.querySelector("[aria-live]").textContent.includes("Receipt opened: 493")`)

	b.do(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }))`)
	b.until(`[...document.querySelectorAll(".strip")].indexOf(document.activeElement) === 1`)
	b.do(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))`)
	b.until(`!document.querySelector(".receipt")`)
}

func TestUnderASubPath(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("a/b/outcomes/percent/").start()
	b.do(`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Forces").click()`)
	b.until(`document.querySelector("h1").textContent.startsWith("Four of 26 forces")`)
	b.until(`location.pathname === "/a/b/forces/"`)
	b.do(`history.back()`)
	b.until(`location.pathname === "/a/b/outcomes/percent/" && document.querySelector(".seg a[aria-current]").textContent === "Per cent"`)
}

func TestComparing(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("compare/")
	// Text typed before the program runs is not lost.
	b.do(`document.querySelector(".chooser").open = true, document.querySelector("input[type=search]").focus(), document.querySelector("input[type=search]").value = "under 1"`)
	b.until(running)
	b.until(`[...document.querySelectorAll(".chooser li")].filter((li) => !li.hidden).length < 12`)
	for _, id := range []string{"foi-suspects-under-13", "met-suspects-under-14"} {
		b.do(`document.querySelector('input[value="` + id + `"]').click()`)
		b.until(`location.search.includes("` + id + `")`)
	}
	b.until(`document.querySelector(".result .words")`)
	assert.Equal(t, "No.", eval[string](b, `document.querySelector(".result .words").textContent`))
	assert.Contains(t, eval[string](b, `document.querySelector(".why").textContent`), "people under 13")
	assert.Zero(t, eval[int](b, `document.querySelectorAll(".result .strip").length`), "figures that cannot be compared do not share an axis")

	before := eval[string](b, `document.querySelector(".result").textContent`)
	b.run(chromedp.Reload())
	b.until(`document.querySelector(".result .words")`)
	assert.Equal(t, before, eval[string](b, `document.querySelector(".result").textContent`))
}

// go-app v9.8.0 deletes expired storage entries of other programs.
func TestTheStorageOfOthersStays(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/")
	b.do(`localStorage.setItem("theirs", JSON.stringify({ expiresAt: "2000-01-01T00:00:00Z" }))`)
	b.start()
	b.do(`document.querySelectorAll(".strip")[1].click()`)
	b.until(`document.querySelector(".receipt")`)
	assert.True(t, eval[bool](b, `localStorage.getItem("theirs") !== null && localStorage.length === 1`))
}
