//go:build !maker

package check

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

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
