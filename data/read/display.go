package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"factframe/app/text"
)

// displayed returns a column name as readers should see it: the name of a database column in
// words, such as "Vehicles" for vehicle_count, and other names as they are.
func displayed(name string) string { return inDisplay(name, false) }

// allDisplayed returns the names of several columns as readers should see them. Names that would
// become the same keep all of their words.
func allDisplayed(names []string) []string {
	times := map[string]map[string]bool{}
	for _, name := range names {
		short := displayed(name)
		if times[short] == nil {
			times[short] = map[string]bool{}
		}
		times[short][name] = true
	}
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = inDisplay(name, len(times[displayed(name)]) > 1)
	}
	return list
}

// inDisplay returns a name in words, with all of them if whole is set.
func inDisplay(name string, whole bool) string {
	name = strings.TrimSpace(strings.TrimLeft(name, "#"))
	if strings.ContainsRune(name, ' ') || name == "" {
		return text.Capital(name)
	}
	words := strings.Fields(inWords(name))
	small := strings.ToUpper(name) == name && len(words) > 1 // CASE_RATE
	for i, word := range words {
		if small || i > 0 && !isAcronym(word) {
			word = strings.ToLower(word)
		}
		if long := shortForms[strings.ToLower(word)]; long != "" {
			word = long
		}
		words[i] = word
	}
	if len(words) > 1 && !whole {
		switch last := strings.ToLower(words[len(words)-1]); {
		case countSuffix.MatchString(last):
			words = words[:len(words)-1]
			words[len(words)-1] = plural(words[len(words)-1])
		case nameSuffix.MatchString(last):
			words = words[:len(words)-1]
		}
	}
	return text.Capital(strings.Join(words, " "))
}

var (
	countSuffix = regexp.MustCompile(`^(?:count|counts|cnt|num)$`)
	nameSuffix  = regexp.MustCompile(`^(?:name|label|desc|description)$`)
	shortForms  = map[string]string{"avg": "average", "pct": "per cent", "qty": "quantity", "amt": "amount", "pop": "population", "dept": "department", "govt": "government", "yr": "year"}
)

// isAcronym reports whether a word is in capitals, such as GDP.
func isAcronym(word string) bool {
	return utf8.RuneCountInString(word) > 1 && !strings.ContainsFunc(word, unicode.IsLower)
}

// plural returns the usual plural of an English noun.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss"):
		return noun
	case strings.HasSuffix(noun, "y") && len(noun) > 1 && !strings.ContainsRune("aeiou", rune(noun[len(noun)-2])):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "ss"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}
