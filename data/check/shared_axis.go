package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/compare"
	"factframe/data/table"
)

// joins reports every axis, share, sum, difference and ratio that combines figures
// that are not comparable.
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
		for _, panel := range table.Select(p, table.Query{View: v.ID, All: true}).Panels {
			highlights(v, panel, r)
		}
		units := v.Units
		if len(units) == 0 {
			units = []*data.Unit{data.Count}
		}
		for _, unit := range units {
			for _, keep := range shownAtOnce(p, v) {
				for _, panel := range table.Select(p, table.Query{View: v.ID, Keep: keep, Measure: unit, Order: "printed"}).Panels {
					drawn(p, v, panel, r)
					drawable(p, v, panel, r)
				}
			}
		}
	}
	for _, figures := range p.Confused {
		if c := compare.Figures(p, figures...); c.Verdict != compare.NotComparable {
			r.add("factframe", "confused", "list only figures that are not comparable", "%q and %q are comparable", figures[0].ID, figures[1].ID)
		}
	}
}

// Limits of how many combinations of codes of a view are checked, because each looks at every
// figure.
const (
	mostAtOnce = 500
	mostLooks  = 2_000_000 // combinations times figures
)

// shownAtOnce returns the codes that a view shows together: one of each dimension of which it
// shows one at a time.
func shownAtOnce(p *data.Package, v *data.View) []data.Keep {
	all := []data.Keep{{}}
	for _, dimension := range v.OneOf {
		var longer []data.Keep
		for _, keep := range all {
			for _, code := range table.Options(p, v, dimension) {
				with := maps.Clone(keep)
				with[dimension] = []string{code.ID}
				if longer = append(longer, with); len(longer) >= min(mostAtOnce, max(1, mostLooks/max(1, len(p.Figures)))) {
					return longer
				}
			}
		}
		if len(longer) > 0 {
			all = longer
		}
	}
	return all
}

// formula checks that the inputs of a calculation can be combined.
func formula(p *data.Package, f *data.Figure, r *report) {
	for _, in := range f.Inputs {
		if in.Value != nil && in.Value.IsOpen() {
			r.figure(f, "inputs", "use figures with both a minimum and a maximum", "%q is %s, so a result would have no minimum or no maximum", in.ID, in.Value.Qualifier)
		}
	}
	first := f.Inputs[0]
	if f.Formula != data.Sum && f.Formula != data.PercentSum && slices.Contains(f.Inputs[1:], first) {
		r.figure(f, "inputs", "use another figure", "%q is listed twice", first.ID)
		return
	}
	switch f.Formula {
	case data.Share:
		share(p, first, f.Inputs[1], "inputs", r, f)
	case data.PercentOf:
		if whole := f.Inputs[1]; first.Base != whole {
			r.figure(f, "inputs", "use the base of the percentage", "%q is not a percentage of %q", first.ID, whole.ID)
		}
	case data.BeforeChange:
		if reason := unlike(p, first, f.Inputs[1]); reason != "" {
			r.figure(f, "inputs", "use a change of the same thing", "%q and %q cannot be combined: %s", first.ID, f.Inputs[1].ID, reason)
		}
	case data.Sum, data.PercentSum:
		sum(p, f, f.Inputs, r)
	case data.Difference, data.Ratio:
		sum(p, f, f.Inputs[1:], r)
		for _, other := range f.Inputs[1:] {
			if reason := reasonAgainst(p, first, other); reason != "" {
				r.figure(f, "inputs", "use comparable figures", "%q and %q cannot be combined: %s", first.ID, other.ID, reason)
			}
		}
	}
}

// sum checks every pair of added figures. It also reports a part that is added to its
// whole, which would count it twice.
func sum(p *data.Package, f *data.Figure, added []*data.Figure, r *report) {
	for i, a := range added {
		for _, b := range added[i+1:] {
			reason := reasonAgainst(p, a, b)
			for _, care := range compare.Figures(p, a, b).Reasons {
				if care.Kind == compare.IsPart || care.Kind == compare.IsInput || care.Kind == compare.PeriodsOverlap {
					reason = words(care)
				}
			}
			if a == b {
				reason = "they are the same figure"
			}
			if reason != "" {
				r.figure(f, "inputs", "use figures that can be added up", "%q and %q cannot be added: %s", a.ID, b.ID, reason)
			}
		}
	}
}

// share checks that a part and its whole belong together: same counted thing, unit
// and source.
func share(p *data.Package, part, whole *data.Figure, field string, r *report, of ...*data.Figure) {
	record := part
	if len(of) > 0 {
		record = of[0]
	}
	if reason := unlike(p, part, whole); reason != "" {
		r.figure(record, field, "use the total that it is a part of", "%q is not a share of %q: %s", part.ID, whole.ID, reason)
	}
}

// unlike returns why two figures do not belong to one total, or "". Unit, population
// and coverage may differ between a part and its whole.
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
			reasons = append(reasons, words(reason))
		}
	}
	return strings.Join(reasons, "; ")
}

// reasonAgainst returns why two figures are not comparable, or "".
func reasonAgainst(p *data.Package, a, b *data.Figure) string {
	var reasons []string
	for _, reason := range compare.Figures(p, a, b).Reasons {
		if reason.Verdict == compare.NotComparable {
			reasons = append(reasons, words(reason))
		}
	}
	return strings.Join(reasons, "; ")
}

// drawn reports figures that share an axis but are not comparable. It compares one
// figure of each kind (alike in everything but the period), so the time grows with the
// number of kinds rather than pairs.
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
					r.add(record, "", "draw them in separate panels", "%q and %q share an axis: %s", a.ID, b.ID, reason)
				}
			}
		}
		overlaps(record, rows, traits, r)
	}
}

// likeness identifies figures that are comparable with the same other figures.
type likeness struct {
	series *data.Series
	unit   *data.Unit
	base   *data.Figure
	months int
	days   int
	known  bool
	broken data.Status
	share  bool // the total is not printed
	alone  *data.Figure
}

// likenesses returns one figure for each likeness in rows. A break within a line is
// drawn as a break, so the figures before and after it may share the line.
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

// overlaps reports periods that overlap without being the same. A line may connect them in a
// rolling series.
func overlaps(record string, rows []table.Row, traits data.Traits, r *report) {
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
		if a, b := known[i-1], known[i]; a.Period.Overlaps(b.Period) && !a.Period.Same(b.Period) && !(traits.Timed && a.Series == b.Series && a.Series.Rolling) {
			r.add(record, "", "draw them in separate panels", "%q and %q share an axis: %s", a.ID, b.ID, compare.PeriodsOverlap)
		}
	}
}

// words names a reason in a message.
func words(r compare.Reason) string { return text.English.Say("reason." + string(r.Kind)) }
