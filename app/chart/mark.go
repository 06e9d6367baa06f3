package chart

import (
	"factframe/data"
	"factframe/data/table"
)

// Mark is a type of chart: what packages, tables and sentences need to know about it, and
// how to draw it.
type Mark struct {
	Name data.Mark
	data.Traits
	Draw func(table.Panel) Picture // called for panels with rows; nil if figures are shown as text
}

// marks are all marks, in the order of the reference documentation.
var marks = []Mark{barMark, lineMark, slopeMark, areaMark, stackMark, dotMark, dumbbellMark, tallyMark, ageMark, cardMark, listMark}

var drawings = map[data.Mark]func(table.Panel) Picture{}

// Define registers a mark. It panics if the name is already taken.
func Define(m Mark) {
	data.DefineMark(m.Name, m.Traits)
	drawings[m.Name] = m.Draw
}

func init() {
	for _, m := range marks {
		Define(m)
	}
}
