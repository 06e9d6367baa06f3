package state

import (
	"factframe/data"
	"factframe/data/table"
)

// Prerendered lists the states that have a page of their own: every view, every
// view with one simple choice, every table in every order, the empty comparison,
// and the receipt of every figure.
func Prerendered(p *data.Package) []State {
	var list []State
	for _, v := range p.Views {
		s := State{View: v.ID}
		list = append(list, s)
		for _, u := range v.Units {
			list = appendOther(list, s, s.WithUnit(v, u))
		}
		for _, o := range v.Orders {
			list = appendOther(list, s, s.WithOrder(v, o))
			list = appendOther(list, s.WithShow(ShowTable), s.WithShow(ShowTable).WithOrder(v, o))
		}
		asTable := s.WithShow(ShowTable)
		list = append(list, asTable)
		for first := RowsOnAPage + 1; first <= table.Select(p, table.Query{View: v.ID}).Shown; first += RowsOnAPage {
			list = append(list, asTable.WithRows(first))
		}
		for _, dimension := range v.Filters {
			options := table.Options(p, v, dimension)
			if len(options) <= mostPaged {
				for _, code := range options {
					list = append(list, s.WithOnly(dimension, code.ID))
				}
			}
		}
	}
	list = append(list, State{View: CompareView})
	if ManyFigures(p) {
		for i := range ReceiptPages(p) {
			list = append(list, State{View: ReceiptsView, Rows: i + 1})
		}
		return list
	}
	for _, f := range p.Figures {
		list = append(list, State{Figure: f.ID})
	}
	return list
}

// What is built grows with what is shown: above so many figures receipts share
// pages, and tables are parted.
const (
	mostReceipts    = 300
	ReceiptsOnAPage = 100
	RowsOnAPage     = 200
)

// ManyFigures reports whether a package has too many figures for a page each.
func ManyFigures(p *data.Package) bool { return len(p.Figures) > mostReceipts }

// ReceiptPages is how many pages their receipts share.
func ReceiptPages(p *data.Package) int {
	return (len(p.Figures) + ReceiptsOnAPage - 1) / ReceiptsOnAPage
}

// ReceiptPage is the page that has a figure among others, by its place in the package.
func ReceiptPage(place int) State {
	return State{View: ReceiptsView, Rows: place/ReceiptsOnAPage + 1}
}

func appendOther(list []State, opened, s State) []State {
	if s.Address() == opened.Address() {
		return list
	}
	return append(list, s)
}
