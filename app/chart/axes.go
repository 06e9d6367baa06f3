package chart

import (
	"math"
	"strconv"

	"factframe/app/say"
	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// The approximate number of ticks of a value axis.
const (
	axisTicks  = 5
	smallTicks = 3
)

// valueAxis draws grid lines at round values, with a stronger line at zero. The numbers are
// on the left; the topmost has the unit.
func (p *Plot) valueAxis(y scale.Linear, about int, r table.Row) {
	ticks := y.Ticks(about)
	for i, v := range ticks {
		class := "grid"
		if v == 0 {
			class = "axis"
		}
		at := svg.Em(y.At(v))
		p.Back = append(p.Back, svg.El("line", "class", class, "x1", "0%", "x2", "100%", "y1", at, "y2", at))
		words := shortNumber(v, y, r)
		if i == len(ticks)-1 || r.Unit == data.Fraction {
			words = axisNumber(v, y, r)
		}
		p.LeftWidth = max(p.LeftWidth, wide(words)+0.5)
		p.Left = append(p.Left, label{text: words, class: "tick", x: 1, dx: -0.5, y: y.At(v) + 0.35, anchor: "end"}.node(0))
	}
}

// axisNumber formats a tick of an axis with its unit.
func axisNumber(v float64, s scale.Linear, r table.Row) string {
	words := r.Figure.Words()
	a := text.Amount{In: words, Number: v, Decimals: decimalsAt(s), Unit: say.Unit(words, r.Unit)}
	if r.Unit == data.Fraction {
		a = text.Amount{In: words, Number: 100 * v, Decimals: max(0, decimalsAt(s)-2), Unit: say.Unit(words, data.Percent)}
	}
	if a.Unit.Form == text.Risen || a.Unit.Form == text.Signed {
		a.Unit.Form = text.Plain
	}
	if a.Unit.Once {
		a.Unit.Beside = text.Signs{}
	}
	if from, key := largeUnit(s, r); from > 1 {
		suffix := words.Fill(key) // the suffix only
		a.Number, a.Decimals, a.Unit.Beside.Suffix = v/from, decimalsOf(s, from), suffix+a.Unit.Beside.Suffix
	}
	return a.Short()
}

// shortNumber formats a tick without its unit.
func shortNumber(v float64, s scale.Linear, r table.Row) string {
	from, _ := largeUnit(s, r)
	return r.Figure.Words().Number(v/from, decimalsOf(s, from))
}

// largeUnit returns the divisor for large numbers of an axis and the text entry for it. It
// returns 1 and "" if the numbers are short, or if the unit itself counts millions.
func largeUnit(s scale.Linear, r table.Row) (from float64, key string) {
	most := max(s.Domain[1], -s.Domain[0])
	switch {
	case r.Unit != nil && say.HasScale(r.Unit):
		return 1, ""
	case most >= 1e12:
		return 1e12, "scale.trillion"
	case most >= 1e9:
		return 1e9, "scale.billion"
	case most >= 1e6:
		return 1e6, "scale.million"
	}
	return 1, ""
}

// decimalsOf is like decimalsAt, for values divided by unit.
func decimalsOf(s scale.Linear, unit float64) int {
	return decimalsAt(scale.Linear{Domain: [2]float64{s.Domain[0] / unit, s.Domain[1] / unit}})
}

// decimalsAt returns how many decimals the ticks of a scale need.
func decimalsAt(s scale.Linear) int {
	ticks := s.Ticks(axisTicks)
	if len(ticks) < 2 {
		return 0
	}
	return max(0, int(math.Ceil(-math.Log10(ticks[1]-ticks[0])-1e-9)))
}

// timeAxis labels the time axis: the first and last period, and the rounder ones between
// them where they fit.
func (p *Plot) timeAxis(moments []Moment, y float64) {
	if len(moments) == 0 {
		return
	}
	first, last := moments[0], moments[len(moments)-1]
	end := func(m Moment, anchor string, rank int) label {
		return label{text: m.When.PeriodName.Label, class: "tick", rank: rank, x: m.X, y: y, anchor: anchor}
	}
	if first.When.PeriodName == last.When.PeriodName {
		p.Back = append(p.Back, end(first, "middle", 0).node(0))
		return
	}
	ends := []label{end(first, "start", 1), end(last, "end", 0)}
	between := timeLabels(moments[:len(moments)-1], y)
	if len(between) > 0 && between[0].x == first.X {
		between = between[1:]
	}
	from := layout(ends)
	if years := [2]int{first.When.Period.Start.Year(), last.When.Period.Start.Year()}; from[0] > 0 && years[0] != years[1] {
		for i, year := range years { // years only, where the full labels do not fit
			short := ends[i]
			short.text, short.class = strconv.Itoa(year), short.class+" u"+strconv.Itoa(from[0])
			p.Back = append(p.Back, short.node(0))
		}
		from[1] = from[0]
	}
	p.Back = append(p.Back, written(ends, from)...)
	p.Back = append(p.Back, written(between, levels(between, ends))...)
}

// rounds are the steps of a calendar from coarse to fine, from a century to a day. Each
// function returns the step that a date is in; each step is part of the one before.
var rounds = []func(data.Date) int{
	func(d data.Date) int { return d.Year() / 100 },
	func(d data.Date) int { return d.Year() / 50 },
	func(d data.Date) int { return d.Year() / 10 },
	func(d data.Date) int { return d.Year() / 5 },
	data.Date.Year,
	func(d data.Date) int { return month(d) / 6 },
	func(d data.Date) int { return month(d) / 3 },
	month,
	func(d data.Date) int { return 2*month(d) + min(1, d.Day()/15) },
	func(d data.Date) int { return int(d) },
}

// month counts months since year 0.
func month(d data.Date) int { return 12*d.Year() + d.Month() - 1 }

const (
	yearly  = 4 // index in rounds
	monthly = 7
)

// timeLabels labels the periods that begin a calendar step. A label's rank is the coarsest
// step that it begins, counted from 1.
func timeLabels(moments []Moment, y float64) []label {
	var labels []label
	for i, m := range moments {
		at := m.When.Period.Start
		for level, round := range rounds {
			begins := i > 0 && round(at) != round(moments[i-1].When.Period.Start)
			if i == 0 {
				begins = round(at) != round(at-1)
			}
			if begins {
				labels = append(labels, label{text: timeWords(m.When, level, len(labels) == 0), class: "tick", rank: level + 1, x: m.X, y: y, anchor: "middle"})
				break
			}
		}
	}
	return labels
}

// timeWords names a period at a calendar step. The first label includes the year.
func timeWords(f *data.Figure, level int, first bool) string {
	at := f.Period.Start
	switch {
	case f.Period.Months() >= 12:
		return f.PeriodName.Label
	case level <= yearly:
		return strconv.Itoa(at.Year())
	case f.Period.Months() == 3 && !first:
		return f.Words().Fill("period.quarter.alone", "n", strconv.Itoa((at.Month()+2)/3))
	case first:
		return f.PeriodName.Label
	case level <= monthly:
		return f.Words().MonthName(at.Month())
	}
	return f.Words().Fill("period.day", "day", strconv.Itoa(at.Day()), "month", f.Words().MonthName(at.Month()))
}
