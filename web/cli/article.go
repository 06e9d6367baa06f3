//go:build !js

package cli

import (
	"fmt"
	"html"
	"net/http"
	"path/filepath"
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/check"
	"factframe/web/goapp/render"
)

// articlePath is where a preview shows an article with embedded panels. Published
// sites do not have it.
const articlePath = "/article/"

// Preview serves a built site and an article that embeds it.
func Preview(dir string) http.Handler {
	site := compressed(dir, static(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != articlePath {
			site.ServeHTTP(w, r)
			return
		}
		content, err := articleOf(dir)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, content)
	})
}

// articleOf returns the article that embeds the site in a folder.
func articleOf(dir string) (string, error) {
	p, _, err := check.File(filepath.Join(dir, "data", "datapackage.json"))
	if err != nil {
		return "", err
	}
	return article(p), nil
}

// article returns a page with three panels between paragraphs, embedded with one
// snippet of each kind.
func article(p *data.Package) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("<!DOCTYPE html>")
	line(`<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">`, render.EscapeAttribute(p.Language))
	line("<title>An article with panels</title><style>%s</style></head>", articleStyle)
	line(`<body><article><h1>An article with panels</h1><p>This page is part of the preview only. It shows panels as readers see them: in an article, embedded with the snippets of the <a href="../embed/">embed page</a>.</p>`)
	kinds := []string{
		`<fact-frame src="%[1]s" title="%[2]s" style="display:block"><a href="%[1]s">%[2]s</a></fact-frame>`,
		`<a data-factframe style="display:block" href="%[1]s">%[2]s</a>`,
		`<iframe src="%[1]s" title="%[2]s" width="100%%" height="560" loading="lazy" style="border:0;display:block;frame-sizing:content-height;height:clamp(560px,1160px - 100vw,880px);height:if(supports(frame-sizing:content-height):auto;else:clamp(560px,1160px - 100vw,880px))"></iframe>`,
	}
	for i, v := range embedded(p) {
		s := state.State{View: v.ID}
		line(kinds[i%len(kinds)], "../"+s.Address(), html.EscapeString(say.Heading(p, s)))
		line("<p>%s</p>", []string{"The panel is as wide as the column of text.", "Each panel is as tall as its content, so nothing scrolls inside it.", "The article goes on here."}[i])
	}
	line(`</article><script src="../embed.js"></script></body></html>`)
	return b.String()
}

// embedded returns up to three views. It skips the first, which is an overview, if
// there are more than three.
func embedded(p *data.Package) []*data.View {
	const panels = 3
	views := p.Views
	if len(views) > panels {
		views = views[1:]
	}
	return views[:min(panels, len(views))]
}

const articleStyle = `body{margin:0;font:400 17px/1.55 Georgia,"Times New Roman",serif;color:light-dark(#15191d,#e8ebee);background:light-dark(#fff,#14181c)}article{max-width:640px;margin:0 auto;padding:16px}h1{font-size:28px;line-height:1.2}p{margin:20px 0}a{color:inherit}`
