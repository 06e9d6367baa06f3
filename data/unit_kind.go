package data

// UnitKind is the name of a sort of number that a unit makes.
type UnitKind string

const (
	CountKind  UnitKind = "count"
	AmountKind UnitKind = "amount"
	RateKind   UnitKind = "rate"
	ShareKind  UnitKind = "share" // of a whole
	IndexKind  UnitKind = "index"
	ChangeKind UnitKind = "change"
	AgeKind    UnitKind = "age"  // in years
	SpanKind   UnitKind = "span" // of time
)

// KindTraits are what rules, pictures and sentences go by. What a unit of a package
// says of itself stands before AddsUp and ZeroIsNothing.
type KindTraits struct {
	Things        bool // it counts things: there are times as many, and few of them make a change misleading
	Quantity      bool // it measures how much there is: there is times as much
	Part          bool // of a whole, of which there are 100 per cent
	Change        bool // its values have a sign
	Age           bool // it is a place on an axis of ages
	Negative      bool // less than zero makes sense
	AddsUp        bool
	ZeroIsNothing bool // so that a bar may be drawn from zero
}

// unitKinds has a line for each kind; the first is meant where a unit has none.
var unitKinds = []struct {
	UnitKind
	KindTraits
}{
	{CountKind, KindTraits{Things: true, AddsUp: true, ZeroIsNothing: true}},
	{AmountKind, KindTraits{Quantity: true, Negative: true, AddsUp: true, ZeroIsNothing: true}},
	{RateKind, KindTraits{Negative: true, ZeroIsNothing: true}},
	{ShareKind, KindTraits{Part: true, ZeroIsNothing: true}},
	{IndexKind, KindTraits{Negative: true}},
	{ChangeKind, KindTraits{Change: true, Negative: true, ZeroIsNothing: true}},
	{AgeKind, KindTraits{Age: true}},
	{SpanKind, KindTraits{AddsUp: true, ZeroIsNothing: true}},
}

// Traits are those of a kind; one that there is none of has none.
func (k UnitKind) Traits() KindTraits {
	for _, each := range unitKinds {
		if each.UnitKind == k {
			return each.KindTraits
		}
	}
	return KindTraits{}
}

// UnitKinds are the names of all kinds, in the order of the reference.
func UnitKinds() []string {
	var list []string
	for _, each := range unitKinds {
		list = append(list, string(each.UnitKind))
	}
	return list
}
