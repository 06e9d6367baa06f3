package table

import (
	"cmp"

	"factframe/data"
)

// Options returns the codes by which a view can be filtered, in the order of the package.
// It leaves out codes that no figure in the view has, except for records.
func Options(p *data.Package, v *data.View, dimension string) []data.Code {
	return data.Remember(p, optionsOf{v, dimension}, func() []data.Code { return optionsFrom(p, v, dimension) })
}

// optionsOf is the Remember key of Options.
type optionsOf struct {
	view      *data.View
	dimension string
}

func optionsFrom(p *data.Package, v *data.View, dimension string) []data.Code {
	var list []option
	seen := map[string]bool{}
	for _, spec := range v.Panels {
		for _, o := range optionsIn(p, spec, dimension) {
			if !seen[o.ID] {
				seen[o.ID] = true
				list = append(list, o)
			}
		}
	}
	data.Sort(list, func(a, b option) int { return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.name, b.name)) })
	var codes []data.Code
	for _, o := range list {
		codes = append(codes, o.Code)
	}
	return codes
}

// option is a code with its sort keys.
type option struct {
	data.Code
	place int
	name  string
}

// optionsIn returns the codes of a panel's figures in a dimension or attribute.
func optionsIn(p *data.Package, spec *data.PanelSpec, dimension string) (list []option) {
	if s := recordedBy(spec); s != nil {
		return recordedOptions(p, s, dimension)
	}
	for _, f := range figuresOf(p, spec, data.Count) {
		if id := f.Code(dimension); id != "" && (len(list) == 0 || list[len(list)-1].ID != id) {
			list = append(list, optionOf(p, f, dimension))
		}
	}
	return list
}

func optionOf(p *data.Package, f *data.Figure, dimension string) option {
	a := data.AttributeOf(dimension)
	switch {
	case a == nil:
		d := p.Dimension(dimension)
		return option{Code: data.Code{ID: f.Codes[dimension], Label: d.Code(f.Codes[dimension]).Label}, place: d.Place(f.Codes[dimension])}
	case a.Place == nil:
		return option{Code: a.Code(f), name: a.Code(f).ID}
	}
	return option{Code: a.Code(f), place: a.Place(p, f)}
}
