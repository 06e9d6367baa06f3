package say

import (
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// PanelTitle returns the title of a panel and the small line below it: whom a line covers,
// the chain of a source, or how totals were calculated.
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

// addedUp describes what the totals of a panel cover, how they were calculated, and the
// base of their shares.
func addedUp(f *data.Figure) string {
	words := f.Words()
	covers := text.Ended(text.Capital(words.Commas(f.Series.CoverageWho, When(f.Base))))
	if f.Base.Value == nil {
		return words.Sentences(covers, words.Say("added_up.none"))
	}
	shown := words.Counted(int(f.Base.Value.Number), f.Series.Counted.Forms)
	return words.Sentences(covers, words.Count("added_up", f.Base.Added, "shown", shown))
}

// RowLabel names a row within its panel. It includes the period if only that distinguishes
// the row from another one.
func RowLabel(panel table.Panel, r table.Row) string {
	return r.Figure.Words().Commas(text.Capital(r.Name()), AtTime(panel, r))
}

// AtTime returns the period of a row if another row has the same name.
func AtTime(panel table.Panel, r table.Row) string {
	for _, other := range panel.Rows {
		if other.Figure != r.Figure && other.Label == r.Label && other.Group == r.Group && !other.Figure.Period.Same(r.Figure.Period) {
			return Year(r.Figure)
		}
	}
	return ""
}

// Exactness describes how exactly a row's value is known: whether it was calculated, its
// range, and what it is a part of.
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

// Differences are the properties, other than names, in which the rows of a table differ.
type Differences struct{ counted, coverage, period bool }

// Differing returns the properties in which the rows of a table differ.
func Differing(t table.Table) Differences {
	rows := allRows(t)
	return Differences{differ(rows, countedThing), differ(rows, coverage), differ(rows, When)}
}

func countedThing(f *data.Figure) string { return f.Series.Counted.Things() }
func coverage(f *data.Figure) string     { return f.Series.CoverageWho }

// About describes what a row counts, for whom and when, if rows of the table differ in
// that. It adds the figure's note.
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

// differ reports whether a property of the rows' figures differs.
func differ(rows []table.Row, of func(*data.Figure) string) bool {
	for _, r := range rows {
		if of(r.Figure) != of(rows[0].Figure) {
			return true
		}
	}
	return false
}

// SharesCalculated reports whether rows have shares of which none is printed in the
// document.
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
