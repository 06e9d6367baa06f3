package site

import (
	"bytes"
	"html"

	panels "factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/web/goapp"
)

// writeReceiptsIndex writes the page that leads from the addresses of a site of few files to
// the receipts. Any site has it, because it may have been built with few files before.
func writeReceiptsIndex(to *files, p *data.Package) error {
	s, leads := state.ReceiptsIndex(p)
	if !leads {
		return nil
	}
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n" + tag("html", htmlAttributes(p)...) + `<head><meta charset="utf-8">` +
		tag("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; script-src "+hashOf(lead)+"; style-src "+hashOf(style)+"; img-src data:; base-uri 'none'; form-action 'none'") +
		`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,">` +
		"<title>" + html.EscapeString(say.Title(p, s)) + "</title><style>" + style + "</style></head><body>")
	if err := goapp.Print(&b, panels.ReceiptsIndex(p, s)); err != nil {
		return err
	}
	b.WriteString("<script>" + lead + "</script></body></html>\n")
	return to.write(s.Address()+"index.html", b.Bytes())
}
