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

// snippets are the formats in which an editor can embed a view. The entries "embed." with
// these names explain what each is for and where it works.
var snippets = []string{"element", "link", "iframe", "wordpress", "mail", "markdown"}

// previewWidths are the widths in px at which the embed page measures a view, for the
// heights in a snippet. Those with a name can be shown: a phone, the column of an
// article, and a full page.
var previewWidths = []struct {
	px    int
	named bool
}{{280, false}, {328, true}, {480, false}, {640, true}, {960, true}}

// editorPage returns the embed page: an editor chooses a view, copies a snippet and
// previews it at three widths. frozen is the way to a frozen copy of this version, or "".
func editorPage(p *data.Package, frozen string) string {
	e := editor{words: p.Words}
	e.line("<!DOCTYPE html>")
	e.line(`%s<head><meta charset="utf-8">`, tag("html", htmlAttributes(p)...))
	e.line("%s", tag("meta", "http-equiv", "Content-Security-Policy", "content",
		"default-src 'none'; script-src 'self'; style-src "+hashOf(editorStyle)+"; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"))
	e.line(`<meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title><link rel="icon" href="data:,">`, html.EscapeString(p.Words.Fill("embed.title", "site", say.SiteTitle(p))))
	e.line("<style>%s</style></head>", editorStyle)
	e.line(`<body>%s<h1>%s</h1>`, tag("main", "class", "editor", "data-words", scriptWords(p.Words, editorWords)), e.say("heading"))
	e.line(`<p class="sub">%s</p>`, e.say("sub"))
	e.form(p, frozen)
	e.line(`<p id="shade" class="sub" role="status" hidden></p>`)
	for _, moved := range colour.Moved(p.Brand.Accent, p.Brand.AccentDark) {
		e.line(`<p class="sub">%s</p>`, e.say("brand."+moved.Paper, "asked", moved.Asked, "used", moved.Used, "contrast", p.Words.Number(moved.Contrast, 1)))
	}
	e.snippets()
	e.preview()
	e.line(`</main><script src="editor.js"></script></body></html>`)
	return e.String()
}

// editor is an embed page being written.
type editor struct {
	strings.Builder
	words *text.Language
}

func (e *editor) line(format string, args ...any) { fmt.Fprintf(e, format+"\n", args...) }

// say returns an entry of the embed page, escaped.
func (e *editor) say(key string, places ...string) string {
	return html.EscapeString(e.words.Fill("embed."+key, places...))
}

// snippets writes the snippets, one visible at a time, each below its button.
func (e *editor) snippets() {
	e.line(`<h2>%s</h2><p id="local" class="notice" hidden>%s</p>`, e.say("copy.heading"), e.say("local"))
	e.line(`<div class="tabs" role="radiogroup" aria-label="%s">`, e.say("snippet"))
	for i, id := range snippets {
		e.line(`<label><input type="radio" name="snippet" value="%s"%s> %s</label>`, id, checked(i == 0), e.say(id))
	}
	e.line(`</div>`)
	for i, id := range snippets {
		e.line(`<div class="snippet"%[5]s><button type="button" data-copy="%[1]s" data-name="%[2]s">%[3]s</button><p class="sub" id="no-%[1]s"></p><textarea id="%[1]s" aria-label="%[2]s" readonly spellcheck="false" dir="ltr"></textarea><p class="sub">%[4]s</p></div>`,
			id, e.say(id), e.say(id+".copy"), e.say(id+".use")+" "+e.say(id+".works"), map[bool]string{true: " hidden"}[i > 0])
	}
	e.line(`<p id="copied" role="status" aria-live="polite"></p>`)
}

// shownWidth is the first width of the preview, in px: the column of an article.
const shownWidth = 640

// preview writes a frame for each width, one visible at a time. The others are hidden
// behind it, because the snippets need the height at every width.
func (e *editor) preview() {
	e.line(`<h2>%s</h2><div class="tabs" role="radiogroup" aria-label="%s">`, e.say("preview"), e.say("preview.width"))
	for _, w := range previewWidths {
		if w.named {
			e.line(`<label><input type="radio" name="width" value="%d"%s> %s</label>`, w.px, checked(w.px == shownWidth), e.say(fmt.Sprintf("width.%d", w.px)))
		}
	}
	e.line(`</div><section class="host" aria-label="%s" tabindex="0"><p>%s</p>`, e.say("preview"), e.say("preview.before"))
	for _, w := range previewWidths {
		name := e.words.Fill("embed.width.other", "width", fmt.Sprint(w.px))
		if w.named {
			name = e.words.Say(fmt.Sprintf("embed.width.%d", w.px))
		}
		e.line(`<iframe data-width="%d" title="%s"%s></iframe>`, w.px, e.say("preview.frame", "width", name),
			map[bool]string{true: ` class="shown"`, false: ` inert aria-hidden="true"`}[w.px == shownWidth])
	}
	e.line(`<p>%s</p></section>`, e.say("preview.after"))
}

func checked(yes bool) string {
	if yes {
		return " checked"
	}
	return ""
}

func (e *editor) form(p *data.Package, frozen string) {
	e.line(`<form id="choose" autocomplete="off"><label>%s <select name="view">`, e.say("view"))
	option := func(s state.State, title string) {
		image := strings.TrimSuffix(strings.TrimPrefix(cardOf(p, s), "img/"), ".png")
		e.line("%s%s</option>", tag("option", "value", strings.TrimSuffix(s.Address(), "/"), "data-title", say.Heading(p, s), "data-image", image), html.EscapeString(title))
	}
	for _, v := range p.Views {
		option(state.State{View: v.ID}, v.Title)
	}
	option(state.State{View: state.CompareView}, p.Words.Say("compare"))
	for _, f := range p.Figures {
		if state.SharedReceipts(p) {
			break // receipts are in their views
		}
		option(state.State{Figure: f.ID}, p.Words.Fill("embed.one_figure", "figure", f.Name))
	}
	e.line(`</select></label>
<label>%s <select name="theme"><option value="">%s</option><option value="light">%s</option><option value="dark">%s</option></select></label>
<label>%s <select name="mode"><option value="">%s</option><option value="chart">%s</option><option value="card">%s</option></select></label>
<label><input type="checkbox" name="header" checked> %s</label>
<label><input type="checkbox" name="filters" checked> %s</label>
<label><input type="checkbox" name="tint"> %s</label> <label><span class="hidden">%s</span><input type="color" name="accent" value="%s"></label>
%s<button type="submit" hidden>%s</button></form>`,
		e.say("theme"), e.say("theme.device"), e.say("theme.light"), e.say("theme.dark"),
		e.say("mode"), e.say("mode.whole"), e.say("mode.chart"), e.say("mode.card"),
		e.say("header"), e.say("filters"), e.say("accent"), e.say("accent.colour"), cmp.Or(p.Brand.Accent, chart.Palette["mark"]), e.version(p, frozen), e.say("show"))
}

// version is the choice between a frame that follows new versions and one that stays as it is.
func (e *editor) version(p *data.Package, frozen string) string {
	if frozen == "" {
		return ""
	}
	return fmt.Sprintf(`<label>%s <select name="version"><option value="">%s</option>%s%s</option></select></label>`+"\n",
		e.say("version"), e.say("version.moving"), tag("option", "value", frozen), e.say("version.frozen", "version", p.Version))
}
