package site

import (
	"encoding/json"
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// htmlAttributes are the language of a page and its direction, for its root element.
func htmlAttributes(p *data.Package) []string {
	attributes := []string{"lang", p.Words.Tag}
	if p.Words.RightToLeft() {
		attributes = append(attributes, "dir", "rtl")
	}
	return attributes
}

// Entries that scripts use, by the names that they have there. A page carries them.
var (
	bootWords = map[string]string{
		"shown": "announce.shown", "loading": "script.loading", "failed": "script.failed", "again": "script.again",
		"newer": "script.newer", "show": "script.show",
	}
	editorWords = map[string]string{
		"noAddress": "embed.no_address", "noLook": "embed.no_look", "copied": "embed.copied", "selected": "embed.selected",
		"shade": "embed.shade", "light": "embed.shade.light", "dark": "embed.shade.dark", "both": "embed.shade.both",
	}
)

// embedScript is the script that resizes frames, with the title of a frame that has none.
func embedScript(p *data.Package) []byte {
	title, _ := json.Marshal(p.Words.Say("frame.title")) // a string
	return []byte(strings.Replace(embed, "TITLE", string(title), 1))
}

// scriptWords are entries as an attribute of a page: JSON, with the places in braces
// for the script to fill in.
func scriptWords(words *text.Language, entries map[string]string) string {
	list := map[string]string{}
	for name, key := range entries {
		list[name] = words.Say(key)
	}
	raw, _ := json.Marshal(list) // a map of strings
	return string(raw)
}
