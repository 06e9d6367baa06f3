package page

import (
	"factframe/app/state"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// text returns a text in which the package's words have a lang attribute where they are not
// in the language of the page.
func (m *Model) text(s string) app.UI {
	var list []app.UI
	m.Package.EachPart(s, func(part, language string) {
		if language == "" {
			list = append(list, app.Text(part))
		} else {
			list = append(list, in(language, written("span", "", part)))
		}
	})
	if len(list) == 1 {
		return list[0]
	}
	return el("span", "", list...)
}

// written returns an element with such a text; class may be empty.
func (m *Model) written(tag, class, s string) app.HTMLElem {
	if language := m.Package.LanguageOf(s); language != "" {
		return in(language, written(tag, class, s))
	}
	return el(tag, class, m.text(s))
}

// own returns an element with a text of the package as it is shown: shortened, or with
// figures in place of their names.
func (m *Model) own(tag, class, shown, text string) app.HTMLElem {
	if language := m.Package.LanguageOf(text); language != "" {
		return in(language, written(tag, class, shown))
	}
	return m.written(tag, class, shown)
}

// with adds such a text to an element.
func (m *Model) with(e app.HTMLElem, s string) app.HTMLElem { return e.Body(m.text(s)) }

// link returns a link with such a text.
func (m *Model) link(class, href, s string) app.HTMLElem {
	return m.written("a", class, s).Attr("href", href)
}

// in marks an element as being in a language.
func in(language string, e app.HTMLElem) app.HTMLElem {
	return e.Attr("lang", language).Attr("dir", "auto")
}

// quoted is a quotation from a document, which is never translated.
func (m *Model) quoted(words string) app.HTMLElem {
	e := written("q", "", words)
	if m.Package.Original != m.Package.Language || !m.Package.Speaks() {
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
