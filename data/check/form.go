package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"factframe/data/load"
)

const (
	mostBytes = 32 << 20 // of a package or of one of its tables of figures
	mostDepth = 64       // of lists and objects within each other; a package needs 9
)

// MostFigures is how many figures a package may have; records are for more.
const MostFigures = 20_000

// form says what is wrong with a package's text before anybody asks what it
// means: what a JSON reader would pass over in silence, and what would take a
// build without end.
func form(file string, raw []byte) error {
	problem := func(record, field, wrong, want string) error {
		return load.Problems{{File: file, Record: record, Field: field, Wrong: wrong, Want: want}}
	}
	switch {
	case len(raw) > mostBytes:
		return problem("", "", fmt.Sprintf("has %d MB", len(raw)>>20), fmt.Sprintf("keep to %d MB; write large tables as records, in a CSV beside it", mostBytes>>20))
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return problem("", "", "begins with a byte-order mark", "save it as UTF-8 without one")
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")), len(raw) > 1 && (raw[0] == 0) != (raw[1] == 0):
		return problem("", "", "is UTF-16", "save it as UTF-8")
	case !utf8.Valid(raw):
		return problem("", "", "has bytes that are no UTF-8", "save it as UTF-8")
	}
	w := walker{raw: raw, tokens: json.NewDecoder(bytes.NewReader(raw))}
	w.tokens.UseNumber()
	wrong, want := w.value("", 0)
	if wrong == "" {
		return nil
	}
	return problem(fmt.Sprintf("line %d", 1+bytes.Count(raw[:w.tokens.InputOffset()], []byte("\n"))), w.field, wrong, want)
}

// walker reads a JSON text token by token. It stops at the first thing wrong.
type walker struct {
	raw    []byte
	tokens *json.Decoder
	field  string // that the wrong value is of
	broken bool   // the JSON is, and load.Bytes tells where
}

// value reads one value, of a field of an object or of a list in one.
func (w *walker) value(field string, depth int) (wrong, want string) {
	token, err := w.tokens.Token()
	if err != nil {
		w.broken = true
		return "", ""
	}
	switch token := token.(type) {
	case string:
		if name := refused(token); name != "" {
			w.field = field
			return fmt.Sprintf("has a %s", name), "take it out: nobody sees it, and it changes what is read"
		}
	case json.Number:
		if wrong, want := number(token); wrong != "" {
			w.field = field
			return wrong, want
		}
	case json.Delim:
		if depth > mostDepth {
			w.field = field
			return fmt.Sprintf("is the %dth list or object within another", mostDepth+1), "a package has a few"
		}
		return w.within(token, field, depth)
	}
	return "", ""
}

// within reads what a list or an object holds.
func (w *walker) within(begin json.Delim, field string, depth int) (wrong, want string) {
	keys := map[string]bool{}
	for !w.broken && w.tokens.More() {
		if begin == '{' {
			token, err := w.tokens.Token()
			key, ok := token.(string)
			if w.broken = err != nil || !ok; w.broken {
				return "", ""
			}
			if keys[key] {
				w.field = key
				return "stands twice in one record, and only one of them would count", "remove one"
			}
			keys[key] = true
			field = key
		}
		if wrong, want = w.value(field, depth+1); wrong != "" {
			return wrong, want
		}
	}
	if !w.broken {
		_, err := w.tokens.Token()
		w.broken = err != nil
	}
	return "", ""
}

// largestWhole is the largest whole number that browsers tell from its neighbours.
const largestWhole = 1<<53 - 1

// number refuses what a browser would read as another number.
func number(n json.Number) (wrong, want string) {
	v, err := strconv.ParseFloat(n.String(), 64)
	switch {
	case err != nil || math.IsInf(v, 0):
		return fmt.Sprintf("%s is larger than any number that can be drawn", n), "write it in a larger unit"
	case math.Abs(v) > largestWhole:
		return fmt.Sprintf("%s has more digits than a browser keeps", n), "write it in thousands or millions, with a unit that says so"
	}
	return "", ""
}

// unseen are characters that nobody sees and that change how others are read.
// Joiners, which some scripts need, are not among them.
var unseen = map[rune]string{
	'\u00ad': "soft hyphen", '\u200b': "zero-width space", '\u200e': "left-to-right mark", '\u200f': "right-to-left mark", '\u2028': "line separator", '\u2029': "paragraph separator",
	'\u202a': "left-to-right embedding", '\u202b': "right-to-left embedding", '\u202c': "pop of an embedding", '\u202d': "left-to-right override", '\u202e': "right-to-left override",
	'\u2060': "word joiner", '\u2066': "left-to-right isolate", '\u2067': "right-to-left isolate", '\u2068': "first-strong isolate", '\u2069': "pop of an isolate",
	'\ufeff': "byte-order mark", '\ufffd': "replacement character, where another was lost",
}

// refused names the first character of a text that a package may not have.
func refused(s string) string {
	for _, c := range s {
		switch name := unseen[c]; {
		case name != "":
			return fmt.Sprintf("%s (U+%04X)", name, c)
		case c < ' ' && c != '\n' && c != '\t', c >= 0x7f && c < 0xa0:
			return fmt.Sprintf("control character (U+%04X)", c)
		case c >= 0xe0000 && c <= 0xe007f:
			return fmt.Sprintf("tag character (U+%04X)", c)
		}
	}
	return ""
}
