package data

import (
	"unicode"
	"unicode/utf8"
)

// EachPart calls part with the pieces of a sentence in order: texts of the package that are
// not in the language of the page, each with its BCP 47 code, and with "" what is between
// them.
func (p *Package) EachPart(sentence string, part func(text, language string)) {
	from, inWord := 0, false
	for i, r := range sentence {
		if len(p.Foreign) == 0 {
			break
		}
		is := isOfWord(r)
		if i >= from && !(is && inWord) {
			if n, language := p.foreignAt(sentence[i:]); n > 0 {
				if from < i {
					part(sentence[from:i], "")
				}
				part(sentence[i:i+n], language)
				from = i + n
			}
		}
		inWord = is
	}
	if from < len(sentence) || from == 0 {
		part(sentence[from:], "")
	}
}

// foreignAt returns the length and the language of the longest text in another language
// that a text begins with, at the end of a word.
func (p *Package) foreignAt(text string) (n int, language string) {
	for n = min(len(text), p.LongestForeign); n > 0; n-- {
		if n < len(text) && !utf8.RuneStart(text[n]) {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(text[:n])
		next, _ := utf8.DecodeRuneInString(text[n:])
		if n < len(text) && isOfWord(last) && isOfWord(next) {
			continue // within a word
		}
		if language = p.LanguageOf(text[:n]); language != "" {
			break
		}
	}
	return n, language
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// LanguageOf returns the BCP 47 code of a text of the package, also where a sentence begins
// with it. It returns "" for texts in the language of the page, and for other texts.
func (p *Package) LanguageOf(text string) string {
	if language := p.Foreign[text]; language != "" || text == "" {
		return language
	}
	first, n := utf8.DecodeRuneInString(text)
	lower := unicode.ToLower(first)
	if lower == first {
		return ""
	}
	return p.Foreign[string(lower)+text[n:]]
}
