package load

import (
	"factframe/app/text"
)

// language reads the language of the package, and which texts are in another one.
func (l *loader) language(own row) {
	p := l.p
	p.Language = own.required("language")
	if p.Words = text.In(p.Language); p.Words == nil {
		p.Words = text.English
	}
	p.Translations = own.texts("translations")
	p.Original = own.text("original")
	if p.Original == "" {
		p.Original = p.Language
	}
	for _, s := range own.texts("untranslated") {
		if p.Foreign == nil {
			p.Foreign = map[string]bool{}
		}
		p.Foreign[s] = true
	}
}
