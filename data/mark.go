package data

import "slices"

// Mark is the name of a form in which a panel draws its figures.
type Mark string

// Traits are what packages, tables and checks have to know of a mark. How it is
// drawn is in app/chart, in a file of its name.
type Traits struct {
	SharesAxis bool // so that what it draws has to be comparable
	FromZero   bool // its lengths do, so that zero has to mean nothing
	Shares     bool // it can show shares in place of values
	Parts      bool // what it puts together is one whole: a group of rows, or a time
	Pairs      bool // each of its groups has two rows
	Timed      bool // its rows run through time
	Counts     int  // it draws each thing counted, so many at most; 0 where it draws lengths or places
	Records    bool // it draws totals of records
	Ages       bool // it has an axis of ages, for one figure
	Text       bool // it has no picture: its figures stand as words
	OfSource   bool // it has all figures of a source

	Needs []string // channels
	Group []string // the first of these channels that is given names groups of rows
	Label []string // and the first of these the rows within them

	// Chosen is the channel whose codes keep their place in the picture when a
	// filter leaves them out; empty is none. Boxed says that readers choose
	// them there, by a box beside each.
	Chosen string
	Boxed  bool
}

// marks are those that were defined, in that order.
var marks []definition

type definition struct {
	Mark
	Traits
}

// DefineMark makes a mark known, so that packages may name it; app/chart defines
// all of its own. It panics where a mark has the name already.
func DefineMark(m Mark, t Traits) {
	if slices.Contains(Marks(), string(m)) {
		panic("two marks are named " + string(m))
	}
	marks = append(marks, definition{m, t})
}

// Traits are those of a mark; one that was not defined has none.
func (m Mark) Traits() Traits {
	for _, each := range marks {
		if each.Mark == m {
			return each.Traits
		}
	}
	return Traits{}
}

// Marks are the names of all marks, in the order of the reference.
func Marks() []string {
	var list []string
	for _, each := range marks {
		list = append(list, string(each.Mark))
	}
	return list
}

// Channels are what a panel says of its picture.
var Channels = []string{"x", "y", "colour", "facet"}
