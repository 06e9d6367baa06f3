package page

import (
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Away is the page for offline readers at an address that the device has not stored. It
// explains this, and links to the stored figures and the help lines.
func Away(p *data.Package) app.UI {
	return app.Elem("main").Class("panel").Body(
		el("h1", "", app.Text(p.Words.Say("away.title"))),
		el("p", "sub", app.Text(p.Words.Say("away.why")+" "), app.Elem("a").Attr("href", "./").Text(p.Title)),
		(&Model{Package: p}).help(),
	)
}
