package app

import (
	"strings"
	"testing"

	"factframe/app/state"
	"factframe/data/datatest"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
)

// In a site of few files the program shows the receipt that an address names by itself, and
// makes the files that the site does not have. It links only to those that the site has.
func TestTheProgramOfASiteOfFewFiles(t *testing.T) {
	p := datatest.Default(t)
	p.Few = true
	w := NewWidget(p, state.State{View: state.ReceiptsView})
	w.base = "https://figures.example/"
	shown := func(address string) string {
		s, ignored, ok := w.stateAt(w.base + address)
		assert.True(t, ok)
		assert.Empty(t, ignored)
		return app.HTMLString(NewWidget(p, s).Render())
	}
	for address, want := range map[string]struct{ with, without []string }{
		"receipts/":            {with: []string{`id="foi-crimes"`, `id="foi-sussex"`}},
		"receipts/#foi-crimes": {with: []string{`id="foi-crimes"`, "2,287 crimes recorded", `data-take="csv"`}, without: []string{"foi-sussex", `href="img/`}},
		"outcomes/":            {with: []string{`href="receipts/#foi-lack-of-evidence"`, `href="data/outcomes.csv"`, `href="img/outcomes.png"`}, without: []string{`href="figure/`}},
		"outcomes/percent/":    {with: []string{`href="receipts/#foi-lack-of-evidence"`, `data-take="csv"`}, without: []string{"percent.csv", "percent.png"}},
	} {
		page := shown(address)
		for _, words := range want.with {
			assert.True(t, strings.Contains(page, words), "%s has no %s", address, words)
		}
		for _, words := range want.without {
			assert.False(t, strings.Contains(page, words), "%s has %s", address, words)
		}
	}
	assert.Contains(t, w.File("csv", w.base+"receipts/#foi-crimes"), ",https://figures.example/receipts/#foi-crimes\r\n")
	assert.Contains(t, w.File("csv", w.base+"outcomes/percent/"), "/receipts/#foi-lack-of-evidence\r\n")
	assert.Empty(t, w.File("csv", w.base+"receipts/"), "there is no file of all receipts")
}
