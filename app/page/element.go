package page

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// These functions keep the program small: each call of go-app's chained setters would be
// compiled in again.

// el returns an element with children; class may be empty.
func el(tag, class string, children ...app.UI) app.HTMLElem {
	e := app.Elem(tag)
	if class != "" {
		e.Class(class)
	}
	return e.Body(children...)
}

// written returns an element with text; class may be empty.
func written(tag, class, s string) app.HTMLElem { return el(tag, class, app.Text(s)) }

// nothing is a placeholder for an element, because go-app v9.8.0 matches children by index.
func nothing(tag string) app.UI { return app.Elem(tag).Hidden(true) }

// link returns a link to an address.
func link(class, href, s string) app.HTMLElem { return written("a", class, s).Attr("href", href) }
