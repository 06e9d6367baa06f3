package datatest

import (
	"regexp"
	"strings"
)

// broken matches signs of a missing part in a composed text. The words of generated
// packages do not match it.
var broken = regexp.MustCompile(`^[\s]*[,;:.)?!…–-]*[,;:.)?!]|  | [,;:.)](?:\s|$)|\([,;:\s)]|[,;:]{2}|[,;]\s*\.|[.?!]\.(?:\s|$)|[,;(]\s*$|(?i)\bNaN\b|\bInf\b|%![a-zA-Z(]|<nil>`)

// unbroken matches the no-break space that French writes before some marks.
var unbroken = regexp.MustCompile(`[\x{a0}\x{202f}]([:;?!»])`)

// Squeezed returns a text as a reader sees it: with single spaces, and without the
// no-break space before a mark.
func Squeezed(text string) string {
	return strings.Join(strings.Fields(unbroken.ReplaceAllString(text, "$1")), " ")
}

// Broken returns the first sign that part of a text is missing, or "": leading, doubled
// or detached punctuation, double spaces, empty brackets, NaN or Inf.
func Broken(text string) string {
	text = unbroken.ReplaceAllString(text, "$1")
	at := broken.FindStringIndex(text)
	if at == nil {
		return ""
	}
	return text[max(0, at[0]-25):min(len(text), at[1]+25)]
}
