package state

import (
	"slices"

	"factframe/data"
)

// Prerendered lists the states that have a prerendered page: every view, every view with
// one simple choice, every table in every order, the empty comparison, and every receipt.
func Prerendered(p *data.Package) []State {
	return slices.Concat(viewStates(p), []State{{View: CompareView}}, receiptsStates(p), figureStates(p))
}
