package data

import "cmp"

// Options are the codes that a view can be filtered by, in the order of the
// package: only those that one of its figures has, and all of the records'.
func (p *Package) Options(v *View, dimension string) []Code {
	return p.options.get(ofView{v, dimension}, func() []Code { return p.optionsOf(v, dimension) })
}

func (p *Package) optionsOf(v *View, dimension string) []Code {
	var list []Code
	seen := map[string]bool{}
	for _, spec := range v.Panels {
		for _, c := range p.codesIn(spec, dimension) {
			if !seen[c.ID] {
				seen[c.ID] = true
				list = append(list, c)
			}
		}
	}
	if dimension == "year" {
		Sort(list, func(a, b Code) int { return cmp.Compare(a.ID, b.ID) })
		return list
	}
	places := p.placesOf(dimension)
	Sort(list, func(a, b Code) int { return cmp.Compare(places[a.ID], places[b.ID]) })
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

// placesOf are the places of the codes of a dimension, the sources, the counted
// things or the series in the package, by their ids.
func (p *Package) placesOf(dimension string) map[string]int {
	places := map[string]int{}
	switch dimension {
	case "source":
		for i, s := range p.Sources {
			places[s.ID] = i
		}
	case "counted":
		for i, c := range p.Counted {
			places[c.ID] = i
		}
	case "series":
		for i, s := range p.Series {
			places[s.ID] = i
		}
	default:
		return p.Dimension(dimension).places
	}
	return places
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
