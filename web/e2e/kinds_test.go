package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"factframe/data/datatest"
	"factframe/web/cli"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// buildKinds builds a site for each package of another kind, below kinds/ on the hosts.
var buildKinds = sync.OnceValue(func() error {
	for _, name := range datatest.Kinds {
		if err := cli.Build(cli.Options{Package: datatest.KindPath(name), Out: filepath.Join(filepath.Dir(dist), "kinds", name), Program: program}); err != nil {
			return err
		}
	}
	return nil
})

// kindPages returns the addresses of all views of these packages.
func kindPages(t *testing.T) []string {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Join(filepath.Dir(dist), "kinds"), 0o755))
	require.NoError(t, buildKinds())
	var list []string
	for _, name := range datatest.Kinds {
		for _, v := range datatest.Kind(t, name).Views {
			list = append(list, "kinds/"+name+"/"+v.ID+"/")
		}
	}
	return list
}

// Every package fits an article, and no texts overlap.
func TestOtherKindsFitAnArticle(t *testing.T) {
	t.Parallel()
	pages := kindPages(t)
	inEachFont(t, func(t *testing.T, browser context.Context) {
		b := framedIn(t, browser, "kinds", append(pages, "kinds/countries/countries/table/", "kinds/money/quarters/table/")...)
		for _, width := range []int{280, 320, 360, 420, 480, 560, 640, 900, 1200} {
			for _, font := range []string{"", "200%"} {
				b.do(fmt.Sprintf(`wide(%d, %q)`, width, font))
				assert.Empty(t, eval[[]string](b, `Array.from(frames).flatMap(`+boxes+`)`), "at %d px %s", width, font)
			}
			b.do(fmt.Sprintf(`wide(%d)`, width))
			for i, address := range pages {
				height := eval[int](b, fmt.Sprintf(`tall(frames[%d])`, i))
				t.Logf("%-30s %d px wide: %d px tall", address, width, height)
				if most := map[int]int{360: 800, 640: 590}[width]; most > 0 {
					assert.LessOrEqual(t, height, most, "%s at %d px", address, width)
				}
			}
		}
	})
}

// The program adopts every page of these packages unchanged.
func TestOtherKindsAreAdopted(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760)
	for _, address := range kindPages(t) {
		b.open(address)
		before := eval[string](b, panelHTML)
		b.start()
		same(t, before, eval[string](b, panelHTML), address)
	}
}

func TestOtherKindsAreAccessible(t *testing.T) {
	t.Parallel()
	for _, width := range []int{360, 1000} {
		b := newTab(t, width)
		for _, address := range kindPages(t) {
			b.open(address)
			assert.Empty(t, axeFaults(b), "%s at %d px", address, width)
		}
	}
}

// A line of a thousand points can be read with the arrow keys and with a pointer.
func TestALineIsRead(t *testing.T) {
	t.Parallel()
	kindPages(t)
	b := newTab(t, 760).open("kinds/daily/level/").start()
	assert.Zero(t, eval[int](b, `document.querySelectorAll(".picture a").length`), "no mark for single points")
	assert.Equal(t, 1, eval[int](b, `document.querySelectorAll(".picture path").length`))
	b.do(`document.querySelector("[data-read]").focus()`)
	b.run(chromedp.KeyEvent(kb.ArrowLeft))
	b.until(`document.querySelector(".read").textContent.startsWith("30 Dec 2023: ") && document.querySelector(".now")`)
	assert.Regexp(t, `^30 Dec 2023: \d\.\d\d m$`, eval[string](b, `document.querySelector("[data-read]").getAttribute("aria-valuetext")`))
	b.do(`(() => { const field = document.querySelector("[data-read]"), box = field.getBoundingClientRect();
		field.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: box.left, clientY: box.top + 20 })); })()`)
	b.until(`document.querySelector(".read").textContent.startsWith("1 Jan 2021: ")`)
}

// Choosing a period changes the address.
func TestASpanOfTimeIsChosen(t *testing.T) {
	t.Parallel()
	kindPages(t)
	b := newTab(t, 760).open("kinds/money/quarters/").start()
	b.do(`(() => { const field = document.querySelector("[data-span=from]"); field.closest("details").open = true; field.value = 16;
		field.dispatchEvent(new Event("input", { bubbles: true })); field.dispatchEvent(new Event("change", { bubbles: true })); })()`)
	b.until(`location.search === "?from=2023-q1" && document.querySelector(".shown").textContent.includes("18 of 66")`)
	assert.Contains(t, eval[string](b, `document.querySelector("h1").textContent`), "Q1 2023 to Q2 2024")
	said := eval[string](b, `document.querySelector(".says").textContent`)
	b.open("kinds/money/quarters/?from=2023-q1")
	b.until(`document.querySelector(".says").textContent === ` + string(must(json.Marshal(said))))
	assert.Contains(t, strings.Join(eval[[]string](b, `[...document.querySelectorAll(".tick")].map((each) => each.textContent)`), " "), "2024")
}

func must(raw []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return raw
}
