package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// PanelTitle is the panel's own title or, where a view has several panels, what
// its figures count and for whom.
func PanelTitle(v *data.View, p data.Panel) (title, sub string) {
	f := p.Rows[0].Figure
	title = p.Spec.Title
	if f.Series.Records != nil {
		return title, addedUp(f)
	}
	if len(v.Panels) == 1 {
		return title, ""
	}
	switch p.Spec.Mark {
	case data.Line:
		if title == "" {
			title = f.Series.Title
		}
		return title, text.Capital(f.Series.CoverageWho) + ". Own axis, from zero."
	case data.Age:
		return f.Series.Title, text.Capital(f.Series.CoverageWho) + ", " + When(f) + "."
	case data.List:
		if title == "" {
			title = p.Spec.Source.Publisher
		}
		return title, p.Spec.Source.Title
	case data.Tally:
		return title, ""
	}
	return title, text.Capital(f.Series.CoverageWho) + ", " + When(f) + "."
}

// addedUp says what the totals of a panel cover, how they came about, and what
// their shares are of.
func addedUp(f *data.Figure) string {
	s := text.Capital(f.Series.CoverageWho) + ", " + When(f.Base) + ". "
	if f.Base.Value == nil {
		return s + "No count is published for this choice."
	}
	shown := text.Of(int(f.Base.Value.Number), f.Series.Counted.One, f.Series.Counted.Many)
	return s + "Added up from " + text.Of(f.Base.Added, "published count", "published counts") + "; percentages are of the " + shown + " shown."
}

// RowLabel names a row; one that differs from another by its time alone says
// that time.
func RowLabel(panel data.Panel, r data.Row) string {
	if panel.Spec.Channels["x"] == "period" {
		return r.Figure.Series.Title + ", " + r.Label
	}
	return text.Capital(r.Name()) + AtTime(panel, r)
}

func AtTime(panel data.Panel, r data.Row) string {
	for _, other := range panel.Rows {
		if other.Figure != r.Figure && other.Name() == r.Name() && !other.Figure.Period.Same(r.Figure.Period) {
			return ", " + Year(r.Figure)
		}
	}
	return ""
}

// Exactness says the qualifier, the range and the other measure of a row.
func Exactness(panel data.Panel, r data.Row, a text.Amount) string {
	var parts []string
	if w := a.Word(); w != "" && !strings.HasPrefix(a.Short(), w) {
		parts = append(parts, w)
	}
	if s := a.Range(); s != "" {
		parts = append(parts, s)
	}
	f := r.Figure
	switch {
	case r.Unit == data.Percent && f.Unit == data.Count && f.Value != nil:
		parts = append(parts, "count: "+Amount(f, f.Value, f.Unit).Short())
	case panel.Spec.Mark == data.Tally && f.Base != nil:
		parts = append(parts, "of "+Of(f.Base).Short())
	case r.Unit == data.Count && f.Percent != nil:
		share := Amount(f, f.Percent, data.Percent)
		share.Qualifier = ""
		word := ""
		if share.Calculated && !f.Calculated() {
			word = text.Calculated + " share "
		}
		parts = append(parts, word+share.Short())
	}
	return strings.Join(parts, "; ")
}

func AboutRow(r data.Row) string {
	f := r.Figure
	parts := []string{text.Capital(f.Series.Counted.Many), f.Series.CoverageWho, When(f)}
	s := strings.Join(parts, "; ") + "."
	if f.Note != "" {
		s += " " + f.Note
	}
	return s
}
