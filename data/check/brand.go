package check

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/colour"
	"factframe/data/load"
)

// brand checks the colours and the logo of the package's owner.
func brand(p *data.Package, r *report) {
	for field, c := range map[string]string{"accent": p.Brand.Accent, "accent_dark": p.Brand.AccentDark} {
		if c != "" && !colour.IsColour(c) {
			r.add("brand", field, "write six hexadecimal digits after #, such as #78be20", "%q is not a colour", c)
		}
	}
	if p.Brand.AccentDark != "" && p.Brand.Accent == "" {
		r.add("brand", "accent", "write a colour for light pages too", "is missing, but accent_dark is given")
	}
	if p.Brand.Logo != "" && p.Brand.Credit == "" && len(p.Contributors) == 0 {
		r.add("brand", "credit", "write whose logo it is", "is missing, and a screen reader cannot read a logo")
	}
	if p.Brand.Logo != "" {
		if err := harmless(p.Brand.Logo); err != nil {
			r.add("brand", "logo", "use an SVG file that contains only shapes", "%v", err)
		}
	}
}

// mostLogo is the largest logo, in bytes: every page contains it.
const mostLogo = 32 << 10

// logo replaces the file name of the logo with the SVG document.
func logo(file string, top map[string]any, open opener) (changed bool, problems load.Problems) {
	own, _ := top["factframe"].(map[string]any)
	b, _ := own["brand"].(map[string]any)
	path, _ := b["logo"].(string)
	if path == "" || strings.HasPrefix(path, "<") {
		return false, nil
	}
	from, problems := open(path)
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
	b["logo"] = strings.TrimSpace(strings.TrimPrefix(string(raw), "\ufeff"))
	return true, nil
}

// shapes are the only elements allowed in a logo. It is served from the site, so a
// script in it would run as the site's own.
var shapes = strings.Fields("svg g defs title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath mask")

const svgNamespace = "http://www.w3.org/2000/svg"

// harmless returns an error if an SVG document could do more than draw shapes.
func harmless(svg string) error {
	if len(svg) > mostLogo {
		return fmt.Errorf("it has more than %d kB", mostLogo>>10)
	}
	from := xml.NewDecoder(strings.NewReader(svg))
	depth, roots := 0, 0
	for {
		token, err := from.Token()
		if errors.Is(err, io.EOF) && roots == 1 {
			return nil
		}
		if err != nil {
			return fmt.Errorf("it is not an SVG document: %w", err)
		}
		switch e := token.(type) {
		case xml.Directive:
			return errors.New("it has a document type, which can define entities")
		case xml.ProcInst:
			if e.Target != "xml" {
				return fmt.Errorf("it has the instruction %s", e.Target)
			}
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			if depth == 0 && (e.Name.Local != "svg" || roots > 1) {
				return fmt.Errorf("its root element is %q, not a single svg", e.Name.Local)
			}
			if what := active(e); what != "" {
				return fmt.Errorf("it has %s", what)
			}
			depth++
		}
	}
}

// active returns the part of an element that is not a shape or refers to something
// outside the document, or "".
func active(e xml.StartElement) string {
	if e.Name.Space != svgNamespace {
		return fmt.Sprintf("an element %s without xmlns=%q", e.Name.Local, svgNamespace)
	}
	if !slices.Contains(shapes, e.Name.Local) {
		return "an element " + e.Name.Local
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(a.Value)
		within := strings.Count(value, "url(") == strings.Count(value, "url(#")
		if strings.HasPrefix(name, "on") || name == "style" && strings.Contains(value, `\`) || name == "href" && !strings.HasPrefix(value, "#") || !within {
			return "an attribute " + a.Name.Local
		}
	}
	return ""
}
