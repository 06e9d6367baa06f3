package say

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
)

// Each kind of reason has a title, in the entry "reason." with its name, and a sentence, in
// the entry with the suffix ".why".

// Why returns a reason as text: its title and a sentence.
func Why(r compare.Reason) (title, sentence string) {
	words, key := r.A.Words(), "reason."+string(r.Kind)
	return words.Say(key), why(words, key+".why", r)
}

func why(words *text.Language, key string, r compare.Reason) string {
	switch r.Kind {
	case compare.CountedAsOne:
		return r.OneBase.Reason
	case compare.Caution:
		return compare.CautionOf(r.A, r.B)
	case compare.PeriodUnknown:
		return periodUnknown(words, r)
	case compare.PeriodInferred:
		return periodInferred(words, r)
	}
	a, b := apart(r)
	sentence := words.Fill(key, "a", a, "b", b, "of_a", differing(r.Kind, r.A), "of_b", differing(r.Kind, r.B), "small", words.Whole(compare.Small))
	if r.Kind == compare.CountedThings {
		return words.Sentences(sentence, r.A.Series.Counted.Beware, r.B.Series.Counted.Beware)
	}
	return sentence
}

// apart names two figures by their values, or by their names if the values are equal.
func apart(r compare.Reason) (a, b string) {
	a, b = Of(r.A).Short(), Of(r.B).Short()
	if a == b {
		a, b = r.A.Words().Fill("quoted", "text", r.A.Name), r.B.Words().Fill("quoted", "text", r.B.Name)
	}
	return a, b
}

// differing returns the property in which a figure differs, for a kind of reason.
func differing(kind compare.Kind, f *data.Figure) string {
	switch kind {
	case compare.CountedThings:
		return f.Series.Counted.Things()
	case compare.UnitsDiffer:
		_, unit := f.Natural()
		return unitTitle(f.Words(), unit)
	case compare.AgesDiffer:
		return ages(f.Series, "ages")
	case compare.PopulationsDiffer:
		return cmp.Or(f.Series.Population, f.Words().Say("population.missing"))
	case compare.CoveragesDiffer:
		return cmp.Or(f.Series.CoverageWho, f.Words().Say("population.missing"))
	case compare.SourcesDiffer:
		return f.Series.Source.Short
	case compare.PeriodLengths:
		return f.Words().Noted(length(f), When(f))
	case compare.PeriodsApart:
		return When(f)
	}
	return ""
}

func periodUnknown(words *text.Language, r compare.Reason) string {
	a, b := apart(r)
	switch {
	case r.A.Period.Known():
		return words.Fill("reason.period_unknown.one", "figure", b)
	case r.B.Period.Known():
		return words.Fill("reason.period_unknown.one", "figure", a)
	}
	return words.Say("reason.period_unknown.both")
}

func periodInferred(words *text.Language, r compare.Reason) string {
	f := r.A
	if f.Period.Basis != data.Inferred {
		f = r.B
	}
	if f.Period.Text == "" {
		return words.Fill("reason.period_inferred.dates", "dates", dates(words, f.Period))
	}
	return words.Fill("reason.period_inferred.text", "text", f.Period.Text)
}

// length is the length of a figure's period in months, or in days if it is shorter.
func length(f *data.Figure) string {
	if n := f.Period.Months(); n > 0 {
		return f.Words().Count("months", n)
	}
	return f.Words().Count("days", f.Period.Days())
}

// Distinct removes reasons that repeat what another reason says.
func Distinct(reasons []compare.Reason) []compare.Reason {
	covers := map[compare.Kind]compare.Kind{compare.PopulationsDiffer: compare.AgesDiffer, compare.PeriodsApart: compare.PeriodLengths}
	var list []compare.Reason
	said := map[string]bool{}
	for _, r := range reasons {
		covered := slices.ContainsFunc(reasons, func(other compare.Reason) bool {
			return other.A == r.A && other.B == r.B && other.Kind == covers[r.Kind]
		})
		if _, say := Why(r); !covered && !said[say] {
			said[say] = true
			list = append(list, r)
		}
	}
	return list
}

// ages describes the age limits of a series: key "ages" is for a sentence, "ages.short" for
// a list.
func ages(s *data.Series, key string) string {
	words := s.Words
	switch {
	case s.AgeMin != nil && s.AgeMax != nil:
		return words.Fill(key+".between", "low", words.Whole(*s.AgeMin), "high", words.Whole(*s.AgeMax))
	case s.AgeMax != nil:
		return words.Fill(key+".under", "age", words.Whole(*s.AgeMax+1))
	case s.AgeMin != nil:
		return words.Fill(key+".from", "age", words.Whole(*s.AgeMin))
	}
	return words.Say(key + ".any")
}

// Cure suggests a comparable figure to ask the source for: the same as one of the two, but
// for the period of the other. It is empty if that would still not be comparable, or if
// there is nobody to ask.
func Cure(c compare.Comparison) string {
	if c.Verdict != compare.NotComparable || len(c.Figures) != 2 {
		return ""
	}
	has := map[compare.Kind]bool{}
	for _, r := range c.Reasons {
		has[r.Kind] = true
	}
	for _, incurable := range []compare.Kind{compare.SameNumber, compare.MayBeSameNumber, compare.NoValue, compare.MethodsDiffer, compare.BaseUnknown, compare.UnitsDiffer, compare.Cuts, compare.PeriodLengths, compare.PeriodsOverlap} {
		if has[incurable] {
			return ""
		}
	}
	for i, f := range c.Figures {
		if other := c.Figures[1-i]; has[compare.PeriodsApart] && !f.Series.Unnamed && other.Period.Known() {
			return f.Words().Fill("ask", "what", asked(f), "when", dates(f.Words(), other.Period))
		}
	}
	return ""
}

// asked describes a figure in a request for a similar one.
func asked(f *data.Figure) string {
	thing, about := f.Series.Counted.Things(), f.Series.Population
	if strings.HasPrefix(about, thing) {
		thing, about = about, ""
	}
	return f.Words().Commas(thing, about, f.Series.CoverageWho)
}
