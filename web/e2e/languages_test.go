package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/web/cli"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var translatedSites struct {
	sync.Once
	pages map[string][]string // by language
}

// translatedPages builds a site for each example package in each language of tests, below kinds/ on
// the hosts, and returns the addresses of the views in one language.
func translatedPages(t *testing.T, language string) []string {
	t.Helper()
	translatedSites.Do(func() {
		translatedSites.pages = map[string][]string{}
		for _, language := range datatest.Languages {
			for _, kind := range datatest.Kinds {
				folder := datatest.InLanguage(t, kind, language)
				out := filepath.Join(filepath.Dir(dist), "kinds", language+"-"+kind)
				require.NoError(t, os.MkdirAll(filepath.Dir(out), 0o755))
				require.NoError(t, cli.Build(cli.Options{Package: folder, Out: out, Program: program}))
				p, _, err := check.File(folder)
				require.NoError(t, err)
				for _, v := range p.Views {
					translatedSites.pages[language] = append(translatedSites.pages[language], "kinds/"+language+"-"+kind+"/"+v.ID+"/")
				}
			}
		}
	})
	return translatedSites.pages[language]
}

// In other languages, from right to left and with longer words, no words of a picture
// overlap, leave the panel or are broken.
func TestTranslatedPagesFit(t *testing.T) {
	t.Parallel()
	for _, language := range datatest.Languages {
		pages := translatedPages(t, language)
		inEachFont(t, func(t *testing.T, browser context.Context) {
			b := framedIn(t, browser, "language-"+language, pages...)
			for _, width := range []int{320, 360, 640, 900} {
				b.do(fmt.Sprintf(`wide(%d, "")`, width))
				assert.Empty(t, eval[[]string](b, `Array.from(frames).flatMap(`+boxes+`)`), "%s at %d px", language, width)
			}
		})
	}
}

// The program adopts the pages of every language: it has the words that the page has.
func TestTranslatedPagesAreAdopted(t *testing.T) {
	t.Parallel()
	for _, language := range datatest.Languages {
		b := newTab(t, 640) // a tab has limited time
		for _, address := range translatedPages(t, language) {
			b.open(address)
			before := eval[string](b, panelHTML)
			b.start()
			same(t, before, eval[string](b, panelHTML), address)
		}
	}
}

// An address may ask for a language, and links lead to the others; both keep the
// reader's theme, in every place that a site can be.
func TestWaysBetweenLanguages(t *testing.T) {
	t.Parallel()
	b := newTab(t, 640)
	at := func() string { return eval[string](b, `location.pathname + location.search`) }
	for address, want := range map[string]string{
		"outcomes/?lang=cy&theme=dark": "/cy/outcomes/?theme=dark",
		"outcomes/?lang=CY-gb":         "/cy/outcomes/",
		"cy/outcomes/?lang=en-GB":      "/outcomes/",
		"outcomes/?lang=en":            "/outcomes/?lang=en",
		"outcomes/?lang=fr":            "/outcomes/?lang=fr",
		"outcomes/?lang=toString":      "/outcomes/?lang=toString",
	} {
		b.open(address)
		b.until(fmt.Sprintf(`location.pathname + location.search === %q && document.readyState === "complete"`, want))
	}
	kinds := translatedPages(t, "de")
	regions := inRegions(t)
	b.open(regions + "countries/?lang=de-at")
	b.until(fmt.Sprintf(`location.pathname === "/%sde-AT/countries/" && document.documentElement.lang === "de-AT"`, regions))
	b.open(kinds[0] + "?lang=cy")
	assert.Equal(t, "/"+kinds[0]+"?lang=cy", at(), "a site in one language")

	const other = `document.querySelector("a[hreflang]").click()`
	b.open("outcomes/?theme=dark&lang=en").do(other)
	b.until(`location.pathname + location.search === "/cy/outcomes/?theme=dark" && document.readyState === "complete"`)
	b.start().do(other)
	b.until(`location.pathname + location.search === "/outcomes/?theme=dark"`)

	disk := newTab(t, 640)
	disk.hosts = append(disk.hosts, "file://")
	disk.visit("file://" + filepath.ToSlash(dist) + "/outcomes/index.html")
	disk.do(other)
	disk.until(`location.pathname.endsWith("/cy/outcomes/index.html") && document.documentElement.lang === "cy" && globalThis.factframeWrite`)
	disk.do(other)
	disk.until(`!location.pathname.includes("/cy/") && location.pathname.endsWith("/outcomes/index.html")`)
}

// inRegions builds a site in German and in the German of Austria, and returns its address.
func inRegions(t *testing.T) string {
	t.Helper()
	folder := datatest.InLanguage(t, "countries", "de")
	file := filepath.Join(folder, "datapackage.json")
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	var top map[string]any
	require.NoError(t, json.Unmarshal(raw, &top))
	top["factframe"].(map[string]any)["translations"] = []string{"de-AT"}
	raw, err = json.Marshal(top)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, raw, 0o644))
	require.NoError(t, cli.Build(cli.Options{Package: folder, Out: filepath.Join(filepath.Dir(dist), "kinds", "regions"), Program: program}))
	return "kinds/regions/"
}

func TestTranslatedPagesAreAccessible(t *testing.T) {
	t.Parallel()
	for _, language := range datatest.Languages[:2] {
		pages := translatedPages(t, language)
		b := newTab(t, 360)
		for _, address := range pages {
			b.open(address)
			assert.Equal(t, language, eval[string](b, `document.documentElement.lang`), address)
			assert.Empty(t, axeFaults(b), address)
		}
	}
}

// A number is written as the language does, on the page, in the sentence and in the
// picture to take away; a CSV has it as a machine reads it.
func TestNumbersOfALanguage(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]string{"de": "1.030,6", "ar": "1,030.6"} {
		translatedPages(t, language)
		site := "kinds/" + language + "-countries/"
		b := newTab(t, 640).open(site + "countries/")
		assert.Contains(t, eval[string](b, `document.querySelector(".strip .n b").textContent`), want)
		assert.Contains(t, eval[string](b, `document.querySelector(".says").textContent`), want)
		files := filepath.Join(filepath.Dir(dist), site)
		picture, err := os.ReadFile(filepath.Join(files, "img", "countries.svg"))
		require.NoError(t, err)
		assert.Contains(t, string(picture), want)
		table, err := os.ReadFile(filepath.Join(files, "data", "countries.csv"))
		require.NoError(t, err)
		assert.Contains(t, string(table), ",1030.6,")
	}
}

// From right to left, bars begin at the right edge, a line is read from the right, and the
// left arrow key leads on.
func TestPicturesFromRightToLeft(t *testing.T) {
	t.Parallel()
	translatedPages(t, "ar")
	b := newTab(t, 640).open("kinds/ar-countries/countries/").start()
	assert.Equal(t, "rtl", eval[string](b, `document.documentElement.dir`))
	edges := eval[[]float64](b, `[...document.querySelectorAll(".strip .block")].slice(0, 5).map((each) => Math.round(each.getBoundingClientRect().right))`)
	for _, right := range edges {
		assert.InDelta(t, edges[0], right, 1, "bars share their right edge")
	}
	b.do(`document.querySelector(".picture a[data-figure]").focus()`)
	b.run(chromedp.KeyEvent(kb.ArrowLeft))
	b.until(`document.activeElement === document.querySelectorAll(".picture a[data-figure]")[1]`)
	b.open("kinds/ar-daily/level/").start()
	b.do(`(() => { const field = document.querySelector("[data-read]"), box = field.getBoundingClientRect();
		field.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: box.right - 1, clientY: box.top + 20 })); })()`)
	b.until(`document.querySelector(".read").textContent.includes("2021")`)
}
