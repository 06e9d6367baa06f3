package load

import (
	"fmt"

	"factframe/data"
)

// vocabulary reads the units, methods, dimensions and counted things that other
// parts refer to.
func (l *loader) vocabulary(own row) {
	l.calendar(own)
	for i, v := range own.objects("units") {
		r := l.row(fmt.Sprintf("units entry %d", i+1), v)
		if u := l.unit(r); l.p.Unit(u.ID) != nil {
			r.problem("id", fmt.Sprintf("%q is already the id of another unit", u.ID), "give each unit a unique id")
		} else {
			l.p.Units = append(l.p.Units, u)
		}
		r.done()
	}
	for i, v := range own.objects("methods") {
		r := l.row(fmt.Sprintf("methods entry %d", i+1), v)
		l.p.Methods = append(l.p.Methods, &data.Method{ID: r.required("id"), Label: r.required("label"), Asks: r.flag("asks")})
		r.done()
	}
	for i, v := range own.objects("dimensions") {
		r := l.row(fmt.Sprintf("dimensions entry %d", i+1), v)
		d := &data.Dimension{ID: r.required("id"), Title: r.required("title"), Caution: r.text("caution"), Ordered: r.flag("ordered"), Optional: r.flag("optional")}
		for j, v := range r.objects("codes") {
			c := l.row(fmt.Sprintf("dimensions %s codes entry %d", d.ID, j+1), v)
			d.Add(&data.Code{ID: c.required("id"), Label: c.required("label"), Absent: c.flag("absent"), Period: period(c)})
			c.done()
		}
		l.p.Dimensions = append(l.p.Dimensions, d)
		r.done()
	}
	for i, v := range own.objects("counted") {
		r := l.row(fmt.Sprintf("counted entry %d", i+1), v)
		l.p.Counted = append(l.p.Counted, &data.Counted{ID: r.required("id"), Forms: r.forms(r.required), Alone: r.text("alone"), Beware: r.text("beware")})
		r.done()
	}
}
