package data

import "factframe/app/text"

// Figure is one number of the package, printed or calculated, with everything a
// reader needs to judge it.
type Figure struct {
	ID         string
	Name       string // what is counted; must make sense by itself, in a table row, search result or citation
	Label      string // what is counted, written after the number; for a change with "more" or "fewer"; empty if only Name works
	Series     *Series
	Unit       *Unit
	Codes      map[string]string // dimension → code
	Period     Period
	PeriodName Code // the period's id and label

	Value   *Amount // nil is missing, never zero
	Percent *Amount // share of Base; nil if neither printed nor computable
	Printed string  // the value as printed in the document
	Status  Status

	PercentPrinted bool
	Base           *Figure
	BaseNotPrinted bool    // a share whose total is not printed, so nothing is computed from it
	Restates       *Figure // the figure that has the same number in other words
	MayRestate     *Figure

	Quote, Note string

	Formula  Formula // empty for a printed figure
	Inputs   []*Figure
	Decimals int     // decimals to show, for a calculated figure
	Added    int     // how many records were summed
	ShownTo  float64 // the step to which the value is rounded on screen; 0 for no rounding
}

// Status is an SDMX OBS_STATUS code.
type Status string

const (
	Normal  Status = "A"
	Missing Status = "O"
)

// Statuses lists the codes that a package may use.
var Statuses = []string{"A", "B", "D", "E", "L", "M", "O", "P", "Q", "U"}

// Words is the language in which the figure is written.
func (f *Figure) Words() *text.Language {
	if f == nil || f.Series == nil {
		return nil
	}
	return f.Series.Words
}

// Calculated reports whether the figure was calculated rather than printed.
func (f *Figure) Calculated() bool { return f.Formula != "" }

// Measure returns the figure's amount in this unit, or nil. Only a share of a base
// has two amounts: its count and its percentage.
func (f *Figure) Measure(unit *Unit) *Amount {
	if unit == Percent && f.Unit.HasShares() {
		return f.Percent
	}
	return f.Value
}

// Natural returns the amount that the source states, with its unit: the printed
// percentage if no count is printed.
func (f *Figure) Natural() (*Amount, *Unit) {
	if f.Value == nil && f.Percent != nil {
		return f.Percent, Percent
	}
	return f.Value, f.Unit
}

// Code returns the id of the figure's code in a dimension or attribute.
func (f *Figure) Code(dimension string) string {
	if a := AttributeOf(dimension); a != nil {
		return a.Code(f).ID
	}
	return f.Codes[dimension]
}

// Cell identifies a figure within its series. Figures with the same cell would be
// drawn in the same place.
func (f *Figure) Cell() string {
	s := f.Series.ID + " " + f.PeriodName.ID
	for _, d := range f.Series.Dimensions {
		s += " " + f.Codes[d.ID]
	}
	return s
}
