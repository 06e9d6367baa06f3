package state

import (
	"strconv"
	"strings"

	"factframe/data"
)

// ReceiptsView contains receipts on shared pages. Rows is the number of the page; it is 0 if
// one page has all of them.
const ReceiptsView = "receipts"

// ReceiptsPage is a page of ReceiptsView.
var ReceiptsPage = &Page{
	has:     func(s State) bool { return s.View == ReceiptsView },
	address: receiptsAddress,
	parse: func(p *data.Package, at location) (State, []string, bool) {
		for _, s := range receiptsStates(p) {
			if receiptsAddress(s) == strings.Join(at.segments, "/")+"/" {
				return s, nil, true
			}
		}
		return State{}, nil, false
	},
}

func receiptsAddress(s State) string {
	if s.Rows == 0 {
		return ReceiptsView + "/"
	}
	return ReceiptsView + "/" + strconv.Itoa(s.Rows) + "/"
}

func receiptsStates(p *data.Package) (list []State) {
	switch {
	case ManyFigures(p):
		for i := range receiptPages(p) {
			list = append(list, State{View: ReceiptsView, Rows: i + 1})
		}
	case p.Few && len(p.Figures) > 0:
		list = append(list, State{View: ReceiptsView})
	}
	return list
}

// With more than mostReceipts figures, receipts share several pages, so that the number of
// pages stays small.
const (
	mostReceipts    = 300
	ReceiptsOnAPage = 100
)

// ManyFigures reports whether a package has too many figures for one page each.
func ManyFigures(p *data.Package) bool { return len(p.Figures) > mostReceipts }

// SharedReceipts reports whether receipts share pages.
func SharedReceipts(p *data.Package) bool { return p.Few || ManyFigures(p) }

// receiptPages returns the number of shared pages of receipts.
func receiptPages(p *data.Package) int {
	return (len(p.Figures) + ReceiptsOnAPage - 1) / ReceiptsOnAPage
}

// ReceiptPage returns the shared page of a figure, by its place in a large package.
func ReceiptPage(place int) State {
	return State{View: ReceiptsView, Rows: place/ReceiptsOnAPage + 1}
}

// Receipts returns the places of the first figure on a shared page, and of the one after the
// last.
func (s State) Receipts(p *data.Package) (from, to int) {
	if s.Rows == 0 {
		return 0, len(p.Figures)
	}
	from = (s.Rows - 1) * ReceiptsOnAPage
	return from, min(from+ReceiptsOnAPage, len(p.Figures))
}
