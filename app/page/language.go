package page

import (
	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// own returns an element with a text of the package. shown is the text to display, and text
// is the package's original, which decides whether the element needs a lang attribute.
func (m *Model) own(tag, class, shown, text string) app.HTMLElem {
	return m.inLanguage(written(tag, class, shown), text)
}

func (m *Model) inLanguage(e app.HTMLElem, text string) app.HTMLElem {
	if lang := m.Package.LanguageOf(text); lang != "" && text != "" {
		e.Attr("lang", lang).Attr("dir", "auto")
	}
	return e
}

// quoted is a quotation from a document, which is never translated.
func (m *Model) quoted(words string) app.HTMLElem {
	e := written("q", "", words)
	if m.Package.Original != m.Package.Language {
		e.Attr("lang", m.Package.Original)
	}
	return e
}

// languages links to the same page in the package's other languages.
func (m *Model) languages() []app.UI {
	var items []app.UI
	for _, l := range m.Package.Languages {
		if l.Tag != m.Package.Language {
			items = append(items, el("li", "", link("", l.Path+state.Handed(m.address), l.Name).Attr("lang", l.Tag).Attr("hreflang", l.Tag)))
		}
	}
	return items
}
