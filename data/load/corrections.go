package load

import "factframe/data"

// corrections reads where readers report an error, and which figures were corrected.
func (l *loader) corrections(own row) {
	l.p.Contact = own.text("contact")
	for i, v := range own.objects("corrections") {
		r := l.entry("corrections", i, v)
		c := &data.Correction{
			Date: r.date("date"), Figure: l.figureOf(r, "figure", r.required("figure")),
			Before: r.required("before"), After: r.required("after"), Why: r.required("why"),
		}
		if !r.has("date") {
			r.problem("date", "is missing", "write the day, such as 2026-03-03")
		}
		r.done()
		if c.Figure != nil {
			l.p.AddCorrection(c)
		}
	}
}
