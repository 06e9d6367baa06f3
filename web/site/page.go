package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"strings"

	"factframe/app"
	panels "factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/web/goapp"
	"factframe/web/goapp/render"
)

// assets are the names of the files that every page refers to, relative to the root.
type assets struct {
	offline, program, wasm    string
	embedded                  string // the program and the package as a script
	programHash, embeddedHash string // sources of a policy, which allow a script by its content
	public                    string // the address of the site, with a slash at its end; empty when it is not known
	lasting                   string // the same of the site that a frozen copy belongs to
	packageFile               string // empty for the package that the program contains
	style                     string // the widget's style sheet with the package's brand
	frozen, site              string // of a frozen copy: the ways from its root to the same language and to the root of the site
}

// version returns the attributes by which a script recognises that two pages belong to
// the same version of a site.
func (a assets) version() []string {
	return []string{"data-program", a.program, "data-wasm", a.wasm, "data-package", a.packageFile}
}

// panelOf returns the HTML of the panel of a state, and that of the receipts that open in place
// if it is where the addresses of figures lead.
func panelOf(p *data.Package, s state.State, a assets) (panel, receipts []byte, err error) {
	var b bytes.Buffer
	if err := goapp.Print(&b, app.NewWidget(p, s)); err != nil {
		return nil, nil, err
	}
	for _, f := range inPlaceOn(p, s) {
		receipt, err := inPlace(p, f, a)
		if err != nil {
			return nil, nil, err
		}
		receipts = append(receipts, receipt...)
	}
	return b.Bytes(), receipts, nil
}

// inPlaceOn returns the figures whose addresses lead to the page of a state.
func inPlaceOn(p *data.Package, s state.State) []*data.Figure {
	switch s.Page() {
	case state.FigurePage:
		return []*data.Figure{p.Figure(s.Figure)}
	case state.ReceiptsPage:
		if !state.ManyFigures(p) {
			return p.Figures
		}
	}
	return nil
}

// inPlace returns the receipt that a tap on a mark opens before the program runs, as a
// template on the page where the figure's address leads. Only pages of the same version may
// use it.
func inPlace(p *data.Package, f *data.Figure, a assets) ([]byte, error) {
	receipt, said := panels.InPlace(p, f)
	var b bytes.Buffer
	b.WriteString(tag("template", append([]string{"data-figure", f.ID, "data-said", said}, a.version()...)...))
	err := goapp.Print(&b, receipt)
	b.WriteString("</template>")
	return b.Bytes(), err
}

// page returns the prerendered page of a state at an address: its panel, followed by receipts
// that open in place, if any.
func page(p *data.Package, s state.State, at string, a assets, panel, receipts []byte) []byte {
	root := strings.Repeat("../", strings.Count(at, "/"))
	if root == "" {
		root = "./"
	}
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n")
	b.WriteString(tag("html", append(htmlAttributes(p), "data-choices", strings.Join(state.Parameters(p), " "), "data-defaults", state.Defaults(p.View(s.View)))...) + "<head>\n" + `<meta charset="utf-8">` + "\n")
	line := func(name string, attrs ...string) { b.WriteString(tag(name, attrs...) + "\n") }
	line("base", "href", root) // before the policy, whose 'self' matches nothing in a frame without an origin (WebKitGTK 2.50)
	line("meta", "http-equiv", "Content-Security-Policy", "content", policy(a))
	line("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	b.WriteString("<title>" + html.EscapeString(say.Title(p, s)) + "</title>\n")
	line("meta", "name", "description", "content", say.Description(p, s))
	line("meta", "name", "referrer", "content", "strict-origin-when-cross-origin")
	line("meta", "name", "responsive-embedded-sizing", "content", "allow-origins=*") // Chrome 154 and later give a frame its height without any script
	line("link", "rel", "icon", "href", "data:,")
	line("link", "rel", "manifest", "href", "manifest.webmanifest")
	if len(p.Corrections) > 0 {
		line("link", "rel", "alternate", "type", "application/atom+xml", "href", FeedFile, "title", p.Words.Fill("feed.title", "site", p.Title))
	}
	b.WriteString(shareTags(p, s, a) + linkedData(p, s, a.public))
	b.WriteString("<style>" + a.style + "</style>\n<script>" + theme + "</script>\n")
	b.WriteString("</head>\n")
	b.WriteString(tag("body", append(a.version(), "data-at", at, "data-words", scriptWords(p.Words, bootWords), "data-worker", "worker.js", "data-offline", a.offline,
		"data-program-hash", integrity(a.programHash), "data-embedded", a.embedded, "data-embedded-hash", integrity(a.embeddedHash))...))
	if a.frozen != "" {
		b.WriteString(frozenLine(p, a, at) + "<script>" + frozen + "</script>\n")
	}
	b.Write(panel)
	b.Write(receipts)
	b.WriteString("<script>" + boot + "</script>\n</body></html>\n")
	return b.Bytes()
}

// policy returns the content security policy of a page, which allows the site's own
// files and the program only. It lists inline scripts and styles by hash. It also lists
// scripts that a frame with an opaque origin loads, where 'self' matches nothing
// (WebKitGTK 2.50). It is a tag after the page's base: as a header it would come first,
// and base-uri would block the base in such a frame and break every link.
func policy(a assets) string {
	scripts := []string{"script-src 'self' 'wasm-unsafe-eval'", hashOf(theme), hashOf(boot), a.programHash, a.embeddedHash}
	if a.frozen != "" {
		scripts = append(scripts, hashOf(frozen))
	}
	return strings.Join([]string{
		"default-src 'none'",
		strings.Join(scripts, " "),
		"style-src " + hashOf(a.style),
		"connect-src 'self'", "img-src 'self' data:", "manifest-src 'self'", "worker-src 'self'", "form-action 'none'", "base-uri 'self'",
	}, "; ")
}

// hashOf returns the policy source that allows a script or a style by its hash.
func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// integrity returns the value of a script's integrity attribute for a policy source.
func integrity(source string) string { return strings.Trim(source, "'") }

// tag returns a start tag. The attributes are name, value, name, value …
func tag(name string, attrs ...string) string {
	s := "<" + name
	for i := 0; i+1 < len(attrs); i += 2 {
		s += " " + attrs[i] + `="` + render.EscapeAttribute(attrs[i+1]) + `"`
	}
	return s + ">"
}
