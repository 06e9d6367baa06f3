package datatest

import (
	"regexp"
	"strings"
)

// broken matches traces of a missing part in a composed text. The words of generated
// packages do not match it.
var broken = regexp.MustCompile(`^[\s]*[,;:.)?!…–-]*[,;:.)?!]|  | [,;:.)](?:\s|$)|\([,;:\s)]|[,;:]{2}|[,;]\s*\.|[.?!]\.(?:\s|$)|[,;(]\s*$|(?i)\bNaN\b|\bInf\b|%![a-zA-Z(]|<nil>`)

// Broken returns the first part of a text that looks composed from a missing part,
// or "": punctuation at the beginning, doubled or after a space, two spaces, empty
// brackets, NaN or Inf.
func Broken(text string) string {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	at := broken.FindStringIndex(text)
	if at == nil {
		return ""
	}
	return text[max(0, at[0]-25):min(len(text), at[1]+25)]
}
