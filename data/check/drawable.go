package check

import (
	"math"

	"factframe/data"
)

// drawable refuses what the mark of a panel cannot show truthfully.
func drawable(p *data.Package, v *data.View, panel data.Panel, r *report) {
	record := "views " + v.ID + " panel " + panel.Spec.ID
	traits := panel.Spec.Mark.Traits()
	for _, row := range panel.Rows {
		f := row.Figure
		switch {
		case traits.FromZero && !row.Unit.ZeroIsNothing:
			r.add(record, "mark", `write "dot" or "line"`, "a %s begins at zero, and zero of %s is not nothing", panel.Spec.Mark, row.Unit.Title)
		case traits.Timed && !f.Period.Known():
			r.add(record, "series", "write the dates of every figure, or draw bars", "%q has no period, so it has no place in time", f.ID)
		case row.Amount == nil:
		case panel.Spec.Mark == data.Tally && (row.Amount.Number < 0 || row.Amount.Number != math.Trunc(row.Amount.Number)):
			r.add(record, "mark", `write "bar"`, "%q is no number of squares", f.ID)
		case traits.Parts && row.Amount.Number < 0:
			r.add(record, "mark", `write "bar"`, "%q is negative, so it is no part of a whole", f.ID)
		case row.Unit.Kind == data.AgeKind && panel.Spec.Mark == data.Age && p.Oldest > 0 && row.Amount.Number > float64(p.Oldest):
			r.figure(f, "value", "write a larger oldest into factframe", "%v is beyond the axis of ages, which ends at %d", row.Amount.Number, p.Oldest)
		}
	}
	groups := grouped(panel.Rows)
	if traits.Parts {
		for _, rows := range groups {
			parts(record, rows, r)
		}
	}
	if panel.Spec.Mark == data.Dumbbell {
		for _, rows := range groups {
			if len(rows) != 2 {
				r.add(record, "channels", "take a dimension with two codes as colour", "a dumbbell has two ends, and %q has %d", rows[0].Group, len(rows))
			}
		}
	}
	for _, code := range panel.Spec.Highlight {
		if d := p.Dimension(panel.Spec.Channels["colour"]); d == nil || d.Code(code) == nil {
			r.add(record, "highlight", "write codes of the dimension that colour names", "%q is none", code)
		}
	}
	if len(panel.Spec.Events) > 0 && !traits.Timed {
		r.add(record, "events", "take them out, or draw a line", "a %s does not run through time", panel.Spec.Mark)
	}
}

// parts are what a whole is made of: together they make it, but for rounding.
func parts(record string, rows []data.Row, r *report) {
	sum, known := 0.0, 0
	for _, row := range rows {
		if row.Amount != nil {
			sum += row.Amount.Number
			known++
		}
	}
	first := rows[0]
	whole, what := 100.0, "100 per cent"
	if first.Unit.Kind != data.ShareKind {
		base := first.Figure.Base
		if base == nil || base.Value == nil {
			return // their own sum is the whole
		}
		whole, what = base.Value.Number, base.ID
	}
	if off := math.Abs(sum - whole); known == len(rows) && off > float64(len(rows))/2*whole/100 {
		r.add(record, "mark", `write "bar", or add the part that is missing`, "the parts of %q make %v, not %s", first.Group, math.Round(sum*100)/100, what)
	}
}

// grouped parts rows by their groups, in order.
func grouped(rows []data.Row) [][]data.Row {
	var list [][]data.Row
	for i, row := range rows {
		if i == 0 || row.Group != rows[i-1].Group {
			list = append(list, nil)
		}
		list[len(list)-1] = append(list[len(list)-1], row)
	}
	return list
}
