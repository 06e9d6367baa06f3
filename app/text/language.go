// Package text contains every string of the widget in every language, and writes
// numbers, dates, periods and lists the way each language does.
//
// A language has three files of keys and values: words/ and site/ have its sentences,
// which people write, and cldr/ its formats, which `make cldr` takes from the Unicode
// CLDR. The program in a browser does not need those of site/.
package text

import (
	"maps"
	"slices"
	"strings"
)

// Language is one language of the widget. A nil Language is English.
type Language struct {
	Tag   string // BCP 47, such as "en-GB"
	words map[string]string

	decimal, group      string
	groupsFrom          int // digits a number has before they are grouped
	minus, plus         string
	months, monthsAlone []string // within a date, and with only a year
	monthsShort         []string
	plurals             string // the form of each number from 0 to 199, by its letter
	spelt               []string
	rightToLeft         bool
}

// Parse reads a language from its entries. Later files replace entries of earlier ones.
func Parse(tag string, files ...string) *Language {
	l := &Language{Tag: tag, words: map[string]string{}}
	for _, file := range files {
		for line := range strings.SplitSeq(file, "\n") {
			key, value, ok := strings.Cut(line, " =")
			if ok && !strings.HasPrefix(key, "#") {
				l.words[key] = strings.TrimPrefix(value, " ")
			}
		}
	}
	l.decimal, l.group = l.words["cldr.decimal"], l.words["cldr.group"]
	l.groupsFrom = 4
	if l.words["cldr.group.least"] == "2" {
		l.groupsFrom = 5
	}
	l.minus, l.plus = l.words["cldr.minus"], l.words["cldr.plus"]
	l.months, l.monthsAlone, l.monthsShort = l.list("cldr.months"), l.list("cldr.months.alone"), l.list("cldr.months.short")
	l.plurals = l.words["cldr.plurals"]
	l.rightToLeft = l.words["direction"] == "rtl"
	if l.words["spelt"] != "" {
		l.spelt = l.list("spelt")
	}
	return l
}

func (l *Language) list(key string) []string { return strings.Split(l.words[key], "|") }

// or returns the language, or English for nil.
func (l *Language) or() *Language {
	if l == nil {
		return English
	}
	return l
}

// RightToLeft reports whether the language is written from right to left.
func (l *Language) RightToLeft() bool { return l.or().rightToLeft }

// Draft reports whether no native speaker has signed the translation yet.
func (l *Language) Draft() bool { return l.or().words["signed"] == "" }

// Keys returns the keys of all entries, sorted. Each plural form is a separate entry.
func (l *Language) Keys() []string {
	return slices.Sorted(maps.Keys(l.or().words))
}

// In returns the language of a BCP 47 tag, a more general one for a tag such as
// "de-AT", or nil if the widget does not have it.
func In(tag string) *Language {
	for _, l := range languages() {
		if l.Is(tag) {
			return l
		}
	}
	return nil
}

// Is reports whether a BCP 47 tag is of this language, in any region.
func (l *Language) Is(tag string) bool {
	own, _, _ := strings.Cut(l.or().Tag, "-")
	other, _, _ := strings.Cut(tag, "-")
	return strings.EqualFold(own, other)
}
