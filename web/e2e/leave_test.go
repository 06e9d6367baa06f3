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

// Whatever leads to another site opens a tab, so that in a frame the panel
// stays; what leads to a page of ours stays inside, and its address or number
// can be read and selected.
func TestLinksThatLeaveOpenATab(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760)
	for _, address := range views() {
		b.open(address).settle(address)
		wrong := eval[[]string](b, `[...document.querySelectorAll("#factframe a[href]")].filter((a) => {
			const href = a.getAttribute("href"), opens = a.target === "_blank" && a.relList.contains("noopener");
			const tab = /^https?:/.test(href) || a.hasAttribute("download") || href === "embed/";
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

// probe runs what a test posts to a page that the test cannot reach into.
const probe = `<script>addEventListener("message", ({ data }) => { if (data.run) parent.postMessage({ ran: String((0, eval)(data.run)) }, "*") })</script>`

// probed serves our pages with the probe in place of their policy.
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

// In the sandbox that WordPress puts around frames, nothing is offered that
// would take the panel's place or be blocked; a link to help leaves it as it is.
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
	assert.Equal(t, "0", inside(`document.querySelector(".downloads").getBoundingClientRect().height`), "what cannot work there is not offered")
	inside(`document.querySelector(".help details").open = true`)
	for _, link := range []string{".help li a", ".help a.phone"} {
		inside(`document.querySelector("` + link + `").click()`)
		assert.Equal(t, 1.0, eval[float64](b, `new Promise((done) => setTimeout(() => done(loads), 600))`), "the frame still shows the panel")
	}
	assert.Equal(t, "Childline", inside(`document.querySelector(".help li a").textContent`))
}
