package data

import "slices"

// Mark is the name of a chart type, such as "line".
type Mark string

// Traits describe a mark to packages, tables and checks. The code that draws it is
// in app/chart, in a file named after the mark.
type Traits struct {
	SharesAxis bool // values share an axis, so they must be comparable
	FromZero   bool // lengths start at zero, so zero must mean nothing
	Shares     bool // it can show shares instead of values
	Parts      bool // rows of a group, or of one period, make up a whole
	Pairs      bool // each group has two rows
	Timed      bool // rows form a time series
	Counts     int  // it draws one shape for each thing counted, up to this many; 0 if it draws lengths or positions
	Records    bool // it draws totals of records
	Ages       bool // it has an axis of ages, for one figure
	Text       bool // it has no picture; figures are shown as text
	OfSource   bool // it shows all figures of a source

	Needs []string // required channels
	Group []string // the first of these channels that is set names the groups of rows
	Label []string // the first of these that is set labels the rows within a group

	// Chosen is the channel whose codes keep their place in the picture when a
	// filter excludes them, or empty. If Boxed, each of them has a checkbox in
	// the picture.
	Chosen string
	Boxed  bool
}

// marks are the defined marks, in order of definition.
var marks []definition

type definition struct {
	Mark
	Traits
}

// DefineMark registers a mark, so that packages may use it. The standard marks are
// registered by app/chart. It panics if the name is taken.
func DefineMark(m Mark, t Traits) {
	if slices.Contains(Marks(), string(m)) {
		panic("two marks are named " + string(m))
	}
	marks = append(marks, definition{m, t})
}

// Traits returns the traits of a mark, which are zero if it is not defined.
func (m Mark) Traits() Traits {
	for _, each := range marks {
		if each.Mark == m {
			return each.Traits
		}
	}
	return Traits{}
}

// Marks returns the names of all marks, in the order of the reference.
func Marks() []string {
	var list []string
	for _, each := range marks {
		list = append(list, string(each.Mark))
	}
	return list
}

// Channels lists the channels that a panel can set.
var Channels = []string{"x", "y", "colour", "facet"}
