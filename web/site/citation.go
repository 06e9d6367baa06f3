package site

import (
	"encoding/json"
	"fmt"
	"strings"

	"factframe/data"
)

// CitationFile says how to cite the whole package, in the Citation File Format 1.2.0.
const CitationFile = "CITATION.cff"

// citationFile returns it. Every text is a JSON string, which YAML reads too.
func citationFile(p *data.Package, public string) []byte {
	var b strings.Builder
	line := func(indent int, name, value string) {
		if value != "" {
			quoted, _ := json.Marshal(value) // a string
			fmt.Fprintf(&b, "%s%s: %s\n", strings.Repeat(" ", indent), name, quoted)
		}
	}
	line(0, "cff-version", "1.2.0")
	line(0, "message", "If you use these figures, please cite them as below, with the caution of each.")
	line(0, "type", "dataset")
	line(0, "title", p.Title)
	line(0, "abstract", p.Description)
	line(0, "version", p.Version)
	line(0, "url", public)
	if licences[p.Licence] != "" {
		line(0, "license", p.Licence)
	}
	b.WriteString("authors:\n")
	authors := p.Contributors
	if len(authors) == 0 {
		authors = []string{p.Title}
	}
	for _, name := range authors {
		line(2, "- name", name)
	}
	b.WriteString("references:\n")
	for _, s := range p.Sources {
		line(2, "- type", "generic")
		line(4, "title", s.Title)
		line(4, "url", s.URL)
		if len(dateOf(s)) >= 4 {
			fmt.Fprintf(&b, "    year: %s\n", s.Published[:4])
		}
		b.WriteString("    authors:\n")
		line(6, "- name", s.Publisher)
	}
	return []byte(b.String())
}
