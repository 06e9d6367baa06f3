package site

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"factframe/app/svg"
	"factframe/data"
	"factframe/web"
)

// iconSizes are what installing a page asks for, in px.
var iconSizes = []int{192, 512}

// manifest lets readers install the panel where it stands alone.
func manifest(p *data.Package) ([]byte, error) {
	var icons []map[string]string
	for _, size := range iconSizes {
		icons = append(icons, map[string]string{"src": iconName(size), "sizes": fmt.Sprintf("%dx%d", size, size), "type": "image/png", "purpose": "any maskable"})
	}
	return json.MarshalIndent(map[string]any{
		"name": p.Title, "short_name": "Figures", "description": p.Description, "lang": p.Language,
		"start_url": "./", "scope": "./", "id": "./", "display": "standalone", "background_color": "#ffffff", "theme_color": "#1f5f8b", "icons": icons,
		"screenshots": []map[string]string{{"src": "img/" + p.Views[0].ID + ".png", "sizes": fmt.Sprintf("%dx%d", cardWidth, cardHeight), "type": "image/png", "form_factor": "wide"}},
	}, "", "  ")
}

func iconName(size int) string { return fmt.Sprintf("img/icon-%d.png", size) }

// icon is three bars, the last one open, within the middle that every mask keeps.
func icon() svg.Node {
	bar := func(y, width, class string) svg.Node {
		return svg.El("rect", "class", class, "x", "28", "y", y, "width", width, "height", "11")
	}
	return svg.El("svg", "width", "100", "height", "100").With(
		svg.El("style").Words(".paper{fill:#1f5f8b}.bar{fill:#ffffff}.open{fill:#1f5f8b;stroke:#ffffff;stroke-width:2.5;stroke-dasharray:5 4}"),
		svg.El("rect", "class", "paper", "width", "100", "height", "100"),
		bar("27", "44", "bar"), bar("45", "32", "bar"), bar("63", "38", "open"),
	)
}

// writeOffline writes what installing and offline use need, last of all: the
// worker names every file that a reader needs, and its version is a hash of them.
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
	names, version := whatIsKept(to.kept)
	list, err := json.Marshal(names)
	if err != nil {
		return err
	}
	worker := strings.NewReplacer("VERSION", fmt.Sprintf("%q", version), "FILES", string(list)).Replace(minified("text/javascript", web.Worker))
	return to.write("worker.js", []byte(worker))
}

// keptFile is a file that a reader needs offline.
type keptFile struct {
	name string
	hash [sha256.Size]byte
}

// whatIsKept names files as a browser asks for them, and all of their content
// by one version.
func whatIsKept(kept []keptFile) (names []string, version string) {
	slices.SortFunc(kept, func(a, b keptFile) int { return strings.Compare(a.name, b.name) })
	sum := sha256.New()
	for _, f := range kept {
		fmt.Fprintf(sum, "%s %x\n", f.name, f.hash)
		name := strings.TrimSuffix(f.name, "index.html")
		if name == "" {
			name = "./"
		}
		names = append(names, name)
	}
	return names, fmt.Sprintf("%x", sum.Sum(nil)[:8])
}

func isKept(name string) bool {
	if strings.HasPrefix(name, "oembed/") {
		return false
	}
	return slices.Contains([]string{".html", ".js", ".wasm", ".json", ".csv", ".svg", ".webmanifest"}, path.Ext(name)) && name != "embed.js" && !strings.HasPrefix(name, "embedded.")
}
