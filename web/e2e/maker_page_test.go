package e2e

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"factframe/data/datatest"
	"factframe/web/cli"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// onMaker opens the page on which people make panels, with empty storage.
func onMaker(t *testing.T, width int, steps ...action) *tab {
	t.Helper()
	folder, err := makerFolder()
	require.NoError(t, err)
	server := httptest.NewServer(cli.Handler(folder))
	t.Cleanup(server.Close)
	b := newTabOfItsOwn(t, width)
	b.hosts = []string{server.URL, "data:", "blob:"}
	b.run(steps...)
	b.run(chromedp.Navigate(server.URL + "/"))
	b.until(makerRuns)
	b.until(`navigator.serviceWorker.controller`)
	return b
}

const makerRuns = `document.documentElement.dataset.program === "runs"`

// pasteTable brings a table, and waits for its panel.
func (b *tab) pasteTable(table string) {
	b.t.Helper()
	b.do(fmt.Sprintf(`document.getElementById("paste").value = %q`, table))
	b.do(`document.querySelector("[data-do=paste]").click()`)
	b.until(makerDrawn)
}

const makerDrawn = `document.querySelector(".sheet") && document.querySelector("#frame iframe[src*=preview]:not(.behind)")?.contentDocument?.querySelector("h1")`

const makerCalls = "Region,2021,2022,2023,2024 (p),Note\nNorth,\"4,210\",\"4,890\",\"5,340\",\"6,12O\",\nSouth,\"3,980\",\"4,105\",\"4,460\",\"4,790\",\nGreat Isle,112,118,131,140,\nSkerry,9,12,c,15,Fewer than five are not shown\nFar Isles,31,28,36,44,\nIslands,152,158,170,199,\nAll regions,\"8,342\",\"9,153\",\"9,970\",\"11,109\",\n"

// Every step can be used by everybody: axe finds nothing, and nothing scrolls sideways, on a
// phone and on a desk, in light and dark, with and without a table.
func TestThePageThatMakesPanelsIsAccessible(t *testing.T) {
	t.Parallel()
	for _, look := range []struct {
		width int
		dark  bool
	}{{360, true}, {1000, false}} {
		t.Run(fmt.Sprint(look.width), func(t *testing.T) {
			b := onMaker(t, look.width, scheme(look.dark))
			check := func(what string) {
				assert.Empty(t, axeFaults(b), what)
				assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), look.width, what)
			}
			check("start")
			b.pasteTable(makerCalls)
			check("a cell to fix")
			b.do(`document.querySelectorAll(".role")[1].click()`)
			b.until(`document.querySelector(".menu")`)
			check("a column")
			for _, step := range []string{"words", "picture", "look", "publish"} {
				b.do(fmt.Sprintf(`location.hash = %q`, step))
				b.until(fmt.Sprintf(`document.querySelector(".steps [aria-current]")?.hash === "#%s"`, step))
				if step == "picture" {
					b.until(`document.querySelector(".marks input")`)
				}
				check(step)
			}
			if look.width == 360 { // from right to left
				address := eval[string](b, `location.origin + "/?lang=ar"`)
				b.run(chromedp.Navigate(address))
				b.until(makerRuns + ` && document.documentElement.dir === "rtl" && document.querySelector(".drafts li button")`)
				check("Arabic, start")
				b.do(`document.querySelector(".drafts li button").click()`)
				b.until(makerDrawn)
				check("Arabic, a table")
			}
			b.do(`location.hash = ""`)
			b.until(`document.querySelector(".drafts")`)
			check("drafts")
		})
	}
}

// builtInBrowser returns what the page writes for a table as it was read, in a few files or in
// many, and the package that it is made from.
const builtInBrowser = `(async () => {
	const works = globalThis.testWorks ??= makerWorks(document.body.dataset, () => {});
	const bytes = Uint8Array.from(atob(%q), (c) => c.charCodeAt(0));
	let { workbook } = await works.ask("open", { name: %q }, bytes);
	let source = { name: %q };
	if (workbook) source.tables = (await works.part("workbook", { name: %q }, bytes)).tables;
	await works.ask("source", source, workbook ? undefined : bytes);
	const { problems, views } = await works.ask("answer", { draft: {}, revision: 0 });
	if (!views?.length || problems?.length) return JSON.stringify({ problem: JSON.stringify(problems) });
	const { files } = await works.ask("files", {});
	const base64 = (all) => new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result.split(",")[1]); reader.readAsDataURL(new Blob([all])); });
	const site = await works.part("publish", { what: "site", files, few: %t });
	return JSON.stringify({ zip: await base64(site.bytes), files });
})()`

// What the page writes is what the command line builds from the same package, byte for byte:
// for tables of every kind, text and workbooks.
func TestTheZipIsWhatTheCommandLineBuilds(t *testing.T) { // not beside others, because it takes a whole processor
	tables, err := filepath.Glob("../../data/read/testdata/tables/*.[ctx][slv][vxs]*")
	require.NoError(t, err)
	program, err := cli.NeutralProgram()
	require.NoError(t, err)
	b := onMaker(t, 1000)
	compared := 0
	slices.SortFunc(tables, func(a, b string) int { return int(sizeOf(t, a) - sizeOf(t, b)) }) // large ones take long, and show nothing more
	for _, table := range tables {
		if strings.HasSuffix(table, ".txt") || compared == 30 {
			continue
		}
		name := filepath.Base(table)
		raw, err := os.ReadFile(table)
		require.NoError(t, err)
		var built struct {
			Zip     []byte
			Files   map[string]string
			Problem string
		}
		answer := eval[string](b, fmt.Sprintf(builtInBrowser, base64.StdEncoding.EncodeToString(raw), name, name, name, compared%2 == 1))
		require.NoError(t, json.Unmarshal([]byte(answer), &built))
		require.Empty(t, built.Problem, name)
		inBrowser, pkg, out := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "site")
		require.NoError(t, unpack(built.Zip, inBrowser))
		for file, content := range built.Files {
			require.NoError(t, os.WriteFile(filepath.Join(pkg, file), []byte(content), 0o644))
		}
		require.NoError(t, cli.Build(cli.Options{Package: pkg, Out: out, Program: program, Few: compared%2 == 1}))
		want, got := filesIn(t, out), filesIn(t, inBrowser)
		for file := range want {
			if at := firstDifference(want[file], got[file]); at >= 0 {
				t.Errorf("%s: %s differs at byte %d: %.80q, the command line wrote %.80q", name, file, at, got[file][min(at, len(got[file])):], want[file][min(at, len(want[file])):])
			}
		}
		assert.Len(t, got, len(want), name)
		compared++
	}
	assert.Equal(t, 30, compared)
}

func sizeOf(t *testing.T, file string) int64 {
	t.Helper()
	info, err := os.Stat(file)
	require.NoError(t, err)
	return info.Size()
}

// firstDifference is the place of the first byte that differs, or -1.
func firstDifference(a, b []byte) int {
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return i
		}
	}
	return -1
}

// A table of 20,000 values is read while the page stays usable: no task of the page takes
// longer than half a second.
func TestTheMakerDoesNotFreeze(t *testing.T) { // not beside others, because it measures time
	b := onMaker(t, 1000)
	var table strings.Builder
	table.WriteString("Area,Year,Calls,Callers\n")
	for area := range 500 {
		for year := range 20 {
			fmt.Fprintf(&table, "Area %d,%d,%d,%d\n", area, 2001+year, 1000+area*year, 500+area+year)
		}
	}
	b.do(`(() => { globalThis.longest = 0; let last = performance.now(); setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; }, 20); })()`)
	b.do(fmt.Sprintf(`document.getElementById("paste").value = %q`, table.String()))
	b.do(`document.querySelector("[data-do=paste]").click()`)
	b.until(`document.querySelector(".sheet")`)
	assert.Less(t, eval[float64](b, `longest`), 1500.0, "ms that the page did not answer, on a slow machine")
	assert.LessOrEqual(t, eval[int](b, `document.querySelectorAll(".sheet tbody tr").length`), 70, "only some lines are on the page")
}

// A draft outlives its tab, its worker and a deletion; and two tabs do not overwrite one.
func TestWorkIsNotLost(t *testing.T) {
	t.Parallel()
	b := onMaker(t, 1000)
	b.pasteTable(makerCalls)
	b.do(`document.querySelector("[data-do=cell].go").click()`)
	b.until(`!document.querySelector("td.bad")`)
	b.wait(1500)

	// Another tab may look, and takes over only if it is asked to.
	other := b.beside()
	other.hosts = b.hosts
	other.run(chromedp.Navigate(strings.TrimSuffix(eval[string](b, "location.href"), "#table")))
	other.until(makerRuns + ` && document.querySelector(".drafts button")`)
	other.do(`document.querySelector(".drafts button").click()`)
	other.until(`document.querySelector("[data-do=takeover]")`)
	other.do(`document.querySelector("[data-do=takeover]").click()`)
	other.until(`!document.querySelector("[data-do=takeover]") && document.querySelector(".sheet") && !document.querySelector("td.bad")`)

	// Deleted by mistake.
	other.do(`location.hash = ""`)
	other.until(`document.querySelector("[data-do=delete]")`)
	other.do(`document.querySelector("[data-do=delete]").click()`)
	other.until(`!document.querySelector(".drafts li") && document.querySelector("[data-do=undelete]")`)
	other.do(`document.querySelector("[data-do=undelete]").click()`)
	other.until(`document.querySelector(".drafts li")`)
}

// Bad input gets the sentence of the command line, and a package of every kind opens again.
func TestWhatThePageOpens(t *testing.T) {
	t.Parallel()
	b := onMaker(t, 1000)
	for _, each := range []struct{ name, content, want string }{
		{"report.pdf", "%PDF-1.7\n", "is a PDF"},
		{"empty.csv", "", ""},
		{"words.csv", "a,b\nc,d\n", "has no line with a number in it"},
		{"bad.zip", "PK\x03\x04nothing", "is damaged"},
	} {
		b.do(`location.hash = ""`)
		b.until(`document.getElementById("paste")`)
		b.do(fmt.Sprintf(`(() => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))], %q));
			dispatchEvent(new DragEvent("drop", { dataTransfer: data }));
		})()`, base64.StdEncoding.EncodeToString([]byte(each.content)), each.name))
		if each.want != "" {
			b.until(fmt.Sprintf(`document.querySelector(".need")?.textContent.includes(%q)`, each.want))
		}
	}
	for seed := range 4 {
		raw := datatest.Package().Example(seed).JSON
		b.do(`location.hash = ""`)
		b.until(`document.getElementById("paste")`)
		b.do(`document.querySelector("#frame").replaceChildren()`)
		b.do(fmt.Sprintf(`(() => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))], "datapackage.json"));
			dispatchEvent(new DragEvent("drop", { dataTransfer: data }));
		})()`, base64.StdEncoding.EncodeToString(raw)))
		b.until(`location.hash === "#publish" && document.querySelector("[data-do=download]")`)
	}
}
