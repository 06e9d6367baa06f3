package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/load"
	"factframe/data/translation"
)

// languageTag checks the languages of a package against the registry of BCP 47.
func languageTag(p *data.Package, r *report) {
	tags := append([]string{p.Original}, p.Translations...)
	for i, tag := range tags {
		field := "language"
		if i > 0 {
			field = "translations"
		}
		if slices.ContainsFunc(tags[:i], func(other string) bool { return strings.EqualFold(other, tag) }) {
			r.add("factframe", field, "remove it", "%q is listed twice, or is the package's own language", tag)
		}
		for _, v := range p.Views {
			if i > 0 && strings.EqualFold(v.ID, tag) {
				r.add("views "+v.ID, "id", "choose another id", "%q is the folder of a translation", tag)
			}
		}
		if !isRegistered(tag) || strings.Contains(tag, "_") || tag == "mul" || tag == "und" {
			r.add("factframe", field, "write a BCP 47 tag, such as en-GB, cy or de", "%q is not a language", tag)
		}
	}
}

// folder is the way from one language of a site to another.
var folder = regexp.MustCompile(`^(\.\./)?([A-Za-z0-9-]+/)?$`)

// broughtWords checks what a package says of languages that the widget does not have.
func broughtWords(p *data.Package, r *report) {
	for _, l := range p.Languages {
		if !folder.MatchString(l.Path) {
			r.add("factframe languages", "path", "remove languages, which factframe build writes", "%q is not a folder of this site", l.Path)
		}
	}
	if p.Words == text.English || p.Words == text.In(p.Language) {
		return
	}
	own := p.Words.Keys()
	for _, key := range text.English.Keys() {
		if strings.HasPrefix(key, "cldr.") && !slices.Contains(own, key) {
			r.add("factframe", "words", "copy it from the file of another language in app/text/cldr", "there is no entry %s", key)
		}
	}
}

// translations loads a package in each of its other languages, and checks it there.
func translations(file string, raw []byte, p *data.Package, r *report) error {
	for _, tag := range p.Translations {
		flat, lacking, err := translation.In(file, raw, tag)
		if err != nil {
			return err
		}
		translated, err := load.Bytes(file, flat)
		if err != nil {
			return err
		}
		translated.Lacking = lacking
		own := &report{file: file}
		for _, rule := range rules {
			rule(translated, own)
		}
		for _, problem := range own.problems {
			if !slices.Contains(r.problems, problem) { // the original has it too
				problem.Record = strings.TrimSpace(tag + " " + problem.Record)
				r.problems = append(r.problems, problem)
			}
		}
		p.Translated = append(p.Translated, translated)
	}
	return nil
}

// mostLacking is how many missing translations are listed; of more, the rest are counted.
const mostLacking = 10

// languageWarnings lists what the languages of a package lack.
func languageWarnings(p *data.Package) (list []string) {
	for _, each := range p.InEachLanguage() {
		switch words := text.In(each.Language); {
		case words == nil:
			list = append(list, fmt.Sprintf("language %s: the widget has no words in it, so its own words are in English", each.Language))
		case words.Draft():
			list = append(list, fmt.Sprintf("language %s: the widget's words are a draft that no native speaker has checked yet", each.Language))
		}
		for i, lack := range each.Lacking {
			if i == mostLacking {
				list = append(list, fmt.Sprintf("language %s: %d more texts are not translated", each.Language, len(each.Lacking)-i))
				break
			}
			list = append(list, fmt.Sprintf("language %s: %s is not translated", each.Language, placeOf(lack)))
		}
	}
	return list
}

func placeOf(lack data.Lack) string {
	if lack.Record == "" {
		return lack.Field
	}
	return lack.Record + ": " + lack.Field
}
