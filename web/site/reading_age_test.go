package site

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"
)

// Pages are written for readers aged about 12 to 14. These are school years in the
// United States: grade 7 is for ages 12 to 13, and grade 8 for ages 13 to 14. Lower
// the limits when the pages become easier to read.
const (
	hardestMedian = 7.0
	hardestPage   = 8.5
)

var (
	sentences = regexp.MustCompile(`[.?!]+(?:\s|$)`)
	wordsOf   = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}'’.,-]*`)
	vowels    = regexp.MustCompile(`[aeiouy]+`)
	silent    = regexp.MustCompile(`(?:[^aeiouyl]e|[^aeiouydt]ed|[^aeiouysxz]es)$|[^aeiouytd]ely$|ement$`)
	finished  = regexp.MustCompile(`[.?!]$`)
)

// syllables estimates how many syllables a word has: its groups of vowels, without silent
// ones. A number counts as one.
func syllables(word string) int {
	word = strings.ToLower(strings.Trim(word, ".,'’-"))
	n := len(vowels.FindAllString(word, -1))
	if silent.MatchString(word) {
		n--
	}
	return max(1, n)
}

// grade returns the Flesch-Kincaid grade level of texts: the number of school years that a
// reader needs (J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation
// of New Readability Formulas for Navy Enlisted Personnel, 1975).
func grade(texts []string) float64 {
	var inSentences, inWords, inSyllables float64
	for _, text := range texts {
		for _, sentence := range sentences.Split(text, -1) {
			words := wordsOf.FindAllString(sentence, -1)
			if len(words) == 0 {
				continue
			}
			inSentences++
			for _, word := range words {
				for part := range strings.SplitSeq(word, "-") {
					inWords++
					inSyllables += float64(syllables(part))
				}
			}
		}
	}
	if inSentences == 0 {
		return 0
	}
	return 0.39*inWords/inSentences + 11.8*inSyllables/inWords - 15.59
}

// sentencesOf returns a page's headline and its full sentences, including help, without
// quotations and the data of scripts.
func sentencesOf(t *testing.T, page string) (list []string) {
	t.Helper()
	doc := parsed(t, template.ReplaceAllString(page, ""))
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !slices.Contains([]string{"h1", "p", "dd", "li"}, n.Data) {
			continue
		}
		var b strings.Builder
		var walk func(n *html.Node)
		walk = func(n *html.Node) {
			switch {
			case n.Type == html.TextNode:
				b.WriteString(n.Data)
			case n.Type == html.ElementNode && slices.Contains([]string{"q", "ul", "ol", "dl", "details"}, n.Data):
				return // a quotation, or texts that are read separately
			}
			for c := range n.ChildNodes() {
				walk(c)
			}
		}
		walk(n)
		text := strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00a0", " ")), " ")
		if n.Data == "h1" || finished.MatchString(text) {
			list = append(list, text)
		}
	}
	return list
}

// A reader aged 13 or 14 can read the headline, the sentences and the help of every
// page, and a reader aged 12 those of half the pages.
func TestReadingAge(t *testing.T) {
	grades := map[string]float64{}
	for name, page := range pages(t, built(t)) {
		if !strings.HasPrefix(name, "cy/") { // the formula is for English
			grades[name] = grade(sentencesOf(t, page))
		}
	}
	names := slices.SortedFunc(maps.Keys(grades), func(a, b string) int {
		if grades[a] != grades[b] {
			return int(1000 * (grades[b] - grades[a]))
		}
		return strings.Compare(a, b)
	})
	median := grades[names[len(names)/2]]
	t.Logf("%d pages: grade %.1f in the middle, %.1f to %.1f", len(names), median, grades[names[len(names)-1]], grades[names[0]])
	for _, name := range names[:min(10, len(names))] {
		t.Logf("  %4.1f  %s", grades[name], name)
	}
	assert.LessOrEqual(t, median, hardestMedian, "the median page")
	for _, name := range names {
		assert.LessOrEqual(t, grades[name], hardestPage, name)
	}
}

// The estimate agrees with counts by hand, and with a text whose grade is known.
func TestGrade(t *testing.T) {
	for word, want := range map[string]int{
		"case": 1, "police": 2, "crimes": 1, "figures": 2, "published": 2, "counted": 2, "people": 2, "suspect": 2, "children": 2, "evidence": 3, "investigation": 5, "2,287": 1,
	} {
		assert.Equal(t, want, syllables(word), word)
	}
	assert.InDelta(t, -1.45, grade([]string{"The cat sat on the mat."}), 0.01, "six words of one syllable")
	assert.Greater(t, grade([]string{"Considerable methodological heterogeneity necessitates interpretative circumspection."}), 20.0)
}
