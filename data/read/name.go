package read

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestID keeps addresses short enough for every file system.
const longestID = 60

// slug makes an id from words: lower-case letters, digits and hyphens, starting with a
// letter. It returns "" if there are no usable characters.
func slug(words string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(strings.NewReplacer("ß", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "þ", "th", "ð", "d", "%", " percent ").Replace(words))) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	s := b.String()
	if len(s) > longestID {
		s = s[:longestID]
	}
	if s = strings.Trim(s, "-"); s != "" && (s[0] <= '9' || s == "null" || s == "true" || s == "false") { // in a CSV, those are no texts
		s = "n-" + s
	}
	return s
}

// longestSeries leaves space in the address of a figure for its codes.
const longestSeries = 30

// shortened cuts an id at a word boundary.
func shortened(id string, longest int) string {
	if len(id) <= longest {
		return id
	}
	if end := strings.LastIndexByte(id[:longest+1], '-'); end > 0 {
		return id[:end]
	}
	return id[:longest]
}

// names gives out unique ids.
type names struct{ taken map[string]bool }

func newNames(reserved ...string) names {
	n := names{map[string]bool{}}
	for _, r := range reserved {
		n.taken[r] = true
	}
	return n
}

// take returns an id made from words or, if that is empty, from otherwise.
func (n names) take(words string, otherwise string) string {
	base := slug(words)
	if base == "" {
		base = otherwise
	}
	id := base
	for i := 2; n.taken[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	n.taken[id] = true
	return id
}

// plainText replaces braces, which would make part of a text the id of a figure.
func plainText(s string) string { return strings.NewReplacer("{", "(", "}", ")").Replace(s) }
