package site

import (
	"cmp"
	"fmt"
	"html"
	"strings"

	"factframe/app/chart"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/colour"
)

// snippets are the kinds of snippet on the embed page, and where each of them works.
var snippets = []struct{ id, name, use, works string }{
	{"element", "Element and script", "The frame has the right height from the start, and nothing jumps.",
		"For people who may add a script: administrators and editors in WordPress, an HTML card in Ghost. Where the script or the frame is blocked, a link with the picture is shown."},
	{"link", "Link and script", "The same, as a link that becomes a frame.",
		"For an author without rights in WordPress, where unknown elements are removed: the link and the picture stay, and become a frame if the site has the script anyway. In React, Vue or Next use the element."},
	{"iframe", "Plain frame", "In newer browsers it takes the height it needs; elsewhere it has a fixed one, and scrolls inside.",
		"Needs no script, so a strict policy that allows frames from this site allows it. Authors and contributors in WordPress lose it, and newsletters do not show it. Do not put it into a 16:9 wrapper for videos."},
	{"wordpress", "Address to paste", "Put it on a line of its own in WordPress or Ghost. The site has to be built with its public address.",
		"Works for anyone who can publish a post. Only what has a page of its own has an address that can be pasted."},
	{"mail", "Picture with a link", "For newsletters and feeds, where nothing else is shown.",
		"Works everywhere. What you filtered or changed has no picture, so it is a link with words."},
	{"markdown", "Markdown", "The same for places that are written in Markdown.",
		"Works everywhere."},
}

// previewWidths are the widths in px at which the embed page measures a view, for the
// heights in a snippet. Those with a name can be shown: a phone, the column of an
// article, and a full page.
var previewWidths = []struct {
	px   int
	name string
}{{280, ""}, {328, "On a phone"}, {480, ""}, {640, "In a column"}, {960, "On a full page"}}

// editorPage returns the embed page: an editor chooses a view, copies a snippet and
// previews it at three widths.
func editorPage(p *data.Package) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("<!DOCTYPE html>")
	line(`%s<head><meta charset="utf-8">`, tag("html", "lang", p.Language))
	line("%s", tag("meta", "http-equiv", "Content-Security-Policy", "content",
		"default-src 'none'; script-src 'self'; style-src "+hashOf(editorStyle)+"; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"))
	line(`<meta name="viewport" content="width=device-width, initial-scale=1"><title>Embed – %s</title><link rel="icon" href="data:,">`, html.EscapeString(p.Title))
	line("<style>%s</style></head>", editorStyle)
	line(`<body><main class="editor"><h1>Embed these figures</h1>`)
	line(`<p class="sub">Choose a view and how it looks. What you choose inside the preview goes into the snippet too.</p>`)
	editorForm(&b, p)
	line(`<p id="shade" class="sub" role="status" hidden></p>`)
	for _, moved := range colour.Moved(p.Brand.Accent, p.Brand.AccentDark) {
		line(`<p class="sub">%s</p>`, html.EscapeString(text.Ended(moved)))
	}
	editorSnippets(line)
	editorPreview(line)
	line(`</main><script src="editor.js"></script></body></html>`)
	return b.String()
}

// editorSnippets writes the snippets, one visible at a time, each below its button.
func editorSnippets(line func(string, ...any)) {
	line(`<h2>Copy a snippet</h2><p id="local" class="notice" hidden>These snippets name this computer. Publish the site, and copy them from its own embed page.</p>`)
	line(`<div class="tabs" role="radiogroup" aria-label="Snippet">`)
	for i, s := range snippets {
		line(`<label><input type="radio" name="snippet" value="%s"%s> %s</label>`, s.id, checked(i == 0), s.name)
	}
	line(`</div>`)
	for i, s := range snippets {
		line(`<div class="snippet"%[5]s><button type="button" data-copy="%[1]s" data-name="%[2]s">Copy %[3]s</button><p class="sub" id="no-%[1]s"></p><textarea id="%[1]s" aria-label="%[2]s" readonly spellcheck="false"></textarea><p class="sub">%[4]s</p></div>`,
			s.id, s.name, strings.ToLower(s.name), s.use+" "+s.works, map[bool]string{true: " hidden"}[i > 0])
	}
	line(`<p id="copied" role="status" aria-live="polite"></p>`)
}

// shownWidth is the first width of the preview, in px: the column of an article.
const shownWidth = 640

// editorPreview writes a frame for each width, one visible at a time. The others are
// hidden behind it, because the snippets need the height at every width.
func editorPreview(line func(string, ...any)) {
	line(`<h2>Preview</h2><div class="tabs" role="radiogroup" aria-label="Width of the preview">`)
	for _, w := range previewWidths {
		if w.name != "" {
			line(`<label><input type="radio" name="width" value="%d"%s> %s</label>`, w.px, checked(w.px == shownWidth), w.name)
		}
	}
	line(`</div><section class="host" aria-label="Preview" tabindex="0"><p>A paragraph of the page around it, as your readers will see it.</p>`)
	for _, w := range previewWidths {
		line(`<iframe data-width="%d" title="Preview: %s"%s></iframe>`, w.px, cmp.Or(strings.ToLower(w.name), fmt.Sprintf("%d px wide", w.px)),
			map[bool]string{true: ` class="shown"`, false: ` inert aria-hidden="true"`}[w.px == shownWidth])
	}
	line(`<p>The page goes on here.</p></section>`)
}

func checked(yes bool) string {
	if yes {
		return " checked"
	}
	return ""
}

func editorForm(b *strings.Builder, p *data.Package) {
	b.WriteString(`<form id="choose" autocomplete="off"><label>View <select name="view">`)
	option := func(s state.State, title string) {
		image := strings.TrimSuffix(strings.TrimPrefix(cardOf(p, s), "img/"), ".png")
		b.WriteString(tag("option", "value", strings.TrimSuffix(s.Address(), "/"), "data-title", say.Heading(p, s), "data-image", image))
		b.WriteString(html.EscapeString(title) + "</option>")
	}
	for _, v := range p.Views {
		option(state.State{View: v.ID}, v.Title)
	}
	option(state.State{View: state.CompareView}, text.Compare)
	for _, f := range p.Figures {
		if state.ManyFigures(p) {
			break // each is found in a view
		}
		option(state.State{Figure: f.ID}, "One figure: "+f.Name)
	}
	b.WriteString(`</select></label>
<label>Scheme <select name="theme"><option value="">As the reader's device</option><option>light</option><option>dark</option></select></label>
<label>Part <select name="mode"><option value="">Whole panel</option><option value="chart">Chart alone</option><option value="card">Card</option></select></label>
<label><input type="checkbox" name="header" checked> More figures</label>
<label><input type="checkbox" name="filters" checked> Filters</label>
<label><input type="checkbox" name="tint"> Accent</label> <label><span class="hidden">Accent colour</span><input type="color" name="accent" value="` + cmp.Or(p.Brand.Accent, chart.Palette["mark"]) + `"></label>
<button type="submit" hidden>Show</button></form>
`)
}
