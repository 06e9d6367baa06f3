// Package state holds what a reader has chosen, and the address that says it.
package state

import (
	"slices"

	"factframe/data"
	"factframe/data/table"
)

// State is all that a reader has chosen. It is a value: the With methods
// return a new one, and a page is a function of package and state alone.
type State struct {
	View   string
	Keep   []Choice // filters; none keeps everything
	Unit   string   // the id of a measure; empty is the view's first
	Order  string   // empty is the view's first
	Rows   int      // the first row of a long table, counted from 1; 0 is its beginning
	Show   string   // "table" puts the table in place of the picture
	From   string   // names of the periods between which figures are kept; empty is no end
	To     string
	Figure string   // whose receipt is open; without a view, a page of its own
	Picked []string // figures to compare, on the page of CompareView
}

// Choice keeps the figures with one code of one dimension.
type Choice struct {
	Dimension, Code string
	Many            bool // the dimension has too many codes for a page each
}

// mostPaged is how many codes a filter has at most for each to have a page of its own.
const mostPaged = 12

func (c Choice) is(other Choice) bool { return c.Dimension == other.Dimension && c.Code == other.Code }

// ShowTable is the State.Show of a reader who wants no picture.
const ShowTable = "table"

// Query is the part of the state that chooses figures.
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

// WithUnit shows another measure; the view's first is said by the empty one.
func (s State) WithUnit(v *data.View, u *data.Unit) State {
	s.Unit, s.Rows = u.ID, 0
	if u == v.Units[0] {
		s.Unit = ""
	}
	return s
}

// WithOrder arranges rows in another way; the view's first is said by the
// empty one.
func (s State) WithOrder(v *data.View, order string) State {
	if len(v.Orders) > 0 && order == v.Orders[0] {
		order = ""
	}
	s.Order, s.Rows = order, 0
	return s
}

// WithShow shows the table in place of the picture, or the picture again.
func (s State) WithShow(show string) State {
	s.Show, s.Rows = show, 0
	return s
}

// WithRows turns a long table to one of its rows.
func (s State) WithRows(first int) State {
	s.Rows = first
	return s
}

// WithFigure opens the receipt of a figure; an empty id closes it.
func (s State) WithFigure(id string) State {
	s.Figure = id
	return s
}

// WithOnly keeps one code of a dimension; an empty code keeps all.
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

// nothing is the code of a dimension's filter that keeps none of its codes.
const nothing = ""

// WithNone keeps none of the codes of a dimension.
func (s State) WithNone(dimension string) State {
	s = s.WithOnly(dimension, "")
	s.Keep = append(s.Keep, Choice{Dimension: dimension, Code: nothing, Many: true})
	return s
}

// none reports whether none of the codes of a dimension are kept.
func (s State) none(dimension string) bool {
	return slices.ContainsFunc(s.Keep, Choice{Dimension: dimension, Code: nothing}.is)
}

// WithOnlyOf is WithOnly among all the codes of a dimension.
func (s State) WithOnlyOf(all []data.Code, dimension, code string) State {
	s = s.WithOnly(dimension, code)
	if last := len(s.Keep) - 1; code != "" && len(all) > mostPaged {
		s.Keep[last].Many = true
	}
	return s
}

// WithToggled keeps a code or leaves it out, among all the codes of its
// dimension. To keep all of them is to have no filter.
func (s State) WithToggled(c Choice, all []data.Code) State {
	out := s.WithOnly(c.Dimension, "")
	var kept []Choice
	for _, code := range all {
		each := Choice{c.Dimension, code.ID, len(all) > mostPaged}
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

// WithPicked adds a figure to those compared, or takes it away.
func (s State) WithPicked(id string) State {
	if i := slices.Index(s.Picked, id); i >= 0 {
		s.Picked = slices.Delete(slices.Clone(s.Picked), i, i+1)
		return s
	}
	s.Picked = append(slices.Clone(s.Picked), id)
	return s
}

// Cleared is the state without any filter.
func (s State) Cleared() State {
	s.Keep, s.From, s.To, s.Rows = nil, "", "", 0
	return s
}

// Filters reports whether a state keeps less than all figures of its view.
func (s State) Filters() bool { return len(s.Keep) > 0 || s.From != "" || s.To != "" }

// WithSpan keeps the figures from one of a view's periods to another; the first
// and the last are said by empty ones.
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
