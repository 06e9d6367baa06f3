package say

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// Fact is a line of a receipt or of a source. Href is empty if Words are not a link.
type Fact struct{ Name, Words, Href string }

// Brief is a short receipt, which opens beside a mark. The figure's own page has the full
// receipt.
type Brief struct {
	Value, Words string // the number, and the rest of the sentence
	Quote        string // from the document; may be empty
	Source       string
	Correction   *data.Correction // the newest, or nil
	Caution      string           // the main one; may be empty
}

// BriefReceipt returns the short receipt of a figure.
func BriefReceipt(p *data.Package, f *data.Figure) Brief {
	words, s := f.Words(), f.Series
	value, rest := briefValue(f)
	b := Brief{Value: value, Quote: f.Quote, Source: dated(words, s.Source.Short, s.Source, words.Date(s.Source.Published))}
	share := ""
	if f.Formula != data.PercentOf {
		share = shareOf(f)
	}
	b.Words = words.Sentences(text.Ended(rest), share, howCalculated(f))
	b.Caution = mainNote(f)
	if list := p.CorrectionsOf(f); len(list) > 0 {
		b.Correction = list[0]
	}
	return b
}

// mainNote is the most important caution about a figure, or "".
func mainNote(f *data.Figure) string {
	return cmp.Or(f.Note, f.Series.Note, f.Series.Counted.Beware)
}

// briefValue splits a figure into its number, and what it counts with how exactly it is
// known.
func briefValue(f *data.Figure) (value, rest string) {
	words, a := f.Words(), Of(f)
	r := a.Range()
	switch {
	case a.Missing:
		return words.Lead(words.Say("amount.missing.alone")), f.Name
	case f.Label == "" && r != "":
		return words.Lead(f.Name), words.Noted(a.Long(), r)
	case f.Label == "":
		return words.Lead(f.Name), a.Long()
	case a.Qualifier == "rounded":
		return text.Capital(a.Leading()), words.Commas(f.Label, words.Say("rounded"))
	case r != "" && a.Calculated:
		return text.Capital(a.Leading()), words.Named(f.Label, r)
	}
	return text.Capital(a.Leading()), f.Label
}

// shareOf describes a figure's share of its base.
func shareOf(f *data.Figure) string {
	if f.Base == nil || f.Percent == nil || f.Value == nil {
		return ""
	}
	share := Amount(f, f.Percent, data.Percent)
	share.Qualifier = ""
	key := "receipt.share"
	if !f.PercentPrinted && !f.Calculated() {
		key = "receipt.share.calculated"
	}
	return f.Words().Fill(key, "share", share.Short(), "whole", Of(f.Base).Short())
}

// longestLead is the maximum length of a note's bold beginning before a colon, in
// characters.
const longestLead = 40

// Lead splits a note into the few words that it begins with and the rest, as in "Not a
// ranking: a force that …". A note without such words begins with those for a caution.
func Lead(words *text.Language, note string) (lead, rest string) {
	for _, colon := range []string{": ", " : ", ":\u00a0"} {
		if lead, rest, ok := strings.Cut(note, colon); ok && len([]rune(lead)) <= longestLead && !strings.Contains(lead, ". ") {
			return words.Lead(lead), rest
		}
	}
	return words.Lead(words.Say("caution")), note
}

// Receipt lists the evidence for a number. Facts without words do not apply to this figure.
func Receipt(p *data.Package, f *data.Figure) []Fact {
	words, s := f.Words(), f.Series
	line := func(key, value string) Fact { return Fact{words.Say("receipt." + key), value, ""} }
	return []Fact{
		line("printed", f.Printed),
		line("value", valueFact(f)),
		line("calculated", Formula(f)),
		line("counts", counts(f)),
		line("base", baseFact(f)),
		line("who", who(s)),
		line("when", text.Capital(When(f))),
		line("source", words.Commas(chain(words, s.Source), Published(words, s.Source))),
		{words.Say("address"), Bare(s.Source.URL), s.Source.URL},
		line("also", alsoIn(s)),
		line("status", statusFact(f)),
		line("restates", restates(f)),
		line("correction", correctionsFact(p, f)),
		{words.Say("caution"), careFact(p, f), ""},
	}
}

// valueFact is the value with its qualifier and range in full.
func valueFact(f *data.Figure) string {
	a := Of(f)
	word := a.Word()
	if a.Before() == word {
		word = "" // already part of the amount
	}
	return text.Capital(f.Words().Commas(a.Short(), word, a.Between()))
}

// who describes who is covered, and how many out of how many.
func who(s *data.Series) string {
	covered := text.Capital(s.CoverageWho)
	if s.CoverageN == nil || s.CoverageM == nil {
		return covered
	}
	many := s.Words.Fill("of", "part", s.Words.Whole(*s.CoverageN), "whole", s.Words.Whole(*s.CoverageM))
	if covered == "" {
		return many
	}
	return s.Words.Noted(covered, many)
}

func counts(f *data.Figure) string {
	s, words := f.Series, f.Words()
	what := text.Capital(s.Counted.Things())
	if s.Population != "" {
		what = words.Named(what, s.Population)
	}
	if s.Counted.Beware != "" {
		what = words.Sentences(text.Ended(what), s.Counted.Beware)
	}
	return what
}

func baseFact(f *data.Figure) string {
	words := f.Words()
	switch {
	case f.BaseNotPrinted:
		return words.Say("receipt.base.missing")
	case f.Base == nil:
		return ""
	case f.Percent == nil:
		return Phrase(f.Base)
	}
	how := "rounded"
	if !f.PercentPrinted {
		how = "calculated"
	}
	return words.Noted(Phrase(f.Base), words.Commas(Amount(f, f.Percent, data.Percent).Short(), words.Say(how)))
}

func alsoIn(s *data.Series) string {
	var names []string
	for _, other := range s.AlsoReportedBy {
		names = append(names, s.Words.Commas(other.Publisher, Published(s.Words, other)))
	}
	return s.Words.Semicolons(names...)
}

func statusFact(f *data.Figure) string {
	switch {
	case f.Status == data.Normal:
		return ""
	case f.Status == data.Missing && f.Percent != nil:
		return f.Words().Say("receipt.count_missing")
	}
	return f.Words().Say("status." + string(f.Status))
}

func restates(f *data.Figure) string {
	switch {
	case f.Restates != nil:
		return f.Words().Fill("receipt.restates.same", "figure", Phrase(f.Restates))
	case f.MayRestate != nil:
		return f.Words().Fill("receipt.restates.maybe", "figure", Phrase(f.MayRestate))
	}
	return ""
}

// careFact joins the cautions of the figure and its series. If the figure is divided by a
// different thing counted, it adds why that is allowed.
func careFact(p *data.Package, f *data.Figure) string {
	var parts []string
	for _, note := range []string{f.Note, f.Series.Note} {
		if note != "" && !slices.ContainsFunc(parts, func(said string) bool { return strings.Contains(said, note) }) {
			parts = append(parts, note)
		}
	}
	if f.Base != nil && f.Base.Series.Counted != f.Series.Counted {
		for _, b := range p.OneBase {
			if b.Source == f.Series.Source {
				parts = append(parts, b.Reason)
			}
		}
	}
	return f.Words().Sentences(parts...)
}
