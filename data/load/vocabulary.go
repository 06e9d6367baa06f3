package load

import (
	"strconv"

	"factframe/data"
)

// vocabulary reads the units, methods, dimensions and counted things that other
// parts refer to.
func (l *loader) vocabulary(own row) {
	l.calendar(own)
	for i, v := range own.objects("units") {
		r := l.entry("units", i, v)
		if u := l.unit(r); l.p.Unit(u.ID) != nil {
			r.problem("id", strconv.Quote(u.ID)+" is already the id of another unit", "give each unit a unique id")
		} else {
			l.p.Units = append(l.p.Units, u)
		}
		r.done()
	}
	for i, v := range own.objects("methods") {
		r := l.entry("methods", i, v)
		l.p.Methods = append(l.p.Methods, &data.Method{ID: r.required("id"), Label: r.required("label"), Asks: r.flag("asks")})
		r.done()
	}
	for i, v := range own.objects("dimensions") {
		r := l.entry("dimensions", i, v)
		d := &data.Dimension{ID: r.required("id"), Title: r.required("title"), Caution: r.text("caution"), Ordered: r.flag("ordered"), Optional: r.flag("optional")}
		for j, v := range r.objects("codes") {
			c := l.entry("dimensions "+d.ID+" codes", j, v)
			d.Add(&data.Code{ID: c.required("id"), Label: c.required("label"), Absent: c.flag("absent"), Period: period(c)})
			c.done()
		}
		l.p.Dimensions = append(l.p.Dimensions, d)
		r.done()
	}
	for i, v := range own.objects("counted") {
		r := l.entry("counted", i, v)
		l.p.Counted = append(l.p.Counted, &data.Counted{ID: r.required("id"), Forms: r.forms(r.required), Alone: r.text("alone"), Beware: r.text("beware")})
		r.done()
	}
}
