package chart

import "strings"

// Widths of letters in em of their text: the advance widths of DejaVu Sans Bold
// 2.37, the widest of the fonts that system-ui stands for, by groups of letters
// of about one width, each as wide as its widest.
const (
	thinLetter   = 0.48
	middleLetter = 0.72
	broadLetter  = 0.86
	wideLetter   = 1.12
	regular      = 0.92 // of these, in a font that is not bold
)

// wide estimates how wide a text is, in em: never less than it is.
func wide(s string) float64 {
	w := 0.0
	for _, c := range s {
		switch {
		case c >= 0x2066 && c <= 0x2069 || c == 0x200e: // marks of direction, which have no width
		case c > 0x2e7f:
			w += wideLetter // of Chinese, Japanese and Korean
		case strings.ContainsRune(" \u00a0\u202f.,:;'|!iIlj()[]-frt/", c):
			w += thinLetter
		case strings.ContainsRune("mwMW%@—…", c):
			w += wideLetter
		case c >= 'A' && c <= 'Z' || c == '+' || c == '−' || c == '×' || c == '→' || c > 0x24f:
			w += broadLetter
		default:
			w += middleLetter
		}
	}
	return w
}

// Average widths of a character, in em of its text: of the bold value and the small
// detail beside a bar, generous enough for DejaVu Sans, the widest of the fonts that
// system-ui stands for, and of running text, by which files are wrapped.
const (
	boldWidth    = 0.72
	smallWidth   = 0.58
	averageWidth = 0.54
)

// wrap breaks a text into lines of so many px, by the average character.
func wrap(s string, width, size float64) []string {
	most := int(width / (size * averageWidth))
	return lines(s, func(line string) bool { return len([]rune(line)) <= most })
}

// linesWithin breaks a text into lines of so many em at most: none is wider.
func linesWithin(s string, most float64) []string {
	return lines(s, func(line string) bool { return wide(line) <= most })
}

// isSpace reports whether a line may be broken at a character: not at a space that
// keeps a number and its sign together.
func isSpace(c rune) bool { return c == ' ' || c == '\n' }

// lines breaks a text into lines that fit: between words, and within a word that is
// longer than a line.
func lines(s string, fits func(line string) bool) (list []string) {
	line := ""
	for _, word := range broken(strings.FieldsFunc(s, isSpace), fits) {
		if line != "" && !fits(line+" "+word) {
			list, line = append(list, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	if line != "" {
		list = append(list, line)
	}
	return list
}

// broken parts the words that are longer than a line, at a hyphen if there is one.
func broken(words []string, fits func(line string) bool) (parts []string) {
	for _, word := range words {
		for !fits(word) && len([]rune(word)) > 1 {
			head := headOf(word, fits)
			word = word[len(head):]
			if last := []rune(head); last[len(last)-1] != '-' && last[len(last)-1] < 0x2e80 { // Chinese, Japanese and Korean break without a hyphen
				head += "-"
			}
			parts = append(parts, head)
		}
		parts = append(parts, word)
	}
	return parts
}

// headOf is what fits of the beginning of a word that does not, with room for a
// hyphen: up to its last own one, or one character at least.
func headOf(word string, fits func(line string) bool) string {
	letters := []rune(word)
	n := 1
	for n < len(letters)-1 && fits(string(letters[:n+1])+"-") {
		n++
	}
	head := string(letters[:n])
	if at := strings.LastIndex(head, "-"); at > 0 {
		return head[:at+1]
	}
	return head
}
