//go:build patched

package goapp

import (
	"io"

	"factframe/web/goapp/render"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Print writes a component as HTML.
func Print(w io.Writer, root app.UI) error {
	html := &render.HTML{To: w}
	component, is := root.(app.Composer)
	if !is {
		component = &around{content: root}
	}
	app.Show(component, html)
	return html.Err
}

// around is a component for an element by itself.
type around struct {
	app.Compo
	content app.UI
}

// Render implements app.Composer.
func (a *around) Render() app.UI { return a.content }
