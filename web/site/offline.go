//go:build !js

package site

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
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
// worker names every file of the site, and its version is a hash of them.
func writeOffline(dir folder, p *data.Package) error {
	for _, size := range iconSizes {
		content, err := paintPNG(icon(), size, size)
		if err != nil {
			return err
		}
		if err := dir.write(iconName(size), content); err != nil {
			return err
		}
	}
	content, err := manifest(p)
	if err != nil {
		return err
	}
	if err := dir.write("manifest.webmanifest", content); err != nil {
		return err
	}
	files, version, err := kept(string(dir))
	if err != nil {
		return err
	}
	list, err := json.Marshal(files)
	if err != nil {
		return err
	}
	worker := strings.NewReplacer("VERSION", fmt.Sprintf("%q", version), "FILES", string(list)).Replace(minified("text/javascript", web.Worker))
	return dir.write("worker.js", []byte(worker))
}

// kept lists what a reader needs offline, as a browser asks for it, and hashes
// it. Editors' and other programs' files are not needed.
func kept(dir string) (files []string, version string, err error) {
	sum := sha256.New()
	err = filepath.WalkDir(dir, func(full string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, full)
		name = filepath.ToSlash(name)
		if !isKept(name) {
			return nil
		}
		content, err := os.ReadFile(full)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(content))
		sum.Write(content)
		name = strings.TrimSuffix(name, "index.html")
		if name == "" {
			name = "./"
		}
		files = append(files, name)
		return nil
	})
	return files, fmt.Sprintf("%x", sum.Sum(nil)[:8]), err
}

func isKept(name string) bool {
	if strings.HasPrefix(name, "embed/") || strings.HasPrefix(name, "oembed/") {
		return false
	}
	return slices.Contains([]string{".html", ".js", ".wasm", ".json", ".csv", ".svg", ".webmanifest"}, path.Ext(name)) && name != "embed.js"
}
