package export

import "strings"

// writer writes JSON. encoding/json would add 100 kB to the program.
type writer struct {
	strings.Builder
	begun bool // something precedes in the object or the list
}

func (w *writer) next() {
	if w.begun {
		w.WriteByte(',')
	}
	w.begun = true
}

// object writes an object, or an entry of a list if there is no key before it.
func (w *writer) object(inside func()) { w.between("{", "}", inside) }

// list writes a list as the value of a key.
func (w *writer) list(key string, inside func()) {
	w.key(key)
	w.between("[", "]", inside)
}

func (w *writer) between(open, end string, inside func()) {
	if !strings.HasSuffix(w.String(), ":") {
		w.next()
	}
	w.WriteString(open)
	w.begun = false
	inside()
	w.WriteString(end)
	w.begun = true
}

func (w *writer) key(name string) {
	w.next()
	w.WriteString(quoted(name) + ":")
}

// raw writes a value as it is. text writes a text, and leaves an empty one out.
func (w *writer) raw(key, value string) {
	w.key(key)
	w.WriteString(value)
}

func (w *writer) text(key, value string) {
	if value != "" {
		w.raw(key, quoted(value))
	}
}

const hex = "0123456789abcdef"

// quoted writes a text as RFC 8259 wants it.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c < 0x20:
			b.WriteString(`\u00` + string(hex[c>>4]) + string(hex[c&15]))
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
