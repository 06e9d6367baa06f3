package state

import (
	"fmt"
	"testing"

	"factframe/data"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
)

// In a site of few files a receipt is a part of a page. The address of that part and of a page
// with the receipt alone lead to it in any site, so that an address that was handed out stays
// right.
func TestReceiptsOfASiteOfFewFiles(t *testing.T) {
	for few, want := range map[bool]string{false: "figure/foi-crimes/", true: "receipts/#foi-crimes"} {
		p := datatest.Default(t)
		p.Few = few
		assert.Equal(t, want, FigureLink(p, "foi-crimes"))
		for _, address := range []string{"figure/foi-crimes/", "receipts/#foi-crimes", "receipts/3/#foi-crimes", "receipts/index.html#foi-crimes"} {
			s, ignored := Parse(p, address)
			assert.Empty(t, ignored, address)
			assert.Equal(t, want, s.Address(), address)
		}
		for _, address := range []string{"receipts/#nothing", "receipts/?figure=foi-crimes"} {
			s, ignored := Parse(p, address)
			assert.Equal(t, few, len(ignored) == 0, address)
			assert.Equal(t, few, s.View == ReceiptsView, address)
		}
	}
}

// All receipts are on one page, unless there are many.
func TestPagesOfASiteOfFewFiles(t *testing.T) {
	addresses := func(p *data.Package) (list []string) {
		for _, s := range append(receiptsStates(p), figureStates(p)...) {
			list = append(list, s.Address())
		}
		return list
	}
	of := func(n int) *data.Package {
		p := &data.Package{Few: true}
		for i := range n {
			p.Figures = append(p.Figures, &data.Figure{ID: fmt.Sprint("f", i)})
		}
		return p
	}
	assert.Empty(t, addresses(of(0)))
	assert.Equal(t, []string{"receipts/"}, addresses(of(1)))
	assert.Equal(t, []string{"receipts/"}, addresses(of(300)))
	assert.Equal(t, []string{"receipts/1/", "receipts/2/", "receipts/3/", "receipts/4/"}, addresses(of(301)))
	from, to := State{View: ReceiptsView}.Receipts(of(300))
	assert.Equal(t, []int{0, 300}, []int{from, to})

	for _, p := range []*data.Package{of(0), of(1), of(300)} {
		_, leads := ReceiptsIndex(p)
		assert.False(t, leads, "the page has the receipts, or there are none")
		p.Few = false
		_, leads = ReceiptsIndex(p)
		assert.Equal(t, len(p.Figures) > 0, leads)
	}
	index, leads := ReceiptsIndex(of(301))
	assert.True(t, leads)
	assert.Equal(t, "receipts/", index.Address())
	assert.Equal(t, "receipts/4/#f300", ReceiptAt(of(301), 300))
	p := of(300)
	p.Few = false
	assert.Equal(t, "figure/f299/", ReceiptAt(p, 299))
}

// The first filters have pages, as long as there are few of them, and only views have files.
func TestChoicesOfASiteOfFewFiles(t *testing.T) {
	paged := func(p *data.Package) (codes int) {
		for _, s := range Prerendered(p) {
			chosen, filed := s.Chosen(p)
			if v := p.View(s.View); v != nil && len(s.Keep) == 1 && s.Show == "" {
				codes++
				assert.Equal(t, !p.Few, filed, s.Address())
			} else if v != nil && s.Address() == v.ID+"/" {
				assert.True(t, filed)
				assert.Equal(t, s, chosen)
			}
		}
		return codes
	}
	p := datatest.Default(t)
	all := paged(p)
	assert.Greater(t, all, mostFew)
	p.Few = true
	few := paged(p)
	assert.LessOrEqual(t, few, mostFew)
	assert.Greater(t, few, mostFew/2)
	first, last := p.Views[0], p.View("sources")
	kept := State{View: first.ID}.WithOnlyOf(p, first.Filters[0], "sun-2016")
	assert.Equal(t, first.ID+"/source-sun-2016/", kept.Address())
	kept = State{View: last.ID}.WithOnlyOf(p, last.Filters[0], "sun-2016")
	assert.Equal(t, "sources/?source=sun-2016", kept.Address())
	again, _ := Parse(p, "sources/source-sun-2016/")
	assert.Equal(t, kept, again, "an address that had a page is understood")
}
