package e2e

import (
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"factframe/web/cli"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostPage is a page that embeds us, like those of newsrooms and charities.
type hostPage struct {
	body    string
	headers map[string]string
}

// hostPages use real libraries from npm if they exist, and otherwise their wire formats.
// SITE is replaced with the address of our site.
var hostPages = map[string]hostPage{
	"pym": {body: `<div id=box></div><script src="/node_modules/pym.js/dist/pym.v1.min.js"></script>
		<script>new pym.Parent("box", "SITE/outcomes/", {})</script>`},
	"newswire": {body: `<div id=box></div><script src="/node_modules/@newswire/frames/dist/frames.umd.js"></script>
		<script>newswireFrames.Framer(document.getElementById("box"), { src: "SITE/outcomes/" })</script>`},
	"iframe-resizer-4": {body: `<iframe id=f src="SITE/outcomes/"></iframe><script src="/node_modules/iframe-resizer/js/iframeResizer.min.js"></script>
		<script>iFrameResize({ checkOrigin: false, warningTimeout: 0 }, "#f")</script>`},
	"iframe-resizer-5": {body: `<iframe id=f src="SITE/outcomes/"></iframe><script src="/node_modules/@iframe-resizer/parent/index.umd.js"></script>
		<script>iframeResize({ license: "GPLv3", checkOrigin: false, waitForLoad: true, warningTimeout: 0 }, "#f")</script>`},
	"iframe-resizer-4-late": {body: `<iframe id=f src="SITE/outcomes/"></iframe><script src="/node_modules/iframe-resizer/js/iframeResizer.min.js"></script>
		<script>setTimeout(() => { iFrameResize({ checkOrigin: false, warningTimeout: 0 }, "#f"); iFrameResize({ checkOrigin: false, warningTimeout: 0 }, "#f") }, 1500)</script>`},
	"datawrapper": {body: `<iframe src="SITE/outcomes/"></iframe><script>
		addEventListener("message", (e) => { const heights = e.data["datawrapper-height"]; if (heights) for (const key in heights)
			document.querySelectorAll("iframe").forEach((f) => { if (f.src.includes(key)) f.style.height = heights[key] + "px" }) })</script>`},
	"embedly": {body: `<iframe src="SITE/outcomes/"></iframe><script>
		addEventListener("message", (e) => { let m; try { m = JSON.parse(e.data) } catch { return } if (m.context === "iframe.resize")
			document.querySelectorAll("iframe").forEach((f) => { if (f.src === m.src) f.style.height = m.height + "px" }) })</script>`},
	"wordpress": {body: `<iframe src="SITE/glance/table/#?secret=abcdefghij" security=restricted style="width:200px"></iframe><script>
		addEventListener("message", (e) => { if (e.data.secret !== "abcdefghij" || e.data.message !== "height") return;
			document.querySelector("iframe").style.height = Math.min(1000, Math.max(200, e.data.value)) + "px" })</script>`},
	"amp": {body: `<iframe src="SITE/outcomes/"></iframe><script>
		addEventListener("message", (e) => { if (e.data && e.data.sentinel === "amp" && e.data.type === "embed-size" && e.data.height >= 100)
			document.querySelector("iframe").style.height = e.data.height + "px" })</script>`},
	"element": {body: `<script async src="SITE/embed.js"></script>
		<fact-frame src="SITE/" view="outcomes" title="Outcomes" heights="360:664 640:491 960:480" style="display:block;min-height:491px"></fact-frame>`},
	"link": {body: `<a data-factframe data-heights="360:664 640:491" style="display:block;min-height:491px" href="SITE/outcomes/">How cases were dealt with</a><script async src="SITE/embed.js"></script>`},
	"two": {body: `<script src="SITE/embed.js"></script><script src="SITE/embed.js"></script>
		<fact-frame src="SITE/outcomes/" title="One"></fact-frame><fact-frame src="SITE/ages/" title="Two"></fact-frame>`},
	"five": {body: `<div id=box></div><div id=news></div><iframe id=four src="SITE/forces/"></iframe><iframe id=wrapper src="SITE/time/"></iframe><fact-frame src="SITE/glance/" title="Five"></fact-frame>
		<script src="/node_modules/pym.js/dist/pym.v1.min.js"></script><script src="/node_modules/@newswire/frames/dist/frames.umd.js"></script>
		<script src="/node_modules/iframe-resizer/js/iframeResizer.min.js"></script><script src="SITE/embed.js"></script>
		<script>new pym.Parent("box", "SITE/outcomes/", {});
		newswireFrames.Framer(document.getElementById("news"), { src: "SITE/ages/" });
		iFrameResize({ checkOrigin: false, warningTimeout: 0 }, "#four");
		addEventListener("message", (e) => { const heights = e.data["datawrapper-height"]; if (heights) for (const key in heights)
			if (document.getElementById("wrapper").src.includes(key)) document.getElementById("wrapper").style.height = heights[key] + "px" })</script>`},
	"silent": {body: `<iframe src="SITE/outcomes/table/" height=400></iframe>`},
	"strict": {body: `<script nonce=n src="SITE/embed.js"></script><fact-frame src="SITE/outcomes/" title="Strict"></fact-frame>`,
		headers: map[string]string{"Content-Security-Policy": "default-src 'none'; script-src 'nonce-n'; style-src 'unsafe-inline'; frame-src *"}},
	"shadow": {body: `<div id=box></div><script src="SITE/embed.js"></script><script>
		document.getElementById("box").attachShadow({ mode: "open" }).innerHTML = '<fact-frame src="SITE/outcomes/" title="Shadow"></fact-frame>'</script>`},
	"hidden": {body: `<div id=tab style="display:none"><script src="SITE/embed.js"></script><fact-frame src="SITE/outcomes/" title="Hidden"></fact-frame></div>`},
	"probed-sandbox": {body: `<iframe sandbox="allow-scripts" src="SITE/probed/outcomes/" width=700 height=2200></iframe><script>
		globalThis.told = []; globalThis.ran = undefined; globalThis.loads = 0;
		addEventListener("message", ({ data }) => { if (data.factframe) told.push(data); if (data.ran !== undefined) ran = data.ran });
		document.querySelector("iframe").addEventListener("load", () => loads++)</script>`},
	"sandbox": {body: `<iframe sandbox="allow-scripts" security=restricted src="SITE/outcomes/#?secret=abcdefghij" height=600></iframe><script>
		globalThis.said = [];
		addEventListener("message", (e) => { if (e.source === document.querySelector("iframe").contentWindow) said.push(e.data) })</script>`},
}

// frame finds the frame of a host page, in a shadow root or not.
const frame = `(() => { const find = (root) => root.querySelector("iframe") || [...root.querySelectorAll("*")].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean); return find(document); })()`

// gap is the difference between the heights of the frame and the panel, in px.
const gap = `(() => { const f = ` + frame + `; const panel = f && f.contentDocument && f.contentDocument.getElementById("factframe");
	return panel ? f.getBoundingClientRect().height - panel.getBoundingClientRect().height : 1e6; })()`

func (b *tab) fits(when string) {
	b.t.Helper()
	b.until(`Math.abs(` + gap + `) <= 2`)
	assert.LessOrEqual(b.t, math.Abs(eval[float64](b, gap)), 2.0, when)
}

// resizerLogs are messages of iframe-resizer itself: version 5 logs its licence, version 4
// a frame that it gets twice.
var resizerLogs = []string{`"iframeResizer\(Parent\) .*GPLv3 License`, `"\[iFrameSizer\]\[Host page: [^"]*"  "Ignored iFrame, already setup`}

func TestHostsGetTheRightHeight(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"pym", "newswire", "iframe-resizer-4", "iframe-resizer-5", "iframe-resizer-4-late", "datawrapper", "embedly", "amp", "element", "link", "two", "strict", "shadow"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, 800)
			b.allowed = resizerLogs
			b.open("host/" + name)
			b.fits("after load")
			first := eval[float64](b, frame+`.getBoundingClientRect().height`)

			inside := func(script string) { b.do(`((document) => ` + script + `)(` + frame + `.contentDocument)`) }
			b.until(frame + `.contentWindow.factframeWrite`) // it listens to pointer events
			inside(`document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
			b.until(frame + `.contentDocument.getElementById("factframe").dataset.program === "running"`)
			inside(`document.querySelectorAll(".strip")[1].click()`)
			b.until(frame + `.contentDocument.querySelector(".receipt")`)
			b.fits("with a receipt")
			assert.Greater(t, eval[float64](b, frame+`.getBoundingClientRect().height`), first)
			inside(`document.querySelectorAll(".strip")[1].click()`)
			b.until(`!` + frame + `.contentDocument.querySelector(".receipt")`)
			b.fits("after closing it")

			b.run(chromedp.EmulateViewport(360, 800))
			b.fits("after a change of orientation")
		})
	}
}

// Five resizing libraries on one page, each with its own frame, do not interfere.
func TestFiveParentsOnOnePage(t *testing.T) {
	t.Parallel()
	b := newTab(t, 800).open("host/five")
	b.allowed = resizerLogs
	b.until(`(() => {
		const all = [...document.querySelectorAll("iframe"), document.querySelector("fact-frame").shadowRoot.querySelector("iframe")];
		return all.length === 5 && all.every((f) => {
			const panel = f.contentDocument && f.contentDocument.getElementById("factframe");
			return panel && Math.abs(f.getBoundingClientRect().height - panel.getBoundingClientRect().height) <= 2;
		});
	})()`)
}

func TestWordPressClampsHeights(t *testing.T) {
	t.Parallel()
	b := newTab(t, 800).open("host/wordpress")
	b.until(frame + `.getBoundingClientRect().height === 1000`)
}

func TestASilentHostStillShowsAUsableFrame(t *testing.T) {
	t.Parallel()
	b := newTab(t, 800).open("host/silent")
	assert.Equal(t, 400.0, eval[float64](b, frame+`.clientHeight`))
	b.until(frame + `.contentDocument.documentElement.scrollHeight > 500`)
	assert.True(t, eval[bool](b, `(() => { const w = `+frame+`.contentWindow; w.scrollTo(0, 100); return w.scrollY === 100; })()`), "it scrolls inside")
}

func TestHiddenTabs(t *testing.T) {
	t.Parallel()
	b := newTab(t, 800).open("host/hidden")
	b.do(`document.getElementById("tab").style.display = "block"`)
	b.fits("once shown")
}

func TestElementTellsItsHostAndLeavesNothing(t *testing.T) {
	t.Parallel()
	b := newTab(t, 800).open("host/element")
	b.do(`globalThis.states = [], addEventListener("factframe:state", (e) => states.push(e.detail.address))`)
	b.fits("after load")
	inside := frame + `.contentDocument`
	b.do(inside + `.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(inside + `.getElementById("factframe").dataset.program === "running"`)
	b.do(`[...` + inside + `.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`states.at(-1) === "outcomes/percent/"`)
	assert.Equal(t, "Outcomes", eval[string](b, frame+`.title`))

	b.do(`document.querySelector("fact-frame").setAttribute("theme", "dark")`)
	b.until(inside + `.documentElement.dataset.theme === "dark"`)
	assert.Contains(t, eval[string](b, inside+`.querySelector(".n b").textContent`), "%", "the reader's choice is kept")
	b.do(`document.querySelector("fact-frame").setAttribute("choices", "unit=percent&outcome=lack-of-evidence,other-agency")`)
	b.until(inside + `.querySelectorAll("li:not(.out) > .strip").length === 2`)
	b.do(`globalThis.loads = 0, ` + frame + `.addEventListener("load", () => loads++), document.querySelector("fact-frame").setAttribute("title", "Other words")`)
	b.do(`document.querySelector("fact-frame").removeAttribute("choices")`)
	b.do(`document.querySelector("fact-frame").setAttribute("view", "ages")`)
	b.until(`states.at(-1).startsWith("ages/")`)
	assert.Equal(t, "dark", eval[string](b, inside+`.documentElement.dataset.theme`))
	assert.Zero(t, eval[int](b, `loads`), "the frame was not reloaded")
	assert.Equal(t, "Other words", eval[string](b, frame+`.title`))
	assert.Contains(t, eval[string](b, inside+`.querySelector("h1").textContent`), "age")
	b.do(`document.querySelector("fact-frame").remove()`)
	assert.Zero(t, eval[int](b, `document.querySelectorAll("iframe, fact-frame").length`))
	assert.Empty(t, eval[[]string](b, `Object.keys(globalThis).filter((name) => /fact/i.test(name))`), "no globals")
}

// The host's page does not jump when the frame gets its height.
func TestHostsDoNotJump(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"element", "link"} {
		b := newTab(t, 800).open("host/" + name)
		b.do(`globalThis.cls = 0, new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) cls += e.value; }).observe({ type: "layout-shift", buffered: true })`)
		b.fits("after load")
		assert.LessOrEqual(t, eval[float64](b, `new Promise((done) => setTimeout(() => done(cls), 300))`), 0.01, name)
	}
}

// The program runs on another origin, in a sandbox without storage.
func TestSandboxedFrame(t *testing.T) {
	t.Parallel()
	b := newTab(t, 800).open("host/sandbox?elsewhere=1")
	b.until(`said.some((m) => m.message === "height" && m.secret === "abcdefghij" && m.value > 400)`)
	point := eval[[]float64](b, `(() => { const r = document.querySelector("iframe").getBoundingClientRect(); return [r.left, r.top]; })()`)
	// Real clicks: the frame has an opaque origin, so scripts outside cannot reach it.
	at := b.placeOf(640)
	forces := [2]float64{point[0] + at[0], point[1] + at[1]}
	shake := 0.0
	require.Eventually(t, func() bool { // a frame in its own process takes a while to get its first events
		shake = 3 - shake
		b.run(command(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: "mouseMoved", X: forces[0] + shake, Y: forces[1] + shake}))
		return eval[bool](b, `said.some((m) => m.factframe === "state" && m.address === "outcomes/")`)
	}, 30*time.Second, 100*time.Millisecond, "the program does not run in a sandbox")
	b.run(chromedp.MouseClickXY(forces[0], forces[1]))
	b.until(`said.some((m) => m.factframe === "state" && m.address === "outcomes/percent/")`)
}

// Even if the address cannot be changed, the program shows what was chosen before it ran.
func TestAChoiceBeforeTheProgramInASandbox(t *testing.T) {
	t.Parallel()
	var slow sync.WaitGroup
	slow.Add(1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isProgram(r) {
			slow.Wait()
		}
		if r.URL.Path == "/framed" {
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, `<iframe sandbox="allow-scripts" src="/outcomes/" width=700 height=900></iframe>
				<script>globalThis.said = []; addEventListener("message", (e) => said.push(e.data))</script>`)
			return
		}
		cli.Handler(dist).ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := newTab(t, 800)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/framed")
	b.until(`said.some((m) => m.factframe === "height")`)
	point := eval[[]float64](b, `(() => { const r = document.querySelector("iframe").getBoundingClientRect(); return [r.left, r.top]; })()`)
	at := b.placeOf(700)
	require.Eventually(t, func() bool {
		b.run(chromedp.MouseClickXY(point[0]+at[0], point[1]+at[1]))
		return eval[bool](b, `said.some((m) => m.factframe === "state" && m.address === "outcomes/percent/")`)
	}, 30*time.Second, 200*time.Millisecond, "the page is not swapped in")
	height := `new Promise((done) => setTimeout(() => done(said.findLast((m) => m.factframe === "height").height), 500))`
	before := eval[float64](b, height)
	slow.Done()
	b.until(`said.filter((m) => m.factframe === "state").length > 1`) // the program has sent its state
	assert.Equal(t, before, eval[float64](b, height), "the program shows the same")
}

// placeOf returns the position of the link to the other measure in a frame of that width.
func (b *tab) placeOf(width int) []float64 {
	b.t.Helper()
	other := framed(b.t, fmt.Sprintf("place-%d", width), "outcomes/")
	other.do(fmt.Sprintf(`wide(%d)`, width))
	return eval[[]float64](other, `(() => { const r = frames[0].document.querySelector(".seg a:not([aria-current])").getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
}

func TestModes(t *testing.T) {
	t.Parallel()
	tests := []struct{ address, shown, gone string }{
		{"outcomes/?mode=chart", ".strips, h1, .source, .care p, .help", ".views, .tools, .share"},
		{"figure/foi-crimes/?mode=card", "h1, .source, .receipt, .help", ".views, .share"},
		{"outcomes/?mode=card", "h1, .says, .source, .care p, .help", ".pictures, .tools, .share"},
		{"outcomes/?header=0", ".tools, .strips", ".views, .kicker"},
		{"outcomes/?filters=0", "header .views, .strips", ".tools"},
	}
	for _, test := range tests {
		whole, _, _ := strings.Cut(test.address, "?")
		present := newTab(t, 480).open(whole)
		b := newTab(t, 480).open(test.address)
		for _, selector := range strings.Split(test.shown, ", ") {
			assert.True(t, eval[bool](b, exists(selector)), "%s has %s", test.address, selector)
			assert.NotContains(t, eval[[]bool](b, visible(selector)), false, "%s shows %s", test.address, selector)
		}
		for _, selector := range strings.Split(test.gone, ", ") {
			assert.True(t, eval[bool](present, exists(selector)), "%s, without the mode, has %s", whole, selector)
			assert.NotContains(t, eval[[]bool](b, visible(selector)), true, "%s leaves out %s", test.address, selector)
		}
		assert.Empty(t, eval[string](b, `document.getElementById("factframe").dataset.program || ""`), "presentation does not need the program")
	}
}

// exists and visible return expressions about the elements that match a selector.
func exists(selector string) string {
	return fmt.Sprintf(`document.querySelector(%q) !== null`, selector)
}

func visible(selector string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%q)].map((e) => e.getBoundingClientRect().height > 0)`, selector)
}

// In each scheme, an accent with too little contrast is replaced with the nearest shade
// that has enough. Anything that is not a colour is ignored.
func TestAccents(t *testing.T) {
	t.Parallel()
	const mark = `getComputedStyle(document.documentElement).getPropertyValue("--mark").trim()`
	for _, test := range []struct {
		query string
		dark  bool
		want  string
	}{
		{"accent=7a1fa2&theme=light", true, "#7a1fa2"},
		{"accent=78be20&theme=light", false, "#68a51c"},
		{"accent=78be20", true, "#78be20"},
		{"accent=7a1fa2", true, "#8e41b0"},
		{"accent=ffffff&theme=light", false, "#949494"},
		{"accent=nonsense", false, "#0f4f7d"},
	} {
		b := newTab(t, 480, scheme(test.dark)).open("outcomes/?" + test.query)
		assert.Equal(t, test.want, eval[string](b, mark), test)
		if test.want != "#0f4f7d" {
			contrast := eval[float64](b, `(() => {
				const luminance = (parts) => parts.map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
				const numbers = (selector, property) => getComputedStyle(document.querySelector(selector))[property].match(/\d+/g).slice(0, 3).map(Number);
				const [low, high] = [luminance(numbers(".solid .block", "fill")), luminance(numbers("body", "backgroundColor"))].sort((a, b) => a - b);
				return (high + .05) / (low + .05);
			})()`)
			assert.GreaterOrEqual(t, contrast, 3.0, test)
		}
	}
}
