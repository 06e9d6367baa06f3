package page

import (
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Away is the page that a reader without a network gets at an address that the
// device does not keep: it says so, leads to the figures that are kept, and has
// the help lines.
func Away(p *data.Package) app.UI {
	return app.Elem("main").Class("panel").Body(
		el("h1", "", app.Text(p.Words.Say("away.title"))),
		el("p", "sub", app.Text(p.Words.Say("away.why")+" "), app.Elem("a").Attr("href", "./").Text(p.Title)),
		(&Model{Package: p}).help(),
	)
}
