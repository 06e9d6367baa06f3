package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"factframe/web/cli"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withoutIndexes is a host without index pages for folders.
func withoutIndexes(t *testing.T) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, named := strings.CutSuffix(r.URL.Path, "/index.html")
		switch {
		case strings.HasSuffix(r.URL.Path, "/"):
			http.NotFound(w, r)
		case named:
			r.URL.Path = name + "/" // net/http redirects index.html to its folder
			fallthrough
		default:
			cli.Handler(dist).ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server
}

// On a host without index pages, choices work before and while the program runs, and
// their addresses can be opened.
func TestHostsThatKnowNoFolders(t *testing.T) {
	t.Parallel()
	server := withoutIndexes(t)
	perCent := `[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`
	shown := `document.querySelector(".n b")?.textContent.includes("%") && location.pathname === "/outcomes/percent/index.html"`
	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/outcomes/index.html")
	b.do(perCent)
	b.until(shown)
	b.run(chromedp.Reload())
	b.until(shown)
	b.visit(server.URL + "/outcomes/index.html").start()
	b.do(perCent)
	b.until(shown)
	b.do(`document.querySelector('.strips input[value="not-reported"]').click()`)
	b.until(`location.pathname === "/outcomes/index.html" && location.search.includes("outcome=")`)
	b.run(chromedp.Reload())
	b.settleChoice()
	assert.Equal(t, 6, eval[int](b, `document.querySelectorAll("li:not(.out) > .strip").length`))
}

// The same for pages opened from disk, where the program cannot load.
func TestPagesFromDisk(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760)
	b.hosts = append(b.hosts, "file://")
	b.allowed = []string{`"factframe:"  `}
	b.visit("file://" + filepath.ToSlash(dist) + "/outcomes/index.html")
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`location.pathname.endsWith("/outcomes/percent/index.html") && document.querySelector(".n b")?.textContent.includes("%")`)
}

// In WordPress's frame, on a host without the CORS header that the program needs, a
// choice loads a page, which still has the secret for messages about its height.
func TestAChoiceInWordPressKeepsItsSecret(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bare := &withoutHeader{w, "Access-Control-Allow-Origin"}
		cli.Handler(dist).ServeHTTP(bare, r)
	}))
	t.Cleanup(server.Close)
	addHost("wordpress-strict", hostPage{body: `<script>globalThis.said = []; addEventListener("message", (e) => { if (e.data.secret) said.push(e.data); })</script>
		<iframe sandbox="allow-scripts" security=restricted src="` + server.URL + `/outcomes/?theme=dark#?secret=abcdefghij" width=700 height=900></iframe>`})
	b := newTab(t, 800)
	b.hosts = append(b.hosts, server.URL)
	b.allowed = []string{`"factframe:"`, `Access to`, `Uncaught`}
	b.run(chromedp.Navigate(host.URL + "/host/wordpress-strict"))
	b.until(`said.length > 0`)
	at := b.placeOf(700)
	point := eval[[]float64](b, `(() => { const r = document.querySelector("iframe").getBoundingClientRect(); return [r.left, r.top]; })()`)
	before := eval[int](b, `said.length`)
	b.until(`document.readyState === "complete"`)
	b.run(chromedp.MouseClickXY(point[0]+at[0], point[1]+at[1]))
	b.do(fmt.Sprintf(`globalThis.before = %d`, before))
	b.until(`said.length > before + 1 && said.every((m) => m.secret === "abcdefghij")`)
}

// withoutHeader removes a header from the response.
type withoutHeader struct {
	http.ResponseWriter
	name string
}

func (w *withoutHeader) WriteHeader(code int) {
	w.Header().Del(w.name)
	w.ResponseWriter.WriteHeader(code)
}

// In a frame, the host scrolls to the top of a new view, and focus stays on the link.
func TestMoreFiguresInAFrame(t *testing.T) {
	t.Parallel()
	for _, started := range []bool{false, true} {
		b := newTab(t, 700).paste("more-figures", `<fact-frame src="SITE/outcomes/" title="t" style="display:block"></fact-frame><div style="height:3000px"></div><script src="SITE/embed.js"></script>`, nil)
		b.fits("after load")
		inside := frame + `.contentDocument`
		b.until(frame + `.contentWindow.factframeWrite`)
		if started {
			b.do(inside + `.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
			b.until(inside + `.getElementById("factframe").dataset.program === "running"`)
		}
		b.do(`scrollTo(0, 400)`)
		b.do(inside + `.querySelector(".others").open = true`)
		link := `[...` + inside + `.querySelectorAll(".others a")].find((a) => a.textContent === "Ages")`
		b.do(link + `.focus({ preventScroll: true }), ` + link + `.click()`)
		b.until(inside + `.querySelector("h1").textContent.includes("age")`)
		b.until(`document.querySelector("fact-frame").getBoundingClientRect().top >= -1`)
		assert.Equal(t, "Ages", eval[string](b, inside+`.activeElement.textContent`), "started=%v", started)
	}
}

// If the program cannot load, a ticked checkbox is reset to match its bar, and in a frame
// the message is visible.
func TestAFailedStartInAFrame(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isProgram(r) {
			http.NotFound(w, r)
			return
		}
		if r.URL.Path == "/article" {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte(`<!doctype html><fact-frame src="/outcomes/" title="t"></fact-frame><script src="/embed.js"></script>`))
			return
		}
		cli.Handler(dist).ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := newTab(t, 700)
	b.hosts = append(b.hosts, server.URL)
	b.allowed = []string{`"factframe:"`}
	b.visit(server.URL + "/article")
	b.fits("after load")
	inside := frame + `.contentDocument`
	b.until(frame + `.contentWindow.factframeWrite`)
	b.do(inside + `.querySelector('input[value="not-reported"]').click()`)
	b.until(inside + `.querySelector(".failed")`)
	assert.True(t, eval[bool](b, inside+`.querySelector('input[value="not-reported"]').checked`), "its bar is drawn")
	b.until(frame + `.getBoundingClientRect().height >= ` + inside + `.querySelector(".failed").getBoundingClientRect().bottom - 1`)
}

// A slider is disabled until the program runs.
func TestSlidersWaitForTheProgram(t *testing.T) {
	t.Parallel()
	kindPages(t)
	b := newTab(t, 760).open("kinds/growth/years/")
	require.Positive(t, eval[int](b, `document.querySelectorAll("input[type=range]").length`))
	assert.True(t, eval[bool](b, `[...document.querySelectorAll("input[type=range]")].every((e) => e.disabled)`))
	b.start()
	assert.True(t, eval[bool](b, `[...document.querySelectorAll("input[type=range]")].every((e) => !e.disabled)`))
}
