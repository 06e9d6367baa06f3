package say

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
)

type reasonWord struct {
	kind  data.Kind
	title string
	say   func(r data.Reason, a, b string) string
}

// reasonWords say why two figures differ, to a reader. Each kind of the rules
// has an entry; a test holds them together.
var reasonWords = [...]reasonWord{
	{data.SameNumber, "One number, told twice", func(r data.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " tell the same number, so there is no difference to read."
	}},
	{data.MayBeSameNumber, "Perhaps one number, told twice", func(r data.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " may tell the same number."
	}},
	{data.NoValue, "A value is missing", func(r data.Reason, a, b string) string {
		return "At least one of the two is not printed, and a missing value is not zero."
	}},
	{data.CountedThings, "Different things counted", func(r data.Reason, a, b string) string {
		s := "The figure " + a + " counts " + r.A.Series.Counted.Many + "; the figure " + b + " counts " + r.B.Series.Counted.Many + "."
		for _, beware := range []string{r.A.Series.Counted.Beware, r.B.Series.Counted.Beware} {
			if beware != "" {
				s += " " + beware
			}
		}
		return s
	}},
	{data.CountedAsOne, "Different words for one thing", func(r data.Reason, a, b string) string { return r.OneBase.Reason }},
	{data.UnitsDiffer, "Different units", func(r data.Reason, a, b string) string {
		return "The figure " + a + " is " + unitWord(r.A) + "; the figure " + b + " is " + unitWord(r.B) + "."
	}},
	{data.AgesDiffer, "Different ages", func(r data.Reason, a, b string) string {
		return "The figure " + a + " is about " + ageWords(r.A.Series) + "; the figure " + b + " is about " + ageWords(r.B.Series) + "."
	}},
	{data.PopulationsDiffer, "Different groups", func(r data.Reason, a, b string) string {
		return "The figure " + a + " is about " + stated(r.A.Series.Population) + "; the figure " + b + " is about " + stated(r.B.Series.Population) + "."
	}},
	{data.CoveragesDiffer, "Different coverage", func(r data.Reason, a, b string) string {
		return "The figure " + a + " covers " + stated(r.A.Series.CoverageWho) + "; the figure " + b + " covers " + stated(r.B.Series.CoverageWho) + "."
	}},
	{data.SourcesDiffer, "Different sources", func(r data.Reason, a, b string) string {
		return "The figure " + a + " comes from " + r.A.Series.Source.Short + "; the figure " + b + " comes from " + r.B.Series.Source.Short + "."
	}},
	{data.MethodsDiffer, "Different methods", func(r data.Reason, a, b string) string {
		return "A survey asks people; other bodies count what comes to them."
	}},
	{data.PeriodLengths, "Different lengths of time", func(r data.Reason, a, b string) string {
		return "The figure " + a + " covers " + length(r.A.Period) + " (" + When(r.A) + "); the figure " + b + " covers " + length(r.B.Period) + " (" + When(r.B) + ")."
	}},
	{data.PeriodsOverlap, "Overlapping periods", func(r data.Reason, a, b string) string {
		return "The periods overlap without being the same, so the same may be counted in both."
	}},
	{data.PeriodsApart, "Different periods", func(r data.Reason, a, b string) string {
		return "The figure " + a + " is for " + When(r.A) + "; the figure " + b + " is for " + When(r.B) + "."
	}},
	{data.PeriodUnknown, "A period is not stated", func(r data.Reason, a, b string) string {
		switch {
		case r.A.Period.Known():
			return "The document does not say when for the figure " + b + "."
		case r.B.Period.Known():
			return "The document does not say when for the figure " + a + "."
		}
		return "The documents do not say when, for either."
	}},
	{data.PeriodInferred, "A period is worked out", func(r data.Reason, a, b string) string {
		f := r.A
		if f.Period.Basis != data.Inferred {
			f = r.B
		}
		if f.Period.Text == "" {
			return "The document does not state the dates " + dates(f.Period) + ": they are inferred."
		}
		return "The document says: " + text.Ended(f.Period.Text)
	}},
	{data.BasesDiffer, "Shares of different totals", func(r data.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " are shares of different totals."
	}},
	{data.BaseUnknown, "A total is not printed", func(r data.Reason, a, b string) string {
		return "The total that is shared is not printed, so how many it stands for is unknown."
	}},
	{data.Cuts, "One total, cut in different ways", func(r data.Reason, a, b string) string {
		return "The figures " + a + " and " + b + " are parts of one total, divided by different things; the same one can be in both."
	}},
	{data.IsPart, "One is a part of the other", func(r data.Reason, a, b string) string {
		return "The smaller figure is included in the larger, so read it as a share."
	}},
	{data.IsInput, "One is calculated from the other", func(r data.Reason, a, b string) string {
		return "They are not two measurements: the figures " + a + " and " + b + " share a source number."
	}},
	{data.Caution, "Mind what a count shows", func(r data.Reason, a, b string) string { return data.CautionOf(r.A, r.B) }},
	{data.Lacking, "One measures what is lacking", func(r data.Reason, a, b string) string {
		return "What is lacking, such as an answer that was not given, is not a result of its own."
	}},
	{data.DefinitionsDiffer, "A break or another definition", func(r data.Reason, a, b string) string {
		return "The way of counting changed between the figures " + a + " and " + b + "."
	}},
	{data.Inexact, "Not exactly known", func(r data.Reason, a, b string) string {
		return "At least one of the two is an estimate, an average or a bound, so their difference is a range at best."
	}},
	{data.SmallNumbers, "Small numbers", func(r data.Reason, a, b string) string {
		return "Below " + text.Number(data.Small, 0) + ", a few more or less change a ratio a lot: read from one count to the other."
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
func Why(r data.Reason) (title, say string) {
	w := reasonWords[slices.IndexFunc(reasonWords[:], func(w reasonWord) bool { return w.kind == r.Kind })]
	a, b := Of(r.A).Short(), Of(r.B).Short()
	if a == b {
		a, b = "“"+r.A.Name+"”", "“"+r.B.Name+"”"
	}
	return w.title, w.say(r, a, b)
}

// Distinct leaves out reasons that would say again what another one says.
func Distinct(reasons []data.Reason) []data.Reason {
	covers := map[data.Kind]data.Kind{data.PopulationsDiffer: data.AgesDiffer, data.PeriodsApart: data.PeriodLengths}
	var list []data.Reason
	said := map[string]bool{}
	for _, r := range reasons {
		covered := slices.ContainsFunc(reasons, func(other data.Reason) bool {
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
func Cure(c data.Comparison) string {
	if c.Verdict != data.NotComparable || len(c.Figures) != 2 {
		return ""
	}
	has := map[data.Kind]bool{}
	for _, r := range c.Reasons {
		has[r.Kind] = true
	}
	for _, incurable := range []data.Kind{data.SameNumber, data.MayBeSameNumber, data.NoValue, data.MethodsDiffer, data.BaseUnknown, data.UnitsDiffer, data.Cuts, data.PeriodLengths, data.PeriodsOverlap} {
		if has[incurable] {
			return ""
		}
	}
	for i, f := range c.Figures {
		if other := c.Figures[1-i]; has[data.PeriodsApart] && !f.Series.Unnamed && other.Period.Known() {
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
