package render

import (
	"cmp"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
)

// HTML writes one tree as HTML. Attributes are sorted, there is no white space between
// children, and adjacent texts are separated so that a parser keeps them apart.
type HTML struct {
	To  io.Writer
	Err error // the first error

	open       []string          // tags of open elements; empty for a text
	attributes map[string]string // of the start tag to be written, or nil
	afterText  bool
}

// booleans are attributes whose presence means true.
var booleans = map[string]bool{"checked": true, "disabled": true, "hidden": true, "open": true, "required": true, "selected": true, "multiple": true, "readonly": true, "autofocus": true}

// void elements have no end tag (HTML, section 13.1.2).
var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true}

var (
	escapeText      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\u00a0", "&nbsp;", "\r", "&#13;")
	escapeAttribute = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", "\u00a0", "&nbsp;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;")
)

// EscapeAttribute escapes a text for use between double quotes.
func EscapeAttribute(s string) string { return escapeAttribute.Replace(s) }

func (h *HTML) write(s string) {
	if h.Err == nil {
		_, h.Err = io.WriteString(h.To, s)
	}
}

// Element implements Renderer.
func (h *HTML) Element(_ Node, tag, _ string) {
	h.start()
	h.open = append(h.open, tag)
	h.attributes = map[string]string{}
}

// Text implements Renderer.
func (h *HTML) Text(_ Node, words string) {
	h.start()
	if parent := h.parent(); words != "" && (parent == "script" || parent == "style") {
		h.Err = cmp.Or(h.Err, errors.New("cannot print a <"+parent+"> element with text"))
	}
	h.open = append(h.open, "")
	if words == "" {
		return
	}
	if h.afterText {
		h.write("<!---->")
	}
	h.write(escapeText.Replace(words))
	h.afterText = true
}

// Attribute implements Renderer.
func (h *HTML) Attribute(_ Node, name, value string, set bool) {
	if set {
		h.attributes[name] = value
	}
}

// Insert implements Renderer; the child is the open element or text.
func (h *HTML) Insert(Node, Node, Node) {
	h.start()
	tag := h.parent()
	h.open = h.open[:len(h.open)-1]
	if tag != "" && !void[tag] {
		h.write("</" + tag + ">")
		h.afterText = false
	}
}

// Remove implements Renderer; it is never called for a new tree.
func (h *HTML) Remove(Node, Node) {}

// Listen implements Renderer; HTML has no listeners.
func (h *HTML) Listen(Node, string, func(any)) {}

// Release implements Renderer.
func (h *HTML) Release(Node) {}

// Flush implements Renderer.
func (h *HTML) Flush() {}

func (h *HTML) parent() string {
	if len(h.open) == 0 {
		return ""
	}
	return h.open[len(h.open)-1]
}

// start writes the pending start tag, if any.
func (h *HTML) start() {
	if h.attributes == nil {
		return
	}
	h.write("<" + h.parent())
	for _, name := range slices.Sorted(maps.Keys(h.attributes)) {
		h.attribute(name, h.attributes[name])
	}
	h.write(">")
	h.attributes, h.afterText = nil, false
}

func (h *HTML) attribute(name, value string) {
	switch {
	case booleans[name]:
		if value == "true" {
			h.write(" " + name)
		}
	case name == "download" && value == "": // saved under the name in the address
		h.write(" " + name)
	default:
		h.write(" " + name + `="` + EscapeAttribute(value) + `"`)
	}
}
