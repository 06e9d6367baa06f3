package maker

import "github.com/maxence-charriere/go-app/v9/pkg/app"

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

// nothing is a placeholder, because go-app v9.8.0 matches children by index.
func nothing() app.UI { return app.Elem("div").Hidden(true) }

// onlyIf returns content, or a placeholder.
func onlyIf(shown bool, content func() app.UI) app.UI {
	if !shown {
		return nothing()
	}
	return content()
}

// button is a button that does something; see Model.Do.
func button(class, do, arg, label string) app.HTMLElem {
	return written("button", class, label).Attr("type", "button").DataSet("do", do).DataSet("arg", arg)
}

// link is a link to a step, which is a part of the address.
func link(class, to, label string) app.HTMLElem {
	return written("a", class, label).Attr("href", "#"+to)
}
