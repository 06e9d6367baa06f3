package e2e

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/stretchr/testify/assert"
)

// broken serves the site; a test can answer some of the requests itself.
func broken(t *testing.T, answer func(w http.ResponseWriter, r *http.Request) bool) (*tab, string) {
	t.Helper()
	inner := routes(dist)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !answer(w, r) {
			inner.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.allowed = []string{`"factframe:"  `}
	return b, server.URL
}

func isProgram(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, ".wasm") }

// noProgram never answers a request for the program.
func noProgram(_ http.ResponseWriter, r *http.Request) bool {
	if isProgram(r) {
		<-r.Context().Done()
	}
	return isProgram(r)
}

// programGone answers requests for the program with 404.
func programGone(w http.ResponseWriter, r *http.Request) bool {
	if isProgram(r) {
		http.Error(w, "gone", http.StatusNotFound)
	}
	return isProgram(r)
}

// While the program is loading, or if it never arrives, simple states work: their pages
// are swapped in, focus is kept, and they equal what the program shows.
func TestSimpleStatesAnswerBeforeTheProgram(t *testing.T) {
	t.Parallel()
	b, url := broken(t, noProgram)
	b.visit(url + "/outcomes/")
	b.do(`globalThis.mark = 1, [...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").focus(), document.activeElement.click()`)
	b.until(`document.querySelector(".n").textContent.includes("%") && location.pathname === "/outcomes/percent/"`)
	assert.True(t, eval[bool](b, `mark === 1 && document.activeElement.textContent === "Per cent"`), "no page load, and focus is kept")
	assert.Contains(t, eval[string](b, `document.querySelector("[aria-live]").textContent`), "per cent")
	swapped := eval[string](b, panelHTML)

	b.do(`history.back()`)
	b.until(`document.querySelector(".seg a[aria-current]").textContent === "Count"`)

	whole := newTab(t, 760).open("outcomes/").start()
	whole.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	whole.until(`document.querySelector("[aria-live]").textContent.includes("per cent")`)
	same(t, swapped, eval[string](whole, panelHTML), "swapped and mounted")
}

// Choices that need the program show at once that it is loading.
func TestBusyAndProgress(t *testing.T) {
	t.Parallel()
	b, url := broken(t, noProgram)
	b.visit(url + "/outcomes/")
	assert.True(t, eval[bool](b, `(document.querySelector(".box input").click(), document.getElementById("factframe").getAttribute("aria-busy") === "true")`))
	b.until(`document.querySelector("progress.loading").max === 1`)
}

// Choices made while the program is loading are applied in order.
func TestEarlyChoicesAreReplayed(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	b, url := broken(t, func(w http.ResponseWriter, r *http.Request) bool {
		if isProgram(r) {
			<-gate
		}
		return false
	})
	b.visit(url + "/outcomes/")
	b.do(`document.querySelector(".filter").open = true, [...document.querySelectorAll(".filter a")].find((a) => a.textContent === "Lack of evidence").click()`)
	b.until(`location.pathname === "/outcomes/outcome-lack-of-evidence/"`)
	b.do(`document.querySelector('input[value="other-agency"]').click()`) // applied first it would exclude this bar; applied last it includes it
	b.do(`[...document.querySelectorAll(".strip")].find((each) => each.textContent.startsWith("Lack of evidence")).click()`)
	close(gate)
	b.until(`document.querySelector(".shown").textContent.includes("2 of 7") && document.querySelector(".receipt")`)
	b.until(`location.search.includes("outcome=lack-of-evidence,other-agency") && location.search.includes("figure=foi-lack-of-evidence")`)
}

// If the program cannot run, the page says so in one line, stays readable and its links
// work. If the program is available later, trying again works.
func TestAProgramThatCannotRun(t *testing.T) {
	t.Parallel()
	faults := map[string]func(w http.ResponseWriter){
		"missing": func(w http.ResponseWriter) { http.Error(w, "gone", http.StatusNotFound) },
		"corrupt": func(w http.ResponseWriter) { w.Write([]byte("\x00asm and then nonsense")) },
		"truncated": func(w http.ResponseWriter) {
			w.Header().Set("Content-Length", "5000000")
			w.Write([]byte("\x00asm\x01\x00\x00\x00"))
		},
		"cut off": func(w http.ResponseWriter) { panic(http.ErrAbortHandler) },
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var mended atomic.Bool
			b, url := broken(t, func(w http.ResponseWriter, r *http.Request) bool {
				if isProgram(r) && !mended.Load() {
					fault(w)
					return true
				}
				return false
			})
			b.visit(url + "/outcomes/")
			b.do(`document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
			b.until(`document.querySelector(".failed")`)
			assert.Positive(t, eval[int](b, `document.querySelectorAll(".strip").length`))
			b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
			b.until(`document.querySelector(".n").textContent.includes("%")`)

			mended.Store(true)
			b.do(`document.querySelector(".failed button").click()`)
			b.until(running)
			assert.Zero(t, eval[int](b, `document.querySelectorAll(".failed").length`))
		})
	}
}

// If a running program ends, the page stays readable and its links lead to pages; trying
// again reloads it.
func TestAProgramThatEnds(t *testing.T) {
	t.Parallel()
	b, url := broken(t, func(http.ResponseWriter, *http.Request) bool { return false })
	b.expected = programEnds
	b.visit(url + "/outcomes/").start()
	b.do(`document.querySelector(".filter").open = true, globalThis.factframeWrite = undefined, document.querySelector('input[value="other-agency"]').click()`)
	b.until(`document.querySelector(".failed") && document.getElementById("factframe").dataset.program === "failed"`)
	assert.Positive(t, eval[int](b, `document.querySelectorAll(".strip").length`))
	b.do(`document.querySelector('input[value="victim-withdrew"]').click()`)
	assert.True(t, eval[bool](b, `document.querySelector('input[value="victim-withdrew"]').checked && document.querySelector(".failed") !== null`), "no checkbox is ticked without effect")
	b.do(`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Ages").click()`)
	b.until(`location.pathname === "/ages/" && document.querySelector("h1").textContent.length > 0 && document.querySelector(".views [aria-current]").textContent === "Ages"`)
	b.do(`document.querySelector(".failed button").click()`)
	b.until(`globalThis.factframeWrite`)
	b.start()
}

// An old browser, or a host that forbids WebAssembly, gets the page with one message.
func TestWhereNoProgramMayRun(t *testing.T) {
	t.Parallel()
	t.Run("old browser", func(t *testing.T) {
		t.Parallel()
		b, url := broken(t, func(http.ResponseWriter, *http.Request) bool { return false })
		b.before("delete globalThis.WebAssembly")
		b.visit(url + "/outcomes/")
		b.readsWithoutProgram()
	})
	t.Run("forbidden", func(t *testing.T) {
		t.Parallel()
		b, url := broken(t, func(w http.ResponseWriter, _ *http.Request) bool {
			w.Header().Set("Content-Security-Policy", "script-src 'self' 'unsafe-inline'")
			return false
		})
		b.visit(url + "/outcomes/")
		b.readsWithoutProgram()
	})
}

func (b *tab) readsWithoutProgram() {
	b.t.Helper()
	b.do(`document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(`document.querySelector(".failed")`)
	b.do(`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click()`)
	b.until(`document.querySelector(".n").textContent.includes("%")`)
	assert.Equal(b.t, 1, eval[int](b, `document.querySelectorAll(".failed").length`))
	b.do(`document.querySelectorAll(".strip")[1].click()`)
	b.until(`document.querySelector(".receipt .links")`)
}

// Offline and without a worker, the current page stays.
func TestWithoutANetwork(t *testing.T) {
	t.Parallel()
	var gone atomic.Bool
	b, url := broken(t, func(http.ResponseWriter, *http.Request) bool {
		if gone.Load() {
			panic(http.ErrAbortHandler)
		}
		return false
	})
	b.visit(url + "/outcomes/")
	b.until(`globalThis.factframeWrite`)
	gone.Store(true)
	b.run(command(network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}))
	b.do(`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Ages").click()`)
	b.until(`document.querySelector(".failed")`)
	assert.Positive(t, eval[int](b, `document.querySelectorAll(".strip").length`), "the page stays")
	assert.Equal(t, "/outcomes/", eval[string](b, `location.pathname`))

	gone.Store(false)
	b.run(command(network.OverrideNetworkState, network.OverrideNetworkStateParams{DownloadThroughput: -1, UploadThroughput: -1}))
	b.do(`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Ages").click()`)
	b.until(`location.pathname === "/ages/"`)
	assert.Zero(t, eval[int](b, `document.querySelectorAll(".failed").length`), "the message disappears when the program works again")
}

func TestWhenTheProgramIsFetched(t *testing.T) {
	t.Parallel()
	fetched := func(b *tab) bool { // the script is loaded before the worker compiles the program
		return slices.ContainsFunc(b.requests, func(url string) bool { return strings.Contains(url, "/program.") })
	}
	quiet := newTab(t, 760).open("outcomes/")
	eval[bool](quiet, `new Promise((done) => setTimeout(() => done(true), 500))`)
	assert.False(t, fetched(quiet), "nothing is fetched without intent")
	for _, load := range []string{"eager", "idle", "visible"} {
		b := newTab(t, 760).open("outcomes/?load=" + load)
		b.until(running)
		assert.True(t, fetched(b), load)
	}
}
