package check

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"factframe/data"
	"factframe/data/colour"
	"factframe/data/load"
)

// brand checks the colours and the logo of a package's owner.
func brand(p *data.Package, r *report) {
	for field, c := range map[string]string{"accent": p.Brand.Accent, "accent_dark": p.Brand.AccentDark} {
		if c != "" && !colour.IsColour(c) {
			r.add("brand", field, "write six hexadecimal digits after #, such as #78be20", "%q is not a colour", c)
		}
	}
	if p.Brand.Logo != "" {
		if err := harmless(p.Brand.Logo); err != nil {
			r.add("brand", "logo", "name an SVG file of shapes alone", "%v", err)
		}
	}
}

// mostLogo is how many bytes a logo has at most: every page shows it.
const mostLogo = 32 << 10

// logo puts the SVG document in place of the name of its file.
func logo(file string, top map[string]any) (changed bool, problems load.Problems) {
	own, _ := top["factframe"].(map[string]any)
	b, _ := own["brand"].(map[string]any)
	path, _ := b["logo"].(string)
	if path == "" || strings.HasPrefix(path, "<") {
		return false, nil
	}
	from, problems := Beside(file, path)
	if problems != nil {
		problems[0].Record, problems[0].Field = "brand", "logo"
		return false, problems
	}
	defer from.Close()
	raw, err := io.ReadAll(io.LimitReader(from, mostLogo+1))
	switch {
	case err != nil:
		return false, load.Problems{{File: file, Record: "brand", Field: "logo", Wrong: "cannot be read: " + Reason(err), Want: "put the file there or fix the path"}}
	case len(raw) > mostLogo:
		return false, load.Problems{{File: file, Record: "brand", Field: "logo", Wrong: fmt.Sprintf("%s has more than %d kB", path, mostLogo>>10), Want: "draw it with fewer points"}}
	}
	b["logo"] = strings.TrimSpace(string(raw))
	return true, nil
}

// harmless reports what in an SVG document could do more than be drawn: it is
// served from the site, where a script in it would be the site's own.
func harmless(svg string) error {
	from := xml.NewDecoder(strings.NewReader(svg))
	depth := 0
	for {
		token, err := from.Token()
		if errors.Is(err, io.EOF) && depth > 0 {
			return nil
		}
		if err != nil {
			return fmt.Errorf("it is no SVG document: %w", err)
		}
		switch e := token.(type) {
		case xml.Directive:
			return errors.New("it has a document type, which may define entities")
		case xml.StartElement:
			if depth++; depth == 1 && e.Name.Local != "svg" {
				return fmt.Errorf("it is a document of %q, not of svg", e.Name.Local)
			}
			if what := active(e); what != "" {
				return fmt.Errorf("it has %s", what)
			}
		}
	}
}

func active(e xml.StartElement) string {
	switch e.Name.Local {
	case "script", "foreignObject", "style", "animate", "set", "image", "use", "a":
		return "an element " + e.Name.Local
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		if strings.HasPrefix(name, "on") || name == "href" || strings.Contains(a.Value, "url(") && !strings.Contains(a.Value, "url(#") {
			return "an attribute " + a.Name.Local
		}
	}
	return ""
}
