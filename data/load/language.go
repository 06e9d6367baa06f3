package load

import (
	"factframe/app/text"
	"factframe/data"
)

// language reads the language of the package, and which texts are in another one.
func (l *loader) language(own row) {
	p := l.p
	p.Language = own.required("language")
	p.Words = text.In(p.Language)
	if words := own.sign("words"); words != "" {
		p.Words = text.Parse(p.Language, words)
	}
	if p.Words == nil {
		p.Words = text.English
	}
	p.Translations = own.texts("translations")
	p.Original = own.text("original")
	if p.Original == "" {
		p.Original = p.Language
	}
	for i, v := range own.objects("languages") {
		r := l.entry("languages", i, v)
		p.Languages = append(p.Languages, data.Language{Tag: r.required("tag"), Name: r.required("name"), Path: r.text("path")})
		r.done()
	}
	p.Few = own.flag("few")
	p.Foreign = map[string]string{}
	for i, v := range own.objects("foreign") {
		r := l.entry("foreign", i, v)
		language := r.required("language")
		for _, s := range r.texts("texts") {
			p.Foreign[s] = language
			p.LongestForeign = max(p.LongestForeign, len(s)+1) // a first letter may be longer as a capital
		}
		r.done()
	}
}
