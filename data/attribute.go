package data

import "slices"

// attribute is what every figure can be filtered by, beside its dimensions.
type attribute struct {
	id, title string
	code      func(*Figure) Code          // as a filter lists it
	drawn     func(*Figure) Code          // as a picture names it; nil where no channel shows it
	place     func(*Package, *Figure) int // among its options; nil orders them by their ids
}

var attributes = []attribute{
	{
		id: "source", title: "Source",
		code:  func(f *Figure) Code { return Code{ID: f.Series.Source.ID, Label: f.Series.Source.Publisher} },
		drawn: func(f *Figure) Code { return Code{ID: f.Series.Source.ID, Label: f.Series.Source.Brief} },
		place: func(p *Package, f *Figure) int { return slices.Index(p.Sources, f.Series.Source) },
	},
	{
		id: "counted", title: "Counted",
		code:  func(f *Figure) Code { return Code{ID: f.Series.Counted.ID, Label: f.Series.Counted.Many} },
		place: func(p *Package, f *Figure) int { return slices.Index(p.Counted, f.Series.Counted) },
	},
	{
		id: "series", title: "Series",
		code:  seriesCode,
		drawn: seriesCode,
		place: func(p *Package, f *Figure) int { return slices.Index(p.Series, f.Series) },
	},
	{
		id: "year", title: "Year",
		code: func(f *Figure) Code { return f.Year },
	},
}

func seriesCode(f *Figure) Code { return Code{ID: f.Series.ID, Label: f.Series.Title} }

// attributeOf is the attribute of a name, or nil.
func attributeOf(id string) *attribute {
	for i := range attributes {
		if attributes[i].id == id {
			return &attributes[i]
		}
	}
	return nil
}

// Attributes are the names of all attributes.
func Attributes() []string {
	var list []string
	for _, a := range attributes {
		list = append(list, a.id)
	}
	return list
}

// DrawnAttributes are the names of those that a channel may show.
func DrawnAttributes() []string {
	var list []string
	for _, a := range attributes {
		if a.drawn != nil {
			list = append(list, a.id)
		}
	}
	return list
}
