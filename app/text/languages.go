//go:build !program && !maker

package text

import (
	"embed"
	"io/fs"
	"strings"
	"sync"
)

//go:embed words/*.txt cldr/*.txt site/*.txt
var files embed.FS

// languages returns every language of the widget, English first.
var languages = sync.OnceValue(func() []*Language {
	list := []*Language{English}
	entries, _ := fs.ReadDir(files, "words")
	for _, e := range entries {
		if tag := strings.TrimSuffix(e.Name(), ".txt"); tag != English.Tag {
			list = append(list, Parse(tag, File(tag), siteWords(tag)))
		}
	}
	return list
})

// siteWords returns the entries that only pages need, and no program.
func siteWords(tag string) string {
	words, _ := fs.ReadFile(files, "site/"+tag+".txt")
	return string(words)
}

// SiteFile returns the entries of a language that only pages need.
func SiteFile(tag string) string { return siteWords(tag) }

// Tags returns the tags of all languages, English first.
func Tags() []string {
	var tags []string
	for _, l := range languages() {
		tags = append(tags, l.Tag)
	}
	return tags
}

// File returns the entries of a language as the program in a browser reads them, or
// "" for a language that the widget does not have.
func File(tag string) string {
	words, err := fs.ReadFile(files, "words/"+tag+".txt")
	if err != nil {
		return ""
	}
	formats, _ := fs.ReadFile(files, "cldr/"+tag+".txt")
	return string(words) + string(formats)
}
