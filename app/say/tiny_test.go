package say_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/compare"
	"factframe/data/datatest"
	"factframe/data/datatest/golden"
	"factframe/data/table"
)

// Packages that each differ in one thing, with all their sentences as last reviewed.
func TestTinyPackagesInWords(t *testing.T) {
	var b strings.Builder
	packages := datatest.Tiny(t)
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		p := packages[name]
		s := state.State{View: "view"}
		shown := table.Select(p, s.Query(p))
		fmt.Fprintf(&b, "== %s\n%s\n%s\n", name, say.Title(p, s), say.Description(p, s))
		fmt.Fprintf(&b, "%s | %s\n", say.SourceLine(p.Words, say.SourcesOf(shown)), say.Published(p.Words, p.Sources[0]))
		for _, v := range p.Views {
			for _, filter := range v.Filters {
				for _, code := range table.Options(p, v, filter) {
					fmt.Fprintf(&b, "only %s: %s\n", code.ID, say.Heading(p, s.WithOnly(filter, code.ID)))
				}
			}
		}
		for _, panel := range shown.Panels {
			title, sub := say.PanelTitle(p.Views[0], panel)
			fmt.Fprintf(&b, "panel %q %q %q shares calculated %v\n", title, sub, say.UnitLine(panel.Rows), say.SharesCalculated(panel.Rows))
			for _, r := range panel.Rows {
				a := say.Amount(r.Figure, r.Amount, r.Unit)
				age, rest := say.AgePhrase(r.Figure)
				fmt.Fprintf(&b, "  %s: %s | %s | %s | %s | %q %q %q | %q | %s, %s\n", say.RowLabel(panel, r), a.Short(), a.Long(), a.Drawn(), a.Leading(), a.Word(), a.Range(), say.Other(r),
					say.Exactness(panel, r), age, rest)
			}
		}
		for _, f := range p.Figures {
			figureInWords(&b, p, f)
		}
		if len(p.Figures) > 1 {
			b.WriteString(say.Explain(compare.Figures(p, p.Figures[0], p.Figures[1])).String())
		}
	}
	golden.Equal(t, "testdata/tiny.txt", b.String())
}

// The sentences of the other packages: every figure of the default package with its
// calculation, every view with each simple selection, and one comparison for each
// kind of reason.
func TestPackagesInWords(t *testing.T) {
	var b strings.Builder
	packages := map[string]*data.Package{"default": datatest.Default(t)}
	for _, name := range datatest.Kinds {
		packages[name] = datatest.Kind(t, name)
	}
	seen := map[compare.Kind]bool{}
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		p := packages[name]
		b.WriteString("== " + name + "\n")
		for _, s := range state.Prerendered(p) {
			if p.View(s.View) != nil && s.Rows == 0 {
				fmt.Fprintf(&b, "%s %s | %s | %s | %s\n", s.Address(), say.Title(p, s), say.Heading(p, s), say.Description(p, s), say.SourceLine(p.Words, say.SourcesOf(table.Select(p, s.Query(p)))))
			}
		}
		for _, v := range p.Views {
			for _, event := range v.Panels[0].Events {
				b.WriteString(say.Event(p.Words, event) + "\n")
			}
			for _, panel := range table.Select(p, table.Query{View: v.ID}).Panels {
				title, sub := say.PanelTitle(v, panel)
				fmt.Fprintf(&b, "%s: %q %q\n", panel.Spec.ID, title, sub)
			}
			if periods := table.Periods(p, v); len(periods) > 1 {
				b.WriteString(say.Heading(p, state.State{View: v.ID}.WithSpan(p, 1, len(periods)-1)) + "\n")
			}
		}
		for i, f := range p.Figures {
			if name == "default" || i < 2 {
				figureInWords(&b, p, f)
			}
			for _, other := range p.Figures[:min(i, 60)] {
				c := compare.Figures(p, other, f)
				unseen := slices.ContainsFunc(c.Reasons, func(r compare.Reason) bool { return !seen[r.Kind] })
				for _, r := range c.Reasons {
					seen[r.Kind] = true
				}
				if unseen || i < 3 {
					b.WriteString(say.Explain(c).String())
					if len(c.Reasons) > 0 {
						b.WriteString(say.First(c, say.Distinct(c.Reasons)) + "\n")
					}
				}
			}
		}
		for _, s := range p.Sources {
			for _, fact := range say.Document(p.Words, s) {
				if fact.Words != "" {
					fmt.Fprintf(&b, "  %s: %s %s\n", fact.Name, fact.Words, fact.Href)
				}
			}
		}
	}
	golden.Equal(t, "testdata/packages.txt", b.String())
}

func figureInWords(b *strings.Builder, p *data.Package, f *data.Figure) {
	fmt.Fprintf(b, "figure %s: %s | %s | %s | %s\n", f.ID, say.Phrase(f), say.Alone(f), say.At(f, "X"), say.Description(p, state.State{Figure: f.ID}))
	brief, caution := say.BriefReceipt(p, f), " "
	if brief.Caution != "" {
		lead, rest := say.Lead(p.Words, brief.Caution)
		caution = lead + " " + rest
	}
	fmt.Fprintf(b, "  %s %s | %s | %s\n", brief.Value, brief.Words, brief.Source, caution)
	if brief.Correction != nil {
		lead, rest := say.Correction(p.Words, brief.Correction)
		fmt.Fprintf(b, "  %s %s | %s\n", lead, rest, say.ReportLink(p, f))
	}
	for _, fact := range say.Receipt(p, f) {
		if fact.Words != "" {
			fmt.Fprintf(b, "  %s: %s\n", fact.Name, fact.Words)
		}
	}
}
