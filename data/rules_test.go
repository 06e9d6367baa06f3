package data

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// twins are two figures that count one thing for one group in the same year, so
// that nothing keeps them apart but the values.
func twins() (p *Package, a, b *Figure) {
	released := &Method{ID: "release"}
	source := &Source{ID: "office", Method: released}
	thing := &Counted{ID: "case", Many: "cases"}
	whole := &Figure{ID: "whole", Unit: Count, Value: exactly(1000), Status: Normal}
	make := func(id string, n float64) *Figure {
		s := &Series{ID: "cases", Counted: thing, Unit: Count, Population: "people", CoverageWho: "the office", Source: source}
		year := Period{Start: on(2020, 1, 1), End: on(2020, 12, 31), Basis: Stated}
		return &Figure{ID: id, Series: s, Unit: Count, Value: exactly(n), Status: Normal, Period: year, Base: whole, Codes: map[string]string{}}
	}
	a, b = make("a", 300), make("b", 400)
	a.Base, b.Base = nil, nil
	return &Package{Figures: []*Figure{a, b, whole}}, a, b
}

func year(from, to int) Period {
	return Period{Start: on(from, 1, 1), End: on(to, 12, 31), Basis: Stated}
}

// Each rule keeps apart a pair that no other rule does, so that none can be lost
// without notice. Where a rule needs what another one also finds, both stand.
func TestEachRuleKeepsAPairApart(t *testing.T) {
	share := func(f *Figure, base *Figure) {
		f.Unit, f.Value, f.Base = Percent, exactly(30), base
	}
	dimension := &Dimension{ID: "force", Codes: []*Code{{ID: "x"}, {ID: "y", Absent: true}}}
	tests := []struct {
		name    string
		change  func(p *Package, a, b *Figure)
		kinds   []Kind
		verdict Verdict
	}{
		{"nothing", func(*Package, *Figure, *Figure) {}, nil, Comparable},
		{"one restates the other", func(_ *Package, a, b *Figure) { a.Restates = b }, []Kind{SameNumber}, NotComparable},
		{"one may restate the other", func(_ *Package, a, b *Figure) { b.MayRestate = a }, []Kind{MayBeSameNumber}, NotComparable},
		{"one has no value", func(_ *Package, a, b *Figure) { b.Value = nil }, []Kind{NoValue}, NotComparable},
		{"other things", func(_ *Package, a, b *Figure) { b.Series.Counted = &Counted{ID: "person"} }, []Kind{CountedThings}, NotComparable},
		{"other words for one thing", func(p *Package, a, b *Figure) {
			b.Series.Counted = &Counted{ID: "report"}
			p.OneBase = []OneBase{{Source: a.Series.Source, Counted: []*Counted{a.Series.Counted, b.Series.Counted}}}
		}, []Kind{CountedAsOne}, WithCare},
		{"words that another source takes for one thing", func(p *Package, a, b *Figure) {
			b.Series.Counted = &Counted{ID: "report"}
			p.OneBase = []OneBase{{Source: &Source{ID: "another"}, Counted: []*Counted{a.Series.Counted, b.Series.Counted}}}
		}, []Kind{CountedThings}, NotComparable},
		{"words of one thing, told by two sources", func(p *Package, a, b *Figure) {
			other := *b.Series.Source
			b.Series.Source, b.Series.Counted = &other, &Counted{ID: "report"}
			p.OneBase = []OneBase{{Source: a.Series.Source, Counted: []*Counted{a.Series.Counted, b.Series.Counted}}}
		}, []Kind{CountedThings, SourcesDiffer}, NotComparable},
		{"another unit", func(_ *Package, a, b *Figure) { b.Unit = PerDay }, []Kind{UnitsDiffer}, NotComparable},
		{"other ages", func(_ *Package, a, b *Figure) { n := 12; b.Series.AgeMax = &n }, []Kind{AgesDiffer}, NotComparable},
		{"no youngest age", func(_ *Package, a, b *Figure) { n := 12; b.Series.AgeMin = &n }, []Kind{AgesDiffer}, NotComparable},
		{"other people", func(_ *Package, a, b *Figure) { b.Series.Population = "others" }, []Kind{PopulationsDiffer}, NotComparable},
		{"other offices", func(_ *Package, a, b *Figure) { b.Series.CoverageWho = "another" }, []Kind{CoveragesDiffer}, NotComparable},
		{"another source", func(_ *Package, a, b *Figure) { s := *b.Series.Source; b.Series.Source = &s }, []Kind{SourcesDiffer}, WithCare},
		{"a survey", func(_ *Package, a, b *Figure) {
			s := *b.Series.Source
			s.Method = &Method{ID: "survey", Asks: true}
			b.Series.Source = &s
		}, []Kind{MethodsDiffer, SourcesDiffer}, NotComparable},
		{"a longer time", func(_ *Package, a, b *Figure) { b.Period, b.Series = year(2021, 2022), a.Series }, []Kind{PeriodLengths}, NotComparable},
		{"times that overlap", func(_ *Package, a, b *Figure) {
			b.Series = a.Series
			b.Period.Start, b.Period.End = on(2020, 7, 1), on(2021, 6, 30)
		}, []Kind{PeriodsOverlap}, NotComparable},
		{"another time, in another series", func(_ *Package, a, b *Figure) { b.Period = year(2021, 2021) }, []Kind{PeriodsApart}, WithCare},
		{"another time, in one series", func(_ *Package, a, b *Figure) { b.Period, b.Series = year(2021, 2021), a.Series }, nil, Comparable},
		{"one time is not known", func(_ *Package, a, b *Figure) { b.Period = Period{} }, []Kind{PeriodUnknown}, NotComparable},
		{"no time is known", func(_ *Package, a, b *Figure) { a.Period, b.Period = Period{}, Period{} }, []Kind{PeriodUnknown}, WithCare},
		{"a time that was worked out", func(_ *Package, a, b *Figure) {
			b.Period, b.Series = year(2021, 2021), a.Series
			b.Period.Basis = Inferred
		}, []Kind{PeriodInferred}, WithCare},
		{"shares of other totals", func(p *Package, a, b *Figure) { share(a, p.Figures[2]); share(b, &Figure{ID: "other whole"}) }, []Kind{BasesDiffer}, NotComparable},
		{"one total is not printed", func(p *Package, a, b *Figure) {
			share(a, nil)
			share(b, nil)
			b.BaseNotPrinted, b.Series.Source = true, &Source{ID: "another"}
		}, []Kind{BaseUnknown, SourcesDiffer}, NotComparable},
		{"no total is printed", func(p *Package, a, b *Figure) {
			share(a, nil)
			share(b, nil)
			a.BaseNotPrinted, b.BaseNotPrinted = true, true
		}, []Kind{BaseUnknown}, WithCare},
		{"parts cut in other ways", func(_ *Package, a, b *Figure) {
			a.Series.Dimensions, b.Series.Dimensions = []*Dimension{{ID: "sex"}}, []*Dimension{{ID: "age"}}
		}, []Kind{Cuts}, NotComparable},
		{"another definition", func(_ *Package, a, b *Figure) { b.Status = "D" }, []Kind{DefinitionsDiffer}, NotComparable},
		{"a break", func(_ *Package, a, b *Figure) { a.Status = "B" }, []Kind{DefinitionsDiffer}, NotComparable},
		{"one is calculated from the other", func(_ *Package, a, b *Figure) { b.Inputs = []*Figure{{ID: "between", Inputs: []*Figure{a}}} }, []Kind{IsInput}, WithCare},
		{"one is a part of the other", func(_ *Package, a, b *Figure) { a.Base = b }, []Kind{IsPart}, WithCare},
		{"codes with a caution", func(_ *Package, a, b *Figure) {
			b.Series = a.Series
			a.Series.Dimensions = []*Dimension{{ID: "force", Caution: "Mind.", Codes: []*Code{{ID: "x"}, {ID: "y"}}}}
			a.Codes, b.Codes = map[string]string{"force": "x"}, map[string]string{"force": "y"}
		}, []Kind{Caution}, WithCare},
		{"one measures what is lacking", func(_ *Package, a, b *Figure) {
			b.Series = a.Series
			a.Series.Dimensions = []*Dimension{dimension}
			a.Codes, b.Codes = map[string]string{"force": "x"}, map[string]string{"force": "y"}
		}, []Kind{Lacking}, WithCare},
		{"an estimate", func(_ *Package, a, b *Figure) { b.Value.Qualifier = About }, []Kind{Inexact}, WithCare},
		{"an average", func(_ *Package, a, b *Figure) { b.Value.Qualifier = Average }, []Kind{Inexact}, WithCare},
		{"a bound above", func(_ *Package, a, b *Figure) { b.Value.Qualifier = LessThan }, []Kind{Inexact}, WithCare},
		{"a bound below", func(_ *Package, a, b *Figure) { v := NewAmount(5, 0, MoreThan, Count); v.Number = 500; b.Value = &v }, []Kind{Inexact}, WithCare},
		{"small numbers in two years", func(_ *Package, a, b *Figure) {
			b.Period, b.Series, b.Value = year(2021, 2021), a.Series, exactly(99)
		}, []Kind{SmallNumbers}, WithCare},
		{"small numbers in one year", func(_ *Package, a, b *Figure) { b.Value = exactly(99) }, nil, Comparable},
		{"numbers that are not small", func(_ *Package, a, b *Figure) {
			b.Period, b.Series, b.Value = year(2021, 2021), a.Series, exactly(100)
		}, nil, Comparable},
	}
	kept := map[Kind]bool{}
	for _, test := range tests {
		p, a, b := twins()
		test.change(p, a, b)
		for name, c := range map[string]Comparison{"": p.Compare(a, b), " the other way round": p.Compare(b, a)} {
			assert.Equal(t, test.kinds, kinds(c), test.name+name)
			assert.Equal(t, test.verdict, c.Verdict, test.name+name)
		}
		for _, k := range test.kinds {
			kept[k] = true
		}
	}
	for _, r := range rules {
		assert.True(t, kept[r.kind], "no pair is kept apart by %q", r.kind)
	}
}

func on(year, month, day int) Date {
	d, _ := NewDate(year, month, day)
	return d
}
