package page

import (
	"factframe/app/svg"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// node returns an SVG element. go-app v9.8.0 needs the namespace on each one.
func node(tag string, attrs ...string) app.HTMLElem {
	e := app.Elem(tag).XMLNS(svgNamespace)
	for i := 0; i+1 < len(attrs); i += 2 {
		e.Attr(attrs[i], attrs[i+1])
	}
	return e
}

// element converts a node of a picture to a go-app element.
func element(n svg.Node) app.UI {
	if n.Tag == "" {
		return app.Text(n.Text)
	}
	var attrs []string
	for _, a := range n.Attrs {
		attrs = append(attrs, a.Name, a.Value)
	}
	return node(n.Tag, attrs...).Body(elements(n.Children)...)
}

func elements(nodes []svg.Node) []app.UI {
	var list []app.UI
	for _, n := range nodes {
		list = append(list, element(n))
	}
	return list
}

const svgNamespace = "http://www.w3.org/2000/svg"
