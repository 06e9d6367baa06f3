package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
)

const twoLinks = `<section><h2 id=o>Outcomes</h2><a data-factframe href="SITE/outcomes/" style="display:block">Outcomes</a>
	<h2 id=a>Ages</h2><a data-factframe href="SITE/ages/" style="display:block">Ages</a></section><script src="SITE/embed.js"></script>`

// order returns the labels of the panels and links from top to bottom.
const order = `[...document.querySelector("section").children].map((e) => e.localName === "fact-frame" ? "frame " + e.getAttribute("src").split("/").at(-2) : e.localName + " " + e.textContent.toLowerCase()).join(", ")`

// When a framework reorders links, each panel moves with its link.
func TestReorderedLinks(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("reordered", twoLinks, nil)
	b.until(`document.querySelectorAll("fact-frame").length === 2`)
	b.do(`document.querySelector("section").prepend(document.getElementById("a"), document.querySelectorAll("a[data-factframe]")[1])`)
	b.until(order + ` === "h2 ages, a ages, frame ages, h2 outcomes, a outcomes, frame outcomes"`)
}

// A page restored from a copy of its HTML, as caches and editors do, has each panel once.
// Without JavaScript the copy shows its links.
func TestCopiedPages(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("copied", twoLinks, nil)
	b.until(`document.querySelectorAll("fact-frame").length === 2`)
	assert.NotContains(t, eval[string](b, `document.body.innerHTML`), "display: none", "links in a copy are visible")
	for _, copied := range []string{`document.body.replaceWith(document.body.cloneNode(true))`, `document.body.innerHTML = document.body.innerHTML`} {
		b.do(copied)
		b.until(order + ` === "h2 outcomes, a outcomes, frame outcomes, h2 ages, a ages, frame ages"`)
		b.until(`[...document.querySelectorAll("fact-frame")].every((e) => e.shadowRoot?.querySelector("iframe"))`)
	}
}

// When a page hides or shows a link, its panel follows; the two are never both visible.
func TestHiddenLinks(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("frameworks-hidden", `<a data-factframe href="SITE/outcomes/">Outcomes</a><script src="SITE/embed.js"></script>`, nil)
	b.fits("at first")
	shown := `[document.querySelector("a[data-factframe]"), document.querySelector("fact-frame")].map((e) => e.getClientRects().length > 0).join()`
	b.do(`document.querySelector("a[data-factframe]").style.display = "none"`)
	b.until(shown + ` === "false,false"`)
	b.do(`document.querySelector("a[data-factframe]").style.display = ""`)
	b.until(shown + ` === "false,true"`)
}

// Attributes set while another page is loading apply to that page.
func TestAttributesThatChangeWhileAFrameLoads(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("racing", `<div id=box></div><script src="SITE/embed.js"></script>`, nil)
	for wait := range 8 {
		b.do(`document.getElementById("box").innerHTML = '<fact-frame src="` + host.URL + `/" view="outcomes" title="t"></fact-frame>'`)
		b.wait(time.Duration(15*wait) * time.Millisecond)
		b.do(`document.querySelector("fact-frame").setAttribute("lang", "en")`) // reloads the frame
		b.wait(10 * time.Millisecond)
		b.do(`document.querySelector("fact-frame").setAttribute("theme", "dark")`)
		b.until(frame + `?.contentDocument?.documentElement?.dataset.theme === "dark" && ` + frame + `.contentDocument.querySelector("h1")`)
		b.wait(200 * time.Millisecond)
		assert.Equal(t, "dark", eval[string](b, frame+`.contentDocument.documentElement.dataset.theme`))
	}
	b.do(`document.querySelector("fact-frame").removeAttribute("theme"), document.querySelector("fact-frame").setAttribute("src", "` + host.URL + `/?theme=light&accent=7a1fa2")`)
	b.until(frame + `.contentDocument.documentElement.dataset.theme === "light" && ` + frame + `.contentWindow.getComputedStyle(` + frame + `.contentDocument.documentElement).getPropertyValue("--mark") === "#7a1fa2"`)
}

// A panel that was never visible does not load a hidden picture, and is printed as its
// link.
func TestPanelsFarBelow(t *testing.T) {
	t.Parallel()
	b := newTab(t, 700).paste("far", `<div style="height:9000px"></div>`+snippets(t)["element"], nil)
	b.until(`customElements.get("fact-frame")`)
	b.wait(500 * time.Millisecond)
	for _, url := range b.requests {
		assert.NotContains(t, url, "/img/")
	}
	b.run(command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	assert.True(t, eval[bool](b, `document.querySelector("fact-frame a").getClientRects().length > 0`))
}

// Three panels side by side do not make a page scroll sideways.
func TestThreePanelsInARow(t *testing.T) {
	t.Parallel()
	panel := `<fact-frame src="SITE/figure/foi-crimes/?mode=card" title="t"></fact-frame>`
	b := newTab(t, 768).paste("three", `<meta name="viewport" content="width=device-width"><style>body{max-width:none}</style><div style="display:grid;grid-template-columns:repeat(3,1fr);gap:16px">`+strings.Repeat(panel, 3)+`</div><script src="SITE/embed.js"></script>`, nil)
	b.until(`[...document.querySelectorAll("fact-frame")].every((e) => e.shadowRoot?.querySelector("iframe")?.contentDocument?.querySelector("h1"))`)
	assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), 768)
}
