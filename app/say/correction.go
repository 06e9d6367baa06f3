package say

import (
	"strings"

	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// Correction returns a correction as a line: its first words, which say when, and what was
// changed and why.
func Correction(words *text.Language, c *data.Correction) (lead, rest string) {
	return words.Lead(words.Fill("correction", "date", words.Date(c.Date.String()))), corrected(words, c)
}

// CorrectionLine is the same in one text.
func CorrectionLine(words *text.Language, c *data.Correction) string {
	lead, rest := Correction(words, c)
	return lead + " " + rest
}

func corrected(words *text.Language, c *data.Correction) string {
	return words.Sentences(words.Fill("correction.of", "figure", Name(c.Figure), "before", c.Before, "after", c.After), c.Why)
}

// Name is the name of a figure with its period, if that is stated.
func Name(f *data.Figure) string {
	if !f.Period.Known() {
		return f.Name
	}
	return f.Words().Commas(f.Name, Year(f))
}

// Corrections returns the corrections of what a table shows and its view says, newest first.
func Corrections(p *data.Package, t table.Table) []*data.Correction {
	if len(p.Corrections) == 0 {
		return nil
	}
	var shown []*data.Figure
	for _, panel := range t.Panels {
		for _, r := range append(panel.Rows[:len(panel.Rows):len(panel.Rows)], panel.Drawn...) {
			shown = append(shown, r.Figure)
		}
	}
	for _, words := range append([]string{t.View.Headline, t.View.Subtitle}, t.View.Notes...) {
		for _, id := range data.Named(words) {
			shown = append(shown, p.Figure(id))
		}
	}
	return p.CorrectionsOf(shown...)
}

// correctionsFact lists the corrections of a figure.
func correctionsFact(p *data.Package, f *data.Figure) string {
	var all []string
	for _, c := range p.CorrectionsOf(f) {
		all = append(all, f.Words().Named(f.Words().Date(c.Date.String()), corrected(f.Words(), c)))
	}
	return f.Words().Sentences(all...)
}

// ReportLink returns the address where a reader reports an error in a figure, or "". A mail
// names the figure and ends with its address in the site.
func ReportLink(p *data.Package, f *data.Figure) string {
	switch {
	case p.Contact == "":
		return ""
	case strings.Contains(p.Contact, "@") && !strings.Contains(p.Contact, "/"):
		subject := p.Words.Named(p.Words.Say("report"), Name(f))
		return "mailto:" + p.Contact + "?subject=" + state.Escaped(subject) + "&body=" + state.Escaped(state.FigureLink(p, f.ID))
	}
	return strings.ReplaceAll(p.Contact, "{figure}", f.ID)
}
