package load

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"factframe/data"
)

func (l *loader) observation(r row) {
	f := &data.Figure{
		ID: r.text("id"), Name: r.text("name"), Label: r.text("label"), Printed: r.text("value_text"),
		Period: period(r), Status: data.Status(r.choice("status", data.Statuses...)),
		Quote: r.text("quote"), Note: r.text("note"),
	}
	qualifier := data.Qualifier(r.choice("qualifier", data.Qualifiers...))
	step := 0.0
	if n := r.number("rounded_to"); n != nil {
		step = *n
	}
	value, percent := r.number("value"), r.number("percent")
	low, high := r.number("low"), r.number("high")
	f.Series = l.seriesOf(r, "series", r.required("series"))
	f.Codes = l.codes(r, f.Series)
	for _, linked := range []string{"base", "restates", "may_restate"} {
		r.text(linked) // resolved by link, when all observations are known
	}
	if f.Series == nil || f.Series.Counted == nil || f.Series.Source == nil || f.Series.Unit == nil {
		return
	}
	f.Unit, f.PeriodName = f.Series.Unit, l.p.NameOf(f.Period)
	if value != nil {
		a := data.NewAmount(*value, step, qualifier, f.Unit)
		a.Decimals = max(f.Unit.Decimals, data.DecimalsOf(f.Printed, *value))
		if f.Unit == data.Fraction && strings.HasSuffix(f.Printed, "%") {
			a.Decimals = max(a.Decimals, 2+data.DecimalsOf(f.Printed, data.Round(100**value, data.MostDecimals-8)))
		}
		if low != nil && high != nil {
			a.Low, a.High = *low, *high
		} else if low != nil || high != nil {
			r.problem("low", "one end of the interval is not given", "write both low and high, or neither")
		}
		f.Value = &a
	}
	named(f)
	if percent != nil {
		// The true percentage may differ by half of its last printed digit.
		decimals := data.DecimalsOf("", *percent)
		a := data.NewAmount(*percent, math.Pow10(-decimals), data.Rounded, data.Percent)
		a.Decimals = decimals
		f.Percent, f.PercentPrinted = &a, true
	}
	l.p.Add(f)
}

// named fills in a missing Label and Name from what the series counts. It writes a
// Label only if the series title says it all: without codes, in a standard unit.
func named(f *data.Figure) {
	words, counted := f.Words(), f.Series.Counted
	if f.Label == "" && len(f.Codes) == 0 && slices.Contains(data.StandardUnits, f.Unit) {
		f.Label = counted.Many
		if f.Value != nil && f.Value.Decimals == 0 && f.Unit != data.PercentChange {
			f.Label = counted.Of(words, int(f.Value.Number))
		}
		switch {
		case f.Unit == data.PercentChange && f.Value != nil && f.Value.Number < 0:
			f.Label = words.Fill("label.fewer", "what", f.Label)
		case f.Unit == data.PercentChange:
			f.Label = words.Fill("label.more", "what", f.Label)
		}
	}
	if f.Unit == data.PerDay && f.Label == counted.Many {
		f.Label = words.Fill("label.per_day", "what", f.Label)
	}
	if f.Name == "" {
		name := []string{f.Series.Title}
		for _, d := range f.Series.Dimensions {
			if c := d.Code(f.Codes[d.ID]); c != nil {
				name = append(name, c.Label)
			}
		}
		f.Name = words.Commas(name...)
	}
}

func period(r row) data.Period {
	return data.Period{Start: r.date("period_start"), End: r.date("period_end"), Text: r.text("period_text"), Basis: basis(r, "period_basis")}
}

// codes reads the figure's code in each dimension of its series.
func (l *loader) codes(r row, s *data.Series) map[string]string {
	codes := map[string]string{}
	for _, d := range l.p.Dimensions {
		id := r.text(d.ID)
		belongs := s != nil && s.Dimension(d.ID) != nil
		switch {
		case id == "" && belongs && !d.Optional:
			r.problem(d.ID, "is missing, but its series has this dimension", "write one of the dimension's codes")
		case id != "" && !belongs && !l.misnamed[s]:
			r.problem(d.ID, "is given, but its series does not have this dimension", "remove it or add the dimension to the series")
		case id != "":
			if d.Code(id) == nil {
				r.problem(d.ID, strconv.Quote(d.ID)+" has no code "+strconv.Quote(id), "write the id of one of its codes")
			}
			codes[d.ID] = id
		}
	}
	return codes
}

// notPrinted is the value of base for a share whose total no document prints.
const notPrinted = "not_printed"

// link resolves references between observations.
func (l *loader) link(rows []row) {
	for _, r := range rows {
		id, _ := r.fields["id"].(string)
		f := l.p.Figure(id)
		if f == nil {
			continue
		}
		if base := r.text("base"); base == notPrinted {
			f.BaseNotPrinted = true
		} else {
			f.Base = l.figureOf(r, "base", base)
		}
		f.Restates = l.figureOf(r, "restates", r.text("restates"))
		f.MayRestate = l.figureOf(r, "may_restate", r.text("may_restate"))
		f.ComputeShare()
	}
}
