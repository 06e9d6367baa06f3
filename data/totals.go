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
// every choice of filters, and how many there are without any.
func (p *Package) totals(spec *PanelSpec, s *Series, keep map[string][]string) (list []*Figure, of int) {
	by := p.toldApartBy(spec)
	of = 1
	for _, d := range by {
		of *= len(d.Codes)
	}
	covered := *s
	covered.CoverageWho = s.Records.covered(keep, by) + s.CoverageWho
	common := &Figure{Series: &covered, Unit: Count, Label: s.Counted.Many, Period: s.Records.Period, Year: s.Records.Period.Year(), Status: Normal, Formula: Sum}
	if !keeps(keep, common) {
		return nil, of
	}
	whole := *common
	sum := 0
	for _, t := range s.Records.totals(keep, by) {
		f := *common
		f.Codes, f.Base = t.codes, &whole
		if t.records > 0 {
			f.Value = exactly(float64(t.count))
		} else {
			f.Status = Missing
		}
		sum += t.count
		list = append(list, &f)
	}
	whole.Value = exactly(float64(sum))
	for _, f := range list {
		if f.Value != nil && sum > 0 {
			f.Percent = exactly(100 * f.Value.Number / float64(sum))
		}
	}
	return list, of
}

// covered names what the filters leave of the records, in dimensions that the
// totals are not told apart by: without that, the totals of one police force
// would be given out as those of all.
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
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, "; ") + ", of "
}

func exactly(n float64) *Amount { return &Amount{n, n, n, Exact} }

// toldApartBy are the dimensions of a panel's rows: its groups before its labels.
func (p *Package) toldApartBy(spec *PanelSpec) []*Dimension {
	var by []*Dimension
	for _, channel := range []string{"facet", "y"} {
		if d := p.Dimension(spec.Channels[channel]); d != nil {
			by = append(by, d)
		}
	}
	return by
}

// codes are those of a dimension that the records of a series may have.
func (s *Series) codes(dimension string) []Code {
	var list []Code
	i := slices.IndexFunc(s.Dimensions, func(d *Dimension) bool { return d.ID == dimension })
	if i < 0 {
		return nil
	}
	for _, c := range s.Dimensions[i].Codes {
		list = append(list, *c)
	}
	return list
}
