package data

import "slices"

// Attribute is a property, other than a dimension, that any figure can be filtered by.
type Attribute struct {
	ID    string                      // its title is the entry "attribute." and this
	Code  func(*Figure) Code          // as shown in a filter
	Drawn func(*Figure) Code          // as shown in a chart; nil if no channel can show it
	Place func(*Package, *Figure) int // position among the filter's options; nil to sort them by id
}

var attributes = []Attribute{
	{
		ID:    "source",
		Code:  func(f *Figure) Code { return Code{ID: f.Series.Source.ID, Label: f.Series.Source.Publisher} },
		Drawn: func(f *Figure) Code { return Code{ID: f.Series.Source.ID, Label: f.Series.Source.Brief} },
		Place: func(p *Package, f *Figure) int { return slices.Index(p.Sources, f.Series.Source) },
	},
	{
		ID:    "counted",
		Code:  func(f *Figure) Code { return Code{ID: f.Series.Counted.ID, Label: f.Series.Counted.Things()} },
		Place: func(p *Package, f *Figure) int { return slices.Index(p.Counted, f.Series.Counted) },
	},
	{
		ID:    "series",
		Code:  seriesCode,
		Drawn: seriesCode,
		Place: func(p *Package, f *Figure) int { return slices.Index(p.Series, f.Series) },
	},
	{
		ID:   "year",
		Code: func(f *Figure) Code { return f.PeriodName },
	},
}

func seriesCode(f *Figure) Code { return Code{ID: f.Series.ID, Label: f.Series.Title} }

// AttributeOf returns the attribute with this id, or nil.
func AttributeOf(id string) *Attribute {
	for i := range attributes {
		if attributes[i].ID == id {
			return &attributes[i]
		}
	}
	return nil
}

// Attributes returns the ids of all attributes.
func Attributes() []string {
	var list []string
	for _, a := range attributes {
		list = append(list, a.ID)
	}
	return list
}
