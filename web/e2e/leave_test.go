package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
)

// Links to other sites open a tab, so that the panel stays in its frame. Links to our own
// pages stay inside. Addresses and numbers can be read and selected.
func TestLinksThatLeaveOpenATab(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760)
	for _, address := range views() {
		b.open(address).settle(address)
		wrong := eval[[]string](b, `[...document.querySelectorAll("#factframe a[href]")].filter((a) => {
			const href = a.getAttribute("href"), opens = a.target === "_blank" && a.relList.contains("noopener");
			const tab = /^https?:/.test(href) || a.hasAttribute("download") || href.startsWith("embed/");
			return href.startsWith("tel:") ? a.target || a.textContent.replace(/\D/g, "") !== href.slice(4) : tab !== !!opens;
		}).map((a) => a.outerHTML)`)
		assert.Empty(t, wrong, address)
		help := eval[string](b, `(document.querySelector(".help details").open = true, document.querySelector(".help").innerText)`)
		for _, h := range figures.Help {
			assert.Contains(t, help, strings.ReplaceAll(h.Phone, " ", "\u00a0"))
			assert.Contains(t, help, strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(h.URL, "https://"), "www."), "/"), "the address can be read: %s", h.Name)
		}
	}
}

// probe runs scripts that a test posts to a page which it cannot access.
const probe = `<script>addEventListener("message", ({ data }) => { if (data.run) parent.postMessage({ ran: String((0, eval)(data.run)) }, "*") })</script>`

// probed serves our pages with the probe instead of their policy.
func probed(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(dist, filepath.FromSlash(strings.TrimPrefix(r.URL.Path, "/probed")))
	page, err := os.ReadFile(filepath.Join(path, "index.html"))
	if err != nil {
		http.StripPrefix("/probed", cli.Handler(dist)).ServeHTTP(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(policyTag.ReplaceAll(page, []byte(probe)))
}

var policyTag = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// In WordPress's sandboxed frame there are no links that would be blocked or would
// replace the panel. A help link does not change the panel.
func TestNothingReplacesThePanelInASandbox(t *testing.T) {
	t.Parallel()
	b := newTab(t, 800)
	b.open("host/probed-sandbox?elsewhere=1")
	b.until(`told.length && loads === 1`)
	inside := func(script string) string {
		b.do(`ran = undefined, document.querySelector("iframe").contentWindow.postMessage({ run: ` + strconv.Quote(script) + ` }, "*")`)
		b.until(`ran !== undefined`)
		return eval[string](b, `ran`)
	}
	assert.Equal(t, "null", inside(`self.origin`))
	inside(`document.querySelector("a[data-take=csv]").click()`)
	assert.Equal(t, 1.0, eval[float64](b, `new Promise((done) => setTimeout(() => done(loads), 600))`), "a file is shown to be copied")
	inside(`document.querySelector(".help details").open = true`)
	for _, link := range []string{".help li a", ".help a.phone"} {
		inside(`document.querySelector("` + link + `").click()`)
		assert.Equal(t, 1.0, eval[float64](b, `new Promise((done) => setTimeout(() => done(loads), 600))`), "the frame still shows the panel")
	}
	assert.Equal(t, "Childline", inside(`document.querySelector(".help li a").textContent`))
}
