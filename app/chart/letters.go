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

// lines breaks a text into lines of so many em at most, where its words allow.
func lines(s string, most float64) []string {
	var list []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && wide(line+" "+word) > most {
			list, line = append(list, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(list, line)
}
