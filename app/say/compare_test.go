package say

import (
	"strings"
	"testing"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
)

// Every pair of figures can be explained: each reason has its own title and sentence, and
// no text begins with a numeral.
func TestEveryReasonHasWords(t *testing.T) {
	p := datatest.Default(t)
	seen := map[compare.Kind]bool{}
	for i, a := range p.Figures {
		for _, b := range p.Figures[i+1:] {
			for _, r := range compare.Figures(p, a, b).Reasons {
				seen[r.Kind] = true
				title, say := Why(r)
				assert.NotEmpty(t, title, r.Kind)
				assert.Regexp(t, `^[A-Z“].*[.]$`, say, r.Kind)
			}
		}
	}
	for _, kind := range compare.Kinds() {
		assert.NotEmpty(t, text.English.Say("reason."+string(kind)), kind)
		if kind != compare.DefinitionsDiffer { // no figure of the default package has a break
			assert.True(t, seen[kind], "no pair differs by %q", kind)
		}
	}
}

func TestDifferences(t *testing.T) {
	p := datatest.Default(t)
	tests := []struct{ a, b, want string }{
		{"offences-2015-16", "offences-2016-17", "The larger figure, 6,238, is 1,557 more than the smaller, 4,681, or about 1.3 times as many (calculated)."},
		{"met-outcome-21-2019", "met-outcome-21-2018", "From 38 (2018) to 90 (2019)."},
		{"foi-sussex", "foi-crimes", "Read as a share: 329 of 2,287 is 14 per cent (calculated)."},
		{"foi-charge-or-caution-estimate", "foi-lack-of-evidence", "The larger figure, 370, is about 233 (222 to 244) more than the smaller, about 137, or 2.5 to 2.9 times as many (calculated)."},
		{"foi-charge-or-caution", "foi-lack-of-evidence", "The larger figure, 16 per cent, is about 10 percentage points (9 to 11) more than the smaller, 6 per cent (calculated)."},
		{"survey-took", "survey-shared", "The difference cannot be worked out, because at least one of them is only a minimum or a maximum."},
		{"foi-crimes", "npcc-incidents", ""},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Explain(compare.Figures(p, p.Figure(test.a), p.Figure(test.b))).Difference)
	}
}

// The command line's description of a pair agrees with the verdict.
func TestVerdictsInWords(t *testing.T) {
	p := datatest.Default(t)
	for want, ids := range map[string][2]string{
		"Comparable\n":           {"foi-lack-of-evidence", "foi-victim-withdrew"},
		"Comparable with care\n": {"foi-sussex", "foi-thames-valley"},
		"Not comparable\n":       {"foi-crimes", "npcc-incidents"},
	} {
		c := compare.Figures(p, p.Figure(ids[0]), p.Figure(ids[1]))
		assert.True(t, strings.HasPrefix(Explain(c).String(), want), want)
		assert.Equal(t, strings.TrimSpace(want), Verdicts[c.Verdict].Words(p.Words))
	}
}

func TestCures(t *testing.T) {
	p := datatest.Default(t)
	assert.Equal(t, "Ask for the same figure for April 2016 to March 2017 to see a change: crimes, suspects under 18, the 26 police forces that answered.",
		Cure(compare.Figures(p, p.Figure("foi-crimes"), p.Figure("npcc-incidents"))))
	assert.Empty(t, Cure(compare.Figures(p, p.Figure("ceop-cases-per-day"), p.Figure("ceop-reports-per-day"))), "they are one number")
	assert.Empty(t, Cure(compare.Figures(p, p.Figure("foi-sussex"), p.Figure("foi-crimes"))), "nothing to suggest")
}

// A suggested figure is comparable with one of the two, differs from both, and can be asked
// for.
func TestCuresCure(t *testing.T) {
	p := datatest.Default(t)
	cured := 0
	for i, a := range p.Figures {
		for _, b := range p.Figures[i+1:] {
			ask := Cure(compare.Figures(p, a, b))
			if ask == "" {
				continue
			}
			cured++
			asked := func(f, other *data.Figure) bool {
				would := *f
				would.ID, would.Restates, would.Period = "asked-for", nil, other.Period
				return compare.Figures(p, f, &would).Verdict != compare.NotComparable && !f.Period.Same(other.Period) && !f.Series.Unnamed &&
					(strings.Contains(ask, ": "+f.Series.Counted.Many) || strings.Contains(ask, ": "+f.Series.Population))
			}
			assert.True(t, asked(a, b) || asked(b, a), "%s and %s: %s", a.ID, b.ID, ask)
			assert.NotContains(t, ask, "does not name")
		}
	}
	assert.Positive(t, cured)
}
