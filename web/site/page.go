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

// assets are the names of the files that every page refers to, below the root.
type assets struct {
	offline, program, wasm    string
	embedded                  string // the program and the package as a script
	programHash, embeddedHash string // sources of a policy, which allow a script by its content
	public                    string // the address of the site, with a slash at its end; empty when it is not known
	packageFile               string // empty for the package that the program contains
	style                     string // the widget's style sheet with the package's brand
}

// version are the attributes by which a script tells whether two pages are of one
// version of a site.
func (a assets) version() []string {
	return []string{"data-program", a.program, "data-wasm", a.wasm, "data-package", a.packageFile}
}

// panelOf prints the panel of a state, and the receipt in place that the page of a
// figure has beside it.
func panelOf(p *data.Package, s state.State, a assets) (panel, receipt []byte, err error) {
	var b bytes.Buffer
	if err := goapp.Print(&b, app.NewWidget(p, s)); err != nil {
		return nil, nil, err
	}
	if f := p.Figure(s.Figure); f != nil && s.View == "" {
		receipt, err = inPlace(p, f, a)
	}
	return b.Bytes(), receipt, err
}

// inPlace is the receipt that a mark opens before the program runs, on the page of
// its figure. It is no part of the panel, and of use to pages of the same version only.
func inPlace(p *data.Package, f *data.Figure, a assets) ([]byte, error) {
	receipt, said := panels.InPlace(p, f)
	var b bytes.Buffer
	b.WriteString(tag("template", append([]string{"id", "receipt", "data-said", said}, a.version()...)...))
	err := goapp.Print(&b, receipt)
	b.WriteString("</template>")
	return b.Bytes(), err
}

// page is the prerendered page of a state at an address, around its panel; a receipt
// in place follows that, or nothing.
func page(p *data.Package, s state.State, at string, a assets, panel, receipt []byte) []byte {
	root := strings.Repeat("../", strings.Count(at, "/"))
	if root == "" {
		root = "./"
	}
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n")
	b.WriteString(tag("html", "lang", p.Language, "data-choices", strings.Join(state.Parameters(p), " "), "data-defaults", state.Defaults(p.View(s.View))) + "<head>\n" + `<meta charset="utf-8">` + "\n")
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
	b.WriteString(shareTags(p, s, a.public))
	b.WriteString("<style>" + a.style + "</style>\n<script>" + theme + "</script>\n")
	b.WriteString("</head>\n")
	b.WriteString(tag("body", append(a.version(), "data-at", at, "data-worker", "worker.js", "data-offline", a.offline,
		"data-program-hash", integrity(a.programHash), "data-embedded", a.embedded, "data-embedded-hash", integrity(a.embeddedHash))...))
	b.Write(panel)
	b.Write(receipt)
	b.WriteString("<script>" + boot + "</script>\n</body></html>\n")
	return b.Bytes()
}

// policy lets a page use its own files, the program, and nothing else. What is
// written into the page is named by its hash, and so are the scripts that it may
// load in a frame without an origin, where 'self' matches nothing (WebKitGTK 2.50).
// A header comes before every tag, where base-uri would refuse the page's base in
// such a frame, and break every link: so the policy is a tag.
func policy(a assets) string {
	return strings.Join([]string{
		"default-src 'none'",
		strings.Join([]string{"script-src 'self' 'wasm-unsafe-eval'", hashOf(theme), hashOf(boot), a.programHash, a.embeddedHash}, " "),
		"style-src " + hashOf(a.style),
		"connect-src 'self'", "img-src 'self' data:", "manifest-src 'self'", "worker-src 'self'", "form-action 'none'", "base-uri 'self'",
	}, "; ")
}

// hashOf is the source of a policy that allows a script or a style by its content.
func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// integrity is the same as an attribute of the script.
func integrity(source string) string { return strings.Trim(source, "'") }

// tag writes the start of an element with attributes as name, value, name, value …
func tag(name string, attrs ...string) string {
	s := "<" + name
	for i := 0; i+1 < len(attrs); i += 2 {
		s += " " + attrs[i] + `="` + render.EscapeAttribute(attrs[i+1]) + `"`
	}
	return s + ">"
}
