package data

import "slices"

// Attribute is what every figure can be filtered by, beside its dimensions.
type Attribute struct {
	ID, Title string
	Code      func(*Figure) Code          // as a filter lists it
	Drawn     func(*Figure) Code          // as a picture names it; nil where no channel shows it
	Place     func(*Package, *Figure) int // among its options; nil orders them by their ids
}

var attributes = []Attribute{
	{
		ID: "source", Title: "Source",
		Code:  func(f *Figure) Code { return Code{ID: f.Series.Source.ID, Label: f.Series.Source.Publisher} },
		Drawn: func(f *Figure) Code { return Code{ID: f.Series.Source.ID, Label: f.Series.Source.Brief} },
		Place: func(p *Package, f *Figure) int { return slices.Index(p.Sources, f.Series.Source) },
	},
	{
		ID: "counted", Title: "Counted",
		Code:  func(f *Figure) Code { return Code{ID: f.Series.Counted.ID, Label: f.Series.Counted.Many} },
		Place: func(p *Package, f *Figure) int { return slices.Index(p.Counted, f.Series.Counted) },
	},
	{
		ID: "series", Title: "Series",
		Code:  seriesCode,
		Drawn: seriesCode,
		Place: func(p *Package, f *Figure) int { return slices.Index(p.Series, f.Series) },
	},
	{
		ID: "year", Title: "Year",
		Code: func(f *Figure) Code { return f.PeriodName },
	},
}

func seriesCode(f *Figure) Code { return Code{ID: f.Series.ID, Label: f.Series.Title} }

// AttributeOf is the attribute of a name, or nil.
func AttributeOf(id string) *Attribute {
	for i := range attributes {
		if attributes[i].ID == id {
			return &attributes[i]
		}
	}
	return nil
}

// Attributes are the names of all attributes.
func Attributes() []string {
	var list []string
	for _, a := range attributes {
		list = append(list, a.ID)
	}
	return list
}
