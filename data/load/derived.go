package load

import (
	"strconv"

	"factframe/data"
)

// derived computes the calculated figures in file order. Inputs must come first, so
// that figures cannot depend on each other in a circle.
func (l *loader) derived(rows []row) {
	for _, r := range rows {
		f := &data.Figure{ID: r.text("id"), Name: r.text("name"), Label: r.required("label"), Note: r.text("note"), Status: data.Normal, Period: period(r)}
		f.Formula = data.Formula(r.choice("formula", data.Formulas...))
		f.Decimals = r.decimals("decimals")
		if f.Formula == data.Ratio && !r.has("decimals") {
			f.Decimals = 1 // 1.7 times is not twice
		}
		if n := r.number("shown_to"); n != nil {
			if f.ShownTo = *n; *n <= 0 {
				r.problem("shown_to", strconv.FormatFloat(*n, 'g', -1, 64)+" is not a step", "write the step to round to, such as 10 or 100")
			}
			f.Decimals = max(f.Decimals, data.DecimalsOf("", *n))
		}
		complete := true
		for _, id := range r.texts("inputs") {
			input := l.figureOf(r, "inputs", id)
			complete = complete && input != nil
			f.Inputs = append(f.Inputs, input)
		}
		f.Series = l.seriesOf(r, "series", r.text("series"))
		f.Codes = l.codes(r, f.Series)
		f.Base = l.figureOf(r, "base", r.text("base"))
		r.done()
		if n := f.Formula.Wants(); n > 0 && len(f.Inputs) != n || n == 0 && len(f.Inputs) < 2 {
			r.problem("inputs", strconv.Itoa(len(f.Inputs))+" is the wrong number of inputs for "+strconv.Quote(string(f.Formula)), "give "+wanted(n))
			continue
		}
		if !complete {
			continue
		}
		if reason := f.Compute(); reason != "" {
			r.problem("formula", reason, "choose other inputs")
			continue
		}
		f.PeriodName = l.p.NameOf(f.Period)
		named(f)
		l.p.Add(f)
	}
}

func wanted(n int) string {
	if n == 0 {
		return "two or more"
	}
	return strconv.Itoa(n)
}
