package page

import (
	"factframe/app/say"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// numbers is the table: every value that the pictures draw, with how exactly it
// is known, what it counts and its notes.
func (m Model) numbers() app.UI {
	var bodies []app.UI
	for _, panel := range m.Table.Panels {
		if len(panel.Rows) > 0 {
			bodies = append(bodies, m.tableBody(panel))
		}
	}
	head := app.Elem("thead").Body(app.Elem("tr").Body(
		app.Elem("th").Attr("scope", "col").Text("Figure"),
		app.Elem("th").Attr("scope", "col").Class("num").Text("Value"),
		app.Elem("th").Attr("scope", "col").Text("What it counts, when, and its caveats"),
	))
	return app.Elem("table").ID("numbers").Hidden(m.Table.Shown == 0).Body(
		append([]app.UI{app.Elem("caption").Text("The numbers: " + m.View.Title), head}, bodies...)...)
}

func (m Model) tableBody(panel data.Panel) app.UI {
	var rows []app.UI
	for _, r := range panel.Rows {
		a := say.Amount(r.Figure, r.Amount, r.Unit)
		rows = append(rows, app.Elem("tr").Body(
			app.Elem("th").Attr("scope", "row").Body(m.mark(r.Figure).Text(say.RowLabel(panel, r))),
			app.Elem("td").Class("num").Body(app.Text(a.Short()), app.Text(" "), app.Elem("small").Text(say.Exactness(panel, r, a))),
			app.Elem("td").Class("about").Text(say.AboutRow(r)),
		))
	}
	return app.Elem("tbody").Body(rows...)
}
