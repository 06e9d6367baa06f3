// Package page writes the page on which people make a panel, with all that it needs: a folder
// of static files for any host.
package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	ui "factframe/app/maker"
	"factframe/app/text"
	"factframe/data/draft"
	"factframe/data/read"
	"factframe/web"
	"factframe/web/goapp"
	"factframe/web/goapp/render"
	"factframe/web/maker"
	"factframe/web/site"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

//go:embed *.js style.css example.csv
var files embed.FS

// Program is a program for browsers, with its compressed copies if it has any.
type Program struct{ Wasm, Brotli, Gzip []byte }

// Input is what the page is made from.
type Input struct {
	Maker  Program       // the page itself, and the work behind it
	Parts  Program       // what reads workbooks and writes sites
	Reader *site.Program // what readers of a panel run
	Texts  string        // the licences of all three
}

// Write writes the page into a folder.
func Write(to site.Folder, in Input) error {
	scripts := in.Reader.Runtime + script(goapp.Scripts+web.Keep+source("drafts.js")+source("works.js")+source("preview.js")+source("page.js")+source("start.js"))
	worker := in.Reader.Runtime + script(source("worker.js"))
	example, err := examplePage(in.Reader)
	if err != nil {
		return err
	}
	all := map[string][]byte{"example.html": example, "LICENSES.txt": []byte(in.Texts)}
	named := func(name, extension string, content []byte) string {
		name = site.Hashed(name, extension, content)
		all[name] = content
		return name
	}
	names := map[string]string{
		"script": named("maker", ".js", []byte(scripts)), "worker": named("works", ".js", []byte(worker)), "runtime": named("runtime", ".js", []byte(in.Reader.Runtime)),
		"wasm": named("maker", ".wasm", in.Maker.Wasm), "parts": named("parts", ".wasm", in.Parts.Wasm), "reader": named("reader", ".zip", maker.Archive(in.Reader)),
		"service": "service.js", "size": fmt.Sprint(len(in.Maker.Wasm)),
	}
	var languages strings.Builder
	for _, l := range ui.Languages() {
		words, err := json.Marshal(map[string]string{"tag": l.Tag, "words": text.File(l.Tag), "site": text.SiteFile(l.Tag), "own": ui.File(l.Tag)})
		if err != nil {
			return err
		}
		fmt.Fprintf(&languages, "%s %s %s\n", l.Tag, named("words-"+l.Tag, ".json", words), l.Name)
	}
	names["languages"] = languages.String()
	index, err := indexPage(names)
	if err != nil {
		return err
	}
	all["index.html"] = index
	all["service.js"] = service(all)
	for name, p := range map[string]Program{names["wasm"]: in.Maker, names["parts"]: in.Parts} {
		if p.Brotli != nil {
			all[name+".br"], all[name+".gz"] = p.Brotli, p.Gzip
		}
	}
	all["_headers"] = []byte("/*\n  X-Content-Type-Options: nosniff\n/*.wasm\n  Cache-Control: public, max-age=31536000, immutable\n/works.*\n  Content-Security-Policy: " + policy + "\n")
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if err := to.Write(name, all[name]); err != nil {
			return err
		}
	}
	return nil
}

// First lists the files of a written page that are downloaded before it can be used.
func First(files map[string][]byte) []string {
	var names []string
	for name := range files {
		if name == "index.html" || first.MatchString(name) { // the example comes once the program runs
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

var first = regexp.MustCompile(`^(maker|works|runtime)\.[0-9a-f]+\.(js|wasm)$`)

func source(name string) string {
	content, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the files are embedded
	}
	return string(content)
}

func script(source string) string { return site.Minified("text/javascript", source) }

// policy allows the page its own files and nothing from other hosts. Styles inside the page
// are allowed: pictures of marks have them, and the page sets the width of the preview.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; connect-src 'self'; worker-src 'self'; frame-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'"

// indexPage is the page as it opens, in English; the program changes the language.
func indexPage(names map[string]string) ([]byte, error) {
	words := ui.In(text.English.Tag)
	say := func(key string) string { return html.EscapeString(words.Say("maker." + key)) }
	m := ui.New(words, ui.Languages())
	var panel bytes.Buffer
	if err := goapp.Print(&panel, app.Elem("div").ID("maker").Class("make").Body(m.Body()...)); err != nil {
		return nil, err
	}
	names["example"] = source("example.csv")
	var attributes strings.Builder
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if name != "script" {
			fmt.Fprintf(&attributes, ` data-%s="%s"`, name, render.EscapeAttribute(names[name]))
		}
	}
	return fmt.Appendf(nil, `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>%s</title><link rel="icon" href="data:,">
<style>%s</style></head>
<body%s>
%s
<div id="loading" class="loading" hidden><label for="arriving">%s</label> <progress id="arriving" max="1" value="0"></progress></div>
<p id="failed" class="loading" role="alert" hidden>%s</p>
<noscript><p class="loading">%s</p></noscript>
<svg width="0" height="0" aria-hidden="true"><defs>%s</defs></svg>
<script src="%s"></script>
</body></html>
`, policy, say("title"), site.Minified("text/css", source("style.css")), attributes.String(), panel.String(), say("loading"), say("failed"), say("noscript"), filters, names["script"]), nil
}

// filters show how people see who have too few cones of one kind (Machado, Oliveira and
// Fernandes 2009, severity 1.0).
const filters = `<filter id="protan"><feColorMatrix values="0.152286 1.052583 -0.204868 0 0 0.114503 0.786281 0.099216 0 0 -0.003882 -0.048116 1.051998 0 0 0 0 0 1 0"/></filter>` +
	`<filter id="deutan"><feColorMatrix values="0.367322 0.860646 -0.227968 0 0 0.280085 0.672501 0.047413 0 0 -0.011820 0.042940 0.968881 0 0 0 0 0 1 0"/></filter>` +
	`<filter id="tritan"><feColorMatrix values="1.255528 -0.076749 -0.178779 0 0 -0.078411 0.930809 0.147602 0 0 0.004733 0.691367 0.303900 0 0 0 0 0 1 0"/></filter>`

// service is the service worker, which keeps all files.
func service(all map[string][]byte) []byte {
	hashes := map[string]string{}
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		hash := sha256.Sum256(all[name])
		fmt.Fprintf(sum, "%s %x\n", name, hash)
		address := strings.TrimSuffix(name, "index.html")
		if address == "" {
			address = "./"
		}
		hashes[address] = "sha256-" + base64.StdEncoding.EncodeToString(hash[:])
	}
	list, _ := json.Marshal(hashes) // a map of strings
	return []byte(script(strings.NewReplacer("VERSION", fmt.Sprintf("%q", fmt.Sprintf("%x", sum.Sum(nil)[:8])), "FILES", string(list)).Replace(source("service.js"))))
}

var scripts = regexp.MustCompile(`(?s)<script>.*?</script>`)

// examplePage is the panel of the example, without scripts.
func examplePage(reader *site.Program) ([]byte, error) {
	w := maker.Worker{Source: read.Source{Name: "example.csv", Content: []byte(source("example.csv"))}}
	w.Answer(draft.Draft{Words: draft.Words{Title: "Calls to Harbour Line", Source: "Harbour Line", Published: "2025-03", Caution: "An example: these numbers are invented.", Help: "Harbour Line 0300 000 0000", Population: "callers in nine regions"},
		Views: map[int]draft.View{0: {Headline: "North made most calls in 2024: {north-2024}", Subtitle: "Calls answered by Harbour Line, by the region the caller gave, 2021 to 2024", Highlight: &[]string{"north", "west"}}}})
	v, err := w.Preview(reader.Runtime)
	if err != nil {
		return nil, err
	}
	_, content, err := v.Page(0)
	return scripts.ReplaceAll(content, nil), err
}
