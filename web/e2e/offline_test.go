package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"factframe/web/cli"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shelf serves a site from its own origin, and can be taken offline or given another
// version.
type shelf struct {
	*httptest.Server
	dir     atomic.Value // string; empty when offline
	failing atomic.Value // string; a file that fails
	moved   atomic.Value // string; redirect target of /ages/, or empty; /copy/ is another copy of the site
	kept    atomic.Bool  // a worker has requested files to keep
}

func newShelf(t *testing.T) (*shelf, *tab) {
	t.Helper()
	s := &shelf{}
	s.dir.Store(dist)
	s.failing.Store("")
	s.moved.Store("")
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		failing := s.failing.Load().(string)
		if strings.HasSuffix(r.Referer(), "/worker.js") {
			s.kept.Store(true)
		}
		if dir := s.dir.Load().(string); dir == "" || failing != "" && strings.HasSuffix(r.URL.Path, failing) {
			panic(http.ErrAbortHandler)
		} else if to := s.moved.Load().(string); to != "" && r.URL.Path == "/ages/" {
			http.Redirect(w, r, to, http.StatusFound)
		} else if strings.HasPrefix(r.URL.Path, "/copy/") {
			http.StripPrefix("/copy", cli.Handler(dir)).ServeHTTP(w, r)
		} else if r.URL.Path == "/frame" {
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte(`<iframe src="/outcomes/"></iframe>`))
		} else {
			cli.Handler(dir).ServeHTTP(w, r)
		}
	}))
	t.Cleanup(s.Close)
	b := newTabOfItsOwn(t, 760)
	b.hosts = append(b.hosts, s.URL)
	b.allowed = []string{`"factframe:"  `}
	return s, b
}

const keptCaches = `caches.keys().then((names) => names.filter((name) => name.startsWith("factframe ")))`

func (b *tab) untilKept() {
	b.t.Helper()
	b.do(`globalThis.ready = false, navigator.serviceWorker.ready.then(() => { ready = true })`)
	b.until(`ready`)
}

// keepsNothing waits until a worker that started to keep the site has given up. Its cache
// exists when it requests the first file.
func (s *shelf) keepsNothing(b *tab) {
	b.t.Helper()
	require.Eventually(b.t, s.kept.Load, 30*time.Second, 30*time.Millisecond, "no worker requested files")
	b.do(`globalThis.empty = false, (async () => { while ((await ` + keptCaches + `).length) await new Promise((done) => setTimeout(done, 50)); empty = true; })()`)
	b.until(`empty`)
}

func (b *tab) keepsTheNextTime() {
	b.t.Helper()
	b.run(chromedp.Reload())
	b.untilKept()
	assert.Len(b.t, eval[[]string](b, keptCaches), 1)
}

func TestOfflineAfterOneVisit(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/outcomes/")
	b.do(`localStorage.setItem("theirs", JSON.stringify({ expiresAt: "2000-01-01T00:00:00Z" })), caches.open("theirs")`)
	b.untilKept()
	s.dir.Store("")
	for _, address := range []string{"/ages/", "/outcomes/percent/", "/figure/foi-crimes/", "/outcomes/?unit=percent&outcome=other-agency,lack-of-evidence", "/compare/?figures=foi-crimes,npcc-incidents", "/"} {
		b.visit(s.URL + address)
		b.start()
		assert.NotEmpty(t, eval[string](b, `document.querySelector("h1").textContent`), address)
	}
	b.visit(s.URL + "/outcomes/?unit=percent&outcome=other-agency,lack-of-evidence")
	b.until(`document.querySelectorAll("li:not(.out) > .strip").length === 2`)
	assert.Equal(t, []string{"theirs"}, eval[[]string](b, `caches.keys().then((names) => names.filter((name) => !name.startsWith("factframe ")))`), "other caches are kept")
	b.visit(s.URL + "/ages/") // without starting the program
	assert.True(t, eval[bool](b, `localStorage.getItem("theirs") !== null`), "other storage is kept")
}

// Downloads work offline, and the embed page is available.
func TestDownloadsOffline(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/outcomes/")
	b.untilKept()
	s.dir.Store("")
	b.visit(s.URL + "/outcomes/")
	b.until(`navigator.serviceWorker.controller && performance.getEntriesByType("resource").some((e) => e.name.includes("/offline."))`)
	eval[bool](b, `new Promise((done) => setTimeout(() => done(true), 300))`) // until the script has run
	b.do(`globalThis.saved = [], URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text.length)); return "#kept" }`)
	kinds := []string{"package", "csv", "json", "all", "svg", "card", "square", "double", "keep"}
	for i, kind := range kinds {
		b.do(fmt.Sprintf(`document.querySelector("a[data-take=%s]").click()`, kind))
		b.until(fmt.Sprintf(`saved.length === %d && saved[%d] > 1000`, i+1, i))
	}
	b.visit(s.URL + "/embed/")
	b.until(`document.getElementById("iframe").value.includes("<iframe")`)
}

func TestAHalfFinishedInstallLeavesNothing(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	s.failing.Store(".webmanifest")
	b.visit(s.URL + "/outcomes/")
	s.keepsNothing(b)
	s.failing.Store("")
	b.keepsTheNextTime()
}

// A new version waits until the reader asks for it, and then replaces the whole old one.
func TestANewVersion(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/outcomes/")
	b.untilKept()
	before := eval[[]string](b, keptCaches)

	other := filepath.Join(t.TempDir(), "dist")
	raw, err := os.ReadFile("../../data/datapackage.json")
	require.NoError(t, err)
	changed := filepath.Join(t.TempDir(), "datapackage.json")
	require.NoError(t, os.WriteFile(changed, []byte(strings.Replace(string(raw), "More than one crime in five ended", "More than one crime in five closed", 1)), 0o644))
	require.NoError(t, cli.Build(cli.Options{Out: other, Program: program, Package: changed}))
	s.dir.Store(other)

	b.run(chromedp.Reload())
	assert.Contains(t, eval[string](b, `document.querySelector("h1").textContent`), "ended", "the old version is complete until then")
	second := b.beside()
	second.visit(s.URL + "/outcomes/percent/")
	second.until(`performance.getEntriesByType("resource").some((e) => e.name.includes("/offline."))`)
	b.until(`document.querySelector(".update button")`)
	b.do(`document.querySelector(".update button").click()`)
	b.until(`document.querySelector("h1").textContent.includes("closed")`)
	second.until(`document.querySelector(".update button")`)
	second.do(`document.querySelector(".update button").click()`)
	second.until(`document.querySelector("h1").textContent.includes("closed") && location.pathname === "/outcomes/percent/"`)
	second.start()
	after := eval[[]string](b, keptCaches)
	assert.Len(t, after, 1)
	assert.NotEqual(t, before, after)
	b.start() // the program loads the package that its page refers to
	assert.Contains(t, eval[string](b, `document.querySelector("h1").textContent`), "closed")
}

// Without free storage a visit works as without a worker, and a later visit makes the
// offline copy.
func TestAFullDisk(t *testing.T) {
	s, b := newShelf(t)
	room := func(bytes *float64) {
		b.run(command(storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: s.URL, QuotaSize: bytes}))
	}
	little := 100_000.0
	room(&little)
	b.visit(s.URL + "/outcomes/")
	s.keepsNothing(b)
	b.start()
	room(nil)
	b.keepsTheNextTime()
}

// The offline copy may be broken: an invalid entry is fetched again, and trying again
// repairs a program that cannot run.
func TestBrokenCacheEntries(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/outcomes/")
	b.untilKept()
	b.do(`globalThis.broken = false, (async () => {
		const cache = await caches.open((await ` + keptCaches + `)[0]);
		for (const { url } of await cache.keys()) {
			if (url.endsWith("/ages/")) await cache.put(url, new Response("", { status: 500 }));
			if (url.endsWith(".wasm")) await cache.put(url, new Response(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 9])));
		}
		broken = true;
	})()`)
	b.until(`broken`)
	b.visit(s.URL + "/ages/")
	assert.NotEmpty(t, eval[string](b, `document.querySelector("h1").textContent`))
	b.do(`document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(`document.querySelector(".failed button")`)
	b.do(`document.querySelector(".failed button").click()`)
	b.until(running)
	s.dir.Store("")
	b.visit(s.URL + "/time/").start()
}

func TestAnUnregisteredWorkerAndALostCacheDoNoHarm(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/outcomes/")
	b.untilKept()
	b.do(`globalThis.gone = false, caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => { gone = true })`)
	b.until(`gone`)
	b.visit(s.URL + "/ages/").start()
	b.do(`globalThis.gone = false, navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((each) => each.unregister()))).then(() => { gone = true })`)
	b.until(`gone`)
	b.visit(s.URL + "/time/").start()
}

func TestFramedItNeverRegisters(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/frame")
	assert.Zero(t, eval[int](b, `new Promise((done) => setTimeout(() => navigator.serviceWorker.getRegistrations().then((all) => done(all.length)), 4500))`))
}

func TestManifest(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).open("outcomes/")
	sizes := eval[[]string](b, `(async () => {
		const url = document.querySelector("link[rel=manifest]").href;
		const manifest = await (await fetch(url)).json();
		return Promise.all(manifest.icons.map(async (icon) => { const image = await createImageBitmap(await (await fetch(new URL(icon.src, url))).blob()); return image.width + "x" + image.height === icon.sizes ? icon.sizes : "wrong"; }));
	})()`)
	assert.Equal(t, []string{"192x192", "512x512"}, sizes)
}
