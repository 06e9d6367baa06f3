package datatest

import (
	"regexp"
	"strings"
)

// broken matches signs of a missing part in a composed text. The words of generated
// packages do not match it.
var broken = regexp.MustCompile(`^[\s]*[,;:.)?!…–-]*[,;:.)?!]|  | [,;:.)](?:\s|$)|\([,;:\s)]|[,;:]{2}|[,;]\s*\.|[.?!]\.(?:\s|$)|[,;(]\s*$|(?i)\bNaN\b|\bInf\b|%![a-zA-Z(]|<nil>`)

// Broken returns the first sign that part of a text is missing, or "": leading, doubled
// or detached punctuation, double spaces, empty brackets, NaN or Inf.
func Broken(text string) string {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	at := broken.FindStringIndex(text)
	if at == nil {
		return ""
	}
	return text[max(0, at[0]-25):min(len(text), at[1]+25)]
}
