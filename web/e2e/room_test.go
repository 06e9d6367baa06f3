package e2e

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mostTall is the largest height of a view in an article, in px, by the width of its
// frame: on a phone and in a column of text.
var mostTall = map[string]map[int]int{
	"outcomes/": {360: 700, 640: 520},
	"forces/":   {360: 800, 640: 590},
	"time/":     {360: 800, 640: 590},
	"ages/":     {360: 800, 640: 590},
	"glance/":   {360: 800, 640: 590},
	"sources/":  {360: 900, 640: 700},
	"compare/":  {360: 900, 640: 700},
}

// viewPages returns the addresses of the views of the package.
func viewPages() []string {
	var list []string
	for _, v := range figures.Views {
		list = append(list, v.ID+"/")
	}
	return list
}

// framed opens a page with a frame for each address. wide(width, font) sets the width of
// the frames, and tall(frame) returns the height of a panel, both in px.
func framed(t *testing.T, name string, addresses ...string) *tab {
	t.Helper()
	return framedIn(t, browser, name, addresses...)
}

func framedIn(t *testing.T, browser context.Context, name string, addresses ...string) *tab {
	t.Helper()
	var body strings.Builder
	for _, address := range addresses {
		fmt.Fprintf(&body, `<iframe src="SITE/%s" height=1000></iframe>`, address)
	}
	addHost(name, hostPage{body: `<style>body{max-width:none}</style>` + body.String()})
	b := openTabIn(t, browser, 1200, nil)
	b.run(chromedp.Navigate(host.URL + "/host/" + name))
	b.until(`document.readyState === "complete" && Array.from(frames).every((each) => each.document.getElementById("factframe"))`)
	b.do(`globalThis.wide = (width, font) => { for (const each of document.querySelectorAll("iframe")) { each.style.width = width + "px"; each.contentDocument.documentElement.style.fontSize = font || ""; } },
		globalThis.tall = (frame) => Math.ceil(frame.document.getElementById("factframe").getBoundingClientRect().height)`)
	return b
}

// When it opens, a view is no taller than what newsrooms embed, and without tricks:
// nothing scrolls inside it, no text is small, and its caution, its source and the first
// help line are visible.
func TestEveryViewFitsAnArticle(t *testing.T) {
	t.Parallel()
	b := framed(t, "room", append(viewPages(), "compare/")...)
	for _, width := range []int{320, 360, 640, 760} {
		b.do(fmt.Sprintf(`wide(%d)`, width))
		for i, address := range append(viewPages(), "compare/") {
			height := eval[int](b, fmt.Sprintf(`tall(frames[%d])`, i))
			t.Logf("%-10s %d px wide: %d px tall", address, width, height)
			if most := mostTall[address][width]; most > 0 {
				assert.LessOrEqual(t, height, most, "%s at %d px", address, width)
			}
		}
		tricks := eval[[]string](b, `Array.from(frames).flatMap((frame) => [...frame.document.querySelectorAll("#factframe *")].flatMap((each) => {
			const style = frame.getComputedStyle(each), at = frame.location.pathname + " " + (each.className.baseVal ?? each.className) + ": ";
			if (!each.checkVisibility() || each.closest(".hidden")) return [];
			const faults = [];
			if (/auto|scroll/.test(style.overflowY) && each.scrollHeight > each.clientHeight) faults.push(at + "scrolls");
			if ([...each.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && parseFloat(style.fontSize) < 12) faults.push(at + "is small");
			return faults;
		}))`)
		assert.Empty(t, tricks, "at %d px", width)
		lost := eval[[]string](b, `Array.from(frames).flatMap((frame) => [".care p", ".source", ".help .phone", "h1"].filter((what) => {
			const found = frame.document.querySelector(what);
			return !(found && found.checkVisibility()) && !(frame.location.pathname === "/compare/" && [".care p", ".source"].includes(what));
		}).map((what) => frame.location.pathname + " " + what))`)
		assert.Empty(t, lost, "at %d px", width)
	}
}

// A receipt opens at the mark that was tapped and is not tall.
func TestReceiptsTakeLittleRoom(t *testing.T) {
	t.Parallel()
	for width, most := range map[int]int{360: 320, 640: 240} {
		b := framed(t, fmt.Sprintf("receipts-%d", width), "outcomes/?load=eager", "forces/?load=eager", "time/?load=eager", "ages/?load=eager", "glance/?load=eager")
		b.do(fmt.Sprintf(`wide(%d)`, width))
		b.until(`Array.from(frames).every((each) => each.document.getElementById("factframe").dataset.program === "running")`)
		type opening struct {
			Figure         string
			Added, Between float64
		}
		all := eval[[]opening](b, `(async () => {
			const list = [], painted = (frame, open) => new Promise((done) => { const look = () => (!!frame.document.querySelector(".receipt") === open ? setTimeout(done, 60) : setTimeout(look, 20)); look(); });
			for (const frame of Array.from(frames)) {
				const ids = [...new Set([...frame.document.querySelectorAll("#factframe .picture [data-figure]")].map((each) => each.dataset.figure))];
				frame.document.querySelectorAll(".rest").forEach((each) => { each.open = true; });
				for (const id of ids) {
					const mark = () => frame.document.querySelector('.picture [data-figure="' + id + '"]');
					const click = () => mark().dispatchEvent(new frame.MouseEvent("click", { bubbles: true, cancelable: true }));
					const before = tall(frame);
					click();
					await painted(frame, true);
					const receipt = frame.document.querySelector(".receipt").getBoundingClientRect(), box = (mark().closest("svg.lines") ?? mark()).getBoundingClientRect();
					list.push({ Figure: id, Added: tall(frame) - before, Between: receipt.top - box.bottom });
					click();
					await painted(frame, false);
				}
			}
			return list;
		})()`)
		require.Greater(t, len(all), 30)
		for _, each := range all {
			assert.LessOrEqual(t, each.Added, float64(most), "%s at %d px", each.Figure, width)
			assert.InDelta(t, 10, each.Between, 30, "%s at %d px: the receipt is below its mark", each.Figure, width)
		}
	}
}

// boxes returns the words of a frame whose ink overlaps other words or leaves the panel,
// and words broken between letters, which is allowed only in Chinese, Japanese and Korean.
// It measures ink, because the height of a word's box depends on the font.
const boxes = `(frame) => {
	const context = frame.document.createElement("canvas").getContext("2d"), known = {};
	const ink = (word, of) => {
		const style = frame.getComputedStyle(of), font = [style.fontStyle, style.fontWeight, style.fontSize, style.fontFamily].join(" ");
		context.font = font;
		return (known[font + word] ??= context.measureText(word));
	};
	const faults = [], lines = [], panel = frame.document.getElementById("factframe").getBoundingClientRect();
	const walk = frame.document.createTreeWalker(frame.document.querySelector(".view"), 4);
	for (let node = walk.nextNode(); node; node = walk.nextNode()) {
		const of = node.parentElement;
		if (!node.data.trim() || of.closest(".hidden, .out") || !of.checkVisibility()) continue;
		const range = frame.document.createRange();
		for (const { 0: word, index } of node.data.matchAll(/[^\s–-]+[–-]?/g)) {
			range.setStart(node, index), range.setEnd(node, index + word.length);
			const rects = [...range.getClientRects()].filter((r) => r.width > 0);
			const onLines = rects.length && rects.at(-1).top - rects[0].top > rects[0].height / 2; // pieces on one line have different directions
			if (onLines && word.length < 20 && !/[\u2e80-\uffdc]/.test(word) && !of.closest(".address")) faults.push("cut: " + word);
			for (const r of rects) {
				if (r.left < panel.left - 1 || r.right > panel.right + 1) faults.push("outside: " + word + " of " + of.outerHTML.slice(0, 120) + " " + [r.left, r.right].map(Math.round) + " in " + [panel.left, panel.right].map(Math.round));
				const m = ink(word, of), base = r.top + m.fontBoundingBoxAscent * r.height / (m.fontBoundingBoxAscent + m.fontBoundingBoxDescent);
				lines.push({ word, of, left: r.left + 1, right: r.right - 1, top: base - m.actualBoundingBoxAscent, bottom: base + m.actualBoundingBoxDescent });
			}
		}
	}
	for (let i = 0; i < lines.length; i++) for (let j = i + 1; j < lines.length; j++) {
		const a = lines[i], b = lines[j];
		if (a.left < b.right && b.left < a.right && a.top < b.bottom - 1.5 && b.top < a.bottom - 1.5) faults.push(a.word + " over " + b.word);
	}
	for (const value of frame.document.querySelectorAll(".strip .n b, .picture h2, .v")) {
		if (!value.checkVisibility() && !value.closest("details:not([open])")) faults.push("gone: " + value.textContent);
	}
	for (const plot of frame.document.querySelectorAll(".plot")) {
		const ends = [...plot.querySelectorAll(".value, .on"), ...(plot.closest(".axes")?.querySelectorAll(".name") ?? []), ...(plot.closest(".strip")?.querySelectorAll(".inside") ?? [])];
		if (!ends.some((each) => each.checkVisibility()) && !plot.closest("details:not([open])")) faults.push("gone: the last value of a line");
	}
	return faults.slice(0, 6).map((fault) => frame.location.pathname + " " + fault);
}`

// At every width and at 200% text size, no words of a picture overlap or are broken, and
// titles, values and the ends of lines are shown.
func TestNoWordsTouch(t *testing.T) {
	t.Parallel()
	inEachFont(t, func(t *testing.T, browser context.Context) {
		b := framedIn(t, browser, "boxes", append(viewPages(), "compare/", "outcomes/percent/", "outcomes/table/", "time/table/", "forces/table/")...)
		for _, width := range []int{280, 320, 360, 420, 479, 480, 540, 640, 760, 900, 1100} {
			for _, font := range []string{"", "200%"} {
				b.do(fmt.Sprintf(`wide(%d, %q)`, width, font))
				assert.Empty(t, eval[[]string](b, `Array.from(frames).flatMap(`+boxes+`)`), "at %d px %s", width, font)
			}
		}
	})
}

// On the embed page the form and one snippet fit on one or two screens.
func TestTheEditorsPageIsShort(t *testing.T) {
	t.Parallel()
	b := newTab(t, 1000).open("embed/")
	b.until(`document.getElementById("element").value.includes("heights=\"280:")`)
	assert.Less(t, eval[float64](b, `document.querySelector("[data-copy=element]").getBoundingClientRect().bottom`), 500.0, "Copy is visible")
	for _, view := range viewPages() {
		b.do(fmt.Sprintf(`document.forms[0].elements.view.value = %q, document.forms[0].elements.view.dispatchEvent(new Event("input", { bubbles: true }))`, strings.TrimSuffix(view, "/")))
		b.until(fmt.Sprintf(`/280:\d+ 328:\d+ 480:\d+ 640:\d+ 960:\d+/.test(document.getElementById("element").value) && document.getElementById("element").value.includes("/%s")`, view))
		assert.LessOrEqual(t, eval[int](b, `Math.ceil(document.querySelector("main").getBoundingClientRect().height)`), 1400, view)
	}
	assert.Equal(t, 1, eval[int](b, `[...document.querySelectorAll(".snippet")].filter((each) => each.checkVisibility()).length`))
	b.do(`document.querySelector("[name=snippet][value=iframe]").click(), document.querySelector("[name=width][value='328']").click()`)
	assert.Equal(t, "iframe 328", eval[string](b, `[...document.querySelectorAll(".snippet textarea")].find((each) => each.checkVisibility()).id + " " + [...document.querySelectorAll("iframe")].find((each) => getComputedStyle(each).visibility === "visible").dataset.width`))
}

// Outside a frame the site's navigation is at the top. In a frame, and without
// JavaScript, it is behind a click at the foot.
func TestFramesAndPagesHaveTheirOwnNavigation(t *testing.T) {
	t.Parallel()
	const shown = `[...%s.querySelectorAll("header, .others > summary")].filter((each) => each.checkVisibility()).map((each) => each.tagName + (each.open ? " open" : "")).join()`
	alone := newTab(t, 700).open("outcomes/")
	assert.Equal(t, "HEADER", eval[string](alone, fmt.Sprintf(shown, "document")))
	inside := framed(t, "navigation", "outcomes/", "outcomes/?header=0")
	assert.Equal(t, "SUMMARY", eval[string](inside, fmt.Sprintf(shown, "frames[0].document")))
	assert.Equal(t, "", eval[string](inside, fmt.Sprintf(shown, "frames[1].document")), "an editor can hide it")
	plain := newTab(t, 700, withoutJavaScript()).open("outcomes/")
	assert.Equal(t, "SUMMARY", eval[string](plain, fmt.Sprintf(shown, "document")))
}

// Bars excluded by a filter keep their place, faded, but are not in the sentence, the
// table and the count.
func TestBarsAreChosenInThePicture(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).open("outcomes/").start()
	names := `[...document.querySelectorAll(".strip .what")].map((each) => each.textContent).join()`
	before := eval[string](b, names)
	b.do(`document.querySelector(".box input[value='not-public-interest']").click()`)
	b.until(`document.querySelectorAll(".out").length === 1 && !document.querySelector(".says").textContent.includes("Not in the public")`)
	assert.Equal(t, before, eval[string](b, names))
	assert.Contains(t, eval[string](b, `document.querySelector(".shown").textContent`), "6 of 7")
	b.do(`document.querySelector(".tools .seg:last-of-type a:not([aria-current])").click()`)
	b.until(`document.querySelector("#numbers")`)
	assert.NotContains(t, eval[string](b, `document.querySelector("#numbers").textContent`), "Not in the public interest")
}

// panelsFit is true when every panel of the article has the height that it needs.
const panelsFit = `(() => {
	const all = [...document.querySelectorAll("iframe, fact-frame, [data-factframe]")].map((each) => each.shadowRoot?.querySelector("iframe") ?? each).filter((each) => each.localName === "iframe");
	return all.length === 3 && all.every((each) => {
		const panel = each.contentDocument?.getElementById("factframe");
		return panel && Math.abs(each.getBoundingClientRect().height - panel.getBoundingClientRect().height) <= 2;
	});
})()`

// The preview has an article with three panels, embedded with our snippets, each as tall
// as it needs to be. Published sites do not have that article.
func TestTheArticle(t *testing.T) {
	t.Parallel()
	for _, width := range []int{360, 700} {
		b := newTab(t, width).open("article/")
		b.do(`document.querySelectorAll("iframe").forEach((each) => each.scrollIntoView())`) // lazy frames load when they are near
		b.until(panelsFit)
		assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), width)
	}
	assert.NoDirExists(t, filepath.Join(dist, "article"))
}
