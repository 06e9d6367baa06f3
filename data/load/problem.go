package load

import (
	"strconv"
	"strings"
)

// Problem is one error in a package: where it is, and how to fix it.
type Problem struct {
	File   string // as passed to Bytes
	Record string // such as "observations foi-crimes"; empty for the file itself
	Field  string // empty for the record itself
	Wrong  string // completes a sentence about the field, such as "is missing"
	Want   string // how to fix it

	Line, Column int // of a table, from 1; 0 if it is not about a line or a column
}

func (p Problem) Error() string {
	where := []string{p.File}
	for _, part := range []string{p.Record, p.Field} {
		if part != "" {
			where = append(where, part)
		}
	}
	s := strings.Join(where, ": ") + ": " + p.Wrong
	if p.Want != "" {
		s += "; " + p.Want
	}
	return s
}

// Problems lists everything that is wrong with a package, in reading order.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Or returns the problems as an error, or nil if there are none.
func (ps Problems) Or() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// quoted writes a list as ["a", "b"].
func quoted(list []string) string {
	words := make([]string, len(list))
	for i, word := range list {
		words[i] = strconv.Quote(word)
	}
	return "[" + strings.Join(words, ", ") + "]"
}
