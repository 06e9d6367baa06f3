package data

import "math"

// Figure is one number of the package, printed or calculated, with all that a
// reader needs to judge it.
type Figure struct {
	ID     string
	Name   string // what is counted, as it stands alone: in a row, a search, a citation
	Label  string // the same as it stands after the number; of a change, with "more" or "fewer"; empty where Name alone says it
	Series *Series
	Unit   *Unit
	Codes  map[string]string // dimension → code
	Period Period
	Year   Code // names the period

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

// Qualifier says how a number is meant.
type Qualifier string

const (
	Exact     Qualifier = "exact"
	Rounded   Qualifier = "rounded"
	About     Qualifier = "about"
	Average   Qualifier = "average"
	MoreThan  Qualifier = "more_than" // of a fall: a fall of more than
	AtLeast   Qualifier = "at_least"
	LessThan  Qualifier = "less_than"
	AsPrinted Qualifier = "as_printed" // no qualifier printed, though the number may be round
)

// Amount is a number and how exactly it is known.
type Amount struct {
	Number    float64
	Low, High float64 // bounds, both Number when it is exact; ±Inf where open
	Qualifier Qualifier
	Decimals  int // as the source prints it
}

// IsRange reports whether rounding or an estimate leaves a range of values.
func (a Amount) IsRange() bool { return a.Low < a.High && !a.IsOpen() }

// IsOpen reports whether the amount has no bound on one side.
func (a Amount) IsOpen() bool { return math.IsInf(a.Low, 0) || math.IsInf(a.High, 0) }

// NewAmount gives a printed number the bounds that its qualifier and the step
// of its rounding (0 when not rounded) leave.
func NewAmount(number, step float64, q Qualifier, unit *Unit) Amount {
	a := Amount{Number: number, Low: number - step/2, High: number + step/2, Qualifier: q}
	switch {
	case q == MoreThan && number < 0:
		a.Low, a.High = math.Inf(-1), number
		if unit == PercentChange {
			a.Low = -100
		}
	case q == MoreThan || q == AtLeast:
		a.Low, a.High = number, math.Inf(1)
	case q == LessThan && !unit.MayBeNegative():
		a.Low, a.High = 0, number
	case q == LessThan:
		a.Low, a.High = math.Inf(-1), number
	}
	return a
}

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
	if a := attributeOf(dimension); a != nil {
		return a.code(f).ID
	}
	return f.Codes[dimension]
}
