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
		case c > 0x2e7f:
			w += wideLetter // of Chinese, Japanese and Korean
		case strings.ContainsRune(" .,:;'|!iIlj()[]-frt/", c):
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

// lines breaks a text into lines of so many em at most: between words, and within
// a word that is longer than a line.
func lines(s string, most float64) []string {
	var list []string
	line := ""
	for _, word := range broken(strings.Fields(s), most) {
		if line != "" && wide(line+" "+word) > most {
			list, line = append(list, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(list, line)
}

// broken parts the words that are longer than a line, each part but the last with
// a hyphen at its end.
func broken(words []string, most float64) (parts []string) {
	for _, word := range words {
		part := ""
		for _, c := range word {
			if wide(part+string(c)+"-") > most && part != "" && wide(word) > most {
				if c < 0x2e80 { // Chinese, Japanese and Korean break without a hyphen
					part += "-"
				}
				parts, part = append(parts, part), ""
			}
			part += string(c)
		}
		parts = append(parts, part)
	}
	return parts
}
