package read

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode converts a file to UTF-8. It recognises a byte-order mark, the zeros of UTF-16, and
// otherwise assumes Windows-1252 if the bytes are not valid UTF-8. It returns the name of
// the encoding unless it was UTF-8.
func decode(file string, raw []byte) (text, name string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(raw, []byte("\x00\x00\xfe\xff")):
		return "", "", wrong(file, "is UTF-32", "save it as UTF-8")
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), zerosAt(raw, 1):
		return from(file, raw, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16")
	case bytes.HasPrefix(raw, []byte("\xfe\xff")), zerosAt(raw, 0):
		return from(file, raw, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16")
	}
	if at := badControl(string(raw)); at >= 0 {
		return "", "", wrong(file, fmt.Sprintf("line %d has a %s", lineAt(raw, at), controlName(raw[at])), "save the table as plain CSV text")
	}
	if utf8.Valid(raw) {
		return string(raw), "", nil
	}
	at, several := firstInvalid(raw)
	if several {
		return "", "", wrong(file, fmt.Sprintf("line %d is not UTF-8, unlike other lines", lineAt(raw, at)), "save the whole file as UTF-8")
	}
	undefined := func(b byte) bool { return b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d }
	if i := slices.IndexFunc(raw, undefined); i >= 0 {
		return "", "", wrong(file, fmt.Sprintf("line %d is neither UTF-8 nor Windows-1252", lineAt(raw, i)), "save it as UTF-8")
	}
	return from(file, raw, charmap.Windows1252, "Windows-1252, because it is not UTF-8")
}

// zerosAt reports whether nearly every second byte from this one on is zero, as in Latin
// text in UTF-16.
func zerosAt(raw []byte, from int) bool {
	zeros, others, pairs := 0, 0, min(len(raw)/2, 500)
	for i := range pairs {
		if raw[2*i+from] == 0 {
			zeros++
		}
		if raw[2*i+1-from] == 0 {
			others++
		}
	}
	return pairs > 2 && zeros > pairs*9/10 && others == 0
}

func from(file string, raw []byte, e encoding.Encoding, name string) (string, string, error) {
	text, err := e.NewDecoder().Bytes(raw)
	if err == nil && (badControl(string(text)) >= 0 || strings.ContainsRune(string(text), utf8.RuneError)) {
		err = fmt.Errorf("it has bytes that are not valid in it")
	}
	if err != nil {
		return "", "", wrong(file, "cannot be read as "+name+": "+err.Error(), "save it as UTF-8")
	}
	return strings.TrimPrefix(string(text), "\ufeff"), name, nil
}

// badControl returns the index of the first control character that no table contains, or -1.
func badControl(s string) int {
	return strings.IndexFunc(s, func(c rune) bool {
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' || c == 0x7f
	})
}

func controlName(b byte) string {
	if b == 0 {
		return "NUL byte"
	}
	return fmt.Sprintf("control character (%#02x)", b)
}

// firstInvalid returns the index of the first byte that is not UTF-8, and whether other
// bytes are UTF-8 beyond ASCII.
func firstInvalid(raw []byte) (at int, mixed bool) {
	at = -1
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1 && at < 0:
			at = i
		case size > 1:
			mixed = true
		}
		i += size
	}
	return at, mixed
}

func lineAt(raw []byte, at int) int { return 1 + bytes.Count(raw[:at], []byte("\n")) }
