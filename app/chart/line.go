package chart

import (
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/compare"
	"factframe/data/table"
)

// lineMark draws values over time, one line per group of rows, and connects comparable
// values. A short single line shows each value and its time; others have axes. A single
// point is written as text.
var lineMark = Mark{
	Name: "line",
	Traits: data.Traits{
		SharesAxis: true,
		Timed:      true,
		Needs:      []string{"x", "y"},
		Group:      []string{"colour"},
		Label:      []string{"x"},
		Chosen:     "colour",
	},
	Draw: drawLines,
}

// Plot is a drawing that rows share. Its heights are in em of the plot's text.
type Plot struct {
	Height      float64 // em
	Left, Right []svg.Node
	LeftWidth   float64 // em, of the words on both sides; the same at every width
	RightWidth  float64
	Back        []svg.Node
	Points      []Point  // a mark for each row; empty if lines are drawn as paths
	Moments     []Moment // for reading values one by one, where there are no marks
	Events      []EventKey
	Ends        []Key // names of lines with their last values, for screens too narrow for names beside the plot
}

// mostLabelled is the maximum number of points of one line that each show their value.
const mostLabelled = 12

func drawLines(p table.Panel) Picture {
	rows := shown(p)
	switch {
	case known(rows) < 2:
		return inWords(rows)
	case len(table.Grouped(rows)) == 1 && len(rows) <= mostLabelled && len(p.Spec.Events) == 0:
		return labelled(rows, p.Together)
	}
	return manyLines(p)
}

// known returns how many rows have a value.
func known(rows []table.Row) (n int) {
	for _, r := range rows {
		if r.Amount != nil {
			n++
		}
	}
	return n
}

// inWords returns a picture without shapes, for rows with too few values for a line.
func inWords(rows []table.Row) Picture {
	p := Picture{InWords: true}
	for _, r := range rows {
		p.Strips = append(p.Strips, strip(r, svg.Node{}))
	}
	return p
}

// jointOf returns the class of the line that connects two figures of a series. It is empty
// if they are not comparable (a missing value, a break), and dashed if a period was
// inferred. Rounding and small numbers show in the values.
func jointOf(a, b *data.Figure) string {
	class := "line"
	for _, r := range compare.Figures(&data.Package{}, a, b).Reasons {
		switch {
		case r.Verdict == compare.NotComparable:
			return ""
		case r.Kind == compare.PeriodInferred:
			class = "line dashed"
		}
	}
	return class
}

// lineNote says where the axis begins, if not at zero, and whether the periods overlap.
func lineNote(y scale.Linear, r table.Row) string {
	overlap := ""
	if r.Figure.Series.Rolling {
		overlap = r.Figure.Words().Say("picture.rolling")
	}
	return r.Figure.Words().Sentences(begins(y, r), overlap)
}

// middle returns the middle of a figure's period, in days.
func middle(r table.Row) float64 {
	p := r.Figure.Period
	return float64(p.Start+p.End) / 2
}

// across returns a function that places rows by the middle of their periods.
func across(rows []table.Row, edge float64) func(table.Row) float64 {
	s := scale.Linear{Range: [2]float64{edge, 1 - edge}}
	for i, r := range rows {
		at := middle(r)
		if i == 0 {
			s.Domain = [2]float64{at, at}
		}
		s.Domain = [2]float64{min(s.Domain[0], at), max(s.Domain[1], at)}
	}
	if s.Domain[0] == s.Domain[1] {
		return func(table.Row) float64 { return 0.5 }
	}
	return func(r table.Row) float64 { return s.At(middle(r)) }
}

// heights returns the scale of values over time. It includes zero if zero means "nothing",
// unless all values are far from it.
func heights(rows []table.Row, bottom, top float64) scale.Linear {
	s := scale.Linear{Domain: reaches(rows), Range: [2]float64{bottom, top}}
	low, high := s.Domain[0], s.Domain[1]
	if near := high-low > nearZero*max(high, -low); low > 0 && rows[0].Unit.ZeroIsNothing && near {
		s.Domain[0] = 0
	} else if high < 0 && near {
		s.Domain[1] = 0
	}
	if s.Domain[0] == s.Domain[1] {
		s.Domain = [2]float64{min(0, low), max(0, high)}
	}
	return s
}

// nearZero is the range of the values, as a fraction of the largest, from which their axis
// includes zero.
const nearZero = 0.2
