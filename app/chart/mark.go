package chart

import (
	"factframe/data"
	"factframe/data/table"
)

// Mark is a form of picture: what packages, tables and sentences have to know of
// it, and how it is drawn.
type Mark struct {
	Name data.Mark
	data.Traits
	Draw func(table.Panel) Picture // of a panel that has rows; nil where its figures stand as words
}

// marks are all of them, in the order of the reference.
var marks = []Mark{barMark, lineMark, slopeMark, areaMark, stackMark, dotMark, dumbbellMark, tallyMark, ageMark, cardMark, listMark}

var drawings = map[data.Mark]func(table.Panel) Picture{}

// Define makes a mark known to everything that reads, checks, draws or says a
// package. It panics where a mark has the name already.
func Define(m Mark) {
	data.DefineMark(m.Name, m.Traits)
	drawings[m.Name] = m.Draw
}

func init() {
	for _, m := range marks {
		Define(m)
	}
}
