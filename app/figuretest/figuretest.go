// Package figuretest tests a package of figures from the reader's side. Open a page, filter
// it, and check the headline, the rows, the sentence, a receipt, or the verdict of a
// comparison.
//
//	page := figuretest.Open(t, "../figures", "outcomes/")
//	page.Only("region", "north")
//	assert.Equal(t, "1,200", page.Row("North").Value)
//	page.Golden("testdata/outcomes.txt", *update)
//
// A Page represents what is shown now, and each filter changes it. Asking for something
// that is not on the page fails the test.
package figuretest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/compare"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Page is what a reader sees at an address after some choices.
type Page struct {
	t     testing.TB
	model page.Model
}

// Load reads and checks a package: a datapackage.json or its folder. If the package has
// errors, the test fails and lists them all.
func Load(t testing.TB, path string) *data.Package {
	t.Helper()
	p, _, err := check.File(path)
	require.NoError(t, err)
	return p
}

// Open opens a package at an address relative to its site, such as "outcomes/",
// "outcomes/percent/?region=north" or "figure/foi-crimes/". An empty address is the first
// page. The test fails if any part of the address is not understood.
func Open(t testing.TB, path, address string) *Page {
	t.Helper()
	return OpenPackage(t, Load(t, path), address)
}

// OpenPackage opens a package that is already loaded.
func OpenPackage(t testing.TB, p *data.Package, address string) *Page {
	t.Helper()
	s, ignored := state.Parse(p, address)
	require.Empty(t, ignored, "of the address %q", address)
	return &Page{t, page.New(p, s)}
}

func (p *Page) show(s state.State) { p.model = page.New(p.model.Package, s) }

// Address returns the address of what is shown.
func (p *Page) Address() string { return p.model.State.Address() }

// Table returns the table that the page shows.
func (p *Page) Table() table.Table { return p.model.Table }

// Only keeps a single code of a dimension, like the link in its filter.
func (p *Page) Only(dimension, code string) {
	p.t.Helper()
	p.offered(dimension, code)
	p.show(p.model.State.WithOnly(dimension, code))
}

// Toggle leaves out a code of a dimension, or includes it again.
func (p *Page) Toggle(dimension, code string) {
	p.t.Helper()
	p.offered(dimension, code)
	p.show(p.model.State.WithToggled(p.model.Package, state.Choice{Dimension: dimension, Code: code}))
}

// offered fails the test if code is not among the codes of a filter.
func (p *Page) offered(dimension, code string) {
	p.t.Helper()
	view := p.view()
	require.Contains(p.t, view.Filters, dimension, "the view has no such filter")
	var ids []string
	for _, c := range table.Options(p.model.Package, view, dimension) {
		ids = append(ids, c.ID)
	}
	require.Contains(p.t, ids, code, "the filter has no such code")
}

// In selects a unit of the view, such as "percent".
func (p *Page) In(unit string) {
	p.t.Helper()
	u := p.model.Package.Unit(unit)
	require.NotNil(p.t, u, "the package has no unit %q", unit)
	require.Contains(p.t, p.view().Units, u, "the view does not offer this unit")
	p.show(p.model.State.WithUnit(p.view(), u))
}

// OrderedBy selects an order of the view: size, name or printed.
func (p *Page) OrderedBy(order string) {
	p.t.Helper()
	require.Contains(p.t, p.view().Orders, order, "the view does not offer this order")
	p.show(p.model.State.WithOrder(p.view(), order))
}

func (p *Page) view() *data.View {
	p.t.Helper()
	require.NotNil(p.t, p.model.View, "the page %q is not a view", p.Address())
	return p.model.View
}

// Headline returns the page's finding, including active filters.
func (p *Page) Headline() string { return say.Heading(p.model.Package, p.model.State) }

// Sentence returns the description of the picture for screen readers.
func (p *Page) Sentence() string { return say.Sentence(p.model.Package.Words, p.model.Table) }

// Source returns the line that names the sources of the figures.
func (p *Page) Source() string {
	return say.SourceLine(p.model.Package.Words, say.SourcesOf(p.model.Table))
}

// Row is a row of the table as it is displayed.
type Row struct {
	ID    string // of its figure; empty for a total of records
	Name  string // with its period, if rows of that name have several
	Value string // with its qualifier and unit, or a note that it was not printed
	Other string // the share, or for a share the count
}

// Rows returns the rows of the table in order.
func (p *Page) Rows() []Row {
	var rows []Row
	for _, panel := range p.model.Table.Panels {
		for _, r := range panel.Rows {
			name := say.RowLabel(panel, r)
			if r.Group != "" && !strings.Contains(name, r.Group) {
				name = r.Group + ", " + name
			}
			rows = append(rows, Row{r.Figure.ID, name, say.Amount(r.Figure, r.Amount, r.Unit).Short(), say.Other(r)})
		}
	}
	return rows
}

// Row returns the row with a name.
func (p *Page) Row(name string) Row {
	p.t.Helper()
	var names []string
	for _, r := range p.Rows() {
		if r.Name == name {
			return r
		}
		names = append(names, r.Name)
	}
	require.Contains(p.t, names, name, "the table has no such row")
	return Row{}
}

// Receipt returns the facts on a figure's page, by name.
func (p *Page) Receipt(id string) map[string]string {
	p.t.Helper()
	facts := map[string]string{}
	for _, fact := range say.Receipt(p.model.Package, p.figure(id)) {
		facts[fact.Name] = fact.Words
	}
	return facts
}

func (p *Page) figure(id string) *data.Figure {
	p.t.Helper()
	f := p.model.Package.Figure(id)
	require.NotNil(p.t, f, "the package has no figure %q", id)
	return f
}

// Verdict reports whether figures may be compared, with the reasons and what would help.
// Its String is the output of the command line.
func (p *Page) Verdict(ids ...string) say.Explanation {
	p.t.Helper()
	var figures []*data.Figure
	for _, id := range ids {
		figures = append(figures, p.figure(id))
	}
	require.GreaterOrEqual(p.t, len(figures), 2, "name two figures or more")
	return say.Explain(compare.Figures(p.model.Package, figures...))
}

// String returns the page in short: headline, rows, sentence and source.
func (p *Page) String() string {
	var b strings.Builder
	b.WriteString(p.Address() + "\n" + p.Headline() + "\n\n")
	for _, r := range p.Rows() {
		b.WriteString(r.Name + ": " + r.Value)
		if r.Other != "" {
			b.WriteString(" (" + r.Other + ")")
		}
		b.WriteString("\n")
	}
	b.WriteString("\n" + p.Sentence() + "\n" + p.Source() + "\n")
	return b.String()
}

// Golden compares the page with a file. If update is true, it writes the file first; pass a
// flag of the test.
func (p *Page) Golden(file string, update bool) {
	p.t.Helper()
	if update {
		require.NoError(p.t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(p.t, os.WriteFile(file, []byte(p.String()), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(p.t, err, "write it with the test's update flag, and read it")
	assert.Equal(p.t, string(want), p.String())
}
