package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"path"
	"slices"
	"strings"

	"factframe/app/chart"
	panels "factframe/app/page"
	"factframe/app/say"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
	"factframe/web"
	"factframe/web/goapp"
)

// iconSizes are the sizes that installing a page needs, in px.
var iconSizes = []int{192, 512}

// direction is the direction of a language, as HTML names it.
func direction(words *text.Language) string {
	if words.RightToLeft() {
		return "rtl"
	}
	return "ltr"
}

// manifest returns the web app manifest, with which readers can install the site. It has
// no id, because an id is resolved against the origin alone: two packages on one host
// would be one app (Web Application Manifest, "id member"). Without an id, the address
// of the start page identifies the app.
func manifest(p *data.Package) ([]byte, error) {
	var icons []map[string]string
	for _, size := range iconSizes {
		icons = append(icons, map[string]string{"src": iconName(size), "sizes": fmt.Sprintf("%dx%d", size, size), "type": "image/png", "purpose": "any maskable"})
	}
	return json.MarshalIndent(map[string]any{
		"name": p.Title, "description": p.Description, "lang": p.Language, "dir": direction(p.Words),
		"start_url": "./", "scope": "./", "display": "standalone", "background_color": "#ffffff", "theme_color": chart.Palette["mark"], "icons": icons,
		"screenshots": []map[string]string{{"src": "img/" + p.Views[0].ID + ".png", "sizes": fmt.Sprintf("%dx%d", cardWidth, cardHeight), "type": "image/png", "form_factor": "wide"}},
	}, "", "  ")
}

func iconName(size int) string { return fmt.Sprintf("img/icon-%d.png", size) }

// icon returns three bars, the last one open, within the safe zone of maskable icons.
func icon() svg.Node {
	bar := func(y, width, class string) svg.Node {
		return svg.El("rect", "class", class, "x", "28", "y", y, "width", width, "height", "11")
	}
	return svg.El("svg", "width", "100", "height", "100").With(
		svg.El("style").Words(".paper{fill:"+chart.Palette["mark"]+"}.bar{fill:#ffffff}.open{fill:"+chart.Palette["mark"]+";stroke:#ffffff;stroke-width:2.5;stroke-dasharray:5 4}"),
		svg.El("rect", "class", "paper", "width", "100", "height", "100"),
		bar("27", "44", "bar"), bar("45", "32", "bar"), bar("63", "38", "open"),
	)
}

// writeOffline writes the files for installing and offline use. It runs last, because
// the worker lists every file to keep, and its version is a hash of them.
func writeOffline(to *files, p *data.Package) error {
	for _, size := range iconSizes {
		content, err := paintPNG(icon(), size, size)
		if err != nil {
			return err
		}
		if err := to.write(iconName(size), content); err != nil {
			return err
		}
	}
	content, err := manifest(p)
	if err != nil {
		return err
	}
	if err := to.write("manifest.webmanifest", content); err != nil {
		return err
	}
	away, err := away(p)
	if err != nil {
		return err
	}
	if err := to.write("away/index.html", away); err != nil {
		return err
	}
	hashes, version := whatIsKept(to.kept)
	list, err := json.Marshal(hashes)
	if err != nil {
		return err
	}
	worker := strings.NewReplacer("VERSION", fmt.Sprintf("%q", version), "FILES", string(list)).Replace(minified("text/javascript", web.Worker))
	return to.write("worker.js", []byte(worker))
}

// keptFile is a file in the offline copy.
type keptFile struct {
	name string
	hash [sha256.Size]byte
}

// whatIsKept returns the integrity hash of each file, by the address that a browser
// requests, and a version computed from all of them.
func whatIsKept(kept []keptFile) (hashes map[string]string, version string) {
	slices.SortFunc(kept, func(a, b keptFile) int { return strings.Compare(a.name, b.name) })
	sum := sha256.New()
	hashes = make(map[string]string, len(kept))
	for _, f := range kept {
		fmt.Fprintf(sum, "%s %x\n", f.name, f.hash)
		name := strings.TrimSuffix(f.name, "index.html")
		if name == "" {
			name = "./"
		}
		hashes[name] = "sha256-" + base64.StdEncoding.EncodeToString(f.hash[:])
	}
	return hashes, fmt.Sprintf("%x", sum.Sum(nil)[:8])
}

// away returns the page that the worker serves offline for an address without a copy. It
// has no scripts; the worker replaces its base to match the address.
func away(p *data.Package) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n" + tag("html", htmlAttributes(p)...) + "<head>" + `<meta charset="utf-8"><base href="../">` +
		tag("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src "+hashOf(style)+"; img-src data:") +
		`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,">` +
		"<title>" + html.EscapeString(say.SiteTitle(p)) + "</title><style>" + style + "</style></head><body>")
	err := goapp.Print(&b, panels.Away(p))
	b.WriteString("</body></html>\n")
	return b.Bytes(), err
}

func isKept(name string) bool {
	if strings.HasPrefix(name, "oembed/") || name == VersionFile || isMadeInPlace(name) {
		return false
	}
	return slices.Contains([]string{".html", ".js", ".wasm", ".json", ".csv", ".svg", ".webmanifest"}, path.Ext(name)) && name != "embed.js" && !strings.HasPrefix(name, "embedded.")
}

// isMadeInPlace reports whether the program makes a file itself, so that only readers without
// it need it from the network.
func isMadeInPlace(name string) bool {
	for _, d := range panels.Downloads {
		if strings.HasPrefix(name, d.Folder+"/") && path.Ext(name) == "."+d.Extension {
			return name != "data/datapackage.json" && !IsHashed(name)
		}
	}
	return false
}
