package goapp

import (
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Print writes a component as HTML, the same way every time.
//
// go-app v9.8.0's own printer breaks attributes that hold quotes, drops the
// value "true", writes false booleans as if they were true and puts line breaks
// between children. The mounted tree is right, so this walks it by reflection,
// reading only; a kind of node that it does not know is an error.
func Print(w io.Writer, root app.UI) error {
	tester := app.NewServerTester(root)
	defer tester.Close()
	tester.Consume()
	p := printer{w: w}
	p.node(reflect.ValueOf(root), "")
	return p.err
}

// booleans are attributes whose presence means true.
var booleans = map[string]bool{"checked": true, "disabled": true, "hidden": true, "open": true, "required": true, "selected": true, "multiple": true, "readonly": true, "autofocus": true}

var (
	escapeText      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\u00a0", "&nbsp;", "\r", "&#13;")
	escapeAttribute = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", "\u00a0", "&nbsp;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;")
)

// EscapeAttribute makes a text fit to stand between double quotes.
func EscapeAttribute(s string) string { return escapeAttribute.Replace(s) }

type printer struct {
	w         io.Writer
	err       error
	afterText bool
}

func (p *printer) write(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

func (p *printer) node(v reflect.Value, parent string) {
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	t := v.Type()
	switch {
	case t.PkgPath() == Module+"/pkg/app" && t.Name() == "text":
		p.text(v.FieldByName("value").String(), parent)
	case v.FieldByName("htmlElement").IsValid():
		p.element(v.FieldByName("htmlElement"))
	case v.FieldByName("Compo").IsValid():
		p.node(v.FieldByName("Compo").FieldByName("root"), parent)
	default:
		p.err = fmt.Errorf("the printer does not know the node %s: has go-app changed?", t)
	}
}

func (p *printer) text(s, parent string) {
	switch {
	case s == "":
		return
	case parent == "script" || parent == "style":
		p.err = fmt.Errorf("a component holds a <%s> with text, which is not printed", parent)
	}
	if p.afterText {
		p.write("<!---->") // two texts stay two when a browser parses them
	}
	p.write(escapeText.Replace(s))
	p.afterText = true
}

func (p *printer) element(e reflect.Value) {
	tag := e.FieldByName("tag").String()
	p.write("<" + tag)
	attrs := map[string]string{}
	for _, k := range e.FieldByName("attributes").MapKeys() {
		attrs[k.String()] = e.FieldByName("attributes").MapIndex(k).String()
	}
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		p.attribute(name, attrs[name])
	}
	p.write(">")
	p.afterText = false
	if e.FieldByName("isSelfClosing").Bool() {
		return
	}
	children := e.FieldByName("children")
	for i := range children.Len() {
		p.node(children.Index(i), tag)
	}
	p.write("</" + tag + ">")
	p.afterText = false
}

func (p *printer) attribute(name, value string) {
	if booleans[name] {
		if value == "true" {
			p.write(" " + name)
		}
		return
	}
	if name == "download" && value == "" {
		p.write(" " + name) // saved under its own name
		return
	}
	p.write(" " + name + `="` + EscapeAttribute(value) + `"`)
}
