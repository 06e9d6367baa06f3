package chart

import "strings"

// Widths of letters in em: the advance widths of DejaVu Sans Bold 2.37, the widest font
// that system-ui may be. Letters of similar width form a group, and a group is as wide as
// its widest letter.
const (
	thinLetter   = 0.48
	middleLetter = 0.72
	broadLetter  = 0.86
	wideLetter   = 1.12
	regular      = 0.92 // relative width of a font that is not bold
)

// wide estimates the width of a text in em. It never returns less than the real width.
func wide(s string) float64 {
	w := 0.0
	for _, c := range s {
		switch {
		case c >= 0x2066 && c <= 0x2069 || c == 0x200e: // direction marks, which have no width
		case c > 0x2e7f:
			w += wideLetter // Chinese, Japanese and Korean
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

// Average widths of a character in em: of the bold value and the small detail beside a bar,
// based on DejaVu Sans, the widest font that system-ui may be; and of running text, for
// wrapping the text of files.
const (
	boldWidth    = 0.72
	smallWidth   = 0.58
	averageWidth = 0.54
)

// foreign is 1 for a text with letters of other alphabets, whose average is not known,
// and 0 for one in Latin letters.
func foreign(s string) float64 {
	for _, c := range s {
		if c > 0x24f && c < 0x2000 {
			return 1
		}
	}
	return 0
}

// wrap breaks a text into lines of about width px, based on the average character.
func wrap(s string, width, size float64) []string {
	most := int(width / (size * averageWidth))
	return lines(s, func(line string) bool { return len([]rune(line)) <= most })
}

// linesWithin breaks a text into lines of at most most em.
func linesWithin(s string, most float64) []string {
	return lines(s, func(line string) bool { return wide(line) <= most })
}

// isSpace reports whether a line may break at a character. It is false for the no-break
// spaces between a number and its sign.
func isSpace(c rune) bool { return c == ' ' || c == '\n' }

// lines breaks a text into lines that fit: between words, or within a word that is longer
// than a line.
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

// broken splits words that are longer than a line, at a hyphen if there is one.
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

// headOf returns as much of the beginning of a long word as fits with a hyphen: up to its
// own last hyphen, or at least one character.
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
