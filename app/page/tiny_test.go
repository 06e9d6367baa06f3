package page_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"factframe/app/page"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/datatest/golden"
	"factframe/data/table"
	"factframe/web/goapp"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// printed parses a page as a browser does.
func printed(t testing.TB, m page.Model) *html.Node {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, goapp.Print(&b, app.Elem("main").Body(m.Body()...)))
	doc, err := html.Parse(&b)
	require.NoError(t, err)
	return doc
}

// Packages that each differ in one thing, with their pages as text: the view, its table, an
// open receipt, each filter, and a comparison.
func TestPagesOfTinyPackages(t *testing.T) {
	var b strings.Builder
	packages := datatest.Tiny(t)
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		p := packages[name]
		states := []state.State{{View: "view"}}
		if slices.Contains(whole, name) {
			states = statesOf(p)
		}
		for i, s := range states {
			doc := printed(t, page.New(p, s))
			if i > 0 || !slices.Contains(whole, name) {
				doc = section(doc) // the rest is the same
			}
			b.WriteString("== " + name + " " + s.Address() + "\n" + datatest.Aloud(doc))
		}
	}
	golden.Equal(t, "testdata/tiny.txt", b.String())
}

// whole are the packages for which every state and part is recorded.
var whole = []string{"bar-shares", "bar-notes", "line-highlight", "cards", "calculated", "bar-orders", "stack", "bar-thirteen", "bar-groups", "dumbbell"}

// section returns the part of a page that differs between states.
func section(doc *html.Node) *html.Node {
	for d := range doc.Descendants() {
		if d.Data == "section" {
			return d
		}
	}
	return doc
}

func statesOf(p *data.Package) []state.State {
	v, s := p.Views[0], state.State{View: "view"}
	list := []state.State{s, s.WithShow(state.ShowTable), s.WithFigure(p.Figures[0].ID), {Figure: p.Figures[0].ID}}
	for _, u := range v.Units {
		list = append(list, s.WithUnit(v, u))
	}
	for _, order := range v.Orders {
		list = append(list, s.WithShow(state.ShowTable).WithOrder(v, order))
	}
	for _, dimension := range v.Filters {
		list = append(list, s.WithOnlyOf(p, dimension, table.Options(p, v, dimension)[0].ID))
	}
	if periods := table.Periods(p, v); len(periods) > 1 {
		list = append(list, s.WithSpan(p, 1, len(periods)-1))
	}
	if len(p.Figures) > 1 {
		list = append(list, state.State{View: state.CompareView, Picked: []string{p.Figures[0].ID, p.Figures[1].ID}})
	}
	return append(list, state.State{View: state.CompareView})
}
