package state

import (
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
)

// The first of the codes of which a view shows one at a time is the page of the view, and each
// other has a page.
func TestOneOf(t *testing.T) {
	p := datatest.Tiny(t)["bar-one-of"]
	s := State{View: "view"}
	assert.Equal(t, "view/", s.WithOneOf(p, "sex", "women").Address())
	men := s.WithOneOf(p, "sex", "men")
	assert.Equal(t, "view/sex-men/", men.Address())
	assert.Equal(t, "view/", men.WithOneOf(p, "sex", "women").Address())
	assert.False(t, men.FiltersIn(p.Views[0]), "it is a choice, and filters nothing")
	span := men
	span.From = "2018"
	assert.Equal(t, men, span.ClearedIn(p.Views[0]))
	for address, want := range map[string]string{"view/sex-women/": "view/", "view/?sex=men": "view/sex-men/", "view/?sex=men,women": "view/sex-men/", "view/?sex=none": "view/"} {
		parsed, ignored := Parse(p, address)
		assert.Equal(t, want, parsed.Address(), address)
		assert.Equal(t, strings.Contains(address, ",") || strings.Contains(address, "none"), len(ignored) > 0, address)
	}
	var pages []string
	for _, s := range Prerendered(p) {
		pages = append(pages, s.Address())
	}
	assert.Contains(t, pages, "view/sex-men/")
	assert.NotContains(t, pages, "view/sex-women/")
}

func TestAddresses(t *testing.T) {
	p := datatest.Default(t)
	v := p.View("outcomes")
	opened := State{View: "outcomes"}
	tests := []struct {
		name  string
		state State
		want  string
	}{
		{"a view", opened, "outcomes/"},
		{"another measure", opened.WithUnit(v, data.Percent), "outcomes/percent/"},
		{"the measure it opens with", opened.WithUnit(v, data.Percent).WithUnit(v, data.Count), "outcomes/"},
		{"an order", opened.WithOrder(v, "printed"), "outcomes/order-printed/"},
		{"the table alone", opened.WithShow(ShowTable), "outcomes/table/"},
		{"the table in an order", opened.WithShow(ShowTable).WithOrder(v, "printed"), "outcomes/table/order-printed/"},
		{"one code", opened.WithOnly("outcome", "other-agency"), "outcomes/outcome-other-agency/"},
		{"two choices", opened.WithUnit(v, data.Percent).WithOnly("outcome", "other-agency"), "outcomes/?unit=percent&outcome=other-agency"},
		{"two codes", State{View: "outcomes", Keep: []Choice{{Dimension: "outcome", Code: "other-agency"}, {Dimension: "outcome", Code: "not-reported"}}}, "outcomes/?outcome=other-agency,not-reported"},
		{"a receipt in a view", opened.WithFigure("foi-crimes"), "outcomes/?figure=foi-crimes"},
		{"a receipt alone", State{Figure: "foi-crimes"}, "figure/foi-crimes/"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, test.state.Address())
			back, ignored := Parse(p, test.want)
			assert.Equal(t, test.state, back)
			assert.Empty(t, ignored)
		})
	}
}

func TestAddressesThatAreNotUnderstood(t *testing.T) {
	p := datatest.Default(t)
	tests := []struct {
		path, query string
		want        State
		ignored     []string
	}{
		{"", "", State{View: "glance"}, nil},
		{"index.html", "", State{View: "glance"}, nil},
		{"outcomes/index.html", "", State{View: "outcomes"}, nil},
		{"outcomes", "", State{View: "outcomes"}, nil},
		{"nowhere/", "", State{View: "glance"}, []string{"nowhere/"}},
		{"figure/nothing/", "", State{View: "glance"}, []string{"figure/nothing/"}},
		{"outcomes/pecrent/", "", State{View: "outcomes"}, []string{"pecrent"}},
		{"outcomes/", "unit=percent", State{View: "outcomes", Unit: "percent"}, nil},
		{"outcomes/", "unit=kilos&outcome=x,other-agency&nonsense=1", State{View: "outcomes", Keep: []Choice{{Dimension: "outcome", Code: "other-agency"}}}, []string{"unit=kilos", "outcome=x"}},
		{"outcomes/", "ref=a-blog&utm_source=x&kiloes=1", State{View: "outcomes"}, nil}, // Ghost adds ref to every link, others add theirs
		{"outcomes/", "force=sussex", State{View: "outcomes"}, []string{"force=sussex"}},
		{"outcomes/", "outcome=other-agency,other-agency", State{View: "outcomes", Keep: []Choice{{Dimension: "outcome", Code: "other-agency"}}}, nil},
		{"outcomes/", "theme=dark&childId=x&parentUrl=https%3A%2F%2Fa", State{View: "outcomes"}, nil},
		{"outcomes/", "outcome=%zz", State{View: "outcomes"}, []string{"outcome=%zz"}},
		{"outcomes/", "unit=%70ercent", State{View: "outcomes", Unit: "percent"}, nil},
	}
	for _, test := range tests {
		s, ignored := Parse(p, test.path+"?"+test.query)
		assert.Equal(t, test.want, s, test.path+"?"+test.query)
		assert.Equal(t, test.ignored, ignored, test.path+"?"+test.query)
	}
}

func TestToggling(t *testing.T) {
	p := datatest.Default(t)
	v := p.View("forces")
	all := table.Options(p, v, "force")
	s := State{View: "forces"}
	sussex := Choice{Dimension: "force", Code: "sussex"}

	without := s.WithToggled(p, sussex)
	assert.Len(t, without.Keep, len(all)-1)
	assert.False(t, without.Keeps(sussex))
	assert.Equal(t, s, without.WithToggled(p, sussex), "keeping all codes removes the filter")
	only := s.WithOnly("force", "sussex")
	none := only.WithToggled(p, sussex)
	assert.Equal(t, s.WithNone("force"), none)
	assert.False(t, none.Keeps(sussex))
	assert.Equal(t, []Choice{sussex}, none.WithToggled(p, sussex).Keep, "the first ticked code is the only one")
	assert.Empty(t, s.Keep, "the old state is untouched")
}

// Every prerendered state has a unique address that leads back to it.
func TestPrerenderedStates(t *testing.T) {
	p := datatest.Default(t)
	seen := map[string]bool{}
	for _, s := range Prerendered(p) {
		address := s.Address()
		assert.False(t, seen[address], address)
		seen[address] = true
		assert.NotContains(t, address, "?", "a page cannot have a query")
		back, ignored := Parse(p, address)
		assert.Equal(t, s, back)
		assert.Empty(t, ignored)
	}
	assert.Greater(t, len(seen), 100)
}

func FuzzParse(f *testing.F) {
	p := datatest.Default(f)
	f.Add("outcomes/", "unit=percent&outcome=a,b&figure=foi-crimes")
	f.Add("figure/foi-crimes/", "")
	f.Add("////", "&&==%%")
	f.Fuzz(func(t *testing.T, path, query string) {
		s, _ := Parse(p, path+"?"+query)
		if p.View(s.View) == nil && p.Figure(s.Figure) == nil {
			t.Fatalf("%q ? %q shows nothing", path, query)
		}
		address, q, _ := strings.Cut(s.Address(), "?")
		again, ignored := Parse(p, address+"?"+q)
		if len(ignored) > 0 || again.Address() != s.Address() {
			t.Fatalf("%q ? %q became %q, which is not understood: %v", path, query, s.Address(), ignored)
		}
	})
}

// In a large package every page has an address that leads back to it. Codes of a filter
// with many codes have no page.
func TestAddressesOfALargePackage(t *testing.T) {
	p := datatest.Kind(t, "countries")
	seen := map[string]bool{}
	for _, s := range Prerendered(p) {
		assert.False(t, seen[s.Address()], s.Address())
		seen[s.Address()] = true
		again, ignored := Parse(p, s.Address())
		assert.Empty(t, ignored, s.Address())
		assert.Equal(t, s, again, s.Address())
		assert.NotContains(t, s.Address(), "country-")
	}
	assert.True(t, seen["receipts/4/"] && seen["years/table/rows-201/"])
	assert.False(t, seen["figure/aldmark-2023/"])
	s, ignored := Parse(p, "years/country-tarn/")
	assert.Empty(t, ignored)
	assert.Equal(t, "years/?country=tarn", s.Address())
	rows, _ := Parse(p, "years/table/rows-201/")
	assert.Equal(t, "years/?show=table&country=tarn", rows.WithOnlyOf(p, "country", "tarn").Address(), "a new choice starts at the first row")
	_, ignored = Parse(p, "receipts/5/")
	assert.Equal(t, []string{"receipts/5/"}, ignored)
}

// An address with a view's default choices shows the same page.
func TestDefaultsOfAView(t *testing.T) {
	p := datatest.Default(t)
	assert.Equal(t, "unit=count&order=size", Defaults(p.View("outcomes")))
	assert.Empty(t, Defaults(p.View("sources")))
	assert.Empty(t, Defaults(nil))
}

// A row number is accepted only in its usual form.
func TestRowsInAnAddress(t *testing.T) {
	p := datatest.Default(t)
	for value, want := range map[string]int{"1": 1, "201": 201, "0": 0, "-1": 0, "01": 0, "x": 0, "": 0} {
		s, ignored := Parse(p, "outcomes/table/rows-"+value+"/")
		assert.Equal(t, want, s.Rows, value)
		assert.Equal(t, want == 0, len(ignored) == 1, value)
	}
	assert.Equal(t, "outcomes/?rows=201", State{View: "outcomes", Rows: 201, Keep: []Choice{{Dimension: "outcome", Code: "a", Many: true}}}.Address()[:18])
	table := State{View: "outcomes"}.WithShow(ShowTable)
	assert.Equal(t, "outcomes/table/rows-201/", table.WithRows(201).Address())
	assert.Equal(t, "outcomes/?rows=201", State{View: "outcomes", Rows: 201, From: "x"}.Address()[:18])
	assert.Zero(t, table.WithRows(201).WithShow("").Rows)
	assert.Zero(t, table.WithRows(201).WithOrder(p.View("outcomes"), "name").Rows)
	assert.Zero(t, table.WithRows(201).WithUnit(p.View("outcomes"), data.Percent).Rows)
	assert.Zero(t, table.WithRows(201).WithOnly("outcome", "other-agency").Rows)
	assert.Zero(t, table.WithRows(201).Cleared().Rows)
}

// With more than 300 figures, receipts share pages of a hundred each.
func TestPagesOfReceipts(t *testing.T) {
	of := func(n int) *data.Package { return &data.Package{Figures: make([]*data.Figure, n)} }
	for n, want := range map[int]int{0: 0, 1: 1, 100: 1, 101: 2, 300: 3, 301: 4} {
		assert.Equal(t, want, receiptPages(of(n)), n)
		assert.Equal(t, n > 300, ManyFigures(of(n)), n)
	}
	assert.Equal(t, "receipts/1/", ReceiptPage(99).Address())
	assert.Equal(t, "receipts/2/", ReceiptPage(100).Address())
}

// Figures can be picked and removed again.
func TestPicking(t *testing.T) {
	p := datatest.Default(t)
	s := State{View: CompareView}
	one := s.WithPicked("foi-crimes")
	two := one.WithPicked("foi-sussex")
	assert.Equal(t, "compare/?figures=foi-crimes,foi-sussex", two.Address())
	assert.Equal(t, []string{"foi-sussex"}, two.WithPicked("foi-crimes").Picked)
	assert.Equal(t, []string{"foi-crimes", "foi-sussex"}, two.Picked, "the old state is untouched")
	back, ignored := Parse(p, "compare/?figures=foi-crimes,foi-crimes,nothing,foi-sussex&unit=percent")
	assert.Equal(t, two, back)
	assert.Equal(t, []string{"figures=nothing", "unit=percent"}, ignored)
	_, ignored = Parse(p, "compare/more/")
	assert.Equal(t, []string{"more"}, ignored)
}

// Whether a state filters, and which codes it keeps.
func TestKeeping(t *testing.T) {
	s := State{View: "outcomes"}
	a, b := Choice{Dimension: "outcome", Code: "a"}, Choice{Dimension: "outcome", Code: "b"}
	assert.True(t, s.Keeps(a))
	assert.False(t, s.Filters())
	only := s.WithOnly("outcome", "a")
	assert.True(t, only.Keeps(a))
	assert.False(t, only.Keeps(b))
	assert.True(t, only.Keeps(Choice{Dimension: "force", Code: "b"}), "another dimension is not filtered")
	assert.True(t, only.Filters())
	assert.False(t, only.Cleared().Filters())
	assert.True(t, State{From: "2018"}.Filters())
	assert.True(t, State{To: "2018"}.Filters())
	p, many := datatest.Default(t), datatest.Kind(t, "countries")
	assert.False(t, s.WithOnlyOf(p, "outcome", "a").Keep[0].Many)
	assert.True(t, State{View: "years"}.WithOnlyOf(many, "country", "tarn").Keep[0].Many)
	assert.Empty(t, State{View: "years"}.WithOnlyOf(many, "country", "").Keep)
}

// An address names the ends of a span, except the first and the last period.
func TestSpans(t *testing.T) {
	p := datatest.Kind(t, "money")
	s := State{View: "quarters"}
	periods := table.Periods(p, p.View("quarters"))
	last := len(periods) - 1
	assert.Equal(t, s, s.WithSpan(p, 0, last))
	assert.Equal(t, p.NameOf(periods[1]).ID, s.WithSpan(p, 1, last).From)
	assert.Empty(t, s.WithSpan(p, 1, last).To)
	assert.Equal(t, p.NameOf(periods[last-1]).ID, s.WithSpan(p, 0, last-1).To)
	assert.Empty(t, s.WithSpan(p, 0, last-1).From)
}

// Escapes are decoded as browsers write them, and invalid ones are unchanged.
func TestEscapes(t *testing.T) {
	for in, want := range map[string]string{"a%2Cb": "a,b", "a+b": "a b", "%zz": "%zz", "%4": "%4", "%": "%", "%41": "A", "a%41": "aA", "%e2%82%ac": "€", "": ""} {
		assert.Equal(t, want, unescaped(in), in)
	}
}

// Keeping none of a filter's codes has its own address, and a stray comma does not mean
// that.
func TestNoneOfAFilter(t *testing.T) {
	p := datatest.Default(t)
	none := State{View: "outcomes"}.WithNone("outcome")
	for query, want := range map[string]State{
		"outcome=":                         none,
		"outcome=&outcome=":                none,
		"outcome=,lack-of-evidence":        State{View: "outcomes"}.WithOnly("outcome", "lack-of-evidence"),
		"outcome=lack-of-evidence,":        State{View: "outcomes"}.WithOnly("outcome", "lack-of-evidence"),
		"outcome=&outcome=victim-withdrew": State{View: "outcomes"}.WithOnly("outcome", "victim-withdrew"),
	} {
		s, ignored := Parse(p, "outcomes/?"+query)
		assert.Equal(t, want, s, query)
		assert.Empty(t, ignored, query)
		again, _ := Parse(p, s.Address())
		assert.Equal(t, s, again, s.Address())
	}
	assert.Equal(t, "outcomes/?outcome=", none.Address())
	for _, at := range []string{"forces/", "glance/"} {
		_, ignored := Parse(p, at+"?outcome=")
		assert.Equal(t, []string{"outcome="}, ignored, at)
	}
}
