package e2e

import (
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// servedFew serves the default package as a site of few files.
func servedFew(t *testing.T) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, cli.Build(cli.Options{Out: out, Program: program, Few: true}))
	server := httptest.NewServer(cli.Handler(out))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// shownReceipts are the headings of the receipts that a reader sees.
const shownReceipts = `[...document.querySelectorAll(".view h1, .view > section > h2")].filter((h) => h.checkVisibility()).map((h) => h.textContent).join("; ")`

const crimes = "2,287 crimes recorded by 26 police forces"

// The program adopts every node of the pages of a site of few files.
func TestMountingASiteOfFewFilesChangesNothing(t *testing.T) {
	t.Parallel()
	site := servedFew(t)
	for _, address := range []string{"", "outcomes/", "outcomes/percent/", "outcomes/table/", "glance/source-sun-2016/", "compare/", "receipts/"} {
		b := newTab(t, 760)
		b.hosts = append(b.hosts, site)
		b.visit(site + address)
		before := eval[string](b, panelHTML)
		b.start()
		same(t, before, eval[string](b, panelHTML), address)
		adopted := strings.Fields(eval[string](b, `document.getElementById("factframe").dataset.adopted`))
		assert.Equal(t, adopted[0], adopted[2], "%s: nodes adopted of all", address)
	}
}

// A mark opens its receipt from the shared page before the program runs, and the program
// adopts it. The link in it leads to the receipt alone, with the appearance of the page, and
// what a reader copies there has its address.
func TestAReceiptOfASiteOfFewFiles(t *testing.T) {
	t.Parallel()
	site := servedFew(t)
	for name, runs := range map[string]bool{"before the program runs": false, "with the program": true} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t, 760)
			b.hosts = append(b.hosts, site)
			b.visit(site + "glance/?theme=dark&load=" + map[bool]string{true: "eager", false: "never"}[runs])
			b.until(`globalThis.factframeWrite`)
			if runs {
				b.until(running)
			}
			b.do(`document.querySelector("[data-figure=foi-crimes]").click()`)
			b.until(`document.querySelector(".receipt .links a")`)
			assert.Equal(t, runs, eval[bool](b, running), "opening a receipt needs no program")
			b.until(`location.search.includes("figure=foi-crimes")`)
			if !runs {
				b.do(`globalThis.opened = document.querySelector(".receipt")`)
				b.start()
				assert.True(t, eval[bool](b, `opened === document.querySelector(".receipt")`), "the program adopts the receipt")
				b.visit(site + "glance/?theme=dark&figure=foi-crimes&load=never")
				b.until(`document.querySelector(".receipt .links a")`)
			}
			b.do(`document.querySelector(".receipt .links a").click()`)
			b.until(`location.href.startsWith("` + site + `receipts/?theme=dark") && location.hash === "#foi-crimes"`)
			b.until(`globalThis.factframeWrite && document.querySelector(".receipt.whole")`)
			assert.Equal(t, crimes, eval[string](b, shownReceipts))
			assert.Equal(t, runs, eval[bool](b, running))
			b.do(clipboard)
			assert.Equal(t, site+"receipts/#foi-crimes", b.copied("[data-take=link]"))
			for _, link := range []string{".cite [data-take=plain]", "#foi-crimes [data-take=plain]"} {
				assert.Contains(t, b.copied(link), crimes, link)
				assert.Contains(t, b.copied(link), site+"receipts/#foi-crimes", link)
			}
			b.until(running)
			assert.Equal(t, crimes, eval[string](b, shownReceipts))
			b.do(`history.back()`)
			b.until(`location.pathname === "/glance/" && document.querySelector(".receipt .links a")`)
		})
	}
}

// Without JavaScript an address of a receipt shows it alone. In a site that has all its files,
// it shows a link to it.
func TestAnAddressOfFewFilesWithoutJavaScript(t *testing.T) {
	t.Parallel()
	site := servedFew(t)
	b := newTab(t, 760, withoutJavaScript())
	b.hosts = append(b.hosts, site)
	b.visit(site + "receipts/#foi-crimes")
	assert.Equal(t, crimes, eval[string](b, shownReceipts))
	b.visit(site + "outcomes/percent/")
	assert.Zero(t, eval[int](b, `[...document.querySelectorAll("a[href$=csv], a[data-take=csv]")].filter((a) => a.checkVisibility()).length`))
	b.open("receipts/#foi-crimes")
	b.do(`document.querySelector(":target").click()`)
	b.until(`location.pathname === "/figure/foi-crimes/"`)
}

// In a site that has all its files, the address leads to the receipt, also on a host that does
// not look for index pages.
func TestAnAddressOfFewFilesLeadsOn(t *testing.T) {
	t.Parallel()
	plain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(path.Clean(r.URL.Path))))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(r.URL.Path)))
		w.Write(content)
	}))
	t.Cleanup(plain.Close)
	b := newTab(t, 760)
	b.hosts = append(b.hosts, plain.URL)
	for address, want := range map[string]string{
		host.URL + "/receipts/":            host.URL + "/figure/foi-crimes/",
		plain.URL + "/receipts/index.html": plain.URL + "/figure/foi-crimes/index.html",
	} {
		b.visit(address + "?theme=dark#foi-crimes")
		b.until(`location.href === "` + want + `?theme=dark"`)
		assert.Equal(t, crimes, eval[string](b, `document.querySelector("h1").textContent`))
	}
}
