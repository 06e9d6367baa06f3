package table

import (
	"maps"
	"slices"

	"factframe/data"
)

// Query is a reader's selection in a view. With only View set, it is the initial view.
type Query struct {
	View     string
	Keep     data.Keep  // dimension or attribute → selected codes
	Measure  *data.Unit // Percent shows shares, any other the figures' own values; nil is the view's default
	Order    string     // size, printed or name; empty is the view's default
	From, To string     // ids of the first and last period; empty means no limit
	All      bool       // all codes where the view shows one at a time, as in a download
}

// Table is the result of a query. Charts, sentences, HTML tables and downloads contain
// exactly this.
type Table struct {
	View    *data.View
	Measure *data.Unit
	Panels  []Panel
	Shown   int // rows
	Of      int // rows without any filter
}

// Panel is the part of a table that one chart shows.
type Panel struct {
	Spec  *data.PanelSpec
	Facet string // label of the panel's code, if the panel is drawn once for each code
	Rows  []Row

	// Drawn are Rows and the rows excluded by a filter whose codes keep their place in
	// the chart. It is nil if a chart shows only Rows.
	Drawn []Row

	// Together are the rows of all panels that share a scale: of all facets, or of all
	// panels whose shapes have one size.
	Together []Row
}

// Drawable returns the rows to draw: Rows, or Drawn if the filter leaves none and codes
// can be selected in the chart.
func (p Panel) Drawable() []Row {
	if len(p.Rows) == 0 && p.Spec.Mark.Traits().Boxed {
		return p.Drawn
	}
	return p.Rows
}

// Row is one figure of a panel.
type Row struct {
	Figure *data.Figure
	Group  string // shared by neighbouring rows; empty for rows without a group
	Label  string
	Unit   *data.Unit
	Amount *data.Amount // nil is missing, never zero
	Absent bool         // the row is for what is missing, such as "not reported"
	Rest   bool         // the row is what remains of a total, such as "22 other forces"
	Tone   Tone
	Out    bool // excluded by a filter; only in Drawn
}

// Name returns the row's label, with its group if it has one.
func (r Row) Name() string {
	return r.Figure.Words().Commas(r.Group, r.Label)
}

// Select runs a query. It returns an empty table for an unknown view.
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
	one := oneOf(p, v, q)
	q.Keep = with(q.Keep, one)
	for _, spec := range v.Panels {
		figures, of := figuresShown(p, spec, q.Keep, one, span, t.Measure)
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

// mostInPicture is the most codes that can be selected in a chart. With more, readers
// use a search field.
const mostInPicture = 12

// chosenIn returns the dimension whose codes keep their place in a panel's chart.
func chosenIn(spec *data.PanelSpec) string { return spec.Channels[spec.Mark.Traits().Chosen] }

// keepsPlaces reports whether a filter excludes codes that keep their place in the chart.
func keepsPlaces(p *data.Package, v *data.View, spec *data.PanelSpec, keep data.Keep) bool {
	d := chosenIn(spec)
	return len(keep[d]) > 0 && (!spec.Mark.Traits().Boxed || boxed(spec, d) && ChosenInPicture(p, v, d))
}

// boxed reports whether each row of a panel is a code of a dimension, so that it can have
// a checkbox.
func boxed(spec *data.PanelSpec, dimension string) bool {
	return spec.Mark.Traits().Boxed && chosenIn(spec) == dimension && spec.Channels["facet"] == "" && recordedBy(spec) == nil
}

// ChosenInPicture reports whether readers can select the codes of a dimension in a view's
// chart, by a checkbox next to each row.
func ChosenInPicture(p *data.Package, v *data.View, dimension string) bool {
	for _, spec := range v.Panels {
		if boxed(spec, dimension) {
			return slices.Contains(v.Filters, dimension) && len(Options(p, v, dimension)) <= mostInPicture
		}
	}
	return false
}

// drawnRows returns the rows of a panel as if its own dimension were not filtered, and
// marks those that the filter excludes.
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
	figures, _ := figuresShown(p, panel.Spec, keep, nil, span, measure)
	rows := rowsOf(p, panel.Spec, figures, measure, q.Order)
	for i, r := range rows {
		rows[i].Out = !kept[r.Figure]
	}
	return rows
}

// oneOf returns the code of each dimension of which a view shows one at a time: as the query
// says, or the first.
func oneOf(p *data.Package, v *data.View, q Query) data.Keep {
	one := data.Keep{}
	for _, dimension := range v.OneOf {
		codes := q.Keep[dimension]
		if len(codes) == 0 {
			codes = []string{First(p, v, dimension)}
		}
		if !q.All {
			one[dimension] = codes[:1]
		}
	}
	return one
}

// First returns the code that a view opens with, of a dimension of which it shows one at a
// time.
func First(p *data.Package, v *data.View, dimension string) string {
	if options := Options(p, v, dimension); len(options) > 0 {
		return options[0].ID
	}
	return ""
}

// with returns filters with others in place of those for the same dimension.
func with(keep, others data.Keep) data.Keep {
	all := data.Keep{}
	maps.Copy(all, keep)
	maps.Copy(all, others)
	return all
}

// figuresShown returns the figures of a panel that pass the filters, and how many there
// are without filters, except for those in one.
func figuresShown(p *data.Package, spec *data.PanelSpec, keep, one data.Keep, span data.Period, measure *data.Unit) (list []*data.Figure, of int) {
	if s := recordedBy(spec); s != nil {
		return totalsOf(p, spec, s, keep)
	}
	all := figuresOf(p, spec, measure)
	at, atAll := periodsAt(spec, all, span), periodsAt(spec, all, data.Period{})
	for _, f := range all {
		if passes(atAll, f.PeriodName.ID) && keeps(one, f) {
			of++
		}
		if passes(at, f.PeriodName.ID) && keeps(keep, f) && f.Period.Within(span) {
			list = append(list, f)
		}
	}
	return list, of
}

// passes reports whether a list contains a name or is empty.
func passes(names []string, name string) bool {
	return len(names) == 0 || slices.Contains(names, name)
}

// figuresOf returns the figures of a panel before filtering. A series gives one figure for
// each combination of codes and period: the printed one if it has the measure, otherwise
// the calculated one. Figures that only restate another are left out.
func figuresOf(p *data.Package, spec *data.PanelSpec, measure *data.Unit) []*data.Figure {
	if len(spec.Figures) > 0 {
		return spec.Figures
	}
	return data.Remember(p, figuresIn{spec, measure}, func() []*data.Figure { return figuresFrom(p, spec, measure) })
}

// figuresIn is the Remember key of figuresOf.
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

// keeps reports whether a figure passes the filters. A figure without a code in a
// dimension is not filtered by it.
func keeps(keep data.Keep, f *data.Figure) bool {
	for dimension := range keep {
		if code := f.Code(dimension); code != "" && !keep.Keeps(dimension, code) {
			return false
		}
	}
	return true
}
