package check

import (
	"cmp"
	"math"
	"slices"

	"factframe/data"
	"factframe/data/table"
)

// drawable refuses what the mark of a panel cannot show truthfully.
func drawable(p *data.Package, v *data.View, panel table.Panel, r *report) {
	record := "views " + v.ID + " panel " + panel.Spec.ID
	traits := panel.Spec.Mark.Traits()
	most := float64(traits.Counts)
	for _, row := range panel.Rows {
		f := row.Figure
		switch {
		case traits.FromZero && !row.Unit.ZeroIsNothing:
			r.add(record, "mark", `write "dot" or "line"`, "a %s begins at zero, and zero of %s is not nothing", panel.Spec.Mark, row.Unit.Title)
		case traits.Timed && !f.Period.Known():
			r.add(record, "series", "write the dates of every figure, or draw bars", "%q has no period, so it has no place in time", f.ID)
		case traits.Counts > 0 && f.Base != nil && f.Base.Value != nil && f.Base.Value.Number > most:
			r.add(record, "mark", `write "bar"`, "the base of %q would be %v squares, and %v can be counted", f.ID, f.Base.Value.Number, most)
		case row.Amount == nil:
		case traits.Counts > 0 && (row.Amount.Number < 0 || row.Amount.Number != math.Trunc(row.Amount.Number)):
			r.add(record, "mark", `write "bar"`, "%q is not a number of squares: %v", f.ID, row.Amount.Number)
		case traits.Counts > 0 && row.Amount.Number > most:
			r.add(record, "mark", `write "bar"`, "%q would be %v squares, and %v can be counted", f.ID, row.Amount.Number, most)
		case traits.Parts && row.Amount.Number < 0:
			r.add(record, "mark", `write "bar"`, "%q is negative, so it is no part of a whole", f.ID)
		case row.Unit.Kind.Traits().Age && traits.Ages && p.Oldest > 0 && row.Amount.Number > float64(p.Oldest):
			r.figure(f, "value", "write a larger oldest into factframe", "%v is beyond the axis of ages, which ends at %d", row.Amount.Number, p.Oldest)
		}
	}
	toldApart(record, panel, r)
	totals(record, panel, r)
	if groups := len(table.Grouped(panel.Rows)); traits.Parts && traits.Timed && groups > MostParts {
		r.add(record, "mark", `write "line", or put the smallest together`, "there are %d parts, and %d can be told apart", groups, MostParts)
	}
	if traits.Parts {
		for _, rows := range panel.Wholes() {
			parts(record, v, panel.Spec, rows, r)
		}
	}
	if traits.Pairs {
		pairs(record, panel, r)
	}
	for _, code := range panel.Spec.Highlight {
		rows := panel.Rows
		if panel.Together != nil {
			rows = panel.Together // of all facets
		}
		if !slices.ContainsFunc(rows, func(row table.Row) bool { return table.Names(panel.Spec, row.Figure, code) }) {
			r.add(record, "highlight", "write codes of the panel's dimensions, or ids of its figures or series; of parts, codes of colour", "%q is in no row", code)
		}
	}
	if len(panel.Spec.Events) > 0 && !traits.Timed {
		r.add(record, "events", "take them out, or draw a line", "a %s does not run through time", panel.Spec.Mark)
	}
}

// MostParts is how many parts of a whole have colours that tell them apart.
const MostParts = 6

// totals refuses a total among the bars of its parts: it would be the longest of
// them, and stand for nothing that they do not.
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
			r.add(record, "series", "draw it in a panel of its own", "%q is the total of %q, and stands beside it", base.ID, row.Figure.ID)
			return
		}
	}
}

// toldApart refuses two figures that would be drawn in one place: two points of
// a line at one time, two bars of one name.
func toldApart(record string, panel table.Panel, r *report) {
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

// pairs refuses groups that do not have two ends each.
func pairs(record string, panel table.Panel, r *report) {
	field, cure := "channels", "take a dimension with two codes as colour"
	if panel.Spec.Mark.Traits().Timed {
		field, cure = "at", `write "at": ["first", "latest"], and draw groups that have both`
	}
	for _, rows := range table.Grouped(panel.Rows) {
		if len(rows) != 2 {
			r.add(record, field, cure, "a %s has two ends, and %q has %d", panel.Spec.Mark, rows[0].Group, len(rows))
		}
	}
}

// parts are what a whole is made of: together they make it, but for the rounding
// of each.
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
		r.add(record, "mark", `write "bar", or put the smallest together`, "%q has %d parts, and %d can be told apart", cmp.Or(name, "the whole"), len(rows), MostParts)
	case whole == 0 && known < len(rows):
		r.add(record, "mark", `write "bar", or name the base of its parts`, "a part of %q is missing, and so is the whole", name)
	case whole == 0 && slices.Contains(v.Filters, spec.Channels["colour"]):
		r.add(record, "channels", "take the filter out, or name the base of the parts", "what a filter leaves of %q would be drawn as the whole", name)
	case whole > 0 && (sum > whole+loose || known == len(rows) && sum < whole-loose):
		r.add(record, "mark", `write "bar", or add the part that is missing`, "the parts of %q make %v, not %s", name, math.Round(sum*100)/100, what)
	}
}
