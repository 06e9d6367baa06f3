package data

// Figure is one number of the package, printed or calculated, with all that a
// reader needs to judge it.
type Figure struct {
	ID         string
	Name       string // what is counted, as it stands alone: in a row, a search, a citation
	Label      string // the same as it stands after the number; of a change, with "more" or "fewer"; empty where Name alone says it
	Series     *Series
	Unit       *Unit
	Codes      map[string]string // dimension → code
	Period     Period
	PeriodName Code // names the period

	Value   *Amount // nil is missing, never zero
	Percent *Amount // share of Base; nil when neither printed nor computable
	Printed string  // the value as the document prints it
	Status  Status

	PercentPrinted bool
	Base           *Figure
	BaseNotPrinted bool    // a share whose total the document does not print: never computed with
	Restates       *Figure // one number, told twice
	MayRestate     *Figure

	Quote, Note string

	Formula  Formula // empty for a printed figure
	Inputs   []*Figure
	Decimals int     // to show, of what is calculated
	Added    int     // of how many records it is the sum
	ShownTo  float64 // the step that the value is rounded to on screen; 0 for none
}

// Status is an SDMX OBS_STATUS code.
type Status string

const (
	Normal  Status = "A"
	Missing Status = "O"
)

// Statuses are the codes that a package may use.
var Statuses = []string{"A", "B", "D", "E", "L", "M", "O", "P", "Q", "U"}

// Calculated reports whether the figure was computed, not printed.
func (f *Figure) Calculated() bool { return f.Formula != "" }

// Measure returns the amount of a figure in the unit asked for, or nil. Only a
// share of a base has two: its count and its percentage.
func (f *Figure) Measure(unit *Unit) *Amount {
	if unit == Percent && f.Unit.HasShares() {
		return f.Percent
	}
	return f.Value
}

// Natural returns the amount that the figure itself states, with its unit: the
// printed percentage where no count is printed.
func (f *Figure) Natural() (*Amount, *Unit) {
	if f.Value == nil && f.Percent != nil {
		return f.Percent, Percent
	}
	return f.Value, f.Unit
}

// Code returns the figure's code in a dimension, or in one of the attributes
// that every figure has.
func (f *Figure) Code(dimension string) string {
	if a := AttributeOf(dimension); a != nil {
		return a.Code(f).ID
	}
	return f.Codes[dimension]
}

// Cell tells the figures of a series apart: those with the same one would be
// drawn in one place.
func (f *Figure) Cell() string {
	s := f.Series.ID + " " + f.PeriodName.ID
	for _, d := range f.Series.Dimensions {
		s += " " + f.Codes[d.ID]
	}
	return s
}
