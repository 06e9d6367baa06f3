package data

import "factframe/app/text"

// Unit is what a value is measured in. Units with different ids are different: for
// example, money in the prices of two years, or rates per two different bases.
type Unit struct {
	ID         string
	Kind       UnitKind
	Title      string // what distinguishes it from other units: "pounds in prices of 2020"
	text.Forms        // next to a number in a sentence, if it has no prefix or suffix

	Prefix, Suffix string // next to a number: "£", " bn"
	Decimals       int    // the minimum; a source that prints more keeps them

	ZeroIsNothing bool // so that a bar may be drawn from zero
	AddsUp        bool
	Per           string // for a rate: "100,000 people"
	Base          string // for an index or money: "2015 = 100", "prices of 2020"
}

// Units that every package has. Their words are in package text.
var (
	Count         = &Unit{ID: "count", Kind: CountKind, ZeroIsNothing: true, AddsUp: true}
	Percent       = &Unit{ID: "percent", Kind: ShareKind, Suffix: "%", ZeroIsNothing: true}
	PercentChange = &Unit{ID: "percent_change", Kind: ChangeKind, Suffix: "%", ZeroIsNothing: true}
	PerDay        = &Unit{ID: "per_day", Kind: RateKind, ZeroIsNothing: true, Per: "day"}
	Years         = &Unit{ID: "years", Kind: AgeKind}
	Fraction      = &Unit{ID: "fraction", Kind: ShareKind, ZeroIsNothing: true} // 0 to 1
	Times         = &Unit{ID: "times", Kind: RateKind}                          // for calculated figures only
)

// StandardUnits are the units that a package may use without defining them.
var StandardUnits = []*Unit{Count, Percent, PercentChange, PerDay, Years, Fraction}

// Unit returns the standard or package unit with this id, or nil.
func (p *Package) Unit(id string) *Unit {
	of := func(u *Unit) string { return u.ID }
	if u := find(StandardUnits, id, of); u != nil {
		return u
	}
	return find(p.Units, id, of)
}

// HasShares reports whether values in this unit can be parts of a total, so that
// they have a percentage too.
func (u *Unit) HasShares() bool { return u.AddsUp }

// MayBeNegative reports whether values below zero make sense.
func (u *Unit) MayBeNegative() bool { return u.Kind.Traits().Negative && u != PerDay }
