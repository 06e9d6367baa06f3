package datatest

import (
	"regexp"
	"strings"
)

// broken are marks of a text that was put together from parts of which one is
// missing. The words of generated packages have none of them.
var broken = regexp.MustCompile(`^[\s]*[,;:.)?!…–-]*[,;:.)?!]|  | [,;:.)](?:\s|$)|\([,;:\s)]|[,;:]{2}|[,;]\s*\.|[.?!]\.(?:\s|$)|[,;(]\s*$|(?i)\bNaN\b|\bInf\b|%![a-zA-Z(]|<nil>`)

// Broken returns the part of a text that no writer would have left in it, or
// nothing: punctuation at its beginning, doubled or after a space, two spaces,
// empty brackets, a number that is none.
func Broken(text string) string {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	at := broken.FindStringIndex(text)
	if at == nil {
		return ""
	}
	return text[max(0, at[0]-25):min(len(text), at[1]+25)]
}
