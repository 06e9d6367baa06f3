package table

import "factframe/data"

// recordedBy returns the series whose records a panel adds up, or nil.
func recordedBy(spec *data.PanelSpec) *data.Series {
	if len(spec.Series) == 1 && spec.Series[0].Records != nil {
		return spec.Series[0]
	}
	return nil
}

// totalsOf calculates the figures of a panel of records for a selection, and how many there
// are without filters. The Base of each is the total shown; its Added is the number of
// records.
func totalsOf(p *data.Package, spec *data.PanelSpec, s *data.Series, keep data.Keep) (list []*data.Figure, of int) {
	by := toldApartBy(spec, s)
	of = 1
	for _, d := range by {
		of *= len(d.Codes)
	}
	common := common(p, s)
	if !keeps(keep, common) {
		return nil, of
	}
	covered := *s
	covered.CoverageWho = coveredOf(s, s.Records.Covered(s.Words, keep, by))
	common.Series = &covered
	common.Period = s.Records.Narrowed(keep, nil)
	common.PeriodName = p.NameOf(common.Period)
	whole := *common
	sum := 0
	for _, t := range s.Records.Totals(keep, by) {
		f := figureOf(t, *common, &whole)
		f.Period = s.Records.Narrowed(keep, t.Codes)
		f.PeriodName = p.NameOf(f.Period)
		list = append(list, f)
		sum += t.Count
		whole.Added += t.Records
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

// common returns a figure with what all totals of a series' records have in common.
func common(p *data.Package, s *data.Series) *data.Figure {
	return &data.Figure{Series: s, Unit: s.Unit, Name: s.Title, Label: s.Counted.Many, Period: s.Records.Period, PeriodName: p.NameOf(s.Records.Period),
		Status: data.Normal, Formula: data.Sum, Note: s.Note}
}

// figureOf returns a total as a figure, which is missing if there are no records.
func figureOf(t data.RecordTotal, f data.Figure, whole *data.Figure) *data.Figure {
	f.Codes, f.Base = t.Codes, whole
	if t.Records == 0 {
		f.Status, f.Formula = data.Missing, ""
		return &f
	}
	f.Value, f.Added = exactly(float64(t.Count)), t.Records
	return &f
}

// coveredOf names the part of a series' coverage that filters leave.
func coveredOf(s *data.Series, part string) string {
	if part == "" || s.CoverageWho == "" {
		return part + s.CoverageWho
	}
	return s.Words.Fill("covered.of", "part", part, "whole", s.CoverageWho)
}

func exactly(n float64) *data.Amount {
	return &data.Amount{Number: n, Low: n, High: n, Qualifier: data.Exact}
}

// toldApartBy returns the dimensions that distinguish a panel's rows: groups first, then
// labels.
func toldApartBy(spec *data.PanelSpec, s *data.Series) []*data.Dimension {
	var by []*data.Dimension
	for _, channel := range []string{"facet", "y"} {
		if d := s.Dimension(spec.Channels[channel]); d != nil {
			by = append(by, d)
		}
	}
	return by
}

// recordedOptions returns the codes by which the totals of a series' records can be
// filtered.
func recordedOptions(p *data.Package, s *data.Series, dimension string) (list []option) {
	if d := s.Dimension(dimension); d != nil {
		for i, c := range d.Codes {
			list = append(list, option{Code: *c, place: i})
		}
	} else if common := common(p, s); common.Code(dimension) != "" {
		list = append(list, optionOf(p, common, dimension))
	}
	return list
}
