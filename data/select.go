package data

import "slices"

// Query is what a reader has chosen of a view. Its zero value but for the view
// is the view as it opens.
type Query struct {
	View     string
	Keep     map[string][]string // dimension or attribute → codes kept; absent keeps all
	Measure  *Unit               // Percent for shares, any other for the figures' own; nil is the view's first
	Order    string              // size, printed or name; empty is the view's first
	From, To string              // the names of the first and the last period; empty is no end
}

// Orders are the ways to order rows; the first is by size.
var Orders = []string{"size", "printed", "name"}

// Table is the answer to a query: what is drawn, read out, listed and
// downloaded is this and nothing else.
type Table struct {
	View    *View
	Measure *Unit
	Panels  []Panel
	Shown   int // rows
	Of      int // rows without any filter
}

// Panel is one picture's part of a table.
type Panel struct {
	Spec  *PanelSpec
	Facet string // the label of the code whose rows these are, where a panel is drawn once for each of several
	Rows  []Row

	// Drawn are the rows where a picture offers the codes that it shows to be
	// chosen, or stands among them: what is left out keeps its place. Nil where
	// Rows are all.
	Drawn []Row

	// Together are the rows of all facets, which share one scale.
	Together []Row
}

// Row is one figure as a table shows it.
type Row struct {
	Figure *Figure
	Group  string // what this row and its neighbours have in common; empty where rows stand alone
	Label  string
	Unit   *Unit
	Amount *Amount // nil is missing, never zero
	Absent bool    // the row names what is lacking, such as "not reported"
	Out    bool    // a filter leaves it out; only ever in Drawn
}

// Name is the label of a row on its own, away from its neighbours.
func (r Row) Name() string {
	if r.Group == "" {
		return r.Label
	}
	return r.Group + ", " + r.Label
}

// Select answers a query. It returns an empty table for an unknown view.
func (p *Package) Select(q Query) Table {
	v := p.View(q.View)
	if v == nil {
		return Table{}
	}
	t := Table{View: v, Measure: q.Measure}
	if t.Measure == nil {
		t.Measure = Count
		if len(v.Units) > 0 {
			t.Measure = v.Units[0]
		}
	}
	if q.Order == "" && len(v.Orders) > 0 {
		q.Order = v.Orders[0]
	}
	span := p.span(v, q)
	for _, spec := range v.Panels {
		figures, of := p.shown(spec, q.Keep, span, t.Measure)
		panel := Panel{Spec: spec, Rows: p.rows(spec, figures, t.Measure, q.Order)}
		if p.keepsPlaces(v, spec, q.Keep) {
			panel.Drawn = p.drawn(panel, q, span, t.Measure)
		}
		t.Of += of
		t.Shown += len(panel.Rows)
		t.Panels = append(t.Panels, p.facets(panel)...)
	}
	return t
}

// mostInPicture is how many codes are chosen in a picture: more are searched.
const mostInPicture = 12

// chosen is the dimension whose codes keep their place in a picture.
func (spec *PanelSpec) chosen() string { return spec.Channels[spec.Mark.Traits().Chosen] }

// keepsPlaces reports whether a filter leaves out codes that keep their place.
func (p *Package) keepsPlaces(v *View, spec *PanelSpec, keep map[string][]string) bool {
	d := spec.chosen()
	return len(keep[d]) > 0 && (!spec.Mark.Traits().Boxed || spec.boxed(d) && p.ChosenInPicture(v, d))
}

// boxed reports whether each row of a panel is a code of a dimension, so that it
// can have a box.
func (spec *PanelSpec) boxed(dimension string) bool {
	return spec.Mark.Traits().Boxed && spec.chosen() == dimension && spec.Channels["facet"] == "" && spec.recorded() == nil
}

// ChosenInPicture reports whether a view's picture offers the codes of a
// dimension to be chosen, one beside each row.
func (p *Package) ChosenInPicture(v *View, dimension string) bool {
	for _, spec := range v.Panels {
		if spec.boxed(dimension) {
			return slices.Contains(v.Filters, dimension) && len(p.Options(v, dimension)) <= mostInPicture
		}
	}
	return false
}

// drawn are the rows of a panel among those that the filter of its own
// dimension leaves out.
func (p *Package) drawn(panel Panel, q Query, span Period, measure *Unit) []Row {
	keep := map[string][]string{}
	for dimension, codes := range q.Keep {
		if dimension != panel.Spec.chosen() {
			keep[dimension] = codes
		}
	}
	kept := map[*Figure]bool{}
	for _, r := range panel.Rows {
		kept[r.Figure] = true
	}
	figures, _ := p.shown(panel.Spec, keep, span, measure)
	rows := p.rows(panel.Spec, figures, measure, q.Order)
	for i, r := range rows {
		rows[i].Out = !kept[r.Figure]
	}
	return rows
}

// shown lists the figures of a panel that pass the filters, and says how many
// there are without any.
func (p *Package) shown(spec *PanelSpec, keep map[string][]string, span Period, measure *Unit) (list []*Figure, of int) {
	if s := spec.recorded(); s != nil {
		return p.totals(spec, s, keep)
	}
	all := p.figuresOf(spec, measure)
	at := spec.at(all, span)
	for _, f := range all {
		if len(at) > 0 && !slices.Contains(at, f.Year.ID) {
			continue
		}
		of++
		if keeps(keep, f) && f.Period.within(span) {
			list = append(list, f)
		}
	}
	return list, of
}

// figuresOf lists what a panel draws: of a series, one figure for each
// combination of codes and period, the printed one before a calculated one
// where both have the measure, and no figure that only restates another.
func (p *Package) figuresOf(spec *PanelSpec, measure *Unit) []*Figure {
	if len(spec.Figures) > 0 {
		return spec.Figures
	}
	return p.inPanel.get(ofPanel{spec, measure}, func() []*Figure { return p.figuresFrom(spec, measure) })
}

func (p *Package) figuresFrom(spec *PanelSpec, measure *Unit) []*Figure {
	var list []*Figure
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

// Cell tells the figures of a series apart: those with the same one would be
// drawn in one place.
func (f *Figure) Cell() string {
	s := f.Series.ID + " " + f.Year.ID
	for _, d := range f.Series.Dimensions {
		s += " " + f.Codes[d.ID]
	}
	return s
}

// keeps reports whether a figure passes the filters. One that does not have a
// dimension, such as the answers of all forces, is not filtered by it.
func keeps(keep map[string][]string, f *Figure) bool {
	for dimension := range keep {
		if code := f.Code(dimension); code != "" && !keepsCode(keep, dimension, code) {
			return false
		}
	}
	return true
}

func keepsCode(keep map[string][]string, dimension, code string) bool {
	codes := keep[dimension]
	return len(codes) == 0 || slices.Contains(codes, code)
}
