package data

import "slices"

// Correction says that a figure was changed after it had been published.
type Correction struct {
	Date          Date // of the correction
	Figure        *Figure
	Before, After string // the value as text, without markup
	Why           string
}

// AddCorrection adds a correction, so that Corrections stay in their order.
func (p *Package) AddCorrection(c *Correction) {
	at := 0
	for at < len(p.Corrections) && p.Corrections[at].Date >= c.Date {
		at++
	}
	p.Corrections = slices.Insert(p.Corrections, at, c)
}

// CorrectionsOf returns the corrections of these figures, and of those that they are
// calculated from, newest first.
func (p *Package) CorrectionsOf(figures ...*Figure) []*Correction {
	if len(p.Corrections) == 0 {
		return nil
	}
	within := map[*Figure]bool{}
	for _, f := range figures {
		addOrigins(within, f)
	}
	var list []*Correction
	for _, c := range p.Corrections {
		if within[c.Figure] {
			list = append(list, c)
		}
	}
	return list
}

// addOrigins adds a figure and all that its numbers are calculated from.
func addOrigins(to map[*Figure]bool, f *Figure) {
	if f == nil || to[f] {
		return
	}
	to[f] = true
	for _, input := range f.Inputs {
		addOrigins(to, input)
	}
	if f.Percent != nil && !f.PercentPrinted {
		addOrigins(to, f.Base)
	}
}
