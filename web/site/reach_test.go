package site

import (
	"strings"
	"testing"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
)

// Everything known about a figure is on the page of its view or one link away, and the
// cautions, statements, definitions and help lines of a view are on its page.
func TestEverythingIsWithinReach(t *testing.T) {
	p := datatest.Default(t)
	all := pages(t, built(t))
	read := map[string]string{}
	text := func(s state.State) string {
		at := s.Address()
		if read[at] == "" {
			read[at] = parsed(t, all[at+"index.html"]).text()
		}
		return read[at]
	}
	squeezed := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	for _, v := range p.Views {
		s := state.State{View: v.ID}
		at := text(s)
		for _, note := range v.Notes {
			_, rest := say.Lead(p.Words, say.Expand(p, note))
			assert.Contains(t, at, rest, "%s: a caution", v.ID)
		}
		for _, statement := range v.Statements {
			assert.Contains(t, at, statement.Text, v.ID)
		}
		for _, d := range p.Definitions {
			assert.Contains(t, at, d.Text, v.ID)
		}
		for _, h := range p.Help {
			assert.Contains(t, at, h.For, v.ID)
			assert.Contains(t, at, h.Phone, v.ID)
		}
		near := squeezed(at + " " + text(s.WithShow(state.ShowTable)))
		for _, panel := range table.Select(p, table.Query{View: v.ID}).Panels {
			for _, r := range panel.Rows {
				f := r.Figure
				known := near + " " + squeezed(text(state.State{Figure: f.ID}))
				amount := say.Amount(f, r.Amount, r.Unit)
				share := ""
				if panel.Spec.Mark == "bar" {
					share = say.Other(r)
				}
				for what, words := range map[string]string{
					"value": amount.Short(), "range": strings.ReplaceAll(amount.Range(), " to ", " and "), "share": share,
					"what is counted": f.Series.Counted.Many, "coverage": f.Series.CoverageWho, "period": say.When(f), "quote": f.Quote, "note": f.Note,
					"note of its series": f.Series.Note, "what to beware": f.Series.Counted.Beware, "source": f.Series.Source.Short, "chain": f.Series.Source.Chain[0],
				} {
					assert.True(t, strings.Contains(known, squeezed(words)) || what == "range" && strings.Contains(known, squeezed(amount.Range())),
						"%s: the %s of %s, %q, is out of reach", v.ID, what, f.ID, words)
				}
			}
		}
	}
}
