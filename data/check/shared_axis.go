package check

import (
	"cmp"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/compare"
	"factframe/data/table"
)

// joins refuses every picture, share, sum, difference and ratio over figures
// that cannot be compared.
func joins(p *data.Package, r *report) {
	for _, f := range p.Figures {
		if f.Calculated() {
			formula(p, f, r)
		}
		if f.Base != nil {
			share(p, f, f.Base, "base", r)
		}
	}
	for _, v := range p.Views {
		units := v.Units
		if len(units) == 0 {
			units = []*data.Unit{data.Count}
		}
		for _, unit := range units {
			for _, panel := range table.Select(p, table.Query{View: v.ID, Measure: unit, Order: "printed"}).Panels {
				drawn(p, v, panel, r)
				drawable(p, v, panel, r)
			}
		}
	}
	for _, figures := range p.Confused {
		if c := compare.Figures(p, figures...); c.Verdict != compare.NotComparable {
			r.add("factframe", "confused", "list only figures that cannot be compared", "%q and %q can be compared", figures[0].ID, figures[1].ID)
		}
	}
}

// formula judges the inputs of a calculation by what it does with them.
func formula(p *data.Package, f *data.Figure, r *report) {
	for _, in := range f.Inputs {
		if in.Value != nil && in.Value.IsOpen() {
			r.figure(f, "inputs", "take figures with bounds on both sides", "%q is %s, so nothing computed from it has an end", in.ID, in.Value.Qualifier)
		}
	}
	first := f.Inputs[0]
	if f.Formula != data.Sum && f.Formula != data.PercentSum && slices.Contains(f.Inputs[1:], first) {
		r.figure(f, "inputs", "name another figure", "%q is an input twice", first.ID)
		return
	}
	switch f.Formula {
	case data.Share:
		share(p, first, f.Inputs[1], "inputs", r, f)
	case data.PercentOf:
		if whole := f.Inputs[1]; first.Base != whole {
			r.figure(f, "inputs", "name the base of the percentage", "%q is not a percentage of %q", first.ID, whole.ID)
		}
	case data.BeforeChange:
		if reason := unlike(p, first, f.Inputs[1]); reason != "" {
			r.figure(f, "inputs", "take a change of the same thing", "%q and %q cannot be joined: %s", first.ID, f.Inputs[1].ID, reason)
		}
	case data.Sum, data.PercentSum:
		sum(p, f, f.Inputs, r)
	case data.Difference, data.Ratio:
		sum(p, f, f.Inputs[1:], r)
		for _, other := range f.Inputs[1:] {
			if reason := reasonAgainst(p, first, other); reason != "" {
				r.figure(f, "inputs", "take figures that can be compared", "%q and %q cannot be joined: %s", first.ID, other.ID, reason)
			}
		}
	}
}

// sum judges every two of the figures that are added up: a part and its whole
// would be counted twice.
func sum(p *data.Package, f *data.Figure, added []*data.Figure, r *report) {
	for i, a := range added {
		for _, b := range added[i+1:] {
			reason := reasonAgainst(p, a, b)
			for _, care := range compare.Figures(p, a, b).Reasons {
				if care.Kind == compare.IsPart || care.Kind == compare.IsInput {
					reason = string(care.Kind)
				}
			}
			if a == b {
				reason = "they are the same figure"
			}
			if reason != "" {
				r.figure(f, "inputs", "take figures that can be added up", "%q and %q cannot be added: %s", a.ID, b.ID, reason)
			}
		}
	}
}

// share judges a part and its whole: they count one thing, in one unit, for
// one source.
func share(p *data.Package, part, whole *data.Figure, field string, r *report, of ...*data.Figure) {
	record := part
	if len(of) > 0 {
		record = of[0]
	}
	if reason := unlike(p, part, whole); reason != "" {
		r.figure(record, field, "name the total that it is a part of", "%q is no share of %q: %s", part.ID, whole.ID, reason)
	}
}

// unlike says in which way two figures do not belong to one total, or nothing.
// Their units, populations and coverage may differ as a part's does.
func unlike(p *data.Package, a, b *data.Figure) string {
	bare := func(f *data.Figure) *data.Figure {
		copied := *f
		copied.Base = nil
		return &copied
	}
	var reasons []string
	for _, reason := range compare.Figures(p, bare(a), bare(b)).Reasons {
		switch reason.Kind {
		case compare.CountedThings, compare.MethodsDiffer, compare.SourcesDiffer, compare.AgesDiffer, compare.PeriodLengths:
			if reason.Kind == compare.AgesDiffer && a.Series.Source == b.Series.Source || reason.Kind == compare.PeriodLengths && a.Series.Counted == b.Series.Counted {
				continue
			}
			reasons = append(reasons, string(reason.Kind))
		}
	}
	return strings.Join(reasons, "; ")
}

// reasonAgainst says why two figures cannot be compared, or nothing.
func reasonAgainst(p *data.Package, a, b *data.Figure) string {
	var reasons []string
	for _, reason := range compare.Figures(p, a, b).Reasons {
		if reason.Verdict == compare.NotComparable {
			reasons = append(reasons, string(reason.Kind))
		}
	}
	return strings.Join(reasons, "; ")
}

// drawn judges the figures that share an axis. Of those that are alike in all
// that makes figures comparable, but for their times, one stands for all: so it
// takes as long as there are kinds of figures, not as there are pairs.
func drawn(p *data.Package, v *data.View, panel table.Panel, r *report) {
	traits := panel.Spec.Mark.Traits()
	if !traits.SharesAxis {
		return
	}
	sets := [][]table.Row{panel.Rows}
	if traits.Parts {
		sets = panel.Wholes()
	}
	record := "views " + v.ID + " panel " + panel.Spec.ID
	for _, rows := range sets {
		alike := likenesses(p, rows, traits)
		for i, a := range alike {
			for _, b := range alike[i+1:] {
				if reason := reasonAgainst(p, a, b); reason != "" {
					r.add(record, "", "draw them in panels of their own", "%q and %q share an axis: %s", a.ID, b.ID, reason)
				}
			}
		}
		overlaps(record, rows, r)
	}
}

// likeness is what figures have in common that are comparable with the same others.
type likeness struct {
	series *data.Series
	unit   *data.Unit
	base   *data.Figure
	months int
	days   int
	known  bool
	broken data.Status
	share  bool // of a total that is not printed
	alone  *data.Figure
}

// likenesses has a figure for each likeness of rows. A break between two points
// of a line is drawn as one, so it keeps no line apart.
func likenesses(p *data.Package, rows []table.Row, traits data.Traits) []*data.Figure {
	var list []*data.Figure
	seen := map[likeness]bool{}
	for _, row := range rows {
		if row.Amount == nil {
			continue // a missing value is drawn as a gap
		}
		f := row.Figure
		l := likeness{series: f.Series, unit: row.Unit, base: f.Base, months: f.Period.Months(), known: f.Period.Known(), share: f.BaseNotPrinted}
		if l.months == 0 {
			l.days = f.Period.Days()
		}
		if f.Status == "B" || f.Status == "D" {
			l.broken = f.Status
		}
		if f.MayRestate != nil || f.Restates != nil || f.Calculated() {
			l.alone = f
		}
		if traits.Timed && l.broken != "" || seen[l] {
			continue
		}
		seen[l] = true
		list = append(list, f)
	}
	return list
}

// overlaps finds periods that share days without being the same.
func overlaps(record string, rows []table.Row, r *report) {
	var known []*data.Figure
	for _, row := range rows {
		if row.Amount != nil && row.Figure.Period.Known() {
			known = append(known, row.Figure)
		}
	}
	slices.SortStableFunc(known, func(a, b *data.Figure) int {
		return cmp.Or(cmp.Compare(a.Period.Start, b.Period.Start), cmp.Compare(a.Period.End, b.Period.End))
	})
	for i := 1; i < len(known); i++ {
		if a, b := known[i-1], known[i]; a.Period.Overlaps(b.Period) && !a.Period.Same(b.Period) {
			r.add(record, "", "draw them in panels of their own", "%q and %q share an axis: %s", a.ID, b.ID, compare.PeriodsOverlap)
		}
	}
}
