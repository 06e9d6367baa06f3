package compare

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/datatest/golden"
	"factframe/data/load"
	"factframe/data/translation"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func defaultPackage(t *testing.T) *data.Package {
	t.Helper()
	raw, err := translation.Original(data.DefaultFile, data.DefaultJSON)
	require.NoError(t, err)
	p, err := load.Bytes(data.DefaultFile, raw)
	require.NoError(t, err)
	return p
}

func compare(t *testing.T, p *data.Package, ids ...string) Comparison {
	t.Helper()
	var figures []*data.Figure
	for _, id := range ids {
		f := p.Figure(id)
		require.NotNil(t, f, id)
		figures = append(figures, f)
	}
	return Figures(p, figures...)
}

func kinds(c Comparison) []Kind {
	var list []Kind
	for _, r := range c.Reasons {
		if !slices.Contains(list, r.Kind) {
			list = append(list, r.Kind)
		}
	}
	return list
}

func TestVerdicts(t *testing.T) {
	p := defaultPackage(t)
	tests := []struct {
		name    string
		ids     []string
		verdict Verdict
		reason  Kind // must be among the reasons; "" if there must be none
	}{
		{"connecting them would suggest growth", []string{"foi-crimes", "npcc-incidents"}, NotComparable, CoveragesDiffer},
		{"daily rates of different things", []string{"foi-investigations-per-day", "ceop-cases-per-day"}, NotComparable, CountedThings},
		{"daily rates of different things", []string{"foi-investigations-per-day", "ceop-reports-per-day"}, NotComparable, CountedThings},
		{"perhaps the same number given twice", []string{"ceop-cases-per-day", "ceop-reports-per-day"}, NotComparable, MayBeSameNumber},
		{"suspects over crimes", []string{"foi-suspects-under-13", "foi-crimes"}, NotComparable, CountedThings},
		{"under 13 and under 14", []string{"foi-suspects-under-13", "met-suspects-under-14"}, NotComparable, AgesDiffer},
		{"12 months and 34", []string{"foi-suspects-under-13", "met-suspects-under-14"}, NotComparable, PeriodLengths},
		{"Outcome 21 and public interest", []string{"met-outcome-21-2018", "foi-not-public-interest"}, NotComparable, CountedThings},
		{"Outcome 21 and public interest", []string{"met-outcome-21-2019", "foi-not-public-interest"}, NotComparable, CoveragesDiffer},
		{"a survey and a police count", []string{"survey-took", "foi-charge-or-caution"}, NotComparable, MethodsDiffer},
		{"two figures of a third", []string{"npcc-committed-by-young", "met-adult-sites"}, NotComparable, BaseUnknown},
		{"two figures about age 10", []string{"npcc-youngest-reporting", "foi-forces-suspects-under-10"}, NotComparable, CountedThings},
		{"a change of children and a change of outcomes", []string{"npcc-children-change", "met-outcome-21-ratio"}, NotComparable, UnitsDiffer},
		{"a change of children and a change of outcomes", []string{"npcc-children-change", "met-outcome-21-change"}, NotComparable, CountedThings},
		{"the same number given twice", []string{"met-under-14-headline", "met-suspects-under-14"}, NotComparable, SameNumber},
		{"the same number given three times", []string{"met-under-14-headline", "met-under-14-more-than"}, NotComparable, SameNumber},
		{"the same number given by two sources", []string{"npcc-incidents", "offences-2016-17"}, NotComparable, SameNumber},

		{"outcomes", []string{"foi-community-resolution", "foi-victim-withdrew", "foi-lack-of-evidence", "foi-not-public-interest", "foi-other-agency"}, Comparable, ""},
		{"a percentage and a count of one base", []string{"foi-charge-or-caution", "foi-lack-of-evidence"}, Comparable, ""},
		{"forces", []string{"foi-sussex", "foi-greater-manchester", "foi-thames-valley", "foi-west-midlands"}, WithCare, Caution},
		{"Outcome 21 in two years", []string{"met-outcome-21-2018", "met-outcome-21-2019"}, WithCare, PeriodInferred},
		{"a part and its whole", []string{"foi-sussex", "foi-crimes"}, WithCare, IsPart},
		{"a part of a part", []string{"foi-forces-doubled", "foi-forces-answered"}, NotComparable, PopulationsDiffer},
		{"crimes and investigations of one source", []string{"foi-crimes-per-day", "foi-investigations-per-day"}, WithCare, CountedAsOne},
		{"an outcome and a force", []string{"foi-not-public-interest", "foi-sussex"}, NotComparable, Cuts},
		{"not reported is not an outcome", []string{"foi-outcome-not-reported", "foi-lack-of-evidence"}, WithCare, Lacking},
		{"9 of 14 and 14 of 26", []string{"foi-forces-doubled-share", "foi-forces-two-years-share"}, NotComparable, BasesDiffer},
		{"the only time series", []string{"offences-2015-16", "offences-2016-17"}, Comparable, ""},
		{"a missing value", []string{"charges-2014-15", "charges-2015-16"}, NotComparable, NoValue},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.ids, " "), func(t *testing.T) {
			c := compare(t, p, test.ids...)
			assert.Equal(t, test.verdict, c.Verdict, "%s: %v", test.name, kinds(c))
			if test.reason == "" {
				assert.Empty(t, c.Reasons)
			} else {
				assert.Contains(t, kinds(c), test.reason, test.name)
			}
		})
	}
}

func TestComparingIsSymmetricAndOrderMakesNoDifference(t *testing.T) {
	p := defaultPackage(t)
	for i, a := range p.Figures {
		assert.Equal(t, Comparable, Figures(p, a, a).Verdict, "%s with itself", a.ID)
		for _, b := range p.Figures[i+1:] {
			for _, rule := range rules { // Figures sorts its arguments; the rules do not
				assert.Equal(t, rule.applies(p, a, b), rule.applies(p, b, a), "%s: %s and %s", rule.kind, a.ID, b.ID)
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		picked := []*data.Figure{}
		for range 4 {
			picked = append(picked, p.Figures[random.IntN(len(p.Figures))])
		}
		first := Figures(p, picked...)
		random.Shuffle(len(picked), func(i, j int) { picked[i], picked[j] = picked[j], picked[i] })
		assert.Equal(t, first.Reasons, Figures(p, picked...).Reasons)
	}
}

// An extra difference never improves a verdict.
func TestAddingADifferenceNeverImprovesAVerdict(t *testing.T) {
	p := defaultPackage(t)
	changes := map[string]func(*data.Figure){
		"counted":    func(f *data.Figure) { f.Series.Counted = &data.Counted{ID: "other"} },
		"unit":       func(f *data.Figure) { f.Unit = data.Times },
		"age":        func(f *data.Figure) { n := 99; f.Series.AgeMax = &n },
		"population": func(f *data.Figure) { f.Series.Population += " and others" },
		"coverage":   func(f *data.Figure) { f.Series.CoverageWho += " and others" },
		"source":     func(f *data.Figure) { s := *f.Series.Source; s.ID = "other"; f.Series.Source = &s },
		"method": func(f *data.Figure) {
			s := *f.Series.Source
			s.Method = &data.Method{ID: "survey", Asks: true}
			f.Series.Source = &s
		},
		"period":     func(f *data.Figure) { f.Period.End += 400 },
		"inferred":   func(f *data.Figure) { f.Period.Basis = data.Inferred },
		"definition": func(f *data.Figure) { f.Status = "D" },
		"value":      func(f *data.Figure) { f.Value, f.Percent = nil, nil },
	}
	for i, a := range p.Figures {
		for _, b := range p.Figures[i+1:] {
			before := Figures(p, a, b).Verdict
			for _, name := range slices.Sorted(maps.Keys(changes)) {
				changed, series := *b, *b.Series
				changed.Series = &series
				if a.Series == b.Series {
					changed.Series.ID += "-changed"
				}
				changes[name](&changed)
				assert.GreaterOrEqual(t, Figures(p, a, &changed).Verdict, before, "%s and %s, with another %s", a.ID, b.ID, name)
			}
		}
	}
}

var verdictWords = map[Verdict]string{Comparable: "comparable", WithCare: "comparable with care", NotComparable: "not comparable"}

// Lists the verdict on every pair of the default package, grouped by its reasons. A
// data editor should agree with each.
func TestEveryPair(t *testing.T) {
	p := defaultPackage(t)
	groups := map[string][]string{}
	for i, a := range p.Figures {
		for _, b := range p.Figures[i+1:] {
			c := Figures(p, a, b)
			var why []string
			for _, r := range c.Reasons {
				if r.Verdict == c.Verdict {
					why = append(why, string(r.Kind))
				}
			}
			title := fmt.Sprintf("%d %s: %s", c.Verdict, verdictWords[c.Verdict], strings.Join(why, "; "))
			groups[title] = append(groups[title], a.ID+" ~ "+b.ID)
		}
	}
	var b strings.Builder
	for _, title := range slices.Sorted(maps.Keys(groups)) {
		fmt.Fprintf(&b, "# %s (%d)\n", strings.TrimSuffix(title[2:], ": "), len(groups[title]))
		for _, pair := range groups[title] {
			b.WriteString("  " + pair + "\n")
		}
	}
	golden.Equal(t, "testdata/verdicts.txt", b.String())
}
