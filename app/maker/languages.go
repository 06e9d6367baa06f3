//go:build !maker

package maker

import (
	"embed"
	"strings"

	"factframe/app/text"
)

//go:embed words/*.txt
var files embed.FS

// In returns the words of the page in a language. It fails if the page does not have it.
func In(tag string) *text.Language { return text.Parse(tag, text.File(tag), File(tag)) }

// File returns the entries of a language, or "" if the page does not have it.
func File(tag string) string {
	own, err := files.ReadFile("words/" + tag + ".txt")
	if err != nil {
		return ""
	}
	return string(own)
}

// Languages lists the languages that the page has.
func Languages() (list []Language) {
	entries, _ := files.ReadDir("words")
	for _, e := range entries {
		tag := strings.TrimSuffix(e.Name(), ".txt")
		list = append(list, Language{tag, text.In(tag).Say("language")})
	}
	return list
}
