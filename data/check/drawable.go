package check

import (
	"cmp"
	"math"
	"slices"

	"factframe/data"
	"factframe/data/table"
)

// drawable reports what a panel's mark cannot show truthfully.
func drawable(p *data.Package, v *data.View, panel table.Panel, r *report) {
	record := "views " + v.ID + " panel " + panel.Spec.ID
	traits := panel.Spec.Mark.Traits()
	most := float64(traits.Counts)
	for _, row := range panel.Rows {
		f := row.Figure
		switch {
		case traits.FromZero && !row.Unit.ZeroIsNothing:
			r.add(record, "mark", `write "dot" or "line"`, "a %s starts at zero, but zero does not mean nothing for the unit %q", panel.Spec.Mark, row.Unit.ID)
		case traits.Timed && !f.Period.Known():
			r.add(record, "series", `write the dates of every figure, or use "bar"`, "%q has no period, so it cannot be placed in time", f.ID)
		case traits.Counts > 0 && f.Base != nil && f.Base.Value != nil && f.Base.Value.Number > most:
			r.add(record, "mark", `write "bar"`, "the base of %q would be %v squares, but %v is the limit", f.ID, f.Base.Value.Number, most)
		case row.Amount == nil:
		case traits.Counts > 0 && (row.Amount.Number < 0 || row.Amount.Number != math.Trunc(row.Amount.Number)):
			r.add(record, "mark", `write "bar"`, "%q cannot be drawn as squares: %v is not a whole number of them", f.ID, row.Amount.Number)
		case traits.Counts > 0 && row.Amount.Number > most:
			r.add(record, "mark", `write "bar"`, "%q would be %v squares, but %v is the limit", f.ID, row.Amount.Number, most)
		case traits.Parts && row.Amount.Number < 0:
			r.add(record, "mark", `write "bar"`, "%q is negative, so it cannot be a part of a whole", f.ID)
		case row.Unit.Kind.Traits().Age && traits.Ages && p.Oldest > 0 && row.Amount.Number > float64(p.Oldest):
			r.figure(f, "value", `write a higher "oldest" under "factframe"`, "%v is beyond the end of the age axis, %d", row.Amount.Number, p.Oldest)
		}
	}
	toldApart(record, panel, r)
	totals(record, panel, r)
	if groups := len(table.Grouped(panel.Rows)); traits.Parts && traits.Timed && groups > MostParts {
		r.add(record, "mark", `write "line", or combine the smallest`, "there are %d parts, but only %d colours can be told apart", groups, MostParts)
	}
	if traits.Parts {
		for _, rows := range panel.Wholes() {
			parts(record, v, panel.Spec, rows, r)
		}
	}
	if traits.Pairs {
		pairs(record, panel, r)
	}
	if len(panel.Spec.Events) > 0 && !traits.Timed {
		r.add(record, "events", `remove them, or use "line"`, "a %s does not show a time series", panel.Spec.Mark)
	}
}

// highlights checks that what a panel highlights is in it, if only with another choice.
func highlights(v *data.View, panel table.Panel, r *report) {
	record := "views " + v.ID + " panel " + panel.Spec.ID
	for _, code := range panel.Spec.Highlight {
		rows := panel.Rows
		if panel.Together != nil {
			rows = panel.Together // the rows of all facets
		}
		if !slices.ContainsFunc(rows, func(row table.Row) bool { return table.Names(panel.Spec, row.Figure, code) }) {
			r.add(record, "highlight", "write codes of the panel's dimensions, or ids of its figures or series; for parts of a whole, codes of the colour channel", "%q does not match any row", code)
		}
	}

}

// MostParts is the most parts of a whole whose colours can be told apart.
const MostParts = 6

// totals reports a total that is drawn as a bar among its parts: it would be the
// longest bar, and add nothing to them.
func totals(record string, panel table.Panel, r *report) {
	if t := panel.Spec.Mark.Traits(); !t.FromZero || t.Counts > 0 {
		return
	}
	drawn := map[*data.Figure]bool{}
	for _, row := range panel.Rows {
		drawn[row.Figure] = true
	}
	for _, row := range panel.Rows {
		if base := row.Figure.Base; base != nil && drawn[base] {
			r.add(record, "series", "draw the total in a separate panel", "%q is the total that includes %q, and is drawn next to it", base.ID, row.Figure.ID)
			return
		}
	}
}

// toldApart reports figures that would be drawn in the same place: two points of a
// line at one time, or two bars with one name.
func toldApart(record string, panel table.Panel, r *report) {
	if !panel.Spec.Mark.Traits().SharesAxis || len(panel.Rows) > 0 && panel.Rows[0].Figure.Series.Records != nil {
		return
	}
	seen := map[string]*data.Figure{}
	for _, row := range panel.Rows {
		place := row.Group + "\n" + row.Label
		if other := seen[place]; other != nil {
			r.add(record, "channels", `distinguish them by a channel, or select one period with "at"`, "%q and %q are both %s", other.ID, row.Figure.ID, row.Name())
			return
		}
		seen[place] = row.Figure
	}
}

// pairs reports groups that do not have exactly two rows.
func pairs(record string, panel table.Panel, r *report) {
	field, want := "channels", `use a dimension with two codes as "colour"`
	if panel.Spec.Mark.Traits().Timed {
		field, want = "at", `write "at": ["first", "latest"], and include only groups that have both`
	}
	for _, rows := range table.Grouped(panel.Rows) {
		if len(rows) != 2 {
			r.add(record, field, want, "a %s needs two values in each group, but %q has %d", panel.Spec.Mark, rows[0].Group, len(rows))
		}
	}
}

// parts reports parts that do not add up to their whole, apart from rounding.
func parts(record string, v *data.View, spec *data.PanelSpec, rows []table.Row, r *report) {
	sum, loose, known := 0.0, 1e-9, 0
	for _, row := range rows {
		if row.Amount != nil {
			sum += row.Amount.Number
			known++
			digit := math.Pow10(-row.Amount.Decimals) / 2
			if !row.Unit.Kind.Traits().Part {
				digit = 0
			}
			if row.Amount.IsRange() {
				digit = max(digit, (row.Amount.High-row.Amount.Low)/2)
			}
			loose += digit
		}
	}
	name := rows[0].Group
	if spec.Mark.Traits().Timed {
		name = rows[0].Label
	}
	whole, what := table.Whole(rows)
	switch {
	case len(rows) > MostParts:
		r.add(record, "mark", `write "bar", or combine the smallest`, "%q has %d parts, but only %d colours can be told apart", cmp.Or(name, "the whole"), len(rows), MostParts)
	case whole == 0 && known < len(rows):
		r.add(record, "mark", `write "bar", or write the base of its parts`, "%q lacks both the whole and a value for one of its parts", name)
	case whole == 0 && slices.Contains(v.Filters, spec.Channels["colour"]):
		r.add(record, "channels", "remove the filter, or write the base of the parts", "the parts of %q that pass a filter would be drawn as the whole", name)
	case whole > 0 && (sum > whole+loose || known == len(rows) && sum < whole-loose):
		r.add(record, "mark", `write "bar", or add the missing part`, "the parts of %q add up to %v, not %s", name, math.Round(sum*100)/100, what)
	}
}
