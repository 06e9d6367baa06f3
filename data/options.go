package data

import (
	"cmp"
	"slices"
)

// Options are the codes that a view can be filtered by, in the order of the
// package: only those that one of its figures has, and all of the records'.
func (p *Package) Options(v *View, dimension string) []Code {
	return p.options.get(ofView{v, dimension}, func() []Code { return p.optionsOf(v, dimension) })
}

func (p *Package) optionsOf(v *View, dimension string) []Code {
	var list []Code
	for _, spec := range v.Panels {
		for _, c := range p.codesIn(spec, dimension) {
			if !slices.ContainsFunc(list, func(other Code) bool { return other.ID == c.ID }) {
				list = append(list, c)
			}
		}
	}
	Sort(list, func(a, b Code) int { return cmp.Compare(p.rank(dimension, a.ID), p.rank(dimension, b.ID)) })
	return list
}

// codesIn lists the codes that a panel's figures have in a dimension.
func (p *Package) codesIn(spec *PanelSpec, dimension string) []Code {
	if s := spec.recorded(); s != nil {
		return p.recordedCodes(s, dimension)
	}
	var list []Code
	for _, f := range p.figuresOf(spec, Count) {
		if id := f.Code(dimension); id != "" && (len(list) == 0 || list[len(list)-1].ID != id) {
			list = append(list, Code{ID: id, Label: p.codeLabel(f, dimension)})
		}
	}
	return list
}

// rank orders codes: those of a dimension and the sources, counted things and
// series as the package has them, and years as time has them.
func (p *Package) rank(dimension, id string) string {
	at := -1
	switch dimension {
	case "year":
		return id
	case "source":
		at = slices.IndexFunc(p.Sources, func(s *Source) bool { return s.ID == id })
	case "counted":
		at = slices.IndexFunc(p.Counted, func(c *Counted) bool { return c.ID == id })
	case "series":
		at = slices.IndexFunc(p.Series, func(s *Series) bool { return s.ID == id })
	default:
		d := p.Dimension(dimension)
		at = slices.IndexFunc(d.Codes, func(c *Code) bool { return c.ID == id })
	}
	return string(rune('0' + at))
}

func (p *Package) codeLabel(f *Figure, dimension string) string {
	if c, ok := f.attribute(dimension); ok {
		return c.Label
	}
	return p.Dimension(dimension).Code(f.Codes[dimension]).Label
}

// DimensionTitle names a dimension or attribute for a reader.
func (p *Package) DimensionTitle(id string) string {
	if d := p.Dimension(id); d != nil {
		return d.Title
	}
	return map[string]string{"source": "Source", "counted": "Counted", "series": "Series", "year": "Year"}[id]
}
