package data

import (
	"cmp"
	"slices"
)

// Query is what a reader has chosen of a view. Its zero value but for the view
// is the view as it opens.
type Query struct {
	View    string
	Keep    map[string][]string // dimension or attribute → codes kept; absent keeps all
	Measure *Unit               // Percent for shares, any other for the figures' own; nil is the view's first
	Order   string              // size, printed or name; empty is the view's first
}

var orders = []string{"size", "printed", "name"}

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
	Spec *PanelSpec
	Rows []Row

	// Drawn are the rows where a picture offers the codes that it shows to be
	// chosen: what is left out keeps its place. Nil where Rows are all.
	Drawn []Row
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
	order := q.Order
	if order == "" && len(v.Orders) > 0 {
		order = v.Orders[0]
	}
	for _, spec := range v.Panels {
		panel := Panel{Spec: spec}
		figures, of := p.shown(spec, q.Keep, t.Measure)
		for _, f := range figures {
			panel.Rows = append(panel.Rows, p.row(spec, f, t.Measure))
		}
		if spec.Channels["facet"] == "" {
			arrange(panel.Rows, order)
		}
		if d := spec.Channels["y"]; len(q.Keep[d]) > 0 && p.ChosenInPicture(v, d) {
			panel.Drawn = p.drawn(panel, q, t.Measure, order)
		}
		t.Of += of
		t.Shown += len(panel.Rows)
		t.Panels = append(t.Panels, panel)
	}
	return t
}

// mostInPicture is how many codes are chosen in a picture: more are searched.
const mostInPicture = 12

// ChosenInPicture reports whether a view's picture offers the codes of a
// dimension to be chosen, one beside each bar.
func (p *Package) ChosenInPicture(v *View, dimension string) bool {
	for _, spec := range v.Panels {
		if spec.Mark == Bar && spec.Channels["y"] == dimension && spec.Channels["facet"] == "" && spec.recorded() == nil {
			return slices.Contains(v.Filters, dimension) && len(p.Options(v, dimension)) <= mostInPicture
		}
	}
	return false
}

// drawn are the rows of a panel among those that the filter of its own
// dimension leaves out.
func (p *Package) drawn(panel Panel, q Query, measure *Unit, order string) []Row {
	keep := map[string][]string{}
	for dimension, codes := range q.Keep {
		if dimension != panel.Spec.Channels["y"] {
			keep[dimension] = codes
		}
	}
	figures, _ := p.shown(panel.Spec, keep, measure)
	var rows []Row
	for _, f := range figures {
		r := p.row(panel.Spec, f, measure)
		r.Out = !slices.ContainsFunc(panel.Rows, func(kept Row) bool { return kept.Figure == f })
		rows = append(rows, r)
	}
	arrange(rows, order)
	return rows
}

// shown lists the figures of a panel that pass the filters, and says how many
// there are without any.
func (p *Package) shown(spec *PanelSpec, keep map[string][]string, measure *Unit) (list []*Figure, of int) {
	if s := spec.recorded(); s != nil {
		return p.totals(spec, s, keep)
	}
	for _, f := range p.figuresOf(spec, measure) {
		of++
		if keeps(keep, f) {
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

func (p *Package) row(spec *PanelSpec, f *Figure, measure *Unit) Row {
	r := Row{Figure: f, Label: f.Name}
	if spec.Mark == Bar && measure == Percent && f.Unit.HasShares() {
		r.Unit, r.Amount = Percent, f.Percent
	} else if spec.Mark == Card || spec.Mark == List {
		r.Amount, r.Unit = f.Natural()
	} else {
		r.Unit, r.Amount = f.Unit, f.Measure(Count)
	}
	if d := p.Dimension(spec.Channels["facet"]); d != nil {
		if c := d.Code(f.Codes[d.ID]); c != nil {
			r.Group, r.Absent = c.Label, c.Absent
		}
	}
	for _, axis := range []string{"y", "x"} {
		dimension := spec.Channels[axis]
		if d := p.Dimension(dimension); d != nil {
			if c := d.Code(f.Codes[dimension]); c != nil {
				r.Label, r.Absent = c.Label, r.Absent || c.Absent
			}
		} else if dimension == "period" {
			r.Label = f.Year.Label
		}
	}
	return r
}

// arrange orders rows that differ in size or name; "printed" leaves them as
// the package has them. What is missing comes last.
func arrange(rows []Row, order string) {
	switch order {
	case "size":
		slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(size(b), size(a)) })
	case "name":
		slices.SortStableFunc(rows, func(a, b Row) int {
			if a.Figure.Calculated() != b.Figure.Calculated() {
				return cmp.Compare(size(a), size(b))
			}
			return cmp.Compare(a.Label, b.Label)
		})
	}
}

func size(r Row) float64 {
	if r.Amount == nil {
		return -1
	}
	return r.Amount.Number
}
