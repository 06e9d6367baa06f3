package check

import (
	"cmp"
	"math"
	"slices"

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
		case panel.Spec.Mark == data.Tally && f.Base != nil && f.Base.Value != nil && f.Base.Value.Number > mostSquares:
			r.add(record, "mark", `write "bar"`, "the base of %q would be %v squares, and %d can be counted", f.ID, f.Base.Value.Number, mostSquares)
		case row.Amount == nil:
		case panel.Spec.Mark == data.Tally && (row.Amount.Number < 0 || row.Amount.Number != math.Trunc(row.Amount.Number)):
			r.add(record, "mark", `write "bar"`, "%q is not a number of squares: %v", f.ID, row.Amount.Number)
		case panel.Spec.Mark == data.Tally && row.Amount.Number > mostSquares:
			r.add(record, "mark", `write "bar"`, "%q would be %v squares, and %d can be counted", f.ID, row.Amount.Number, mostSquares)
		case traits.Parts && row.Amount.Number < 0:
			r.add(record, "mark", `write "bar"`, "%q is negative, so it is no part of a whole", f.ID)
		case row.Unit.Kind == data.AgeKind && panel.Spec.Mark == data.Age && p.Oldest > 0 && row.Amount.Number > float64(p.Oldest):
			r.figure(f, "value", "write a larger oldest into factframe", "%v is beyond the axis of ages, which ends at %d", row.Amount.Number, p.Oldest)
		}
	}
	toldApart(record, panel, r)
	totals(record, panel, r)
	groups := data.Grouped(panel.Rows)
	if traits.Parts {
		for _, rows := range groups {
			parts(record, v, panel.Spec, rows, r)
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
		if !slices.ContainsFunc(panel.Rows, func(row data.Row) bool { return row.Figure.Code(panel.Spec.Channels["colour"]) == code }) {
			r.add(record, "highlight", "write codes of the dimension that colour names", "%q is not a code of a line", code)
		}
	}
	if len(panel.Spec.Events) > 0 && !traits.Timed {
		r.add(record, "events", "take them out, or draw a line", "a %s does not run through time", panel.Spec.Mark)
	}
}

// mostSquares is how many squares can still be counted.
const mostSquares = 400

// MostParts is how many parts of a whole have colours that tell them apart.
const MostParts = 6

// totals refuses a total among the bars of its parts: it would be the longest of
// them, and stand for nothing that they do not.
func totals(record string, panel data.Panel, r *report) {
	if mark := panel.Spec.Mark; mark != data.Bar && mark != data.Stack {
		return
	}
	drawn := map[*data.Figure]bool{}
	for _, row := range panel.Rows {
		drawn[row.Figure] = true
	}
	for _, row := range panel.Rows {
		if base := row.Figure.Base; base != nil && drawn[base] {
			r.add(record, "series", "draw it in a panel of its own", "%q is the total of %q, and stands beside it", base.ID, row.Figure.ID)
			return
		}
	}
}

// toldApart refuses two figures that would be drawn in one place: two points of
// a line at one time, two bars of one name.
func toldApart(record string, panel data.Panel, r *report) {
	if !panel.Spec.Mark.Traits().SharesAxis || len(panel.Rows) > 0 && panel.Rows[0].Figure.Series.Records != nil {
		return
	}
	seen := map[string]*data.Figure{}
	for _, row := range panel.Rows {
		place := row.Group + "\n" + row.Label
		if other := seen[place]; other != nil {
			r.add(record, "channels", "tell them apart by a channel, or choose one time with at", "%q and %q are both %s", other.ID, row.Figure.ID, row.Name())
			return
		}
		seen[place] = row.Figure
	}
}

// parts are what a whole is made of: together they make it, but for the rounding
// of each.
func parts(record string, v *data.View, spec *data.PanelSpec, rows []data.Row, r *report) {
	sum, loose, known := 0.0, 1e-9, 0
	for _, row := range rows {
		if row.Amount != nil {
			sum += row.Amount.Number
			known++
			digit := math.Pow10(-row.Amount.Decimals) / 2
			if row.Unit.Kind != data.ShareKind {
				digit = 0
			}
			if row.Amount.IsRange() {
				digit = max(digit, (row.Amount.High-row.Amount.Low)/2)
			}
			loose += digit
		}
	}
	first := rows[0]
	whole, what := data.Whole(rows)
	switch {
	case len(rows) > MostParts:
		r.add(record, "mark", `write "bar", or put the smallest together`, "%q has %d parts, and %d can be told apart", cmp.Or(first.Group, "the whole"), len(rows), MostParts)
	case whole == 0 && known < len(rows):
		r.add(record, "mark", `write "bar", or name the base of its parts`, "a part of %q is missing, and so is the whole", first.Group)
	case whole == 0 && slices.Contains(v.Filters, spec.Channels["colour"]):
		r.add(record, "channels", "take the filter out, or name the base of the parts", "what a filter leaves of %q would be drawn as the whole", first.Group)
	case whole > 0 && (sum > whole+loose || known == len(rows) && sum < whole-loose):
		r.add(record, "mark", `write "bar", or add the part that is missing`, "the parts of %q make %v, not %s", first.Group, math.Round(sum*100)/100, what)
	}
}
