package chart

import (
	"cmp"
	"strings"

	"factframe/app/say"
	"factframe/data"
	"factframe/data/table"
)

// moments returns the periods of lines in order, without duplicates.
func moments(trends []trend, x func(table.Row) float64) []Moment {
	var list []Moment
	place := map[string]int{}
	for _, t := range trends {
		for _, r := range t.rows {
			i, found := place[r.Figure.PeriodName.ID]
			if !found {
				i = len(list)
				place[r.Figure.PeriodName.ID] = i
				list = append(list, Moment{X: x(r), When: r.Figure})
			}
			if t.class != pale && !t.out {
				list[i].Rows = append(list[i].Rows, r)
			}
		}
	}
	data.Sort(list, func(a, b Moment) int { return cmp.Compare(a.X, b.X) })
	return list
}

// Moment is a period of a plot, with the values of the coloured lines.
type Moment struct {
	X    float64 // fraction of the width
	When *data.Figure
	Rows []table.Row
}

// Words returns a moment as it is read out.
func (m Moment) Words() string {
	var list []string
	for _, r := range m.Rows {
		list = append(list, strings.TrimSpace(r.Group+" "+value(r)))
	}
	words := m.When.Words()
	return words.Named(say.Year(m.When), words.Commas(list...))
}
