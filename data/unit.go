package data

// Unit is what a value is measured in. Units are told apart by their ids: money
// in the prices of two years, or rates per two different bases, are two units.
type Unit struct {
	ID    string
	Kind  UnitKind
	Title string // what tells it from another: "pounds in prices of 2020"
	One   string // beside a number in a sentence, where it has neither prefix nor suffix
	Many  string

	Prefix, Suffix string // beside a number: "£", " bn"
	Decimals       int    // at least so many; a source that prints more keeps them

	ZeroIsNothing bool // so that a bar may be drawn from zero
	AddsUp        bool
	Per           string // of a rate: "100,000 people"
	Base          string // of an index or of money: "2015 = 100", "prices of 2020"
}

// Units that every package has.
var (
	Count         = &Unit{ID: "count", Kind: CountKind, Title: "a count", ZeroIsNothing: true, AddsUp: true}
	Percent       = &Unit{ID: "percent", Kind: ShareKind, Title: "a percentage", Suffix: "%", ZeroIsNothing: true}
	PercentChange = &Unit{ID: "percent_change", Kind: ChangeKind, Title: "a change in per cent", Suffix: "%", ZeroIsNothing: true}
	PerDay        = &Unit{ID: "per_day", Kind: RateKind, Title: "a number a day", Suffix: " a day", ZeroIsNothing: true, Per: "day"}
	Years         = &Unit{ID: "years", Kind: AgeKind, Title: "an age", Suffix: " years"}
	Fraction      = &Unit{ID: "fraction", Kind: ShareKind, Title: "a share", ZeroIsNothing: true} // 0 to 1
	Times         = &Unit{ID: "times", Kind: RateKind, Title: "a ratio", Prefix: "×"}             // only ever calculated
)

// StandardUnits are those that a package may name without defining them.
var StandardUnits = []*Unit{Count, Percent, PercentChange, PerDay, Years, Fraction}

// Unit returns the unit of that id, the package's own or one that every package
// has, or nil.
func (p *Package) Unit(id string) *Unit {
	of := func(u *Unit) string { return u.ID }
	if u := find(StandardUnits, id, of); u != nil {
		return u
	}
	return find(p.Units, id, of)
}

// HasShares reports whether a value in this unit may be a part of a total, and
// then has a percentage beside it.
func (u *Unit) HasShares() bool { return u.AddsUp }

// MayBeNegative reports whether less than zero makes sense.
func (u *Unit) MayBeNegative() bool { return u.Kind.Traits().Negative && u != PerDay }
