package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
)

// A frame blocked by its host or the network is replaced by the link and the picture in
// the snippet, at their height.
func TestARefusedFrameShowsItsLink(t *testing.T) {
	t.Parallel()
	all := snippets(t)
	refuses := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/embed.js", "/img/outcomes.png":
			cli.Handler(dist).ServeHTTP(w, r)
		case "/denied/":
			w.Header().Set("X-Frame-Options", "DENY")
			io.WriteString(w, "<p>Not in a frame.")
		default:
			w.WriteHeader(http.StatusForbidden)
		}
	}))
	t.Cleanup(refuses.Close)
	dead := httptest.NewServer(nil)
	dead.Close()
	element := func(src string) string {
		return `<fact-frame src="` + src + `" title="t" heights="360:664 640:491"><a href="` + src + `">the figures</a></fact-frame><script src="SITE/embed.js"></script>`
	}
	for name, h := range map[string]hostPage{
		"policy":      {body: all["element"], headers: map[string]string{"Content-Security-Policy": "frame-src 'none'"}},
		"policy-link": {body: all["link"], headers: map[string]string{"Content-Security-Policy": "frame-src 'none'"}},
		"frames-none": {body: element(refuses.URL + "/denied/")},
		"forbidden":   {body: element(refuses.URL + "/outcomes/")},
		"dead":        {body: element(dead.URL + "/outcomes/")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, 700)
			b.hosts = append(b.hosts, refuses.URL, dead.URL)
			b.paste("refused-"+name, h.body, h.headers)
			link := `[...document.querySelectorAll("fact-frame a, a[data-factframe]")].find((each) => each.getClientRects().length > 0)`
			b.until(link)
			b.until(`[...document.images].every((each) => each.complete)`)
			tall := eval[float64](b, link+`.getBoundingClientRect().height`)
			assert.InDelta(t, tall, eval[float64](b, spaceTaken), 60, "no empty space")
			assert.True(t, eval[bool](b, `!`+frame), "no frame")
		})
	}
}

// The link is also shown when a working frame is changed to an address that refuses it. A
// frame far below loads the address that was set before it was visible.
func TestAFrameThatIsLedElsewhere(t *testing.T) {
	t.Parallel()
	dead := httptest.NewServer(nil)
	dead.Close()
	b := newTab(t, 700)
	b.hosts = append(b.hosts, dead.URL)
	b.paste("led-elsewhere", `<fact-frame src="SITE/outcomes/" title="t"><a href="SITE/outcomes/">the figures</a></fact-frame><script src="SITE/embed.js"></script>`, nil)
	b.fits("at first")
	b.do(`document.querySelector("fact-frame").setAttribute("src", "` + dead.URL + `/outcomes/")`)
	b.until(`document.querySelector("fact-frame a").getClientRects().length > 0 && !` + frame)

	far := newTab(t, 700).paste("led-far", `<div style="height:9000px"></div><fact-frame src="SITE/outcomes/" title="t"></fact-frame><script src="SITE/embed.js"></script>`, nil)
	far.until(frame)
	far.do(`document.querySelector("fact-frame").setAttribute("src", "` + host.URL + `/ages/")`)
	far.wait(300 * time.Millisecond)
	far.do(`document.querySelector("fact-frame").scrollIntoView()`)
	far.fits("in sight")
	far.wait(500 * time.Millisecond)
	assert.Contains(t, eval[string](far, frame+`.contentDocument.querySelector("h1").textContent`), "age")
}

// The frame is kept with a report-only policy, and if its address redirects.
func TestAFrameThatIsNotRefusedStays(t *testing.T) {
	t.Parallel()
	moved := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL+r.URL.Path, http.StatusFound)
	}))
	t.Cleanup(moved.Close)
	element := `<fact-frame src="ADDRESS/outcomes/" title="t"><a href="ADDRESS/outcomes/">the figures</a></fact-frame><script src="SITE/embed.js"></script>`
	for name, h := range map[string]hostPage{
		"report-only": {body: strings.ReplaceAll(element, "ADDRESS", "SITE"), headers: map[string]string{"Content-Security-Policy-Report-Only": "frame-src 'none'"}},
		"redirected":  {body: strings.ReplaceAll(element, "ADDRESS", moved.URL)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, 700)
			b.hosts = append(b.hosts, moved.URL)
			b.paste("kept-"+name, h.body, h.headers)
			b.until(frame + ` && document.querySelector("fact-frame").getBoundingClientRect().height > 300 && document.querySelector("fact-frame").style.minHeight === ""`)
			b.wait(3500 * time.Millisecond) // longer than the time without messages that counts as refused
			assert.True(t, eval[bool](b, `!!`+frame))
		})
	}
}

// A framework may remove the snippet, move it or change its view at any time.
func TestAFrameworkOwnsItsLink(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("framework", `<div id=root><section></section></div><div id=other></div><script src="SITE/embed.js"></script><script>
		globalThis.link = Object.assign(document.createElement("a"), { href: "SITE/outcomes/", textContent: "Outcomes" });
		link.dataset.factframe = ""; link.style.display = "block";
		document.querySelector("section").append(link);</script>`, nil)
	b.fits("once added")
	assert.Equal(t, 0, eval[int](b, `link.getClientRects().length`))
	b.do(`link.href = "` + host.URL + `/ages/"`)
	b.until(frame + `.contentDocument.querySelector("h1").textContent.includes("age")`)
	b.do(`document.querySelector("section").removeChild(link)`) // throws if the link is not its child
	b.until(`!document.querySelector("fact-frame")`)
	assert.Equal(t, "block", eval[string](b, `link.style.display`))
	b.do(`document.getElementById("other").append(link)`)
	b.fits("put elsewhere")
	assert.True(t, eval[bool](b, `document.getElementById("other").contains(document.querySelector("fact-frame"))`))
	b.do(`document.getElementById("other").replaceChildren(link)`) // without the element beside it
	b.fits("put back without its frame")
	b.do(`document.getElementById("other").textContent = ""`)
	b.until(`!document.querySelector("fact-frame, iframe")`)
}

// Attributes that a framework adds to the element are not part of the frame's address.
func TestForeignAttributesStayOutOfTheAddress(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("attributes", `<fact-frame _ngcontent-abc="" nonce="n" role="figure" tabindex="0" v-cloak="" onclick="1" src="SITE/outcomes/" theme="light" choices="unit=percent"></fact-frame><script src="SITE/embed.js"></script>`, nil)
	b.until(frame)
	assert.Equal(t, host.URL+"/outcomes/?unit=percent&theme=light", eval[string](b, frame+`.src`))
}

// A host with an opaque origin, such as a sandboxed preview or a page opened from
// disk, receives heights too.
func TestAHostWithoutAnOrigin(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("opaque", `<iframe id=outer sandbox="allow-scripts" style="width:100%;height:900px" srcdoc='<!doctype html><fact-frame src="SITE/outcomes/" title="t"></fact-frame><script src="SITE/embed.js"></`+`script><script>
		addEventListener("factframe:height", (e) => parent.postMessage({ told: e.detail.height }, "*"))</`+`script>'></iframe><script>globalThis.told = []; addEventListener("message", (e) => e.data.told && told.push(e.data.told))</script>`, nil)
	b.until(`told.at(-1) > 400 && told.at(-1) < 700`)
}

// With an address that is invalid or could run a script, the link is shown and nothing is
// framed. Nothing throws.
func TestAddressesThatAreNone(t *testing.T) {
	t.Parallel()
	for name, src := range map[string]string{
		"script": "javascript:alert(1)", "data": "data:text/html,&lt;script>alert(1)&lt;/script>", "broken": "http://", "port": "https://figures.example:99999/", "blob": "blob:https://figures.example/1", "empty": "",
	} {
		for _, snippet := range []string{
			`<fact-frame src="` + src + `" title="t"><a href="SITE/outcomes/">the figures</a></fact-frame>`,
			`<a data-factframe href="` + src + `" data-heights="640:1e9">the figures</a>`,
		} {
			b := newTab(t, 700).paste("none-"+name+snippet[1:2], snippet+`<script>globalThis.thrown = []; addEventListener("error", (e) => thrown.push(e.message));</script><script src="SITE/embed.js"></script>`, nil)
			b.until(`customElements.get("fact-frame")`)
			assert.True(t, eval[bool](b, `[...document.querySelectorAll("a")].some((each) => each.textContent === "the figures" && each.getClientRects().length > 0)`), "%s: the link is visible: %s", name, snippet)
			assert.True(t, eval[bool](b, `!`+frame), "%s: no frame: %s", name, snippet)
			assert.Empty(t, eval[[]string](b, `thrown`), name)
		}
	}
	b := newTab(t, 700).paste("none-later", `<fact-frame src="SITE/outcomes/" title="t"><a href="SITE/outcomes/">the figures</a></fact-frame><script>globalThis.thrown = []; addEventListener("error", (e) => thrown.push(e.message));</script><script src="SITE/embed.js"></script>`, nil)
	b.fits("at first")
	b.do(`document.querySelector("fact-frame").setAttribute("src", "http://")`)
	b.until(`!` + frame + ` && document.querySelector("fact-frame a").getClientRects().length > 0`)
	b.do(`document.querySelector("fact-frame").setAttribute("src", document.querySelector("a").href)`)
	b.fits("an address again")
	assert.Empty(t, eval[[]string](b, `thrown`))
}

// Heights in a snippet are limited, so that the page can still be scrolled.
func TestHeightsThatNoPanelHas(t *testing.T) {
	t.Parallel()
	for name, attributes := range map[string]string{"heights": `heights="640:1e9"`, "height": `height="99999999"`, "negative": `heights="640:-5" height="-1"`, "words": `heights="a:b 1:" height="x"`, "infinite": `heights="640:Infinity"`} {
		b := newTab(t, 700).paste("tall-"+name, `<div style="height:3000px"></div><fact-frame src="SITE/nowhere/" title="t" `+attributes+`></fact-frame><script src="SITE/embed.js"></script>`, nil)
		b.until(frame)
		tall := eval[float64](b, frame+`.getBoundingClientRect().height || parseFloat(`+frame+`.style.minHeight)`)
		assert.Greater(t, tall, 100.0, name)
		assert.LessOrEqual(t, tall, 20_000.0, name)
	}
}
