package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data/compare"
)

// Explanation is a comparison as text, for the command line and for machines.
type Explanation struct {
	Verdict    string   `json:"verdict"` // comparable, with-care or not-comparable
	Figures    []Said   `json:"figures"`
	Reasons    []Reason `json:"reasons"`
	Difference string   `json:"difference,omitempty"` // of two comparable figures
	Cure       string   `json:"cure,omitempty"`       // what would make them comparable

	words *text.Language
}

// Said is a figure as text.
type Said struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Reason is a reason as text.
type Reason struct {
	Verdict string   `json:"verdict"`
	Kind    string   `json:"kind"`
	Title   string   `json:"title"`
	Text    string   `json:"text"`
	Figures []string `json:"figures"`
}

// Explain describes a comparison as the page does.
func Explain(c compare.Comparison) Explanation {
	e := Explanation{Verdict: Verdicts[c.Verdict].Name, Reasons: []Reason{}, Cure: Cure(c), words: c.Figures[0].Words()}
	for _, f := range c.Figures {
		e.Figures = append(e.Figures, Said{f.ID, Alone(f)})
	}
	for _, r := range Distinct(c.Reasons) {
		title, say := Why(r)
		e.Reasons = append(e.Reasons, Reason{Verdicts[r.Verdict].Name, string(r.Kind), title, say, []string{r.A.ID, r.B.ID}})
	}
	if unit, ok := CommonUnit(c.Figures); ok && c.Verdict != compare.NotComparable {
		e.Difference = Difference(c, unit)
	}
	return e
}

// String formats the explanation for a terminal.
func (e Explanation) String() string {
	var b strings.Builder
	b.WriteString(Verdict{Name: e.Verdict}.Words(e.words) + "\n\n")
	for _, f := range e.Figures {
		b.WriteString("  " + f.ID + ": " + f.Text + "\n")
	}
	if len(e.Reasons) > 0 {
		b.WriteString("\n")
	}
	for _, r := range e.Reasons {
		b.WriteString("- " + r.Title + ": " + r.Text + "\n")
	}
	for _, s := range []string{e.Difference, e.Cure} {
		if s != "" {
			b.WriteString("\n" + s + "\n")
		}
	}
	return b.String()
}
