package e2e

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A third-party frame that sends the same messages as ours cannot change the height
// of our frame.
func TestAForeignFrameSetsNoHeight(t *testing.T) {
	t.Parallel()
	addHost("foreign", hostPage{body: `<script>
			globalThis.heard = []; globalThis.told = [];
			addEventListener("message", (e) => { if (e.source !== globalThis.stranger?.contentWindow) heard.push(e.data); });
		</script>
		<fact-frame src="SITE/outcomes/" title="t" style="display:block"></fact-frame><script src="SITE/embed.js"></script>
		<iframe id="stranger" sandbox="allow-scripts" srcdoc="<script>onmessage = (e) => { for (const m of e.data) parent.postMessage(m, '*'); };</script>"></iframe>`})
	b := newTab(t, 760)
	b.hosts = append(b.hosts, elsewhere.URL)
	b.visit(host.URL + "/host/foreign?elsewhere=1")
	b.until(`heard.length > 0 && document.querySelector("fact-frame").shadowRoot?.querySelector("iframe")?.getBoundingClientRect().height > 300`)
	b.do(`globalThis.stranger = document.getElementById("stranger"), document.querySelector("fact-frame").addEventListener("factframe:height", (e) => told.push(e.detail.height))`)
	height := `document.querySelector("fact-frame").shadowRoot.querySelector("iframe").getBoundingClientRect().height`
	before := eval[float64](b, height)
	b.do(`(() => {
		const larger = (v) => typeof v === "number" ? 4321 : typeof v === "string" ? v.replace(/\d{3,}/g, "4321") : v && typeof v === "object" ? Object.fromEntries(Object.entries(v).map(([k, v]) => [k, larger(v)])) : v;
		stranger.contentWindow.postMessage(heard.map(larger), "*"); // its origin is "null", like that of our sandboxed frames
	})()`)
	b.wait(300 * time.Millisecond)
	assert.InDelta(t, before, eval[float64](b, height), 1)
	assert.NotContains(t, eval[[]float64](b, `told`), 4321.0)
}

// The page never handles or prevents a click with a modifier key, before and while the
// program runs.
func TestAModifiedClickIsLeftToTheBrowser(t *testing.T) {
	t.Parallel()
	const clicks = `(() => {
		const taken = [];
		addEventListener("click", (e) => { if (e.defaultPrevented) taken.push(e.target.textContent); e.preventDefault(); });
		for (const link of document.querySelectorAll(".seg a, .views a, .picture a[data-figure], .foot .links a"))
			for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])
				link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...how }));
		return taken;
	})()`
	b := newTab(t, 760).open("outcomes/")
	assert.Empty(t, eval[[]string](b, clicks), "before the program runs")
	b = newTab(t, 760).open("outcomes/").start()
	address := eval[string](b, `location.href`)
	assert.Empty(t, eval[[]string](b, clicks), "while it runs")
	assert.Equal(t, address, eval[string](b, `location.href`))
	assert.Zero(t, eval[int](b, `document.querySelectorAll(".receipt").length`))
}

// With Save-Data only the page is loaded: no program until a choice needs it, and never
// an offline copy.
func TestSaveDataFetchesNoSite(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).before(`
		Object.defineProperty(navigator, "connection", { value: { saveData: true } });
		window.registered = [];
		navigator.serviceWorker.register = async (url) => registered.push(String(url));`).open("outcomes/")
	b.wait(4500 * time.Millisecond) // without Save-Data the offline copy starts after 3 seconds
	assert.Empty(t, eval[[]string](b, `registered`))
	for _, url := range b.requests {
		assert.False(t, strings.Contains(url, "worker.js") || strings.Contains(url, ".wasm") || strings.Contains(url, "/offline."), url)
	}
}

// Choices in a frame add nothing to the history of the host: Back leaves the article.
func TestAFrameAddsNothingToItsHostsHistory(t *testing.T) {
	t.Parallel()
	addHost("history", hostPage{body: `<iframe id="ours" src="SITE/outcomes/" width="700" height="900"></iframe>`})
	b := newTab(t, 760)
	b.visit(host.URL + "/host/history")
	inside := `document.getElementById("ours").contentWindow`
	b.until(inside + `.factframeWrite`)
	before := eval[int](b, `history.length`)
	b.do(inside + `.document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(inside + `.document.getElementById("factframe").dataset.program === "running"`)
	for _, choice := range []string{"Per cent", "Table", "Chart", "Count"} {
		b.do(`[...` + inside + `.document.querySelectorAll(".seg a")].find((a) => a.textContent === "` + choice + `").click()`)
		b.until(`[...` + inside + `.document.querySelectorAll(".seg a[aria-current]")].some((a) => a.textContent === "` + choice + `")`)
	}
	assert.Equal(t, before, eval[int](b, `history.length`))
}

// Text of a package cannot break out of an attribute in a snippet.
func TestSnippetsOfAPackageWithMarkup(t *testing.T) {
	t.Parallel()
	const headline = `He said "no" & 'left' <b>early</b> "><script>alert(1)</script>`
	raw, err := os.ReadFile("../../data/testdata/small.json")
	require.NoError(t, err)
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(headline)
	own := strings.Replace(string(raw), `"headline": "`, `"headline": "`+quoted+` `, 1)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(own), 0o644))
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, cli.Build(cli.Options{Package: dir, Out: out, Program: program, URL: "https://figures.example/"}))
	server := httptest.NewServer(routes(out))
	defer server.Close()
	b := newTab(t, 1000)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/embed/")
	b.until(`document.getElementById("element").value.includes("640:")`)
	time.Sleep(200 * time.Millisecond) // wait until each preview is measured
	for _, snippet := range []string{"element", "link", "iframe", "mail"} {
		at := `(() => { const doc = new DOMParser().parseFromString(document.getElementById("` + snippet + `").value, "text/html"); `
		assert.Zero(t, eval[int](b, at+`return doc.querySelectorAll("b, script:not([src])").length; })()`), snippet)
		words := eval[string](b, at+`return [...doc.querySelectorAll("*")].map((e) => (e.title || "") + (e.alt || "") + e.textContent).join(" "); })()`)
		assert.Contains(t, words, headline[:20], snippet)
	}
}
