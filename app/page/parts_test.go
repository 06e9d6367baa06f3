package page_test

import (
	"strings"
	"testing"

	"factframe/app/page"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// open returns the page at an address.
func open(t *testing.T, p *data.Package, address string) element {
	t.Helper()
	return element{printed(t, model(t, p, address))}
}

func model(t *testing.T, p *data.Package, address string) page.Model {
	t.Helper()
	s, ignored := state.Parse(p, address)
	require.Empty(t, ignored)
	return page.New(p, s)
}

// A long table shows eight rows. The other rows of the page are behind a click, and links
// lead to the other pages.
func TestALongTableIsParted(t *testing.T) {
	p := datatest.Kind(t, "daily")
	view := ""
	for _, v := range p.Views {
		if n := table.Select(p, table.Query{View: v.ID}).Shown; n > 2*state.RowsOnAPage {
			view = v.ID
		}
	}
	require.NotEmpty(t, view)
	all := table.Select(p, table.Query{View: view}).Shown
	for first, want := range map[int]string{0: "Rows 1 to 200", 201: "Rows 201 to 400"} {
		m := page.New(p, state.State{View: view}.WithShow(state.ShowTable).WithRows(first))
		doc := element{printed(t, m)}
		tables := doc.all("table")
		require.Len(t, tables, 2)
		assert.Equal(t, 8, values(tables[0]), "not folded")
		assert.Equal(t, state.RowsOnAPage-8, values(tables[1]), "behind a click")
		assert.Equal(t, want, doc.all(".rest")[0].all("summary")[0].text())
		links := doc.all(".turns")[0].all("a")
		assert.Len(t, links, (all+state.RowsOnAPage-1)/state.RowsOnAPage)
		for _, a := range links {
			assert.Equal(t, a.text() == want, a.attr("aria-current") == "true", a.text())
		}
	}
	beyond := page.New(p, state.State{View: view}.WithShow(state.ShowTable).WithRows(all+1))
	assert.Equal(t, 8, values(element{printed(t, beyond)}.all("table")[0]), "a row beyond the end shows the first page")
}

func values(table element) int {
	n := 0
	for _, row := range table.all("tr") {
		if len(row.all("td")) > 0 && !row.has("hidden") {
			n++
		}
	}
	return n
}

// A table with slightly more than eight rows shows them all; a longer one shows how many are left.
func TestTheRowsOfATable(t *testing.T) {
	p := datatest.Tiny(t)["bar-thirteen"]
	doc := open(t, p, "view/table/")
	assert.Equal(t, 8, values(doc.all("table")[0]))
	assert.Equal(t, "All 13 rows", doc.all(".rest")[0].all("summary")[0].text())
	assert.Len(t, open(t, datatest.Tiny(t)["bar"], "view/table/").all("table"), 1)
}

// Column headers sort a table and show its current order.
func TestTheHeadsOfATable(t *testing.T) {
	p := datatest.Tiny(t)["bar-orders"]
	for address, want := range map[string]string{
		"view/table/":            "ascending view/table/order-size/ none",
		"view/table/order-size/": "none view/table/ descending",
	} {
		heads := open(t, p, address).all("thead")[0].all("th")
		require.Len(t, heads, 2)
		sorted := heads[0].attr("aria-sort") + " " + heads[1].all("a")[0].attr("href") + " " + heads[1].attr("aria-sort")
		if strings.HasPrefix(sorted, "none") {
			sorted = heads[0].attr("aria-sort") + " " + heads[0].all("a")[0].attr("href") + " " + heads[1].attr("aria-sort")
		}
		assert.Equal(t, want, sorted, address)
	}
}

// Reading a plot shows the chosen moment, and moves the slider there.
func TestReadingALine(t *testing.T) {
	p := datatest.Tiny(t)["line-highlight"]
	m := model(t, p, "view/")
	id := "panel"
	for read, want := range map[string]string{"": "2", id + " 0": "0", id + " 1": "1", id + " 3": "2", id + " -1": "2", id + " x": "2", "another 1": "2"} {
		m.Search = map[string]string{page.ReadPart: read}
		doc := element{printed(t, m)}
		slider := doc.all("input")
		value := ""
		for _, each := range slider {
			if each.attr("type") == "range" && each.has("data-read") {
				value = each.attr("value")
			}
		}
		assert.Equal(t, want, value, read)
		shown := read == id+" 0" || read == id+" 1"
		assert.Equal(t, shown, len(doc.all(".now")) == 1, read)
		assert.Equal(t, shown, !doc.all(".read")[0].has("hidden"), read)
	}
	m.Search = nil
	for x, want := range map[float64]int{0: 0, 0.2: 0, 0.3: 1, 0.5: 1, 0.7: 1, 0.8: 2, 1: 2} {
		assert.Equal(t, want, m.MomentAt(id, x), x)
	}
	assert.Zero(t, m.MomentAt("another", 1))
}

// The slider of the period filter announces its value while it moves.
func TestMovingASpan(t *testing.T) {
	p := datatest.Tiny(t)["line-highlight"]
	m := model(t, p, "view/?from=2019")
	ends := func(moved string) (values []string) {
		m.Search = map[string]string{data.Span: moved}
		for _, each := range (element{printed(t, m)}).all("input") {
			if each.has("data-span") {
				values = append(values, each.attr("value")+" "+each.attr("aria-valuetext"))
			}
		}
		return values
	}
	assert.Equal(t, []string{"1 2019", "2 2020"}, ends(""))
	assert.Equal(t, []string{"0 2018", "2 2020"}, ends("from 0"))
	assert.Equal(t, []string{"1 2019", "1 2019"}, ends("to 1"))
	assert.Equal(t, []string{"1 2019", "2 2020"}, ends("to 3"))
	assert.Equal(t, []string{"1 2019", "2 2020"}, ends("from -1"))
}

// Six cards are shown, or seven if there are no more.
func TestCardsAtFirstSight(t *testing.T) {
	p := datatest.Default(t)
	of := func(n int) element {
		view := *p.View("glance")
		spec := *view.Panels[0]
		spec.Figures = spec.Figures[:n]
		view.Panels = []*data.PanelSpec{&spec}
		m := page.New(p, state.State{View: "glance"})
		m.View, m.Table.Panels[0].Rows = &view, m.Table.Panels[0].Rows[:n]
		return element{printed(t, m)}
	}
	assert.Empty(t, of(6).all(".rest"))
	assert.Empty(t, of(7).all(".rest"))
	folded := of(8).all(".rest")
	require.Len(t, folded, 1)
	assert.Len(t, folded[0].all("li"), 2)
	assert.Equal(t, "All eight figures", folded[0].all("summary")[0].text())
}

// A page links to the sources and the comparison unless it shows them, to background if
// there is any, and to a view's files.
func TestWhatAPageLeadsTo(t *testing.T) {
	p := datatest.Default(t)
	leads := func(address string) string {
		var list []string
		for _, a := range open(t, p, address).all(".foot")[0].all("a") {
			if !inside(a.Node, "details") {
				list = append(list, a.attr("href"))
			}
		}
		return strings.Join(list, " ")
	}
	files := func(address string) string {
		var list []string
		for _, a := range open(t, p, address).all(".share")[0].all("a") {
			if a.has("download") {
				list = append(list, a.attr("href"))
			}
		}
		return strings.Join(list, " ")
	}
	assert.True(t, strings.HasPrefix(leads("outcomes/"), "sources/ compare/"))
	assert.Equal(t, "img/outcomes.svg img/outcomes.png img/square/outcomes.png data/outcomes.csv data/outcomes.json data/outcomes.csv data/datapackage.json", files("outcomes/"))
	assert.Equal(t, "img/outcomes/percent.svg img/outcomes/percent.png data/outcomes/percent.csv data/outcomes/percent.json data/outcomes.csv data/datapackage.json", files("outcomes/percent/"), "the site has the files of a choice with a page")
	assert.Equal(t, files("outcomes/percent/"), files("outcomes/percent/table/"))
	assert.False(t, strings.HasPrefix(leads("sources/"), "sources/"), "only in the list of all pages at the end")
	assert.False(t, strings.HasPrefix(leads("compare/"), "sources/ compare/"))
	assert.Equal(t, "img/figure/foi-crimes.png data/datapackage.json", files("figure/foi-crimes/"))
	plain := datatest.Tiny(t)["bar"]
	assert.Empty(t, open(t, plain, "view/").all(".background"))
	assert.NotEmpty(t, open(t, p, "outcomes/").all(".background"))
	assert.Contains(t, open(t, p, "compare/?figures=foi-crimes,npcc-incidents").all(".source")[0].text(), "Sources: ")
	assert.NotEmpty(t, open(t, p, "figure/offences-2016-17/").all(".source")[0].text())
}

// If no script can show a selection, the page links to pages that work without one.
func TestWaysWithoutAScript(t *testing.T) {
	p := datatest.Default(t)
	var links []string
	for _, a := range open(t, p, "outcomes/").all(".lost")[0].all("a") {
		links = append(links, a.attr("href"))
	}
	assert.Equal(t, []string{"outcomes/", "outcomes/percent/", "outcomes/table/"}, links)
	assert.Empty(t, open(t, p, "figure/foi-crimes/").all(".lost")[0].all("a"))
}

// A list of twelve or more codes has a search field, which hides entries that do not match.
func TestSearchingAList(t *testing.T) {
	p := datatest.Kind(t, "countries")
	var v *data.View
	for _, each := range p.Views {
		if len(each.Filters) > 0 {
			v = each
		}
	}
	dimension := v.Filters[0]
	options := table.Options(p, v, dimension)
	require.GreaterOrEqual(t, len(options), 12)
	m := page.New(p, state.State{View: v.ID})
	m.Search = map[string]string{dimension: "  " + strings.ToUpper(options[3].Label) + " "}
	shown := 0
	for _, li := range (element{printed(t, m)}).all(".filter")[0].all("li") {
		if !li.has("hidden") && len(li.all("input")) > 0 {
			shown++
			assert.Contains(t, li.text(), options[3].Label)
		}
	}
	assert.Positive(t, shown)
	assert.Less(t, shown, len(options))
	assert.NotEmpty(t, element{printed(t, m)}.all(".find"))
	few := datatest.Tiny(t)["line-highlight"]
	assert.Empty(t, open(t, few, "view/").all(".filter")[0].all(".find"))
}
