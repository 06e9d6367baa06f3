package page

import (
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// ReceiptsIndex is the page that leads from the address of each receipt on a shared page to
// where the receipt is.
func ReceiptsIndex(p *data.Package, s state.State) app.UI {
	m := &Model{Package: p, State: s}
	parts := []app.UI{m.written("h1", "", say.Heading(p, s))}
	for i, f := range p.Figures {
		parts = append(parts, el("p", "", m.link("", "../"+state.ReceiptAt(p, i), text.Capital(say.Alone(f))).ID(f.ID)))
	}
	return app.Elem("main").Class("panel").Body(parts...)
}
