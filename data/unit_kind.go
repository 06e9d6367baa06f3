package data

// UnitKind is a kind of quantity, such as "count" or "rate".
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

// KindTraits describe a kind of unit to rules, charts and sentences. A package's unit
// can override AddsUp and ZeroIsNothing.
type KindTraits struct {
	Things        bool // it counts things: "three times as many" makes sense, and small numbers make a change misleading
	Quantity      bool // it measures an amount: "three times as much" makes sense
	Part          bool // it is a part of a whole, which is 100 per cent
	Change        bool // its values are changes and have a sign
	Age           bool // it is shown on an axis of ages
	Negative      bool // values below zero make sense
	AddsUp        bool
	ZeroIsNothing bool // so that a bar may be drawn from zero
}

// unitKinds lists all kinds. The first is the default.
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

// Traits returns the traits of a kind, which are zero if the kind does not exist.
func (k UnitKind) Traits() KindTraits {
	for _, each := range unitKinds {
		if each.UnitKind == k {
			return each.KindTraits
		}
	}
	return KindTraits{}
}

// UnitKinds returns the names of all kinds, in the order of the reference.
func UnitKinds() []string {
	var list []string
	for _, each := range unitKinds {
		list = append(list, string(each.UnitKind))
	}
	return list
}
