package page

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// A page is made of a few forms of elements, over and over. Each call that the
// chained setters of go-app take would stand in the program as often.

// el is an element of a class, or of none, around others.
func el(tag, class string, children ...app.UI) app.HTMLElem {
	e := app.Elem(tag)
	if class != "" {
		e.Class(class)
	}
	return e.Body(children...)
}

// written is an element of a class, or of none, around a text.
func written(tag, class, s string) app.HTMLElem { return el(tag, class, app.Text(s)) }

// nothing holds the place of an element: go-app v9.8.0 matches children by index.
func nothing(tag string) app.UI { return app.Elem(tag).Hidden(true) }

// link leads to an address.
func link(class, href, s string) app.HTMLElem { return written("a", class, s).Attr("href", href) }
