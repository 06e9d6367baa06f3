package e2e

import (
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// upload serves a folder while the files of another build are added one by one.
type upload struct {
	*httptest.Server
	dir           string
	before, after map[string]string // content by name
}

func newUpload(t *testing.T) *upload {
	t.Helper()
	before, after := sitesBeforeAndAfter(t)
	u := &upload{dir: t.TempDir(), before: filesOf(t, before), after: filesOf(t, after)}
	u.Server = httptest.NewServer(cli.Handler(u.dir))
	t.Cleanup(u.Close)
	return u
}

// keptUpload serves the first build, and returns a tab with an offline copy of it.
func keptUpload(t *testing.T) (*upload, *tab) {
	t.Helper()
	u := newUpload(t)
	u.put(t, u.before, names(u.before)...)
	b := newTabOfItsOwn(t, 760)
	b.hosts = append(b.hosts, u.URL)
	b.allowed = []string{`"factframe:"  `, "integrity", "digest"}
	b.visit(u.URL + "/cases/")
	b.untilKept()
	return u, b
}

func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if name, _ := filepath.Rel(dir, path); err == nil && !d.IsDir() && !strings.HasPrefix(name, ".") {
			content, err := os.ReadFile(path)
			files[filepath.ToSlash(name)] = string(content)
			return err
		}
		return err
	}))
	return files
}

func (u *upload) put(t *testing.T, files map[string]string, names ...string) {
	t.Helper()
	for _, name := range names {
		full := filepath.Join(u.dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(full), 0o755))
		require.NoError(t, os.WriteFile(full, []byte(files[name]), 0o644))
	}
}

func names(files map[string]string) (list []string) {
	for name := range files {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// updated waits until the browser has tried to install the host's current worker.
const updated = `(async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	await registration.update().catch(() => {});
	const fresh = registration.installing;
	if (fresh) await new Promise((done) => fresh.addEventListener("statechange", () => { if (fresh.state !== "installing") done(); }));
	return fresh?.state ?? "none";
})()`

// kept returns the content of every page in our caches, by version.
const kept = `(async () => {
	const all = {};
	for (const name of (await caches.keys()).filter((each) => each.startsWith("factframe "))) {
		const cache = await caches.open(name), pages = all[name] = {};
		for (const { url } of await cache.keys()) if (!/\.(wasm|js)$/.test(url)) pages[new URL(url).pathname.slice(1).replace(/(^|\/)$/, "$1index.html")] = await (await cache.match(url)).text();
	}
	return all;
})()`

// In whatever order the files of a new version are uploaded, the offline copy is always
// one complete version. Once all files are there, the new version is offered; after a
// rollback, the old one.
func TestEveryOrderOfUpload(t *testing.T) {
	t.Parallel()
	orders := map[string]func(names []string){
		"worker first": func(list []string) { slices.SortStableFunc(list, func(a, b string) int { return rank(a) - rank(b) }) },
		"worker last":  func(list []string) { slices.SortStableFunc(list, func(a, b string) int { return rank(b) - rank(a) }) },
		"by name":      func(list []string) {},
		"at random": func(list []string) {
			rand.New(rand.NewPCG(1, 2)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		},
	}
	for name, sort := range orders {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u, b := keptUpload(t)
			whole := func(versions ...map[string]string) {
				t.Helper()
				for version, pages := range eval[map[string]map[string]string](b, kept) {
					require.NotEmpty(t, pages)
					matches := slices.ContainsFunc(versions, func(files map[string]string) bool {
						for name, content := range pages {
							if strings.TrimPrefix(files[name], "\ufeff") != strings.TrimPrefix(content, "\ufeff") {
								return false
							}
						}
						return true
					})
					assert.True(t, matches, "%s mixes versions", version)
				}
			}
			list := names(u.after)
			sort(list)
			for _, eighths := range []int{2, 4, 6, 7} {
				u.put(t, u.after, list[:len(list)*eighths/8]...)
				eval[string](b, updated)
				whole(u.before, u.after)
				b.visit(u.URL + "/cases/")
				b.until(`document.querySelector(".n b").textContent === "100"`)
			}
			u.put(t, u.after, list...)
			for _, gone := range names(u.before) {
				if _, still := u.after[gone]; !still {
					require.NoError(t, os.Remove(filepath.Join(u.dir, filepath.FromSlash(gone))))
				}
			}
			eval[string](b, updated)
			b.visit(u.URL + "/cases/")
			b.until(`document.querySelector(".update button")`)
			b.do(`document.querySelector(".update button").click()`)
			b.until(`document.querySelector(".n b")?.textContent === "200"`)
			whole(u.after)
			b.start()

			require.NoError(t, os.RemoveAll(filepath.Join(u.dir, "cases")))
			u.put(t, u.before, names(u.before)...)
			eval[string](b, updated)
			b.visit(u.URL + "/cases/")
			b.until(`document.querySelector(".update button")`)
			b.do(`document.querySelector(".update button").click()`)
			b.until(`document.querySelector(".n b")?.textContent === "100"`)
			whole(u.before)
		})
	}
}

func rank(name string) int {
	if name == "worker.js" {
		return 0
	}
	return 1
}

// A redirect to another page does not count as our file. A redirect to the same content
// does, and can be opened offline.
func TestARedirectInPlaceOfAFile(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	s.moved.Store("/time/")
	b.visit(s.URL + "/outcomes/")
	s.keepsNothing(b)
	s.moved.Store("/copy/ages/")
	b.keepsTheNextTime()
	s.dir.Store("")
	b.visit(s.URL + "/ages/")
	assert.NotEmpty(t, eval[string](b, `document.querySelector("h1").textContent`))
}

// During a rollback that has only replaced the worker, the version in use stays complete.
func TestAHalfRolledBackSite(t *testing.T) {
	t.Parallel()
	u, b := keptUpload(t)
	b.visit(u.URL + "/cases/")
	b.until(`navigator.serviceWorker.controller`)
	u.put(t, u.after, names(u.after)...)
	require.Equal(t, "installed", eval[string](b, updated))
	u.put(t, u.before, "worker.js")
	eval[string](b, updated)
	for _, name := range names(u.after) {
		require.NoError(t, os.Remove(filepath.Join(u.dir, filepath.FromSlash(name))))
	}
	b.visit(u.URL + "/cases/table/") // as if offline
	b.start()
	assert.Contains(t, eval[string](b, `document.body.textContent`), "100")
}

// A page from before a deployment refers to a program that no longer exists. The first
// choice reloads the page with that choice.
func TestAPageFromBeforeADeployment(t *testing.T) {
	t.Parallel()
	before, after := sitesBeforeAndAfter(t)
	for name, test := range map[string]struct{ choose, then string }{
		"a box":     {`document.querySelector(".box input[value=south]").click()`, `location.search === "?team=north,east" && document.querySelectorAll("li:not(.out) > .strip").length === 2`},
		"a receipt": {`document.querySelector(".picture a[data-figure]").click()`, `location.pathname === "/figure/north/"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var dir atomic.Value
			dir.Store(before)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { cli.Handler(dir.Load().(string)).ServeHTTP(w, r) }))
			t.Cleanup(server.Close)
			b := newTab(t, 760)
			b.hosts = append(b.hosts, server.URL)
			b.allowed = []string{`"factframe:"  `, "404"}
			b.visit(server.URL + "/cases/?ref=letter")
			dir.Store(after)
			b.do(`globalThis.old = true, ` + test.choose)
			b.until(`!globalThis.old && /200/.test(document.querySelector("h1, .n b")?.textContent)`)
			b.until(strings.Replace(test.then, `"?team`, `"?ref=letter&team`, 1))
		})
	}
}

// A page in a frame with an opaque origin has no access to workers. Like any other page
// it says that its program is missing, and recovers when the program is back.
func TestASandboxedFrameWhoseProgramIsGone(t *testing.T) {
	t.Parallel()
	var gone atomic.Bool
	gone.Store(true)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		if gone.Load() && (isProgram(r) || strings.Contains(r.URL.Path, "/embedded.")) {
			http.NotFound(w, r)
			return
		}
		probed(w, r)
	}))
	t.Cleanup(server.Close)
	addHost("sandbox-gone", hostPage{body: `<script>globalThis.ran = undefined; addEventListener("message", ({ data }) => { if (data.ran !== undefined) ran = data.ran; });</script>
		<iframe sandbox="allow-scripts" src="` + server.URL + `/probed/outcomes/" width=600 height=700></iframe>`})
	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.allowed = []string{`"factframe:"  `, "404"}
	b.open("host/sandbox-gone")
	inside := func(expression string) string {
		b.do(`ran = undefined, document.querySelector("iframe").contentWindow.postMessage({ run: ` + strconv.Quote(expression) + ` }, "*")`)
		b.until(`ran !== undefined`)
		return eval[string](b, `ran`)
	}
	require.Eventually(t, func() bool { return inside(`!!globalThis.factframeWrite`) == "true" }, 30*time.Second, 50*time.Millisecond)
	inside(`document.querySelector(".box input").click()`)
	require.Eventually(t, func() bool { return inside(`document.querySelectorAll(".failed button").length`) == "1" }, 30*time.Second, 50*time.Millisecond)
	assert.Equal(t, "true", inside(`document.querySelector(".box input").checked`), "the checkbox matches the picture")
	gone.Store(false)
	inside(`document.querySelector(".failed button").click()`)
	require.Eventually(t, func() bool { return inside(`document.getElementById("factframe").dataset.program`) == "running" }, 30*time.Second, 50*time.Millisecond)
}

// If a host keeps mixing versions, the page says so and does not reload for ever.
func TestAHostThatMixesVersions(t *testing.T) {
	t.Parallel()
	before, after := sitesBeforeAndAfter(t)
	var pages atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		dir := after
		if r.URL.Path == "/cases/" && pages.Add(1)%2 == 1 {
			dir = before // each page load gets the old version, each check the new one
		}
		cli.Handler(dir).ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.allowed = []string{`"factframe:"  `, "404"}
	b.visit(server.URL + "/cases/")
	b.do(`document.querySelector(".box input[value=south]").click()`)
	b.until(`document.querySelector(".failed button")`)
	assert.Less(t, pages.Load(), int32(6))
}

// Two sites on one host are two apps, and neither offers the other's versions.
func TestTwoSitesOnOneHost(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	mux.Handle("/", cli.Handler(dist))
	mux.Handle("/inner/", http.StripPrefix("/inner", cli.Handler(dist)))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	b := newTabOfItsOwn(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/outcomes/")
	b.untilKept()
	b.visit(server.URL + "/outcomes/")
	b.until(`navigator.serviceWorker.controller`)
	b.visit(server.URL + "/inner/outcomes/")
	require.True(t, eval[bool](b, `navigator.serviceWorker.controller !== null`), "the outer site's worker controls the page")
	b.do(`globalThis.first = false, (async () => {
		while (!first) {
			const registration = await navigator.serviceWorker.getRegistration();
			first = registration?.scope.endsWith("/inner/") && registration.active;
			await new Promise((done) => setTimeout(done, 50));
		}
	})()`)
	b.until(`first`)
	assert.Zero(t, eval[int](b, `document.querySelectorAll(".update").length`), "no update is offered on the first visit")
	ids := eval[[]string](b, `Promise.all(["/", "/inner/"].map(async (at) => { const url = new URL(at + "manifest.webmanifest", location.href), m = await (await fetch(url)).json(); return new URL(m.id ? new URL(m.id, url.origin) : m.start_url, url).href + " " + m.name; }))`)
	assert.NotEqual(t, ids[0], ids[1])
}

// Offline, an address without its final slash redirects to its page. An unknown address
// gets a page that says so and lists the help lines.
func TestAddressesOffline(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/outcomes/")
	b.untilKept()
	s.dir.Store("")
	b.visit(s.URL + "/outcomes/percent?ref=letter")
	assert.Equal(t, "/outcomes/percent/?ref=letter", eval[string](b, `location.pathname + location.search`))
	assert.NotEmpty(t, eval[string](b, `document.querySelector(".n b").textContent`))
	for _, unknown := range []string{"/nowhere", "/nowhere/at/all/", "/figure/nobody/?x=1"} {
		b.visit(s.URL + unknown)
		assert.Contains(t, eval[string](b, `document.querySelector("h1").textContent`), "not saved", unknown)
		assert.NotEmpty(t, eval[string](b, `document.querySelector(".help a[href^='tel:']").textContent`), unknown)
		assert.NotEqual(t, "Times New Roman", eval[string](b, `getComputedStyle(document.body).fontFamily`), "the style sheet is applied")
		b.do(`document.querySelector(".sub a").click()`)
		b.until(`location.pathname === "/" && document.querySelector(".views")`)
	}
}

// A download works even right after a page was opened offline.
func TestADownloadAtOnce(t *testing.T) {
	t.Parallel()
	s, b := newShelf(t)
	b.visit(s.URL + "/outcomes/")
	b.untilKept()
	s.dir.Store("")
	b.before(`globalThis.saved = [], URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text.length)); return "#kept" }`)
	b.visit(s.URL + "/outcomes/")
	b.wait(400 * time.Millisecond) // readers need at least this long to find the link
	b.do(`document.querySelector("a[download]").click()`)
	b.until(`saved.length === 1 && saved[0] > 1000`)
}

// hasty shortens timeouts of a second or more to a twentieth.
const hasty = `(() => { const real = setTimeout; globalThis.setTimeout = (then, ms, ...rest) => real(then, ms >= 1000 ? ms / 20 : ms, ...rest); })()`

// If nothing of the program arrives, a message says so. The program works once it
// arrives.
func TestAProgramThatNeverArrives(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	b, url := broken(t, func(w http.ResponseWriter, r *http.Request) bool {
		if isProgram(r) {
			select {
			case <-gate:
			case <-r.Context().Done():
			}
		}
		return false
	})
	b.before(hasty).visit(url + "/outcomes/")
	b.do(`document.querySelector(".box input").click()`)
	b.until(`document.querySelector(".failed button")`)
	close(gate)
	b.until(`location.search.startsWith("?outcome=") && !document.querySelector(".failed")`)
}

// A program that does not respond is restarted. If it still does not respond, a message
// says so.
func TestAProgramThatNeverAnswers(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760)
	b.allowed = []string{`"factframe:"  `}
	b.before(hasty).open("outcomes/").start()
	b.do(`globalThis.asked = 0, Object.defineProperty(globalThis, "factframeWrite", { value: () => { asked++; } })`)
	b.do(`document.querySelectorAll(".strip")[1].click()`)
	b.until(`document.querySelector(".failed button")`)
	assert.Equal(t, 2, eval[int](b, `asked`))
	assert.NotEmpty(t, eval[string](b, `document.querySelector("h1").textContent`), "the page stays readable")
}

// A link to another site does not count as an unanswered choice.
func TestALinkOutIsNoUnansweredChoice(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).before(hasty).open("outcomes/").start()
	b.do(`(() => { const link = document.querySelector("#factframe a[href^='https:']"); link.removeAttribute("target"); link.addEventListener("click", (e) => e.preventDefault()); link.click(); })()`)
	time.Sleep(2 * time.Second) // four times the page's timeout, which hasty shortens
	assert.Equal(t, "running", eval[string](b, `document.getElementById("factframe").dataset.program`))
}

// A picture opened by itself keeps its style when served with the headers in _headers.
// Without its style an estimate would look exact.
func TestPicturesWithTheShippedHeaders(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(filepath.Join(dist, "_headers"))
	require.NoError(t, err)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cli.Handler(dist).ServeHTTP(headed{w, shipped(string(raw), r.URL.Path)}, r)
	}))
	t.Cleanup(server.Close)
	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	for _, v := range figures.Views {
		b.visit(server.URL + "/img/" + v.ID + ".svg")
		assert.Positive(t, eval[int](b, `[...document.querySelectorAll("style")].filter((each) => each.sheet?.cssRules.length > 0).length`), v.ID)
	}
	b.visit(server.URL + "/outcomes/").start()
}

// headed adds headers to a handler's response.
type headed struct {
	http.ResponseWriter
	more map[string]string
}

func (h headed) WriteHeader(code int) {
	for name, value := range h.more {
		h.Header().Set(name, value)
	}
	h.ResponseWriter.WriteHeader(code)
}

// shipped returns the headers of a path by the rules of a Netlify _headers file.
func shipped(rules, path string) map[string]string {
	found := map[string]string{}
	matches := false
	for line := range strings.Lines(rules) {
		line = strings.TrimRight(line, "\n")
		if !strings.HasPrefix(line, " ") {
			before, after, wild := strings.Cut(line, "*")
			matches = path == line || wild && strings.HasPrefix(path, before) && strings.HasSuffix(path, after)
			continue
		}
		name, value, set := strings.Cut(strings.TrimSpace(line), ": ")
		if matches && set {
			found[name] = value
		}
	}
	return found
}
