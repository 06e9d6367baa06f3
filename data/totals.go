package data

import (
	"slices"
	"strings"
)

// recorded is the series whose records a panel adds up, or nil.
func (spec *PanelSpec) recorded() *Series {
	if len(spec.Series) == 1 && spec.Series[0].Records != nil {
		return spec.Series[0]
	}
	return nil
}

// totals are the figures that a panel of records shows, calculated anew for
// every choice of filters, and how many there are without any. The Base of each
// is the whole that is shown, whose Records say of how many it is the sum.
func (p *Package) totals(spec *PanelSpec, s *Series, keep map[string][]string) (list []*Figure, of int) {
	by := spec.toldApartBy(s)
	of = 1
	for _, d := range by {
		of *= len(d.Codes)
	}
	common := p.recorded(s)
	if !keeps(keep, common) {
		return nil, of
	}
	covered := *s
	covered.CoverageWho = joined(", of ", s.Records.covered(keep, by), s.CoverageWho)
	common.Series = &covered
	common.Period = s.Records.narrowed(keep, nil)
	whole := *common
	sum := 0
	for _, t := range s.Records.totals(keep, by) {
		f := t.figure(*common, &whole)
		f.Period = s.Records.narrowed(keep, t.codes)
		f.Year = p.NameOf(f.Period)
		list = append(list, f)
		sum += t.count
		whole.Added += t.records
	}
	if whole.Added > 0 {
		whole.Value = exactly(float64(sum))
	}
	for _, f := range list {
		if f.Value != nil && sum > 0 {
			f.Percent = exactly(100 * f.Value.Number / float64(sum))
		}
	}
	return list, of
}

// recorded is what all totals of a series' records have in common.
func (p *Package) recorded(s *Series) *Figure {
	return &Figure{Series: s, Unit: s.Unit, Name: s.Title, Label: s.Counted.Many, Period: s.Records.Period, Year: p.NameOf(s.Records.Period),
		Status: Normal, Formula: Sum, Note: s.Note}
}

// figure is a total as a figure; where there is nothing to add up it is missing.
func (t total) figure(f Figure, whole *Figure) *Figure {
	f.Codes, f.Base = t.codes, whole
	if t.records == 0 {
		f.Status, f.Formula = Missing, ""
		return &f
	}
	f.Value, f.Added = exactly(float64(t.count)), t.records
	return &f
}

// narrowed is the period of records with these codes, or with the one that a
// filter keeps, where a code stands for one.
func (r *Records) narrowed(keep map[string][]string, codes map[string]string) Period {
	for _, c := range r.columns {
		id := codes[c.dimension.ID]
		if kept := keep[c.dimension.ID]; id == "" && len(kept) == 1 {
			id = kept[0]
		}
		if code := c.dimension.Code(id); code != nil && code.Period.Known() {
			return code.Period
		}
	}
	return r.Period
}

// covered names what the filters leave of the records, in dimensions that the
// totals are not told apart by: without that, the totals of one police force
// would be given out as those of all. It is empty where they leave all.
func (r *Records) covered(keep map[string][]string, by []*Dimension) string {
	var names []string
	for _, c := range r.columns {
		kept := keep[c.dimension.ID]
		if len(kept) == 0 || slices.Contains(by, c.dimension) {
			continue
		}
		var labels []string
		for _, id := range kept {
			if code := c.dimension.Code(id); code != nil {
				labels = append(labels, code.Label)
			}
		}
		names = append(names, strings.Join(labels, ", "))
	}
	return strings.Join(names, "; ")
}

// joined puts a separator between two texts, if neither is empty.
func joined(separator, a, b string) string {
	if a == "" || b == "" {
		separator = ""
	}
	return a + separator + b
}

func exactly(n float64) *Amount { return &Amount{Number: n, Low: n, High: n, Qualifier: Exact} }

// toldApartBy are the dimensions of a panel's rows: its groups before its labels.
func (spec *PanelSpec) toldApartBy(s *Series) []*Dimension {
	var by []*Dimension
	for _, channel := range []string{"facet", "y"} {
		if d := s.Dimension(spec.Channels[channel]); d != nil {
			by = append(by, d)
		}
	}
	return by
}

// Dimension returns the dimension of that id by which the series' figures are
// told apart, or nil.
func (s *Series) Dimension(id string) *Dimension {
	return find(s.Dimensions, id, func(d *Dimension) string { return d.ID })
}

// recordedOptions are those that the totals of a series' records may be filtered by.
func (p *Package) recordedOptions(s *Series, dimension string) (list []option) {
	if d := s.Dimension(dimension); d != nil {
		for i, c := range d.Codes {
			list = append(list, option{Code: *c, place: i})
		}
	} else if common := p.recorded(s); common.Code(dimension) != "" {
		list = append(list, p.optionOf(common, dimension))
	}
	return list
}
