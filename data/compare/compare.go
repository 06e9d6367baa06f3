// Package compare decides whether figures are comparable, and why not. All rules are
// in rules.go.
package compare

import (
	"slices"
	"strings"

	"factframe/data"
)

// Verdict says whether figures are comparable. Larger values are worse.
type Verdict int

const (
	Comparable Verdict = iota
	WithCare
	NotComparable
)

// Reason is one way in which two figures are not simply comparable.
type Reason struct {
	Kind    Kind
	Verdict Verdict
	A, B    *data.Figure // in the order of their ids
	OneBase *data.OneBase
}

// Comparison is the verdict on two or more figures: the worst of all pairs.
type Comparison struct {
	Figures []*data.Figure
	Verdict Verdict
	Reasons []Reason // worst first; for each pair in the order of the rules
}

// Figures compares figures. Their order makes no difference to the verdict and
// reasons.
func Figures(p *data.Package, figures ...*data.Figure) Comparison {
	c := Comparison{Figures: figures}
	sorted := slices.Clone(figures)
	data.Sort(sorted, func(a, b *data.Figure) int { return strings.Compare(a.ID, b.ID) })
	for i, a := range sorted {
		for _, b := range sorted[i+1:] {
			if a != b {
				c.Reasons = append(c.Reasons, reasons(p, a, b)...)
			}
		}
	}
	c.Reasons = append(having(c.Reasons, NotComparable), having(c.Reasons, WithCare)...)
	if len(c.Reasons) > 0 {
		c.Verdict = c.Reasons[0].Verdict
	}
	return c
}

// having returns the reasons with one verdict.
func having(reasons []Reason, v Verdict) []Reason {
	var list []Reason
	for _, r := range reasons {
		if r.Verdict == v {
			list = append(list, r)
		}
	}
	return list
}

func reasons(p *data.Package, a, b *data.Figure) []Reason {
	if partOf(a, b) || partOf(b, a) {
		// The whole was checked when the package was loaded.
		return []Reason{{Kind: IsPart, Verdict: WithCare, A: a, B: b}}
	}
	var list []Reason
	for _, rule := range rules {
		if rule.applies(p, a, b) {
			list = append(list, Reason{rule.kind, rule.verdict, a, b, oneBase(p, a, b)})
		}
	}
	return list
}

// oneBase returns the package's declaration that two figures of one source count the
// same thing under two names, or nil.
func oneBase(p *data.Package, a, b *data.Figure) *data.OneBase {
	ca, cb := a.Series.Counted, b.Series.Counted
	if ca == cb || a.Series.Source != b.Series.Source {
		return nil
	}
	for i, base := range p.OneBase {
		if base.Source == a.Series.Source && slices.Contains(base.Counted, ca) && slices.Contains(base.Counted, cb) {
			return &p.OneBase[i]
		}
	}
	return nil
}

// partOf reports whether whole is the base of a. The base of that base does not count:
// 9 of 14 and 14 of 26 do not make 9 of 26.
func partOf(a, whole *data.Figure) bool { return a.Base == whole }

// CommonMeasure returns the unit in which two figures can be compared, if there is one:
// their own unit, or the percentage of one base.
func CommonMeasure(a, b *data.Figure) (*data.Unit, bool) {
	_, ua := a.Natural()
	_, ub := b.Natural()
	if ua == ub {
		return ua, true
	}
	if a.Base != nil && a.Base == b.Base && a.Percent != nil && b.Percent != nil {
		return data.Percent, true
	}
	return nil, false
}
