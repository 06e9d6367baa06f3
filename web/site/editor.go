//go:build !js

package site

import (
	"fmt"
	"html"
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
)

// snippets are the forms in which an editor can take a view away, and whose
// hands each survives.
var snippets = []struct{ id, name, use, survives string }{
	{"element", "Element and script", "The frame has the right height from the start, and nothing jumps.",
		"Where the script is taken out or blocked, a link with the picture stays, and no hole. For people who may add a script: administrators and editors in WordPress, an HTML card in Ghost."},
	{"link", "Link and script", "The same, as a link that becomes a frame.",
		"An author without rights keeps it in WordPress, where unknown elements are taken out: the link and the picture stay, and become a frame if the site has the script anyway."},
	{"iframe", "Plain frame", "In newer browsers it takes the height it needs; elsewhere it has a fixed one, and scrolls inside.",
		"It needs no script, so it passes a strict policy that lets this site's frames in. Authors and contributors in WordPress lose it, and newsletters do not show it."},
	{"wordpress", "Address to paste", "Put it on a line of its own in WordPress or Ghost. The site has to be built with its public address.",
		"It survives every hand that may write a post. It shows what has a page of its own."},
	{"mail", "Picture with a link", "For newsletters and feeds, where nothing else is shown.",
		"It survives every hand."},
	{"markdown", "Markdown", "The same picture with its link, for places that are written in Markdown.",
		"It survives every hand."},
}

// previewWidths are those of a phone, a column of text and a full page, in px.
var previewWidths = []struct {
	px   int
	name string
}{{360, "On a phone"}, {640, "In a column"}, {960, "On a full page"}}

// editorPage is where an editor chooses a view, sees it at three widths and
// copies a snippet.
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
	line(`<p class="sub">Choose a view and how it looks. What you choose inside a preview goes into the snippets too.</p>`)
	editorForm(&b, p)
	line(`<h2>Take it away</h2><p id="copied" role="status" aria-live="polite"></p>`)
	for _, s := range snippets {
		line(`<div class="snippet"><label for="%[1]s">%[2]s</label><p class="sub">%[3]s %[5]s</p><textarea id="%[1]s" readonly spellcheck="false"></textarea><button type="button" data-copy="%[1]s" data-name="%[2]s">Copy %[4]s</button></div>`,
			s.id, s.name, s.use, strings.ToLower(s.name), s.survives)
	}
	for _, w := range previewWidths {
		line(`<h2>%s</h2><div class="host"><p>A paragraph of the page around it, as your readers will see it.</p><iframe data-width="%d" title="Preview: %s"></iframe><p>The page goes on here.</p></div>`,
			w.name, w.px, strings.ToLower(w.name))
	}
	line(`</main><script src="editor.js"></script></body></html>`)
	return b.String()
}

func editorForm(b *strings.Builder, p *data.Package) {
	b.WriteString(`<form id="choose" autocomplete="off"><label>View <select name="view">`)
	option := func(s state.State, title, image string) {
		b.WriteString(tag("option", "value", strings.TrimSuffix(s.Address(), "/"), "data-title", say.Heading(p, s), "data-image", image))
		b.WriteString(html.EscapeString(title) + "</option>")
	}
	for _, v := range p.Views {
		option(state.State{View: v.ID}, v.Title, v.ID)
	}
	option(state.State{View: state.CompareView}, "Compare", p.Views[0].ID)
	for _, f := range p.Figures {
		option(state.State{Figure: f.ID}, "One figure: "+say.Heading(p, state.State{Figure: f.ID}), p.Views[0].ID)
	}
	b.WriteString(`</select></label>
<label>Scheme <select name="theme"><option value="">As the reader's device</option><option>light</option><option>dark</option></select></label>
<label>Part <select name="mode"><option value="">Whole panel</option><option value="chart">Chart alone</option><option value="card">Card</option></select></label>
<label><input type="checkbox" name="header" checked> Title and views</label>
<label><input type="checkbox" name="filters" checked> Filters</label>
<label><input type="checkbox" name="tint"> Accent</label> <label><span class="hidden">Accent colour</span><input type="color" name="accent" value="#1f5f8b"></label>
<button type="submit" hidden>Show</button></form>
`)
}
