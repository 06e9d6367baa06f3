//go:build maker

package text

import (
	_ "embed"
	"slices"
)

// The page on which people make panels contains English, and fetches its other languages.

//go:embed site/en-GB.txt
var englishSite string

func siteWords(string) string { return englishSite }

var brought = []*Language{English}

var files = map[string]string{English.Tag: englishWords + englishFormats}

func languages() []*Language { return brought }

// Bring adds a language: the entries that a program reads, those of pages, and any others.
func Bring(tag, words, others string) {
	if files[tag] == "" {
		files[tag] = words
		brought = append(slices.Clone(brought), Parse(tag, words, others))
	}
}

// Tags returns the tags of the languages that are there, English first.
func Tags() []string {
	var tags []string
	for _, l := range languages() {
		tags = append(tags, l.Tag)
	}
	return tags
}

// File returns the entries of a language as the program in a browser reads them, or "" for a
// language that is not there.
func File(tag string) string { return files[tag] }
