package text

import "strings"

// Capital makes the first letter of a package's text a capital one, where a row or a
// sentence begins with it.
func Capital(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// Cut shortens a text to the given number of characters, at the end of a word.
func Cut(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:max(0, most-1)])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	cut = strings.TrimRight(cut, " ,;:–")
	open := strings.Count(cut, isolate) + strings.Count(cut, leftToRight) - strings.Count(cut, endOfIsolate)
	return cut + strings.Repeat(endOfIsolate, max(0, open)) + "…"
}

// Ended returns a text with a full stop, unless it ends with a mark that ends a sentence.
func Ended(s string) string {
	if s == "" || strings.ContainsRune(".?!…؟", []rune(s)[len([]rune(s))-1]) {
		return s
	}
	return s + "."
}
