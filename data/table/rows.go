package table

import (
	"cmp"
	"slices"
	"strings"

	"factframe/data"
)

// rowOf returns a figure as a row of a panel, without a tone.
func rowOf(p *data.Package, spec *data.PanelSpec, f *data.Figure, measure *data.Unit) Row {
	r := Row{Figure: f, Label: f.Name}
	traits := spec.Mark.Traits()
	switch {
	case traits.Shares && measure == data.Percent && f.Unit.HasShares():
		r.Unit, r.Amount = data.Percent, f.Percent
	case traits.Text:
		r.Amount, r.Unit = f.Natural()
	default:
		r.Unit, r.Amount = f.Unit, f.Value
	}
	for _, channel := range slices.Backward(traits.Group) {
		if c := inChannel(p, spec, channel, f); c.Label != "" {
			r.Group, r.Absent = c.Label, c.Absent
		}
	}
	if traits.Timed && spec.Channels["colour"] == "" {
		r.Group = lineOf(p, spec, f)
	}
	for _, channel := range slices.Backward(traits.Label) {
		if c := inChannel(p, spec, channel, f); c.Label != "" {
			r.Label, r.Absent = c.Label, r.Absent || c.Absent
		}
	}
	r.Rest = !r.Absent && f.Formula == data.Difference && f.Unit.Kind.Traits().Things
	return r
}

// inChannel returns the code of a figure in a channel of a panel.
func inChannel(p *data.Package, spec *data.PanelSpec, channel string, f *data.Figure) data.Code {
	to := spec.Channels[channel]
	if to == "" || to == "value" {
		return data.Code{}
	}
	if to == data.Span {
		return f.PeriodName
	}
	if a := data.AttributeOf(to); a != nil {
		return a.Drawn(f)
	}
	if c := p.Dimension(to).Code(f.Codes[to]); c != nil {
		return *c
	}
	return data.Code{}
}

// lineOf names the line of a figure in a panel without a colour channel: by series and
// codes, except for the facet.
func lineOf(p *data.Package, spec *data.PanelSpec, f *data.Figure) string {
	var names []string
	if len(spec.Series) > 1 && spec.Channels["facet"] != "series" {
		names = append(names, f.Series.Title)
	}
	for _, d := range f.Series.Dimensions {
		if c := d.Code(f.Codes[d.ID]); c != nil && spec.Channels["facet"] != d.ID {
			names = append(names, c.Label)
		}
	}
	return p.Words.Commas(names...)
}

// sortRows sorts rows by size or name, and leaves "printed" as it is in the package.
// Missing values, codes such as "not reported", and remainders of a total come last: they
// must not look like the largest thing counted.
func sortRows(rows []Row, order string) {
	var less func(a, b Row) int
	switch order {
	case "size":
		less = func(a, b Row) int { return cmp.Compare(number(b), number(a)) }
	case "name":
		less = func(a, b Row) int { return cmp.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) }
	default:
		return
	}
	data.Sort(rows, func(a, b Row) int { return cmp.Or(cmp.Compare(lateness(a), lateness(b)), less(a, b)) })
}

func number(r Row) float64 {
	if r.Amount == nil {
		return 0
	}
	return r.Amount.Number
}

// lateness is 0 for a row that was counted, and higher for rows that come later.
func lateness(r Row) int {
	switch {
	case r.Amount == nil:
		return 3
	case r.Absent:
		return 2
	case r.Rest:
		return 1
	}
	return 0
}

// Grouped splits rows into their groups, in order.
func Grouped(rows []Row) [][]Row {
	var list [][]Row
	for i, row := range rows {
		if i == 0 || row.Group != rows[i-1].Group {
			list = append(list, nil)
		}
		list[len(list)-1] = append(list[len(list)-1], row)
	}
	return list
}

// Wholes splits the rows of a panel of parts into those that make up one whole: by group,
// or by period in a time series.
func (p Panel) Wholes() [][]Row {
	if !p.Spec.Mark.Traits().Timed {
		return Grouped(p.Rows)
	}
	var list [][]Row
	place := map[[2]data.Date]int{}
	for _, r := range p.Rows {
		at := [2]data.Date{r.Figure.Period.Start, r.Figure.Period.End}
		i, found := place[at]
		if !found {
			i = len(list)
			place[at] = i
			list = append(list, nil)
		}
		list[i] = append(list[i], r)
	}
	return list
}

// Whole returns the size of the whole and its name: 100 per cent for shares, otherwise the
// base. It returns 0 if the base is not known.
func Whole(rows []Row) (whole float64, name string) {
	f := rows[0].Figure
	switch {
	case rows[0].Unit == data.Fraction:
		return 1, "1"
	case rows[0].Unit.Kind.Traits().Part:
		return 100, "100 per cent"
	case f.Base != nil && f.Base.Value != nil && f.Base.Unit == f.Unit:
		return f.Base.Value.Number, f.Base.ID
	}
	return 0, ""
}

// Total adds up rows. It returns false if they must not be added: the unit does not add
// up, the periods differ, or a value is missing or unbounded.
func Total(rows []Row) (Row, bool) {
	first := rows[0]
	sum := Row{Figure: &data.Figure{Series: first.Figure.Series, Unit: first.Figure.Unit, Base: first.Figure.Base, Status: data.Normal, Formula: data.Sum}, Unit: first.Unit}
	total, share := data.Amount{Qualifier: data.Exact}, data.Amount{Qualifier: data.Exact}
	shares := first.Figure.Base != nil
	wholes := map[*data.Figure]bool{}
	for _, part := range rows {
		wholes[part.Figure.Base] = true
	}
	for _, r := range rows {
		f := r.Figure
		if r.Out || wholes[f] || f.Calculated() && f.Series.Records == nil {
			return sum, false // it would be counted together with its parts, or is not shown
		}
		shares = shares && f.Base == first.Figure.Base && f.Percent != nil
		adds := r.Unit.AddsUp || r.Unit.Kind.Traits().Part && shares
		if r.Amount == nil || r.Amount.IsOpen() || !adds || r.Unit != first.Unit || !f.Period.Same(first.Figure.Period) {
			return sum, false
		}
		total = data.Plus(total, *r.Amount)
		if shares {
			share = data.Plus(share, *f.Percent)
		}
	}
	sum.Amount, sum.Figure.Decimals = &total, total.Decimals
	if sum.Unit == sum.Figure.Unit {
		sum.Figure.Value = &total
	}
	if shares {
		sum.Figure.Percent = &share
	}
	return sum, true
}
