package compare

import (
	"testing"

	"factframe/app/text"
	"factframe/data"

	"github.com/stretchr/testify/assert"
)

// twins returns two figures that differ only in their values: same thing counted, same
// group, same year.
func twins() (p *data.Package, a, b *data.Figure) {
	released := &data.Method{ID: "release"}
	source := &data.Source{ID: "office", Method: released}
	thing := &data.Counted{ID: "case", Forms: text.Forms{Many: "cases"}}
	whole := &data.Figure{ID: "whole", Unit: data.Count, Value: exact(1000), Status: data.Normal}
	make := func(id string, n float64) *data.Figure {
		s := &data.Series{ID: "cases", Counted: thing, Unit: data.Count, Population: "people", CoverageWho: "the office", Source: source}
		year := data.Period{Start: on(2020, 1, 1), End: on(2020, 12, 31), Basis: data.Stated}
		return &data.Figure{ID: id, Series: s, Unit: data.Count, Value: exact(n), Status: data.Normal, Period: year, Base: whole, Codes: map[string]string{}}
	}
	a, b = make("a", 300), make("b", 400)
	a.Base, b.Base = nil, nil
	return &data.Package{Figures: []*data.Figure{a, b, whole}}, a, b
}

func year(from, to int) data.Period {
	return data.Period{Start: on(from, 1, 1), End: on(to, 12, 31), Basis: data.Stated}
}

// For each rule there is a pair that only this rule reports, so that no rule can be lost
// unnoticed. Where another rule must apply too, both are expected.
func TestEachRuleKeepsAPairApart(t *testing.T) {
	share := func(f *data.Figure, base *data.Figure) {
		f.Unit, f.Value, f.Base = data.Percent, exact(30), base
	}
	dimension := &data.Dimension{ID: "force", Codes: []*data.Code{{ID: "x"}, {ID: "y", Absent: true}}}
	tests := []struct {
		name    string
		change  func(p *data.Package, a, b *data.Figure)
		kinds   []Kind
		verdict Verdict
	}{
		{"nothing", func(*data.Package, *data.Figure, *data.Figure) {}, nil, Comparable},
		{"one restates the other", func(_ *data.Package, a, b *data.Figure) { a.Restates = b }, []Kind{SameNumber}, NotComparable},
		{"one may restate the other", func(_ *data.Package, a, b *data.Figure) { b.MayRestate = a }, []Kind{MayBeSameNumber}, NotComparable},
		{"one has no value", func(_ *data.Package, a, b *data.Figure) { b.Value = nil }, []Kind{NoValue}, NotComparable},
		{"other things", func(_ *data.Package, a, b *data.Figure) { b.Series.Counted = &data.Counted{ID: "person"} }, []Kind{CountedThings}, NotComparable},
		{"other words for one thing", func(p *data.Package, a, b *data.Figure) {
			b.Series.Counted = &data.Counted{ID: "report"}
			p.OneBase = []data.OneBase{{Source: a.Series.Source, Counted: []*data.Counted{a.Series.Counted, b.Series.Counted}}}
		}, []Kind{CountedAsOne}, WithCare},
		{"words that another source declares to be one thing", func(p *data.Package, a, b *data.Figure) {
			b.Series.Counted = &data.Counted{ID: "report"}
			p.OneBase = []data.OneBase{{Source: &data.Source{ID: "another"}, Counted: []*data.Counted{a.Series.Counted, b.Series.Counted}}}
		}, []Kind{CountedThings}, NotComparable},
		{"words for one thing, in two sources", func(p *data.Package, a, b *data.Figure) {
			other := *b.Series.Source
			b.Series.Source, b.Series.Counted = &other, &data.Counted{ID: "report"}
			p.OneBase = []data.OneBase{{Source: a.Series.Source, Counted: []*data.Counted{a.Series.Counted, b.Series.Counted}}}
		}, []Kind{CountedThings, SourcesDiffer}, NotComparable},
		{"another unit", func(_ *data.Package, a, b *data.Figure) { b.Unit = data.PerDay }, []Kind{UnitsDiffer}, NotComparable},
		{"other ages", func(_ *data.Package, a, b *data.Figure) { n := 12; b.Series.AgeMax = &n }, []Kind{AgesDiffer}, NotComparable},
		{"no youngest age", func(_ *data.Package, a, b *data.Figure) { n := 12; b.Series.AgeMin = &n }, []Kind{AgesDiffer}, NotComparable},
		{"other people", func(_ *data.Package, a, b *data.Figure) { b.Series.Population = "others" }, []Kind{PopulationsDiffer}, NotComparable},
		{"other offices", func(_ *data.Package, a, b *data.Figure) { b.Series.CoverageWho = "another" }, []Kind{CoveragesDiffer}, NotComparable},
		{"another source", func(_ *data.Package, a, b *data.Figure) { s := *b.Series.Source; b.Series.Source = &s }, []Kind{SourcesDiffer}, WithCare},
		{"a survey", func(_ *data.Package, a, b *data.Figure) {
			s := *b.Series.Source
			s.Method = &data.Method{ID: "survey", Asks: true}
			b.Series.Source = &s
		}, []Kind{MethodsDiffer, SourcesDiffer}, NotComparable},
		{"a longer period", func(_ *data.Package, a, b *data.Figure) { b.Period, b.Series = year(2021, 2022), a.Series }, []Kind{PeriodLengths}, NotComparable},
		{"overlapping periods", func(_ *data.Package, a, b *data.Figure) {
			b.Series = a.Series
			b.Period.Start, b.Period.End = on(2020, 7, 1), on(2021, 6, 30)
		}, []Kind{PeriodsOverlap}, NotComparable},
		{"another period, in another series", func(_ *data.Package, a, b *data.Figure) { b.Period = year(2021, 2021) }, []Kind{PeriodsApart}, WithCare},
		{"another period, in the same series", func(_ *data.Package, a, b *data.Figure) { b.Period, b.Series = year(2021, 2021), a.Series }, nil, Comparable},
		{"one period is not known", func(_ *data.Package, a, b *data.Figure) { b.Period = data.Period{} }, []Kind{PeriodUnknown}, NotComparable},
		{"no period is known", func(_ *data.Package, a, b *data.Figure) { a.Period, b.Period = data.Period{}, data.Period{} }, []Kind{PeriodUnknown}, WithCare},
		{"an inferred period", func(_ *data.Package, a, b *data.Figure) {
			b.Period, b.Series = year(2021, 2021), a.Series
			b.Period.Basis = data.Inferred
		}, []Kind{PeriodInferred}, WithCare},
		{"shares of other totals", func(p *data.Package, a, b *data.Figure) {
			share(a, p.Figures[2])
			share(b, &data.Figure{ID: "other whole"})
		}, []Kind{BasesDiffer}, NotComparable},
		{"one total is not printed", func(p *data.Package, a, b *data.Figure) {
			share(a, nil)
			share(b, nil)
			b.BaseNotPrinted, b.Series.Source = true, &data.Source{ID: "another"}
		}, []Kind{BaseUnknown, SourcesDiffer}, NotComparable},
		{"no total is printed", func(p *data.Package, a, b *data.Figure) {
			share(a, nil)
			share(b, nil)
			a.BaseNotPrinted, b.BaseNotPrinted = true, true
		}, []Kind{BaseUnknown}, WithCare},
		{"parts divided in other ways", func(_ *data.Package, a, b *data.Figure) {
			a.Series.Dimensions, b.Series.Dimensions = []*data.Dimension{{ID: "sex"}}, []*data.Dimension{{ID: "age"}}
		}, []Kind{Cuts}, NotComparable},
		{"another definition", func(_ *data.Package, a, b *data.Figure) { b.Status = "D" }, []Kind{DefinitionsDiffer}, NotComparable},
		{"a break", func(_ *data.Package, a, b *data.Figure) { a.Status = "B" }, []Kind{DefinitionsDiffer}, NotComparable},
		{"one is calculated from the other", func(_ *data.Package, a, b *data.Figure) {
			b.Inputs = []*data.Figure{{ID: "between", Inputs: []*data.Figure{a}}}
		}, []Kind{IsInput}, WithCare},
		{"one is a part of the other", func(_ *data.Package, a, b *data.Figure) { a.Base = b }, []Kind{IsPart}, WithCare},
		{"codes with a caution", func(_ *data.Package, a, b *data.Figure) {
			b.Series = a.Series
			a.Series.Dimensions = []*data.Dimension{{ID: "force", Caution: "Mind.", Codes: []*data.Code{{ID: "x"}, {ID: "y"}}}}
			a.Codes, b.Codes = map[string]string{"force": "x"}, map[string]string{"force": "y"}
		}, []Kind{Caution}, WithCare},
		{"one counts what was not reported", func(_ *data.Package, a, b *data.Figure) {
			b.Series = a.Series
			a.Series.Dimensions = []*data.Dimension{dimension}
			a.Codes, b.Codes = map[string]string{"force": "x"}, map[string]string{"force": "y"}
		}, []Kind{Lacking}, WithCare},
		{"an estimate", func(_ *data.Package, a, b *data.Figure) { b.Value.Qualifier = data.About }, []Kind{Inexact}, WithCare},
		{"an average", func(_ *data.Package, a, b *data.Figure) { b.Value.Qualifier = data.Average }, []Kind{Inexact}, WithCare},
		{"an upper bound", func(_ *data.Package, a, b *data.Figure) { b.Value.Qualifier = data.LessThan }, []Kind{Inexact}, WithCare},
		{"a lower bound", func(_ *data.Package, a, b *data.Figure) {
			v := data.NewAmount(5, 0, data.MoreThan, data.Count)
			v.Number = 500
			b.Value = &v
		}, []Kind{Inexact}, WithCare},
		{"small numbers in two years", func(_ *data.Package, a, b *data.Figure) {
			b.Period, b.Series, b.Value = year(2021, 2021), a.Series, exact(99)
		}, []Kind{SmallNumbers}, WithCare},
		{"small numbers in one year", func(_ *data.Package, a, b *data.Figure) { b.Value = exact(99) }, nil, Comparable},
		{"numbers that are not small", func(_ *data.Package, a, b *data.Figure) {
			b.Period, b.Series, b.Value = year(2021, 2021), a.Series, exact(100)
		}, nil, Comparable},
	}
	kept := map[Kind]bool{}
	for _, test := range tests {
		p, a, b := twins()
		test.change(p, a, b)
		for name, c := range map[string]Comparison{"": Figures(p, a, b), " the other way round": Figures(p, b, a)} {
			assert.Equal(t, test.kinds, kinds(c), test.name+name)
			assert.Equal(t, test.verdict, c.Verdict, test.name+name)
		}
		for _, k := range test.kinds {
			kept[k] = true
		}
	}
	for _, r := range rules {
		assert.True(t, kept[r.kind], "no pair is reported by %q", r.kind)
	}
}

func on(year, month, day int) data.Date {
	d, _ := data.NewDate(year, month, day)
	return d
}

func exact(n float64) *data.Amount {
	return &data.Amount{Number: n, Low: n, High: n, Qualifier: data.Exact}
}
