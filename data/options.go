package data

import "cmp"

// Options are the codes that a view can be filtered by, in the order of the
// package: only those that one of its figures has, and all of the records'.
func (p *Package) Options(v *View, dimension string) []Code {
	return p.options.get(ofView{v, dimension}, func() []Code { return p.optionsOf(v, dimension) })
}

func (p *Package) optionsOf(v *View, dimension string) []Code {
	var list []option
	seen := map[string]bool{}
	for _, spec := range v.Panels {
		for _, o := range p.optionsIn(spec, dimension) {
			if !seen[o.ID] {
				seen[o.ID] = true
				list = append(list, o)
			}
		}
	}
	Sort(list, func(a, b option) int { return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.name, b.name)) })
	var codes []Code
	for _, o := range list {
		codes = append(codes, o.Code)
	}
	return codes
}

// option is a code with what it is ordered by.
type option struct {
	Code
	place int
	name  string
}

// optionsIn lists the codes that a panel's figures have in a dimension or an
// attribute.
func (p *Package) optionsIn(spec *PanelSpec, dimension string) (list []option) {
	if s := spec.recorded(); s != nil {
		return p.recordedOptions(s, dimension)
	}
	for _, f := range p.figuresOf(spec, Count) {
		if id := f.Code(dimension); id != "" && (len(list) == 0 || list[len(list)-1].ID != id) {
			list = append(list, p.optionOf(f, dimension))
		}
	}
	return list
}

func (p *Package) optionOf(f *Figure, dimension string) option {
	a := attributeOf(dimension)
	switch {
	case a == nil:
		d := p.Dimension(dimension)
		return option{Code: Code{ID: f.Codes[dimension], Label: d.Code(f.Codes[dimension]).Label}, place: d.place(f.Codes[dimension])}
	case a.place == nil:
		return option{Code: a.code(f), name: a.code(f).ID}
	}
	return option{Code: a.code(f), place: a.place(p, f)}
}

// DimensionTitle names a dimension or attribute for a reader.
func (p *Package) DimensionTitle(id string) string {
	if d := p.Dimension(id); d != nil {
		return d.Title
	}
	if a := attributeOf(id); a != nil {
		return a.title
	}
	return ""
}
