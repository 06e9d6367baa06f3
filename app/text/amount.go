package text

import "math"

// Amount is a number with its unit and precision, to be written in a language. Its methods
// do not change it; they take a pointer because it is large. Qualifier is a qualifier of
// package data.
type Amount struct {
	In         *Language
	Missing    bool
	Number     float64
	Low, High  float64 // ±Inf where open
	Qualifier  string
	Unit       Unit
	Calculated bool
	Decimals   int
}

// Unit says what is written around a number, by the place where it appears.
type Unit struct {
	Beside      Signs // a mark or in a table: "£2", "6%", "6 a day"
	InWords     Signs // a sentence: "6 per cent"
	BeforeLabel Signs // the words of what is counted, which may include the unit: "6" of "investigations a day"
	Forms       Forms // the suffixes of a unit in words, such as " tonne" and " tonnes"; that of decimals is the suffix above
	Once        bool  // the picture shows the unit once, and its marks only numbers
	Form        Form
}

// Signs are what is written before and after a number.
type Signs struct{ Prefix, Suffix string }

// Form is how the number of a unit is written.
type Form int

const (
	Plain   Form = iota
	Signed       // with a plus for a rise
	Risen        // as a rise or a fall
	Divided      // as a fraction of one
)

// Short writes the amount for a table, a card or a list: "about 716", "6%",
// "more than 6 a day".
func (a *Amount) Short() string {
	if a.Missing {
		return a.In.Say("amount.missing")
	}
	return a.full(a.counted(a.Unit.Beside))
}

// Drawn writes the amount beside a mark: a change has its sign, and a unit that the
// picture shows once is left out.
func (a *Amount) Drawn() string {
	drawn := *a
	if a.Unit.Form == Risen {
		drawn.Unit.Form = Signed
	}
	if a.Unit.Once {
		drawn.Unit.Beside = Signs{}
	}
	return drawn.Short()
}

// Long writes the amount for a sentence: "about 716", "6 per cent".
func (a *Amount) Long() string {
	if a.Missing {
		return a.In.Say("amount.missing.sentence")
	}
	return a.full(a.counted(a.Unit.InWords))
}

func (a *Amount) full(signs Signs) string {
	if a.Unit.Form != Risen {
		return a.qualified(a.with(signs))
	}
	key := "amount.rise"
	switch {
	case a.Number < 0:
		key = "amount.fall"
	case a.Number == 0:
		key = "amount.change"
	}
	return a.In.Fill(key, "amount", a.qualified(a.In.Number(math.Abs(a.Number), a.Decimals)+signs.Suffix))
}

// Bare writes the number without its qualifier, before the words for what is
// counted, which may include the unit: "6" of "investigations a day", "131%" of
// "more children".
func (a *Amount) Bare() string {
	switch {
	case a.Missing:
		return a.In.Say("amount.missing.alone")
	case a.Unit.Form == Risen:
		return a.In.Number(math.Abs(a.Number), a.Decimals) + a.Unit.BeforeLabel.Suffix
	}
	return a.with(a.counted(a.Unit.BeforeLabel))
}

// counted replaces the suffix of a unit in words by the form that goes with the number.
func (a *Amount) counted(signs Signs) Signs {
	if forms := &a.Unit.Forms; a.Decimals == 0 && signs.Suffix != "" && signs.Suffix == forms.in("other") {
		signs.Suffix = forms.Of(a.In, int(math.Round(a.Number)))
	}
	return signs
}

// Leading is Bare with its qualifier: "more than 6".
func (a *Amount) Leading() string {
	if a.Missing {
		return a.In.Say("amount.missing")
	}
	return a.qualified(a.Bare())
}

// with writes the number between its signs; a minus comes before both.
func (a *Amount) with(signs Signs) string {
	if a.Unit.Form == Divided {
		return a.In.Fraction(a.Number)
	}
	number, sign := a.In.Number(math.Abs(a.Number), a.Decimals), ""
	switch {
	case a.Number < 0 && number != a.In.Number(0, a.Decimals):
		sign = a.In.or().minus
	case a.Number > 0 && a.Unit.Form == Signed:
		sign = a.In.or().plus
	}
	return sign + signs.Prefix + number + signs.Suffix
}

// Word is the qualifier as a label over a number, such as "more than". It is empty
// for a number that is simply what was printed.
func (a *Amount) Word() string {
	switch {
	case a.Missing:
		return ""
	case a.Calculated && a.Qualifier == "exact":
		return a.In.Say("calculated")
	case a.Qualifier == "rounded":
		return a.In.Say("rounded")
	}
	return a.Before()
}

// Before is the qualifier alone, such as "about", as Drawn writes it beside the number.
func (a *Amount) Before() string {
	key := a.qualifier()
	if a.Missing || key == "" {
		return ""
	}
	return a.In.Say(key + ".word")
}

func (a *Amount) qualified(number string) string {
	if key := a.qualifier(); key != "" {
		return a.In.Fill(key, "amount", number)
	}
	return number
}

// qualifier is the key of the qualifier's entry, or "" where it has none.
func (a *Amount) qualifier() string {
	switch a.Qualifier {
	case "more_than":
		if a.Number < 0 && a.Unit.Form != Risen {
			return "qualifier.below" // a fall of more than that
		}
		return "qualifier.more_than"
	case "about", "at_least", "less_than", "average":
		return "qualifier." + a.Qualifier
	}
	return ""
}

// Range writes the bounds that rounding, an interval or an estimate leaves,
// "126 to 148", or nothing where there are none.
func (a *Amount) Range() string { return a.bounds("range") }

// Between writes the bounds for a sentence: "between 126 and 148".
func (a *Amount) Between() string { return a.bounds("range.between") }

func (a *Amount) bounds(key string) string {
	if !a.HasRange() {
		return ""
	}
	decimals := a.BoundDecimals()
	return a.In.Fill(key, "low", a.In.Number(a.Low, decimals), "high", a.In.Number(a.High, decimals))
}

// HasRange reports whether the bounds of an amount are shown.
func (a *Amount) HasRange() bool {
	open := math.IsInf(a.Low, 0) || math.IsInf(a.High, 0)
	fall := a.Unit.Form == Risen && a.Qualifier == "more_than"
	return !a.Missing && a.Low < a.High && !open && a.Qualifier != "less_than" && !fall
}

// mostBoundDecimals is how many decimals the bounds of a printed number may need
// beyond its own.
const mostBoundDecimals = 12

// BoundDecimals returns how many decimals both bounds are shown with: those that
// they need, but of a calculated amount one more than its number has at most.
func (a *Amount) BoundDecimals() int {
	most := a.Decimals + mostBoundDecimals
	if a.Calculated {
		most = a.Decimals + 1
	}
	for decimals := a.Decimals; decimals < most; decimals++ {
		if whole(a.Low, decimals) && whole(a.High, decimals) {
			return decimals
		}
	}
	return most
}

// whole reports whether a number needs no more than the given decimals.
func whole(n float64, decimals int) bool {
	if math.IsInf(n, 0) {
		return true // it is not written
	}
	n *= math.Pow10(decimals)
	const slack = 8 * 2.3e-16 // of what binary fractions add
	return math.Abs(n-math.Round(n)) <= max(1e-9, slack*math.Abs(n))
}
