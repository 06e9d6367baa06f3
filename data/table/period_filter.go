package table

import (
	"cmp"

	"factframe/data"
)

// spanOf returns the period that a query selects. An end that is not given is zero.
func spanOf(p *data.Package, v *data.View, q Query) (span data.Period) {
	if q.From == "" && q.To == "" {
		return span
	}
	for _, period := range Periods(p, v) {
		name := p.NameOf(period).ID
		if name == q.From {
			span.Start = period.Start
		}
		if name == q.To {
			span.End = period.End
		}
	}
	return span
}

// Ends returns the indexes of the periods named from and to. By default these are the
// first and the last.
func Ends(p *data.Package, periods []data.Period, from, to string) (first, last int) {
	last = len(periods) - 1
	for i, period := range periods {
		name := p.NameOf(period).ID
		if name == from {
			first = i
		}
		if name == to {
			last = i
		}
	}
	return first, last
}

// Periods returns the periods of a view's figures in order, or nil if readers cannot
// filter by period.
func Periods(p *data.Package, v *data.View) []data.Period {
	if !v.Spans {
		return nil
	}
	var list []data.Period
	seen := map[[2]data.Date]bool{}
	for _, spec := range v.Panels {
		for _, f := range figuresOf(p, spec, data.Count) {
			if at := [2]data.Date{f.Period.Start, f.Period.End}; f.Period.Known() && !seen[at] {
				seen[at] = true
				list = append(list, f.Period)
			}
		}
	}
	data.Sort(list, func(a, b data.Period) int { return cmp.Compare(a.Start, b.Start) })
	return list
}

// periodsAt returns the names of the periods that a panel shows within a span, or nil if
// it shows all.
func periodsAt(spec *data.PanelSpec, figures []*data.Figure, span data.Period) []string {
	if len(spec.At) == 0 {
		return nil
	}
	var first, last *data.Figure
	for _, f := range figures {
		if !f.Period.Known() || !f.Period.Within(span) {
			continue
		}
		if first == nil || f.Period.Start < first.Period.Start {
			first = f
		}
		if last == nil || f.Period.End > last.Period.End {
			last = f
		}
	}
	var names []string
	for _, name := range spec.At {
		switch {
		case name == data.First && first != nil:
			name = first.PeriodName.ID
		case name == data.Latest && last != nil:
			name = last.PeriodName.ID
		}
		names = append(names, name)
	}
	return names
}
