// Package state represents the reader's selection and its address.
package state

import (
	"slices"

	"factframe/data"
	"factframe/data/table"
)

// State is the reader's selection. It is a value: the With methods return a new one, and a
// page depends only on the package and the state.
type State struct {
	View   string
	Keep   []Choice // filters; empty keeps everything
	Unit   string   // id of a measure; empty for the view's first
	Order  string   // empty for the view's first
	Rows   int      // first row of a page of a long table, from 1; 0 for the first page
	Show   string   // "table" shows the table instead of the picture
	From   string   // id of the first period to keep; empty for no limit
	To     string
	Figure string   // the open receipt; without a view, the figure's own page
	Shared bool     // the page of Figure is one of many receipts
	Picked []string // figures to compare, for CompareView
}

// Choice keeps the figures with one code of one dimension.
type Choice struct {
	Dimension, Code string
	Many            bool // the dimension has too many codes for one page each
}

func (c Choice) is(other Choice) bool { return c.Dimension == other.Dimension && c.Code == other.Code }

// ShowTable is the value of State.Show for the table.
const ShowTable = "table"

// Query returns the part of the state that selects figures.
func (s State) Query(p *data.Package) table.Query {
	q := table.Query{View: s.View, Measure: p.Unit(s.Unit), Order: s.Order, From: s.From, To: s.To, Keep: map[string][]string{}}
	for _, c := range s.Keep {
		q.Keep[c.Dimension] = append(q.Keep[c.Dimension], c.Code)
	}
	return q
}

// Keeps reports whether a code passes the filters of its dimension.
func (s State) Keeps(c Choice) bool {
	return !s.filters(c.Dimension) || slices.ContainsFunc(s.Keep, c.is)
}

func (s State) filters(dimension string) bool {
	return slices.ContainsFunc(s.Keep, func(k Choice) bool { return k.Dimension == dimension })
}

// WithUnit shows another measure. The view's first measure is stored as empty.
func (s State) WithUnit(v *data.View, u *data.Unit) State {
	s.Unit, s.Rows = u.ID, 0
	if u == v.Units[0] {
		s.Unit = ""
	}
	return s
}

// WithOrder sorts rows differently. The view's first order is stored as empty.
func (s State) WithOrder(v *data.View, order string) State {
	if len(v.Orders) > 0 && order == v.Orders[0] {
		order = ""
	}
	s.Order, s.Rows = order, 0
	return s
}

// WithShow switches between the table and the picture.
func (s State) WithShow(show string) State {
	s.Show, s.Rows = show, 0
	return s
}

// WithRows shows the page of a long table that begins with a row.
func (s State) WithRows(first int) State {
	s.Rows = first
	return s
}

// WithFigure opens the receipt of a figure. An empty id closes it.
func (s State) WithFigure(id string) State {
	s.Figure = id
	return s
}

// Closed returns the state without a receipt that is open in a view. The page of a figure stays.
func (s State) Closed() State {
	if s.View == "" {
		return s
	}
	return s.WithFigure("")
}

// WithOnly keeps one code of a dimension. An empty code keeps all.
func (s State) WithOnly(dimension, code string) State {
	var keep []Choice
	for _, k := range s.Keep {
		if k.Dimension != dimension {
			keep = append(keep, k)
		}
	}
	s.Keep, s.Rows = keep, 0
	if code != "" {
		s.Keep = append(s.Keep, Choice{Dimension: dimension, Code: code})
	}
	return s
}

// nothing is the code of a filter that keeps none of its codes.
const nothing = ""

// WithNone keeps none of the codes of a dimension.
func (s State) WithNone(dimension string) State {
	s = s.WithOnly(dimension, "")
	s.Keep = append(s.Keep, Choice{Dimension: dimension, Code: nothing, Many: true})
	return s
}

// none reports whether no codes of a dimension are kept.
func (s State) none(dimension string) bool {
	return slices.ContainsFunc(s.Keep, Choice{Dimension: dimension, Code: nothing}.is)
}

// WithOnlyOf is like WithOnly, for a dimension that may have too many codes for one page each.
func (s State) WithOnlyOf(p *data.Package, dimension, code string) State {
	s = s.WithOnly(dimension, code)
	if code != "" {
		s.Keep[len(s.Keep)-1].Many = !paged(p, s.View, dimension)
	}
	return s
}

// WithToggled keeps a code or leaves it out. Keeping all codes removes the filter.
func (s State) WithToggled(p *data.Package, c Choice) State {
	out, all, many := s.WithOnly(c.Dimension, ""), table.Options(p, p.View(s.View), c.Dimension), !paged(p, s.View, c.Dimension)
	var kept []Choice
	for _, code := range all {
		each := Choice{c.Dimension, code.ID, many}
		if s.Keeps(each) != each.is(c) {
			kept = append(kept, each)
		}
	}
	if len(kept) == 0 {
		return s.WithNone(c.Dimension)
	}
	if len(kept) < len(all) {
		out.Keep = append(out.Keep, kept...)
	}
	return out
}

// WithPicked adds a figure to the comparison, or removes it.
func (s State) WithPicked(id string) State {
	if i := slices.Index(s.Picked, id); i >= 0 {
		s.Picked = slices.Delete(slices.Clone(s.Picked), i, i+1)
		return s
	}
	s.Picked = append(slices.Clone(s.Picked), id)
	return s
}

// Cleared returns the state without filters.
func (s State) Cleared() State {
	s.Keep, s.From, s.To, s.Rows = nil, "", "", 0
	return s
}

// Filters reports whether a state has filters.
func (s State) Filters() bool { return len(s.Keep) > 0 || s.From != "" || s.To != "" }

// FiltersIn reports whether a state has filters in a view, apart from the codes of which the
// view shows one at a time.
func (s State) FiltersIn(v *data.View) bool {
	return s.From != "" || s.To != "" || slices.ContainsFunc(s.Keep, func(c Choice) bool { return !slices.Contains(v.OneOf, c.Dimension) })
}

// ClearedIn returns the state without these filters.
func (s State) ClearedIn(v *data.View) State {
	keep := s.Keep
	s = s.Cleared()
	for _, c := range keep {
		if slices.Contains(v.OneOf, c.Dimension) {
			s.Keep = append(s.Keep, c)
		}
	}
	return s
}

// WithOneOf shows another code of a dimension of which the view shows one at a time. The first
// is stored as empty.
func (s State) WithOneOf(p *data.Package, dimension, code string) State {
	if all := table.Options(p, p.View(s.View), dimension); len(all) > 0 && code == all[0].ID {
		code = ""
	}
	return s.WithOnlyOf(p, dimension, code)
}

// WithSpan keeps the figures between two of a view's periods. The first and the last period
// are stored as empty.
func (s State) WithSpan(p *data.Package, first, last int) State {
	s.From, s.To, s.Rows = "", "", 0
	periods := table.Periods(p, p.View(s.View))
	if first > 0 {
		s.From = p.NameOf(periods[first]).ID
	}
	if last < len(periods)-1 {
		s.To = p.NameOf(periods[last]).ID
	}
	return s
}
