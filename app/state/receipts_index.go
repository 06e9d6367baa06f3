package state

import "factframe/data"

// ReceiptsIndex returns the page that leads from the addresses of a site of few files to the
// receipts, where they are on other pages. It returns false if the receipts are on this page.
func ReceiptsIndex(p *data.Package) (index State, leads bool) {
	return State{View: ReceiptsView}, len(p.Figures) > 0 && (!p.Few || ManyFigures(p))
}

// ReceiptAt returns the address of the page with a figure's receipt, by its place in the
// package. For a large package it is not the address that is handed out, because it changes
// with the place.
func ReceiptAt(p *data.Package, place int) string {
	id := p.Figures[place].ID
	if ManyFigures(p) {
		return ReceiptPage(place).Address() + "#" + id
	}
	return FigureLink(p, id)
}
