package compare

import "factframe/data"

// Kind names a difference between two figures. Package text has its words.
type Kind string

const (
	SameNumber        Kind = "same_number"
	MayBeSameNumber   Kind = "may_be_same_number"
	CountedThings     Kind = "counted"
	CountedAsOne      Kind = "counted_as_one"
	UnitsDiffer       Kind = "units"
	AgesDiffer        Kind = "ages"
	PopulationsDiffer Kind = "populations"
	CoveragesDiffer   Kind = "coverages"
	SourcesDiffer     Kind = "sources"
	MethodsDiffer     Kind = "methods"
	PeriodLengths     Kind = "period_lengths"
	PeriodsOverlap    Kind = "periods_overlap"
	PeriodsApart      Kind = "periods"
	PeriodUnknown     Kind = "period_unknown"
	PeriodInferred    Kind = "period_inferred"
	BasesDiffer       Kind = "bases"
	BaseUnknown       Kind = "base_unknown"
	Cuts              Kind = "cuts"
	IsPart            Kind = "part"
	IsInput           Kind = "input"
	Caution           Kind = "caution"
	Lacking           Kind = "lacking"
	DefinitionsDiffer Kind = "definitions"
	Inexact           Kind = "inexact"
	NoValue           Kind = "no_value"
	SmallNumbers      Kind = "small_numbers"
)

// Kinds are all kinds of reasons, in the order of the rules.
func Kinds() []Kind {
	var list []Kind
	for _, r := range rules {
		list = append(list, r.kind)
	}
	return list
}

// rule is one test for a difference, and how serious the difference is.
type rule struct {
	kind    Kind
	verdict Verdict
	applies func(p *data.Package, a, b *data.Figure) bool
}

// rules are independent, so an extra difference can only make the verdict stricter.
var rules = []rule{
	{SameNumber, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return original(a) == original(b) }},
	{MayBeSameNumber, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return a.MayRestate == b || b.MayRestate == a }},
	{NoValue, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return natural(a) == nil || natural(b) == nil }},
	{CountedThings, NotComparable, func(p *data.Package, a, b *data.Figure) bool {
		return a.Series.Counted != b.Series.Counted && oneBase(p, a, b) == nil
	}},
	{CountedAsOne, WithCare, func(p *data.Package, a, b *data.Figure) bool { return oneBase(p, a, b) != nil }},
	{UnitsDiffer, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { _, ok := CommonMeasure(a, b); return !ok }},
	{AgesDiffer, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return ages(a) != ages(b) }},
	{PopulationsDiffer, NotComparable, func(_ *data.Package, a, b *data.Figure) bool {
		return unlikeWords(a, b, a.Series.Population, b.Series.Population)
	}},
	{CoveragesDiffer, NotComparable, func(_ *data.Package, a, b *data.Figure) bool {
		return unlikeWords(a, b, a.Series.CoverageWho, b.Series.CoverageWho)
	}},
	{MethodsDiffer, NotComparable, func(_ *data.Package, a, b *data.Figure) bool {
		return asks(a) != asks(b)
	}},
	{SourcesDiffer, WithCare, func(_ *data.Package, a, b *data.Figure) bool { return a.Series.Source != b.Series.Source }},
	{PeriodLengths, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return dated(a, b) && !a.Period.AsLong(b.Period) }},
	{PeriodsOverlap, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return overlap(a, b) && !rolling(a, b) }},
	{PeriodsOverlap, WithCare, func(_ *data.Package, a, b *data.Figure) bool { return overlap(a, b) && rolling(a, b) }},
	{PeriodsApart, WithCare, func(_ *data.Package, a, b *data.Figure) bool {
		return dated(a, b) && !a.Period.Same(b.Period) && a.Series != b.Series
	}},
	{PeriodUnknown, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return a.Period.Known() != b.Period.Known() }},
	{PeriodUnknown, WithCare, func(_ *data.Package, a, b *data.Figure) bool { return !a.Period.Known() && !b.Period.Known() }},
	{PeriodInferred, WithCare, func(_ *data.Package, a, b *data.Figure) bool {
		return !a.Period.Same(b.Period) && (a.Period.Basis == data.Inferred || b.Period.Basis == data.Inferred)
	}},
	{BasesDiffer, NotComparable, func(_ *data.Package, a, b *data.Figure) bool { return isShare(a) && isShare(b) && whole(a) != whole(b) }},
	{BaseUnknown, NotComparable, func(_ *data.Package, a, b *data.Figure) bool {
		return (a.BaseNotPrinted || b.BaseNotPrinted) && !sameWhole(a, b)
	}},
	{BaseUnknown, WithCare, func(_ *data.Package, a, b *data.Figure) bool {
		return a.BaseNotPrinted && b.BaseNotPrinted && sameWhole(a, b)
	}},
	{Cuts, NotComparable, func(_ *data.Package, a, b *data.Figure) bool {
		return cut(a) != nil && cut(b) != nil && cut(a) != cut(b)
	}},
	{DefinitionsDiffer, NotComparable, func(_ *data.Package, a, b *data.Figure) bool {
		return a.Status == "D" || b.Status == "D" || a.Status == "B" || b.Status == "B"
	}},
	{IsInput, WithCare, func(_ *data.Package, a, b *data.Figure) bool { return usedIn(a, b) || usedIn(b, a) }},
	{Caution, WithCare, func(_ *data.Package, a, b *data.Figure) bool { return CautionOf(a, b) != "" }},
	{Lacking, WithCare, func(_ *data.Package, a, b *data.Figure) bool { return lacking(a) != lacking(b) }},
	{Inexact, WithCare, func(_ *data.Package, a, b *data.Figure) bool { return inexactly(a) || inexactly(b) }},
	{SmallNumbers, WithCare, func(_ *data.Package, a, b *data.Figure) bool {
		return !a.Period.Same(b.Period) && (isSmall(a) || isSmall(b))
	}},
}

// overlap reports whether the periods of two figures have days in common without being the
// same.
func overlap(a, b *data.Figure) bool {
	return a.Period.Overlaps(b.Period) && !a.Period.Same(b.Period)
}

// rolling reports whether two figures are of one series whose periods overlap by design.
func rolling(a, b *data.Figure) bool { return a.Series == b.Series && a.Series.Rolling }

// unlikeWords reports whether two series have different descriptions. A missing
// description may mean anything, so such a series is comparable only with itself.
func unlikeWords(a, b *data.Figure, ofA, ofB string) bool {
	return a.Series != b.Series && (ofA != ofB || ofA == "")
}

// original returns the figure that f restates, or f itself.
func original(f *data.Figure) *data.Figure {
	if f.Restates != nil {
		return f.Restates
	}
	return f
}

func natural(f *data.Figure) *data.Amount {
	a, _ := f.Natural()
	return a
}

func asks(f *data.Figure) bool { m := f.Series.Source.Method; return m != nil && m.Asks }

// ages returns the age limits of a figure in a comparable form; -1 means no limit.
func ages(f *data.Figure) [2]int {
	limits := [2]int{-1, -1}
	for i, limit := range []*int{f.Series.AgeMin, f.Series.AgeMax} {
		if limit != nil {
			limits[i] = *limit
		}
	}
	return limits
}

func dated(a, b *data.Figure) bool { return a.Period.Known() && b.Period.Known() }

func isShare(f *data.Figure) bool {
	_, unit := f.Natural()
	return unit.Kind.Traits().Part
}

// whole returns the total that a share is a share of.
func whole(f *data.Figure) *data.Figure {
	switch f.Formula {
	case data.Share:
		return f.Inputs[1]
	case data.PercentSum:
		return f.Inputs[0].Base
	}
	return f.Base
}

// cut returns the series whose dimensions divide a total into parts like this one, or nil.
func cut(f *data.Figure) *data.Series {
	switch {
	case f.Formula == data.Share:
		return cut(f.Inputs[0])
	case len(f.Series.Dimensions) > 0:
		return f.Series
	}
	return nil
}

// sameWhole reports whether two shares are of the same total, which is not printed.
func sameWhole(a, b *data.Figure) bool {
	return a.Series.Source == b.Series.Source && a.Series.Population == b.Series.Population && a.Series.Counted == b.Series.Counted
}

func usedIn(input, f *data.Figure) bool {
	for _, in := range f.Inputs {
		if in == input || usedIn(input, in) {
			return true
		}
	}
	return false
}

// CautionOf returns the caution about comparing these codes of a dimension, or "".
func CautionOf(a, b *data.Figure) string {
	if a.Series != b.Series {
		return ""
	}
	for _, d := range a.Series.Dimensions {
		if d.Caution != "" && a.Codes[d.ID] != b.Codes[d.ID] {
			return d.Caution
		}
	}
	return ""
}

func lacking(f *data.Figure) bool {
	for _, d := range f.Series.Dimensions {
		if c := d.Code(f.Codes[d.ID]); c != nil && c.Absent {
			return true
		}
	}
	return false
}

// inexactly reports whether a figure is an estimate or a bound. Rounding does not
// count: its range is shown where it matters.
func inexactly(f *data.Figure) bool {
	a := natural(f)
	return a != nil && (a.Qualifier == data.About || a.Qualifier == data.Average || a.IsOpen() || a.Qualifier == data.LessThan)
}

// Small is the count below which a change or a ratio misleads.
const Small = 100

func isSmall(f *data.Figure) bool {
	return f.Unit.Kind.Traits().Things && f.Value != nil && f.Value.Number < Small
}
