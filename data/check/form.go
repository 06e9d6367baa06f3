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
	mostBytes = 32 << 20 // of a package, or of one of its tables of figures
	mostDepth = 64       // of nested lists and objects; a package needs 9
)

// MostFigures is the most figures that a package may have. Larger tables must be
// records.
const MostFigures = 20_000

// form checks the text of a package before it is parsed. It reports what a JSON
// parser would ignore, and what would make a build take forever.
func form(file string, raw []byte) error {
	problem := func(record, field, wrong, want string) error {
		return load.Problems{{File: file, Record: record, Field: field, Wrong: wrong, Want: want}}
	}
	switch {
	case len(raw) > mostBytes:
		return problem("", "", fmt.Sprintf("has %d MB", len(raw)>>20), fmt.Sprintf("use at most %d MB; turn large tables into records, in a CSV file next to it", mostBytes>>20))
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return problem("", "", "begins with a byte-order mark", "save it as UTF-8 without a byte-order mark")
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")), len(raw) > 1 && (raw[0] == 0) != (raw[1] == 0):
		return problem("", "", "is UTF-16", "save it as UTF-8")
	case !utf8.Valid(raw):
		return problem("", "", "is not valid UTF-8", "save it as UTF-8")
	}
	w := walker{raw: raw, tokens: json.NewDecoder(bytes.NewReader(raw))}
	w.tokens.UseNumber()
	wrong, want := w.value("", 0)
	if wrong == "" {
		return nil
	}
	return problem(fmt.Sprintf("line %d", 1+bytes.Count(raw[:w.tokens.InputOffset()], []byte("\n"))), w.field, wrong, want)
}

// walker reads JSON token by token, and stops at the first error.
type walker struct {
	raw    []byte
	tokens *json.Decoder
	field  string // the field with the error
	broken bool   // the JSON is invalid, and load.Bytes reports where
}

// value reads one value. field is its field, or that of the list it is in.
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
			return fmt.Sprintf("has a %s", name), "remove it: it is invisible and changes how the text is read"
		}
	case json.Number:
		if wrong, want := number(token); wrong != "" {
			w.field = field
			return wrong, want
		}
	case json.Delim:
		if depth > mostDepth {
			w.field = field
			return fmt.Sprintf("is nested more than %d levels deep", mostDepth), "write fewer levels of lists and objects"
		}
		return w.within(token, field, depth)
	}
	return "", ""
}

// within reads the contents of a list or an object.
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
				return "appears twice in one object, so only the last would be used", "remove one of them"
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

// largestWhole is the largest number up to which browsers keep every whole number
// exactly.
const largestWhole = 1<<53 - 1

// number reports numbers that a browser cannot represent.
func number(n json.Number) (wrong, want string) {
	v, err := strconv.ParseFloat(n.String(), 64)
	switch {
	case err != nil || math.IsInf(v, 0):
		return fmt.Sprintf("%s is too large for a number", n), "write it in a larger unit"
	case math.Abs(v) > largestWhole:
		return fmt.Sprintf("%s has more digits than a browser can keep", n), "write it in thousands or millions, and name that in the unit"
	}
	return "", ""
}

// unseen are invisible characters that change how the text is read. Joiners are
// allowed, because some scripts need them.
var unseen = map[rune]string{
	'\u00ad': "soft hyphen", '\u200b': "zero-width space", '\u200e': "left-to-right mark", '\u200f': "right-to-left mark", '\u2028': "line separator", '\u2029': "paragraph separator",
	'\u202a': "left-to-right embedding", '\u202b': "right-to-left embedding", '\u202c': "pop of an embedding", '\u202d': "left-to-right override", '\u202e': "right-to-left override",
	'\u2060': "word joiner", '\u2066': "left-to-right isolate", '\u2067': "right-to-left isolate", '\u2068': "first-strong isolate", '\u2069': "pop of an isolate",
	'\ufeff': "byte-order mark", '\ufffd': "replacement character in place of a lost one",
}

// refused returns the name of the first forbidden character in s, or "".
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
