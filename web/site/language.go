package site

import (
	"bytes"
	"encoding/json"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/translation"
)

// language is a site in one of a package's languages.
type language struct {
	pkg          *data.Package
	json         []byte // the package as a browser loads it, with the widget's words
	folder, root string // relative to the main site's root, and the way back; both empty for the main site
	public       string // its public address; empty if unknown
}

// Carried returns the JSON of a package as the program contains it, in the package's own
// language.
func Carried(in Input) ([]byte, error) {
	l, err := inLanguage(in, in.Package)
	return l.json, err
}

// inLanguage prepares the site of a language: its texts, links to the other languages, whether
// it has few files, and the widget's words, because the program contains only English.
func inLanguage(in Input, p *data.Package) (language, error) {
	l := language{pkg: p, json: in.JSON, folder: folderIn(in.Package, p)}
	l.root = upFrom(l.folder)
	p.Few = in.Package.Few
	english := p.Words == text.English
	if english && p.Speaks() && len(in.Package.Translated) == 0 && !p.Few {
		return l, nil
	}
	flat, _, err := translation.In("", in.JSON, p.Language)
	if err != nil {
		return l, err
	}
	var top map[string]json.RawMessage
	var own map[string]any
	if err := unmarshal(flat, &top); err != nil {
		return l, err
	}
	if err := unmarshal(top["factframe"], &own); err != nil {
		return l, err
	}
	if p.Few {
		own["few"] = true
	}
	p.Languages = nil
	if len(in.Package.Translated) > 0 {
		for _, each := range in.Package.InEachLanguage() {
			path := l.root
			if each != in.Package {
				path += each.Language + "/"
			}
			p.Languages = append(p.Languages, data.Language{Tag: each.Language, Name: nameOf(each), Path: path})
		}
		own["languages"] = p.Languages
	}
	if words := text.File(p.Words.Tag); !english && words != "" {
		own["words"] = words
	}
	if top["factframe"], err = json.Marshal(own); err != nil {
		return l, err
	}
	l.json, err = json.Marshal(top)
	return l, err
}

// folderIn returns the folder of a language in the site of a package, with a slash at its end;
// "" for the package's own language.
func folderIn(whole, p *data.Package) string {
	if p == whole {
		return ""
	}
	return p.Language + "/"
}

// unmarshal parses JSON and keeps the digits of every number.
func unmarshal(raw []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	return decoder.Decode(to)
}

// nameOf returns the name of a package's language in that language, or its code.
func nameOf(p *data.Package) string {
	if p.Speaks() {
		return p.Words.Say("language")
	}
	return p.Language
}

// htmlAttributes returns the attributes of a page's root element: its language, its
// direction, and the other languages.
func htmlAttributes(p *data.Package) []string {
	lang := p.Words.Tag
	if p.Speaks() {
		lang = p.Language
	}
	attributes := []string{"lang", lang}
	if p.Words.RightToLeft() {
		attributes = append(attributes, "dir", "rtl")
	}
	var ways []string
	for _, l := range p.Languages {
		ways = append(ways, l.Tag+"="+l.Path)
	}
	if len(ways) > 1 {
		attributes = append(attributes, "data-language", p.Language, "data-languages", strings.Join(ways, " "))
	}
	return attributes
}

// Entries that scripts use, by their names in the scripts. Pages contain them as
// attributes.
var (
	bootWords = map[string]string{
		"shown": "announce.shown", "loading": "script.loading", "failed": "script.failed", "again": "script.again",
		"newer": "script.newer", "show": "script.show",
		"copied": "take.copied", "press": "take.press", "blocked": "take.blocked", "byHand": "take.picture", "refused": "take.failed",
		"kept": "kept", "current": "kept.current",
	}
	editorWords = map[string]string{
		"noAddress": "embed.no_address", "noLook": "embed.no_look", "copied": "embed.copied", "selected": "embed.selected",
		"shade": "embed.shade", "light": "embed.shade.light", "dark": "embed.shade.dark", "both": "embed.shade.both",
	}
)

// embedScript returns the script that resizes frames. It has the title for frames without
// one.
func embedScript(p *data.Package) []byte {
	title, _ := json.Marshal(p.Words.Say("frame.title")) // a string
	return []byte(strings.Replace(embed, "TITLE", string(title), 1))
}

// scriptWords returns entries as JSON for an attribute of a page. The script replaces the
// placeholders.
func scriptWords(words *text.Language, entries map[string]string) string {
	list := map[string]string{}
	for name, key := range entries {
		list[name] = words.Say(key)
	}
	raw, _ := json.Marshal(list) // a map of strings
	return string(raw)
}
