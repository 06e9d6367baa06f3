package app

import (
	"strings"

	"factframe/app/chart"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// numbers is the table: every value that the pictures draw, with how exactly it
// is known, what it counts and its notes.
func (m model) numbers() app.UI {
	var bodies []app.UI
	for _, panel := range m.table.Panels {
		if len(panel.Rows) > 0 {
			bodies = append(bodies, m.tableBody(panel))
		}
	}
	head := app.Elem("thead").Body(app.Elem("tr").Body(
		app.Elem("th").Attr("scope", "col").Text("Figure"),
		app.Elem("th").Attr("scope", "col").Class("num").Text("Value"),
		app.Elem("th").Attr("scope", "col").Text("What it counts, when, and its caveats"),
	))
	return app.Elem("table").ID("numbers").Hidden(m.table.Shown == 0).Body(
		append([]app.UI{app.Elem("caption").Text("The numbers: " + m.view.Title), head}, bodies...)...)
}

func (m model) tableBody(panel data.Panel) app.UI {
	var rows []app.UI
	for _, r := range panel.Rows {
		a := chart.Amount(r.Figure, r.Amount, r.Unit)
		rows = append(rows, app.Elem("tr").Body(
			app.Elem("th").Attr("scope", "row").Body(m.mark(r.Figure).Text(tableLabel(panel, r))),
			app.Elem("td").Class("num").Body(app.Text(a.Short()), app.Text(" "), app.Elem("small").Text(exactness(panel, r, a))),
			app.Elem("td").Class("about").Text(aboutRow(r)),
		))
	}
	return app.Elem("tbody").Body(rows...)
}

// tableLabel names a row; one that differs from another by its time alone says
// that time.
func tableLabel(panel data.Panel, r data.Row) string {
	if panel.Spec.Channels["x"] == "period" {
		return r.Figure.Series.Title + ", " + r.Label
	}
	return text.Capital(r.Name()) + atTime(panel, r)
}

func atTime(panel data.Panel, r data.Row) string {
	for _, other := range panel.Rows {
		if other.Figure != r.Figure && other.Name() == r.Name() && !other.Figure.Period.Same(r.Figure.Period) {
			return ", " + year(r.Figure)
		}
	}
	return ""
}

// exactness says the qualifier, the range and the other measure of a row.
func exactness(panel data.Panel, r data.Row, a text.Amount) string {
	var parts []string
	if w := a.Word(); w != "" && !strings.HasPrefix(a.Short(), w) {
		parts = append(parts, w)
	}
	if s := a.Range(); s != "" {
		parts = append(parts, s)
	}
	f := r.Figure
	switch {
	case r.Unit == data.Percent && f.Unit == data.Count && f.Value != nil:
		parts = append(parts, "count: "+chart.Amount(f, f.Value, f.Unit).Short())
	case panel.Spec.Mark == data.Tally && f.Base != nil:
		parts = append(parts, "of "+amountOf(f.Base).Short())
	case r.Unit == data.Count && f.Percent != nil:
		share := chart.Amount(f, f.Percent, data.Percent)
		share.Qualifier = ""
		word := ""
		if share.Calculated && !f.Calculated() {
			word = text.Calculated + " share "
		}
		parts = append(parts, word+share.Short())
	}
	return strings.Join(parts, "; ")
}

func aboutRow(r data.Row) string {
	f := r.Figure
	parts := []string{text.Capital(f.Series.Counted.Many), f.Series.CoverageWho, when(f)}
	s := strings.Join(parts, "; ") + "."
	if f.Note != "" {
		s += " " + f.Note
	}
	return s
}
