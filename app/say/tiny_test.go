package say_test

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/datatest"
)

var update = flag.Bool("update", false, "write the golden anew")

// What is said of packages that differ in one thing each, as somebody has read it.
func TestTinyPackagesInWords(t *testing.T) {
	var b strings.Builder
	packages := datatest.Tiny(t)
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		p := packages[name]
		s := state.State{View: "view"}
		table := p.Select(s.Query(p))
		fmt.Fprintf(&b, "== %s\n%s\n%s\n", name, say.Title(p, s), say.Description(p, s))
		fmt.Fprintf(&b, "%s | %s\n", say.SourceLine(say.SourcesOf(table)), say.Published(p.Sources[0]))
		for _, v := range p.Views {
			for _, filter := range v.Filters {
				for _, code := range p.Options(v, filter) {
					fmt.Fprintf(&b, "only %s: %s\n", code.ID, say.Heading(p, s.WithOnly(filter, code.ID)))
				}
			}
		}
		for _, panel := range table.Panels {
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
			b.WriteString(say.Explain(p.Compare(p.Figures[0], p.Figures[1])).String())
		}
	}
	datatest.Golden(t, "testdata/tiny.txt", b.String(), *update)
}

func figureInWords(b *strings.Builder, p *data.Package, f *data.Figure) {
	fmt.Fprintf(b, "figure %s: %s | %s | %s | %s\n", f.ID, say.Phrase(f), say.Alone(f), say.At(f), say.Description(p, state.State{Figure: f.ID}))
	brief := say.BriefReceipt(p, f)
	fmt.Fprintf(b, "  %s %s | %s | %s %s\n", brief.Value, brief.Words, brief.Source, brief.Lead, brief.Care)
	for _, fact := range say.Receipt(p, f) {
		if fact.Words != "" {
			fmt.Fprintf(b, "  %s: %s\n", fact.Name, fact.Words)
		}
	}
}
