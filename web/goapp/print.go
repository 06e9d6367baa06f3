//go:build !patched

package goapp

import (
	"fmt"
	"io"
	"reflect"

	"factframe/web/goapp/render"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Print writes a component as HTML.
//
// go-app v9.8.0's own printer breaks attributes with quotes, drops the value "true",
// writes false booleans as true and puts line breaks between children.
func Print(w io.Writer, root app.UI) error {
	html := &render.HTML{To: w}
	if err := draw(html, root); err != nil {
		return err
	}
	return html.Err
}

// draw sends a newly mounted component to a renderer. On the command line go-app is
// unpatched and has no renderer, so this reads the mounted tree by reflection. An unknown
// kind of node is an error.
func draw(r render.Renderer, root app.UI) error {
	tester := app.NewServerTester(root)
	defer tester.Close()
	tester.Consume()
	d := drawing{to: r}
	d.node(reflect.ValueOf(root), render.Body)
	return d.err
}

type drawing struct {
	to      render.Renderer
	numbers render.Numbers
	err     error
}

func (d *drawing) node(v reflect.Value, parent render.Node) {
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	t := v.Type()
	switch {
	case t.PkgPath() == Module+"/pkg/app" && t.Name() == "text":
		n := d.numbers.Next()
		d.to.Text(n, v.FieldByName("value").String())
		d.to.Insert(parent, n, render.None)
	case v.FieldByName("htmlElement").IsValid():
		d.element(v.FieldByName("htmlElement"), parent)
	case v.FieldByName("Compo").IsValid():
		d.node(v.FieldByName("Compo").FieldByName("root"), parent)
	default:
		d.err = fmt.Errorf("cannot print the node %s: has go-app changed?", t)
	}
}

func (d *drawing) element(e reflect.Value, parent render.Node) {
	n := d.numbers.Next()
	d.to.Element(n, e.FieldByName("tag").String(), e.FieldByName("xmlns").String())
	for each := e.FieldByName("attributes").MapRange(); each.Next(); {
		d.to.Attribute(n, each.Key().String(), each.Value().String(), true)
	}
	children := e.FieldByName("children")
	for i := range children.Len() {
		d.node(children.Index(i), n)
	}
	d.to.Insert(parent, n, render.None)
}
