package state

import (
	"strconv"

	"factframe/data"
)

// ReceiptsView contains the receipts of a large package on shared pages. Rows is the number
// of the page.
const ReceiptsView = "receipts"

// ReceiptsPage is a page of ReceiptsView.
var ReceiptsPage = &Page{
	has:     func(s State) bool { return s.View == ReceiptsView },
	address: func(s State) string { return ReceiptsView + "/" + strconv.Itoa(s.Rows) + "/" },
	parse: func(p *data.Package, segments []string, _ string) (s State, ignored []string, ok bool) {
		if len(segments) != 2 || segments[0] != ReceiptsView || !ManyFigures(p) || !isRow(segments[1]) {
			return s, nil, false
		}
		n, _ := strconv.Atoi(segments[1])
		return State{View: ReceiptsView, Rows: n}, nil, n <= receiptPages(p)
	},
}

func receiptsStates(p *data.Package) (list []State) {
	if ManyFigures(p) {
		for i := range receiptPages(p) {
			list = append(list, State{View: ReceiptsView, Rows: i + 1})
		}
	}
	return list
}

// With more than mostReceipts figures, receipts share pages, so that the number of pages
// stays small.
const (
	mostReceipts    = 300
	ReceiptsOnAPage = 100
)

// ManyFigures reports whether a package has too many figures for one page each.
func ManyFigures(p *data.Package) bool { return len(p.Figures) > mostReceipts }

// receiptPages returns the number of shared pages of receipts.
func receiptPages(p *data.Package) int {
	return (len(p.Figures) + ReceiptsOnAPage - 1) / ReceiptsOnAPage
}

// ReceiptPage returns the shared page of a figure, by its place in the package.
func ReceiptPage(place int) State {
	return State{View: ReceiptsView, Rows: place/ReceiptsOnAPage + 1}
}
