package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// snippets returns the snippets of the embed page for the outcomes, by name.
func snippets(t *testing.T) map[string]string {
	t.Helper()
	b := newTab(t, 1000).open("embed/")
	b.do(`document.forms[0].elements.view.value = "outcomes", document.forms[0].elements.view.dispatchEvent(new Event("input", { bubbles: true }))`)
	b.until(`document.getElementById("element").value.includes("/outcomes/") && /280:\d+ 328:\d+ 480:\d+ 640:\d+ 960:\d+/.test(document.getElementById("element").value)`)
	return eval[map[string]string](b, `Object.fromEntries([...document.querySelectorAll(".snippet textarea")].map((each) => [each.id, each.value]))`)
}

// paste opens a page with a snippet between two paragraphs.
func (b *tab) paste(name, snippet string, headers map[string]string) *tab {
	b.t.Helper()
	addHost(name, hostPage{body: snippet, headers: headers})
	b.run(chromedp.Navigate(host.URL + "/host/" + name))
	return b
}

// spaceTaken is the height of the snippet between the paragraphs, in px.
const spaceTaken = `document.getElementById("after").getBoundingClientRect().top - document.querySelector("p").getBoundingClientRect().bottom`

// If scripts do not run, a link with the picture replaces the frame, without empty space.
// If they run, nothing jumps.
func TestSnippetsWithAndWithoutScripts(t *testing.T) {
	t.Parallel()
	all := snippets(t)
	blocked := map[string]string{"Content-Security-Policy": "script-src 'none'"}
	for _, id := range []string{"element", "link"} {
		assert.NotContains(t, all[id], "min-height", "feeds would keep it, and no script removes it there")
		for name, b := range map[string]*tab{
			"no scripts at all": newTab(t, 700, withoutJavaScript()).paste(id+"-off", all[id], nil),
			"a strict policy":   newTab(t, 700).paste(id+"-blocked", all[id], blocked),
		} {
			b.until(`document.querySelector("#after") && document.querySelector("img") && document.querySelector("img").complete && document.querySelector("img").naturalWidth === 1200`)
			assert.Equal(t, "/outcomes/", eval[string](b, `new URL(document.querySelector("img").closest("a").href).pathname`), name)
			assert.NotEmpty(t, eval[string](b, `document.querySelector("img").closest("a").innerText.trim()`), name)
			picture := eval[float64](b, `document.querySelector("img").getBoundingClientRect().height`)
			assert.Less(t, eval[float64](b, spaceTaken), picture+120, "%s, %s: empty space", id, name)
		}
		b := newTab(t, 700).paste(id+"-on", all[id], nil)
		b.fits(id)
		b.do(`globalThis.cls = 0, new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) cls += e.value; }).observe({ type: "layout-shift", buffered: true })`)
		assert.LessOrEqual(t, eval[float64](b, `new Promise((done) => setTimeout(() => done(cls), 300))`), 0.01, id)
	}
}

// The plain frame fits its column in a block theme, which centres blocks, and is never
// wider than a phone.
func TestThePlainFrameIsABlock(t *testing.T) {
	t.Parallel()
	b := newTab(t, 360).paste("frame-alone", `<style>body{display:block;padding:0 10px}body>*{max-width:300px;margin-left:auto!important;margin-right:auto!important}</style>`+snippets(t)["iframe"], nil)
	b.until(frame)
	box := eval[[]float64](b, `(() => { const r = `+frame+`.getBoundingClientRect(); return [r.left, r.right, document.documentElement.scrollWidth]; })()`)
	assert.Equal(t, []float64{30, 330, 360}, box)
}

// mostLoads is how often the sandboxed frame below may be loaded until it gets its height.
const mostLoads = 5

// In browsers with frame-sizing, a frame has the right height without any script, also in
// a sandbox, and its height follows choices without a script on the host. The test does
// not run in parallel: Chromium 156 gives a sandboxed frame, which has its own process, no
// height while it is drawing many other tabs.
func TestFramesWithoutScriptsHaveTheRightHeight(t *testing.T) {
	snippet := regexp.MustCompile(`height="\d+"`).ReplaceAllString(snippets(t)["iframe"], `height="500"`)
	bare := newTab(t, 700, withoutJavaScript()).paste("frame-bare", snippet, nil)
	if !eval[bool](bare, `CSS.supports("frame-sizing", "content-height")`) {
		t.Skip("skipped: this browser has no frame-sizing; it needs Chromium 154 or later")
	}
	bare.fits("without scripts")
	want := eval[float64](bare, frame+`.getBoundingClientRect().height`)
	boxed := newTab(t, 700, withoutJavaScript())
	height, loads := 0.0, 0
	for ; height != want && loads < mostLoads; loads++ {
		boxed.paste("frame-boxed", strings.Replace(snippet, "<iframe", "<iframe sandbox", 1), nil)
		time.Sleep(500 * time.Millisecond)
		height = eval[float64](boxed, frame+`.getBoundingClientRect().height`)
	}
	t.Logf("the sandboxed frame got its height after %d loads", loads)
	require.Equal(t, want, height)

	b := newTab(t, 700).paste("frame-follows", snippet, nil)
	b.fits("at load")
	inside := func(script string) { b.do(`((document) => ` + script + `)(` + frame + `.contentDocument)`) }
	inside(`document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(frame + `.contentDocument.getElementById("factframe").dataset.program === "running"`)
	inside(`document.querySelectorAll(".strip")[1].click()`)
	b.until(frame + `.contentDocument.querySelector(".receipt")`)
	b.fits("with a receipt")
	inside(`document.querySelectorAll(".strip")[1].click()`)
	b.until(`!` + frame + `.contentDocument.querySelector(".receipt")`)
	b.fits("after closing it")
}

// kses are the elements and attributes of snippets that WordPress 6.1 keeps in posts by
// users without unfiltered_html ($allowedposttags in wp-includes/kses.php). It removes
// unknown elements but keeps their content.
var kses = map[string][]string{
	"a": {"href", "rel", "target", "download"}, "img": {"src", "alt", "width", "height", "loading"}, "br": nil, "p": nil, "blockquote": {"cite"},
}

var ksesEverywhere = regexp.MustCompile(`^(aria-.+|data-.+|class|id|lang|style|title|role|dir|hidden)$`)

// sanitised returns a snippet after WordPress has filtered it.
func sanitised(t *testing.T, snippet string) string {
	t.Helper()
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(snippet))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().String())
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			token := z.Token()
			allowed, known := kses[token.Data]
			if !known {
				continue
			}
			token.Attr = slices.DeleteFunc(token.Attr, func(a html.Attribute) bool {
				return !slices.Contains(allowed, a.Key) && !ksesEverywhere.MatchString(a.Key)
			})
			b.WriteString(token.String())
		}
	}
}

func TestSnippetsInTheHandsOfAnAuthor(t *testing.T) {
	t.Parallel()
	all := snippets(t)
	for _, id := range []string{"element", "link", "mail"} {
		kept := sanitised(t, all[id])
		b := newTab(t, 700).paste("author-"+id, kept, nil)
		b.until(`document.querySelector("a img") && document.querySelector("img").complete && document.querySelector("img").naturalWidth === 1200`)
		assert.NotContains(t, all[id], "<script>", "its text would remain after filtering")
		assert.Less(t, eval[float64](b, spaceTaken), 480.0, id)
	}
	assert.Contains(t, sanitised(t, all["link"]), "data-factframe", "it still becomes a frame if the site has the script")
	assert.Equal(t, sanitised(t, all["mail"]), all["mail"], "a picture with a link works for anyone")
}

// An address to paste is offered if it has a prerendered page; otherwise the embed page
// says why not.
func TestAddressesToPaste(t *testing.T) {
	t.Parallel()
	b := newTab(t, 1000).open("embed/")
	pasted := `document.getElementById("wordpress").value`
	choose := func(name, value string) {
		b.do(fmt.Sprintf(`document.forms[0].elements[%q].value = %q, document.forms[0].dispatchEvent(new Event("input"))`, name, value))
	}
	view := func(value string) {
		b.do(fmt.Sprintf(`document.forms[0].elements.view.value = %q, document.forms[0].elements.view.dispatchEvent(new Event("input", { bubbles: true }))`, value))
	}
	for _, address := range []string{"outcomes", "figure/foi-crimes", "compare"} {
		view(address)
		assert.Equal(t, host.URL+"/"+address+"/", eval[string](b, pasted))
		assert.NotContains(t, eval[string](b, `document.getElementById("iframe").value`), "/?", "no choices in the address")
	}
	choose("theme", "dark")
	assert.Empty(t, eval[string](b, pasted), "there is nothing to copy")
	assert.Contains(t, eval[string](b, `document.getElementById("no-wordpress").textContent`), "Use the plain frame")
	assert.True(t, eval[bool](b, `document.querySelector("[data-copy=wordpress]").disabled`))
	assert.Contains(t, eval[string](b, `document.getElementById("iframe").value`), "theme=dark")
}

// Every page has an oEmbed response for WordPress and Ghost, including figures and simple
// choices, and no frame is wider than a phone.
func TestEveryPageAnswersOEmbed(t *testing.T) {
	t.Parallel()
	out, err := public()
	require.NoError(t, err)
	link := regexp.MustCompile(`type="application/json\+oembed" href="https://figures\.example/x/([^"]+)"`)
	for _, address := range []string{"", "outcomes/", "outcomes/percent/", "outcomes/outcome-other-agency/", "figure/foi-crimes/", "compare/"} {
		page, err := os.ReadFile(filepath.Join(out, address, "index.html"))
		require.NoError(t, err)
		found := link.FindSubmatch(page)
		require.NotNil(t, found, address)
		raw, err := os.ReadFile(filepath.Join(out, string(found[1])))
		require.NoError(t, err)
		var answer struct{ HTML, Title string }
		require.NoError(t, json.Unmarshal(raw, &answer))
		want := address
		if want == "" {
			want = "glance/"
		}
		assert.Contains(t, answer.HTML, `<iframe src="https://figures.example/x/`+want+`"`)
		assert.NotContains(t, answer.HTML, "Sources: .")
		local := strings.ReplaceAll(answer.HTML, "https://figures.example/x/", "SITE/")
		b := newTab(t, 360).paste("oembed-"+strings.ReplaceAll(address, "/", "-"), local, nil)
		b.until(frame)
		assert.LessOrEqual(t, eval[float64](b, `document.documentElement.scrollWidth`), 360.0, address)
		assert.GreaterOrEqual(t, eval[float64](b, frame+`.getBoundingClientRect().left`), 0.0, address)
	}
}
