package export

import (
	"strings"

	"factframe/app/say"
)

// DataPackage returns the rows of a selection as a Data Package (Frictionless, version 1),
// with the types of its columns.
func DataPackage(s Selection) string {
	p, w := s.Package, &writer{}
	cited := s.cite(s.table())
	w.object(func() {
		w.text("profile", "tabular-data-package")
		w.text("name", packageName(p.Name+"-"+s.State.View+s.State.Figure))
		w.text("title", say.Heading(p, s.State))
		w.text("description", p.Words.Sentences(cited.Words(p.Words), cited.Caution.Shown))
		w.text("version", p.Version)
		if s.Site != "" {
			w.text("homepage", s.address(s.State))
		}
		if licenceName(p.Licence) != "" {
			w.list("licenses", func() { w.object(func() { w.text("name", licenceName(p.Licence)) }) })
		}
		if sources := sourcesOf(p, s.State); len(sources) > 0 { // the standard allows no empty list
			w.list("sources", func() {
				for _, source := range sources {
					w.object(func() {
						w.text("title", source.Title)
						w.text("path", source.URL)
					})
				}
			})
		}
		if len(p.Contributors) > 0 {
			w.list("contributors", func() {
				for _, name := range p.Contributors {
					w.object(func() { w.text("title", name) })
				}
			})
		}
		w.list("resources", func() { w.object(func() { s.resource(w) }) })
	})
	return w.String() + "\n"
}

// resource writes the table.
func (s Selection) resource(w *writer) {
	w.text("name", "figures")
	w.text("profile", "tabular-data-resource")
	w.key("schema")
	w.object(func() {
		w.list("fields", func() {
			for _, c := range columns {
				w.object(func() {
					w.text("name", c.name)
					w.text("type", c.kind)
				})
			}
		})
	})
	w.list("data", func() {
		for _, cells := range s.rows() {
			w.object(func() {
				for i, cell := range cells {
					switch {
					case cell == "":
						w.raw(columns[i].name, "null")
					case columns[i].kind == "number":
						w.raw(columns[i].name, cell)
					default:
						w.text(columns[i].name, cell)
					}
				}
			})
		}
	})
}

// packageName turns a text into a name as the standard wants it: lower case, with letters,
// digits, hyphens and dots.
func packageName(s string) string { return licenceName(strings.ToLower(s)) }

// licenceName is the same with capitals, such as CC-BY-4.0.
func licenceName(s string) string {
	return strings.Trim(strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' {
			return c
		}
		return '-'
	}, s), "-.")
}
