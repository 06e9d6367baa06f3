package read

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strings"
)

// errIncomplete is the error for an option that a person has to complete.
var errIncomplete = errors.New("the option is not complete")

// With returns options with one more, written as a guess writes it: "-decimal comma". An option
// that a person has to complete, such as -title or -name "Year=…", is an error.
func (o Options) With(option string) (Options, error) {
	words := split(option)
	if len(words) != 2 || strings.Contains(option, "…") {
		return o, errIncomplete
	}
	for _, list := range []*[]string{&o.Units, &o.Values, &o.Periods, &o.Categories, &o.Notes, &o.Drop, &o.Missing, &o.Totals, &o.Parts, &o.Names, &o.Where} {
		*list = slices.Clone(*list) // they may be shared
	}
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	o.Flags(flags)
	if err := flags.Parse(words); err != nil {
		return o, err
	}
	return o, nil
}

// split splits an option into words as a shell does: a text in quotes is one word.
func split(option string) []string {
	var words []string
	var word strings.Builder
	quote, begun := rune(0), false
	for escaped, c := range escapes(option) {
		switch {
		case escaped:
			word.WriteRune(c)
		case quote == 0 && (c == '\'' || c == '"'):
			quote, begun = c, true
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && c == ' ':
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(c)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}

// escapes yields the characters of a text, and whether each has a backslash before it.
func escapes(s string) func(yield func(bool, rune) bool) {
	return func(yield func(bool, rune) bool) {
		escaped := false
		for _, c := range s {
			if c == '\\' && !escaped {
				escaped = true
				continue
			}
			if !yield(escaped, c) {
				return
			}
			escaped = false
		}
	}
}
