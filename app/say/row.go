package say

import (
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// PanelTitle is the panel's own title and what stands small under it: of a line
// among several whom it covers, of a source its chain, of totals how they came
// about.
func PanelTitle(v *data.View, p table.Panel) (title, sub string) {
	f := p.Drawable()[0].Figure
	title = p.Spec.Title
	switch {
	case p.Facet != "":
		return p.Facet, ""
	case f.Series.Records != nil:
		return title, addedUp(f)
	case p.Spec.Mark.Traits().OfSource:
		s := p.Spec.Source
		if title == "" {
			title = dated(f.Words(), s.Publisher, s, f.Words().Date(s.Published))
		}
		return title, chain(f.Words(), s)
	case p.Spec.Mark.Traits().Timed && len(v.Panels) > 1:
		if title == "" {
			title = f.Series.Title
		}
		return title, text.Capital(f.Series.CoverageWho)
	}
	return title, ""
}

// addedUp says what the totals of a panel cover, how they came about, and what
// their shares are of.
func addedUp(f *data.Figure) string {
	words := f.Words()
	covers := text.Ended(text.Capital(words.Commas(f.Series.CoverageWho, When(f.Base))))
	if f.Base.Value == nil {
		return words.Sentences(covers, words.Say("added_up.none"))
	}
	shown := words.Counted(int(f.Base.Value.Number), f.Series.Counted.Forms)
	return words.Sentences(covers, words.Count("added_up", f.Base.Added, "shown", shown))
}

// RowLabel names a row under its panel's title; one that differs from another
// by its time alone says that time.
func RowLabel(panel table.Panel, r table.Row) string {
	return r.Figure.Words().Commas(text.Capital(r.Name()), AtTime(panel, r))
}

// AtTime says when, of a row that another has the name of.
func AtTime(panel table.Panel, r table.Row) string {
	for _, other := range panel.Rows {
		if other.Figure != r.Figure && other.Label == r.Label && other.Group == r.Group && !other.Figure.Period.Same(r.Figure.Period) {
			return Year(r.Figure)
		}
	}
	return ""
}

// Exactness says of a row's value what the value does not: that it was
// calculated, its range, and what it is a part of.
func Exactness(panel table.Panel, r table.Row) string {
	a := Amount(r.Figure, r.Amount, r.Unit)
	var parts []string
	if w := a.Word(); w != "" && w != a.Before() && r.Figure.Series.Records == nil {
		parts = append(parts, w)
	}
	if s := a.Range(); s != "" {
		parts = append(parts, s)
	}
	if f := r.Figure; panel.Spec.Mark.Traits().Counts > 0 && f.Base != nil {
		parts = append(parts, f.Words().Fill("of.whole", "whole", Of(f.Base).Short()))
	}
	return r.Figure.Words().Semicolons(parts...)
}

// Differences are what tells the rows of a table apart, beside their names.
type Differences struct{ counted, coverage, period bool }

// Differing says in what the rows of a table differ.
func Differing(t table.Table) Differences {
	rows := allRows(t)
	return Differences{differ(rows, countedThing), differ(rows, coverage), differ(rows, When)}
}

func countedThing(f *data.Figure) string { return f.Series.Counted.Things() }
func coverage(f *data.Figure) string     { return f.Series.CoverageWho }

// About says what a row counts, for whom and when, where that differs between
// the rows of its table, and the figure's own note.
func About(d Differences, r table.Row) string {
	var parts []string
	if d.counted {
		parts = append(parts, countedThing(r.Figure))
	}
	if d.coverage {
		parts = append(parts, coverage(r.Figure))
	}
	if d.period {
		parts = append(parts, whenUnnamed(r))
	}
	words := r.Figure.Words()
	return words.Sentences(text.Ended(text.Capital(words.Semicolons(parts...))), r.Figure.Note)
}

func allRows(t table.Table) []table.Row {
	var rows []table.Row
	for _, panel := range t.Panels {
		rows = append(rows, panel.Rows...)
	}
	return rows
}

// differ reports whether rows differ in something that is said of their figures.
func differ(rows []table.Row, of func(*data.Figure) string) bool {
	for _, r := range rows {
		if of(r.Figure) != of(rows[0].Figure) {
			return true
		}
	}
	return false
}

// SharesCalculated reports whether rows have shares, and their document
// prints none of them.
func SharesCalculated(rows []table.Row) bool {
	shares := false
	for _, r := range rows {
		if f := r.Figure; f.Unit.HasShares() && f.Percent != nil {
			if f.PercentPrinted {
				return false
			}
			shares = true
		}
	}
	return shares
}
