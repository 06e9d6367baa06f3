package say

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
)

type reasonWord struct {
	kind  compare.Kind
	title string
	say   func(r compare.Reason, a, b string) string
}

// reasonWords say why two figures differ, to a reader. Each kind of the rules
// has an entry; a test holds them together.
var reasonWords = [...]reasonWord{
	{compare.SameNumber, "One number, told twice", func(r compare.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " tell the same number, so there is no difference to read."
	}},
	{compare.MayBeSameNumber, "Perhaps one number, told twice", func(r compare.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " may tell the same number."
	}},
	{compare.NoValue, "A value is missing", func(r compare.Reason, a, b string) string {
		return "At least one of the two is not printed, and a missing value is not zero."
	}},
	{compare.CountedThings, "Different things counted", func(r compare.Reason, a, b string) string {
		s := "The figure " + a + " counts " + r.A.Series.Counted.Many + "; the figure " + b + " counts " + r.B.Series.Counted.Many + "."
		for _, beware := range []string{r.A.Series.Counted.Beware, r.B.Series.Counted.Beware} {
			if beware != "" {
				s += " " + beware
			}
		}
		return s
	}},
	{compare.CountedAsOne, "Different words for one thing", func(r compare.Reason, a, b string) string { return r.OneBase.Reason }},
	{compare.UnitsDiffer, "Different units", func(r compare.Reason, a, b string) string {
		return "The figure " + a + " is " + unitWord(r.A) + "; the figure " + b + " is " + unitWord(r.B) + "."
	}},
	{compare.AgesDiffer, "Different ages", func(r compare.Reason, a, b string) string {
		return "The figure " + a + " is about " + ageWords(r.A.Series) + "; the figure " + b + " is about " + ageWords(r.B.Series) + "."
	}},
	{compare.PopulationsDiffer, "Different groups", func(r compare.Reason, a, b string) string {
		return "The figure " + a + " is about " + stated(r.A.Series.Population) + "; the figure " + b + " is about " + stated(r.B.Series.Population) + "."
	}},
	{compare.CoveragesDiffer, "Different coverage", func(r compare.Reason, a, b string) string {
		return "The figure " + a + " covers " + stated(r.A.Series.CoverageWho) + "; the figure " + b + " covers " + stated(r.B.Series.CoverageWho) + "."
	}},
	{compare.SourcesDiffer, "Different sources", func(r compare.Reason, a, b string) string {
		return "The figure " + a + " comes from " + r.A.Series.Source.Short + "; the figure " + b + " comes from " + r.B.Series.Source.Short + "."
	}},
	{compare.MethodsDiffer, "Different methods", func(r compare.Reason, a, b string) string {
		return "A survey asks people; other bodies count what comes to them."
	}},
	{compare.PeriodLengths, "Different lengths of time", func(r compare.Reason, a, b string) string {
		return "The figure " + a + " covers " + length(r.A.Period) + " (" + When(r.A) + "); the figure " + b + " covers " + length(r.B.Period) + " (" + When(r.B) + ")."
	}},
	{compare.PeriodsOverlap, "Overlapping periods", func(r compare.Reason, a, b string) string {
		return "The periods overlap without being the same, so the same may be counted in both."
	}},
	{compare.PeriodsApart, "Different periods", func(r compare.Reason, a, b string) string {
		return "The figure " + a + " is for " + When(r.A) + "; the figure " + b + " is for " + When(r.B) + "."
	}},
	{compare.PeriodUnknown, "A period is not stated", func(r compare.Reason, a, b string) string {
		switch {
		case r.A.Period.Known():
			return "The document does not say when for the figure " + b + "."
		case r.B.Period.Known():
			return "The document does not say when for the figure " + a + "."
		}
		return "The documents do not say when, for either."
	}},
	{compare.PeriodInferred, "A period is worked out", func(r compare.Reason, a, b string) string {
		f := r.A
		if f.Period.Basis != data.Inferred {
			f = r.B
		}
		if f.Period.Text == "" {
			return "The document does not state the dates " + dates(f.Period) + ": they are inferred."
		}
		return "The document says: " + text.Ended(f.Period.Text)
	}},
	{compare.BasesDiffer, "Shares of different totals", func(r compare.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " are shares of different totals."
	}},
	{compare.BaseUnknown, "A total is not printed", func(r compare.Reason, a, b string) string {
		return "The total that is shared is not printed, so how many it stands for is unknown."
	}},
	{compare.Cuts, "One total, cut in different ways", func(r compare.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " are parts of one total, divided by different things; the same one can be in both."
	}},
	{compare.IsPart, "One is a part of the other", func(r compare.Reason, a, b string) string {
		return "The smaller figure is included in the larger, so read it as a share."
	}},
	{compare.IsInput, "One is calculated from the other", func(r compare.Reason, a, b string) string {
		return "They are not two measurements: the figures " + a + " and " + b + " share a source number."
	}},
	{compare.Caution, "Mind what a count shows", func(r compare.Reason, a, b string) string { return compare.CautionOf(r.A, r.B) }},
	{compare.Lacking, "One measures what is lacking", func(r compare.Reason, a, b string) string {
		return "What is lacking, such as an answer that was not given, is not a result of its own."
	}},
	{compare.DefinitionsDiffer, "A break or another definition", func(r compare.Reason, a, b string) string {
		return "The way of counting changed between the figures " + a + " and " + b + "."
	}},
	{compare.Inexact, "Not exactly known", func(r compare.Reason, a, b string) string {
		return "At least one of the two is an estimate, an average or a bound, so their difference is a range at best."
	}},
	{compare.SmallNumbers, "Small numbers", func(r compare.Reason, a, b string) string {
		return "Below " + text.Number(compare.Small, 0) + ", a few more or less change a ratio a lot: read from one count to the other."
	}},
}

// length returns the length of a period in months, or in days if it is shorter.
func length(p data.Period) string {
	if n := p.Months(); n > 0 {
		return text.Of(n, "month", "months")
	}
	return text.Of(p.Days(), "day", "days")
}

// stated stands for whom a package does not name.
func stated(whom string) string { return cmp.Or(whom, "people or things that are not stated") }

// Why is a reason in words: its title and a sentence.
func Why(r compare.Reason) (title, say string) {
	w := reasonWords[slices.IndexFunc(reasonWords[:], func(w reasonWord) bool { return w.kind == r.Kind })]
	a, b := Of(r.A).Short(), Of(r.B).Short()
	if a == b {
		a, b = "“"+r.A.Name+"”", "“"+r.B.Name+"”"
	}
	return w.title, w.say(r, a, b)
}

// Distinct leaves out reasons that would say again what another one says.
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

func unitWord(f *data.Figure) string {
	_, unit := f.Natural()
	return unit.Title
}

func ageWords(s *data.Series) string {
	switch {
	case s.AgeMin != nil && s.AgeMax != nil:
		return "ages " + text.Number(float64(*s.AgeMin), 0) + " to " + text.Number(float64(*s.AgeMax), 0)
	case s.AgeMax != nil:
		return "under " + text.Number(float64(*s.AgeMax+1), 0) + "s"
	case s.AgeMin != nil:
		return "ages from " + text.Number(float64(*s.AgeMin), 0)
	}
	return "no stated ages"
}

// Cure says which figure would show what a reader who compares two hoped to see:
// the same thing as one of them, for the same group, at the time of the other.
// There is none where that would not be comparable with the one, nor where
// nobody could be asked for it.
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
			return "Ask for " + asked(f) + ", for " + dates(other.Period) + ", to see a change."
		}
	}
	return ""
}

// asked says what a figure is about, as one would ask for another such figure.
func asked(f *data.Figure) string {
	thing, about, from := f.Series.Counted.Many, f.Series.Population, f.Series.CoverageWho
	switch {
	case strings.HasPrefix(about, thing):
		thing, about = about, ""
	case about != "":
		about = "about " + about
	}
	if from != "" {
		from = "from " + from
	}
	return text.Joined(" ", thing, about, from)
}
