package check

import (
	"math"

	"factframe/data"
)

// drawable refuses what no picture and no sentence can say truthfully yet.
func drawable(p *data.Package, r *report) {
	const later = "leave it out: it cannot be shown truthfully yet"
	for _, f := range p.Figures {
		if !f.Calculated() && f.Value != nil && f.Unit != data.Fraction && f.Value.Number != math.Trunc(f.Value.Number) {
			r.figure(f, "value", later, "%v would be printed without its decimals", f.Value.Number)
		}
		if f.PercentPrinted && f.Percent.Number != math.Trunc(f.Percent.Number) {
			r.figure(f, "percent", later, "%v would be printed without its decimals", f.Percent.Number)
		}
		if f.Unit == data.Years && f.Value != nil && f.Value.Number > oldest {
			r.figure(f, "value", later, "%v is beyond the axis of ages, which ends at %d", f.Value.Number, oldest)
		}
	}
	for _, v := range p.Views {
		for _, panel := range p.Select(data.Query{View: v.ID}).Panels {
			record := "views " + v.ID + " panel " + panel.Spec.ID
			if panel.Spec.Mark == data.Line {
				lines(record, panel, r)
			}
			for _, row := range panel.Rows {
				if panel.Spec.Mark == data.Bar && row.Amount != nil && row.Amount.Number < 0 {
					r.add(record, "mark", later, "%q is negative, and bars go one way only", row.Figure.ID)
				}
			}
		}
	}
}

// oldest is where the axis of ages ends, in years; mostPoints is how many
// points of a line can be labelled.
const (
	oldest     = 18
	mostPoints = 12
)

// lines refuses a picture whose one line would run through several.
func lines(record string, panel data.Panel, r *report) {
	if len(panel.Rows) > mostPoints {
		r.add(record, "mark", "draw fewer", "%d labels would lie on each other", len(panel.Rows))
	}
	for _, row := range panel.Rows {
		for dimension, code := range row.Figure.Codes {
			if code != panel.Rows[0].Figure.Codes[dimension] {
				r.add(record, "series", "give each code a series and a panel of its own", "one line would run through %q and %q of %s", panel.Rows[0].Figure.Codes[dimension], code, dimension)
				return
			}
		}
	}
}
