package table

import (
	"slices"

	"factframe/data"
)

// Query is what a reader has chosen of a view. Its zero value but for the view
// is the view as it opens.
type Query struct {
	View     string
	Keep     data.Keep  // dimension or attribute → codes kept; absent keeps all
	Measure  *data.Unit // Percent for shares, any other for the figures' own; nil is the view's first
	Order    string     // size, printed or name; empty is the view's first
	From, To string     // the names of the first and the last period; empty is no end
}

// Table is the answer to a query: what is drawn, read out, listed and
// downloaded is this and nothing else.
type Table struct {
	View    *data.View
	Measure *data.Unit
	Panels  []Panel
	Shown   int // rows
	Of      int // rows without any filter
}

// Panel is one picture's part of a table.
type Panel struct {
	Spec  *data.PanelSpec
	Facet string // the label of the code whose rows these are, where a panel is drawn once for each of several
	Rows  []Row

	// Drawn are the rows where a picture offers the codes that it shows to be
	// chosen, or stands among them: what is left out keeps its place. Nil where
	// Rows are all.
	Drawn []Row

	// Together are the rows of all panels that share one scale: of the facets of one,
	// or of all that count with units of one size.
	Together []Row
}

// Drawable are the rows of a panel, or those that can be chosen in its picture where
// none of them is.
func (p Panel) Drawable() []Row {
	if len(p.Rows) == 0 && p.Spec.Mark.Traits().Boxed {
		return p.Drawn
	}
	return p.Rows
}

// Row is one figure as a table shows it.
type Row struct {
	Figure *data.Figure
	Group  string // what this row and its neighbours have in common; empty where rows stand alone
	Label  string
	Unit   *data.Unit
	Amount *data.Amount // nil is missing, never zero
	Absent bool         // the row names what is lacking, such as "not reported"
	Rest   bool         // the row is what remains of a total, such as "22 other forces"
	Tone   Tone
	Out    bool // a filter leaves it out; only ever in Drawn
}

// Name is the label of a row on its own, away from its neighbours.
func (r Row) Name() string {
	if r.Group == "" {
		return r.Label
	}
	return r.Group + ", " + r.Label
}

// Select answers a query. It returns an empty table for an unknown view.
func Select(p *data.Package, q Query) Table {
	v := p.View(q.View)
	if v == nil {
		return Table{}
	}
	t := Table{View: v, Measure: q.Measure}
	if t.Measure == nil {
		t.Measure = data.Count
		if len(v.Units) > 0 {
			t.Measure = v.Units[0]
		}
	}
	if q.Order == "" && len(v.Orders) > 0 {
		q.Order = v.Orders[0]
	}
	span := spanOf(p, v, q)
	for _, spec := range v.Panels {
		figures, of := figuresShown(p, spec, q.Keep, span, t.Measure)
		panel := Panel{Spec: spec, Rows: rowsOf(p, spec, figures, t.Measure, q.Order)}
		if keepsPlaces(p, v, spec, q.Keep) {
			panel.Drawn = drawnRows(p, panel, q, span, t.Measure)
		}
		t.Of += of
		t.Shown += len(panel.Rows)
		t.Panels = append(t.Panels, panel)
	}
	setTones(t.Panels)
	countAlike(t.Panels)
	var parted []Panel
	for _, panel := range t.Panels {
		parted = append(parted, facetsOf(p, panel)...)
	}
	t.Panels = parted
	return t
}

// mostInPicture is how many codes are chosen in a picture: more are searched.
const mostInPicture = 12

// chosenIn is the dimension whose codes keep their place in a picture.
func chosenIn(spec *data.PanelSpec) string { return spec.Channels[spec.Mark.Traits().Chosen] }

// keepsPlaces reports whether a filter leaves out codes that keep their place.
func keepsPlaces(p *data.Package, v *data.View, spec *data.PanelSpec, keep data.Keep) bool {
	d := chosenIn(spec)
	return len(keep[d]) > 0 && (!spec.Mark.Traits().Boxed || boxed(spec, d) && ChosenInPicture(p, v, d))
}

// boxed reports whether each row of a panel is a code of a dimension, so that it
// can have a box.
func boxed(spec *data.PanelSpec, dimension string) bool {
	return spec.Mark.Traits().Boxed && chosenIn(spec) == dimension && spec.Channels["facet"] == "" && recordedBy(spec) == nil
}

// ChosenInPicture reports whether a view's picture offers the codes of a
// dimension to be chosen, one beside each row.
func ChosenInPicture(p *data.Package, v *data.View, dimension string) bool {
	for _, spec := range v.Panels {
		if boxed(spec, dimension) {
			return slices.Contains(v.Filters, dimension) && len(Options(p, v, dimension)) <= mostInPicture
		}
	}
	return false
}

// drawnRows are the rows of a panel among those that the filter of its own
// dimension leaves out.
func drawnRows(p *data.Package, panel Panel, q Query, span data.Period, measure *data.Unit) []Row {
	keep := data.Keep{}
	for dimension, codes := range q.Keep {
		if dimension != chosenIn(panel.Spec) {
			keep[dimension] = codes
		}
	}
	kept := map[*data.Figure]bool{}
	for _, r := range panel.Rows {
		kept[r.Figure] = true
	}
	figures, _ := figuresShown(p, panel.Spec, keep, span, measure)
	rows := rowsOf(p, panel.Spec, figures, measure, q.Order)
	for i, r := range rows {
		rows[i].Out = !kept[r.Figure]
	}
	return rows
}

// figuresShown lists the figures of a panel that pass the filters, and says how many
// there are without any.
func figuresShown(p *data.Package, spec *data.PanelSpec, keep data.Keep, span data.Period, measure *data.Unit) (list []*data.Figure, of int) {
	if s := recordedBy(spec); s != nil {
		return totalsOf(p, spec, s, keep)
	}
	all := figuresOf(p, spec, measure)
	at, atAll := periodsAt(spec, all, span), periodsAt(spec, all, data.Period{})
	for _, f := range all {
		if passes(atAll, f.PeriodName.ID) {
			of++
		}
		if passes(at, f.PeriodName.ID) && keeps(keep, f) && f.Period.Within(span) {
			list = append(list, f)
		}
	}
	return list, of
}

// passes reports whether a list has a name, or none at all.
func passes(names []string, name string) bool {
	return len(names) == 0 || slices.Contains(names, name)
}

// figuresOf lists what a panel draws: of a series, one figure for each
// combination of codes and period, the printed one before a calculated one
// where both have the measure, and no figure that only restates another.
func figuresOf(p *data.Package, spec *data.PanelSpec, measure *data.Unit) []*data.Figure {
	if len(spec.Figures) > 0 {
		return spec.Figures
	}
	return data.Remember(p, figuresIn{spec, measure}, func() []*data.Figure { return figuresFrom(p, spec, measure) })
}

// figuresIn is the question of what a panel draws.
type figuresIn struct {
	panel   *data.PanelSpec
	measure *data.Unit
}

func figuresFrom(p *data.Package, spec *data.PanelSpec, measure *data.Unit) []*data.Figure {
	var list []*data.Figure
	cells := map[string]int{}
	for _, f := range p.Figures {
		if spec.Source != nil {
			if f.Series.Source == spec.Source {
				list = append(list, f)
			}
			continue
		}
		if !slices.Contains(spec.Series, f.Series) || f.Restates != nil || f.Calculated() && len(f.Codes) == 0 {
			continue
		}
		cell := f.Cell()
		if i, taken := cells[cell]; taken {
			if list[i].Measure(measure) == nil {
				list[i] = f
			}
			continue
		}
		cells[cell] = len(list)
		list = append(list, f)
	}
	return list
}

// keeps reports whether a figure passes the filters. One that does not have a
// dimension, such as the answers of all forces, is not filtered by it.
func keeps(keep data.Keep, f *data.Figure) bool {
	for dimension := range keep {
		if code := f.Code(dimension); code != "" && !keep.Keeps(dimension, code) {
			return false
		}
	}
	return true
}
