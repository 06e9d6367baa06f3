package say

import (
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// Fact is a line of a receipt or of a source. Href is empty where Words are no link.
type Fact struct{ Name, Words, Href string }

// Brief is a receipt in few words, as it opens beside a mark: its page has the
// whole one.
type Brief struct {
	Value, Words string // the number, and the rest of the sentence
	Quote        string // of the document; empty where it is none of ours to quote
	Source       string
	Lead, Care   string // the caution that matters most, its lead apart
}

// BriefReceipt says the receipt of a figure in few words.
func BriefReceipt(p *data.Package, f *data.Figure) Brief {
	b := Brief{Value: text.Capital(Of(f).Leading()), Words: f.Label + ".", Quote: f.Quote, Source: dated(f.Series.Source.Short, f.Series.Source, text.Date(f.Series.Source.Published))}
	a := Of(f)
	switch r := a.Range(); {
	case a.Missing:
		b.Words = text.LowerFirst(f.Name) + "."
	case f.Label == "":
		b.Value, b.Words = f.Name+":", a.Long()+"."
		if r != "" {
			b.Words = a.Long() + " (" + r + ")."
		}
	case a.Word() == "rounded":
		b.Words = f.Label + ", rounded."
	case r != "" && a.Calculated:
		b.Words = f.Label + ": " + r + "."
	}
	if s := shareOf(f); s != "" && f.Formula != data.PercentOf {
		b.Words += " " + s
	}
	if f.Calculated() {
		b.Words += " Calculated: " + Formula(f) + "."
	}
	for _, note := range []string{f.Note, f.Series.Note, f.Series.Counted.Beware} {
		if note != "" {
			b.Lead, b.Care = Lead(note)
			break
		}
	}
	return b
}

// shareOf says of what a figure is a share, and how large a one.
func shareOf(f *data.Figure) string {
	if f.Base == nil || f.Percent == nil || f.Value == nil {
		return ""
	}
	share := Amount(f, f.Percent, data.Percent)
	share.Qualifier = ""
	s := share.Short() + " of " + Of(f.Base).Short()
	if !f.PercentPrinted && !f.Calculated() {
		s += ", " + text.Calculated
	}
	return s + "."
}

// longestLead is how many characters of a note may stand out before its colon.
const longestLead = 40

// Lead parts a note from the few words that it begins with: "Not a ranking: a
// force that …". A note that has none is one to take care of.
func Lead(note string) (lead, rest string) {
	if lead, rest, ok := strings.Cut(note, ": "); ok && len(lead) <= longestLead && !strings.Contains(lead, ". ") {
		return lead + ":", rest
	}
	return text.TakeCare + ":", note
}

// Receipt says what stands behind a number, line by line; a line without words
// says nothing of this one.
func Receipt(p *data.Package, f *data.Figure) []Fact {
	s := f.Series
	return []Fact{
		{"As printed", f.Printed, ""},
		{"Value", valueFact(f), ""},
		{"Calculated", Formula(f), ""},
		{"Counts", counts(f), ""},
		{"Share of", baseFact(f), ""},
		{"Who", who(s), ""},
		{"When", text.Capital(When(f)), ""},
		{"Said by", arrows(s.Source.Chain) + ", " + Published(s.Source), ""},
		{text.Address, Bare(s.Source.URL), s.Source.URL},
		{"Also in", alsoIn(s), ""},
		{"Status", statusFact(f), ""},
		{"Restates", restates(f), ""},
		{text.TakeCare, careFact(p, f), ""},
	}
}

// valueFact says the value with its qualifier and range in full.
func valueFact(f *data.Figure) string {
	a := Of(f)
	parts := []string{a.Short()}
	if w := a.Word(); w != "" && !strings.HasPrefix(a.Short(), w) {
		parts = append(parts, w)
	}
	if r := a.Range(); r != "" {
		parts = append(parts, "between "+strings.Replace(r, " to ", " and ", 1))
	}
	return text.Capital(strings.Join(parts, ", "))
}

// who is covered, and how many of how many.
func who(s *data.Series) string {
	covered := text.Capital(s.CoverageWho)
	if s.CoverageN == nil || s.CoverageM == nil {
		return covered
	}
	many := text.Number(float64(*s.CoverageN), 0) + " of " + text.Number(float64(*s.CoverageM), 0)
	if covered == "" {
		return many
	}
	return covered + " (" + many + ")"
}

func counts(f *data.Figure) string {
	s := text.Capital(f.Series.Counted.Many)
	if f.Series.Population != "" {
		s += ": " + f.Series.Population
	}
	if f.Series.Counted.Beware != "" {
		s += ". " + f.Series.Counted.Beware
	}
	return s
}

func baseFact(f *data.Figure) string {
	switch {
	case f.BaseNotPrinted:
		return "A total that the document does not print"
	case f.Base == nil:
		return ""
	}
	s := Phrase(f.Base)
	if f.Percent != nil {
		share := Amount(f, f.Percent, data.Percent)
		how := "rounded"
		if !f.PercentPrinted {
			how = text.Calculated
		}
		s += " (" + share.Short() + ", " + how + ")"
	}
	return s
}

func alsoIn(s *data.Series) string {
	var names []string
	for _, other := range s.AlsoReportedBy {
		names = append(names, other.Publisher+", "+Published(other))
	}
	return strings.Join(names, "; ")
}

func statusFact(f *data.Figure) string {
	if f.Status == data.Normal {
		return ""
	}
	if f.Status == data.Missing && f.Percent != nil {
		return "The count is missing; only the percentage is printed"
	}
	return text.Capital(text.Statuses[string(f.Status)])
}

func restates(f *data.Figure) string {
	switch {
	case f.Restates != nil:
		return "The same number as " + Phrase(f.Restates)
	case f.MayRestate != nil:
		return "Perhaps the same number as " + Phrase(f.MayRestate)
	}
	return ""
}

// careFact joins the caveats of the figure and its series with the reason for
// which its counted thing may be divided by another.
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
	return strings.Join(parts, " ")
}
