package page

import (
	"factframe/app/say"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// receipts shows one shared page of receipts, each with a fragment address.
func (m *Model) receipts() []app.UI {
	items := []app.UI{m.written("h1", "", say.Heading(m.Package, m.State))}
	for _, f := range m.onReceiptPage() {
		items = append(items, app.Elem("section").ID(f.ID).Body(m.written("h2", "", text.Capital(say.Phrase(f))), m.receipt(f)))
	}
	return items
}

// onReceiptPage returns the figures on a page of receipts.
func (m *Model) onReceiptPage() []*data.Figure {
	from, to := m.State.Receipts(m.Package)
	return m.Package.Figures[from:to]
}
