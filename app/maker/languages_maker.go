//go:build maker

package maker

import (
	_ "embed"

	"factframe/app/text"
)

//go:embed words/en-GB.txt
var english string

// Spoken returns the words of the page in a language, from its files; without files, in
// English.
func Spoken(tag, words, own string) *text.Language {
	if words == "" {
		return text.Parse(text.English.Tag, text.File(text.English.Tag), english)
	}
	return text.Parse(tag, words, own)
}
