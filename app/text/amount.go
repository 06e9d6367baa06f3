package text

import (
	"math"
	"strings"
)

// Amount is a number as the widget says it: with its unit and how exactly it
// is known. The words for Qualifier are those of the data package.
type Amount struct {
	Missing    bool
	Number     float64
	Low, High  float64 // ±Inf where open
	Qualifier  string
	Unit       Unit
	Calculated bool
	Decimals   int
}

// Unit is how a unit stands around a number, by the place where it is written.
type Unit struct {
	Beside      Signs  // a mark or in a table: "£2", "6%", "6 a day"
	InWords     Signs  // a sentence: "6 per cent"
	BeforeLabel Signs  // the words of what is counted, which may say the rest: "6" of "investigations a day"
	One         string // in place of the suffix of words after the number 1: " tonne"; empty where nothing differs
	Once        bool   // the picture shows the unit once, and its marks only numbers
	Form        Form
}

// Signs stand around a number.
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
func (a Amount) Short() string {
	if a.Missing {
		return NotPrinted
	}
	return a.full(a.Unit.Beside)
}

// Drawn writes the amount beside a mark: a change has its sign, and a unit that the
// picture shows once is left out.
func (a Amount) Drawn() string {
	if a.Unit.Form == Risen {
		a.Unit.Form = Signed
	}
	if a.Unit.Once {
		a.Unit.Beside = Signs{}
	}
	return a.Short()
}

// Before is the word that Drawn writes before the number, such as "about".
func (a Amount) Before() string {
	if a.Missing {
		return ""
	}
	return strings.TrimSpace(a.qualifier())
}

// Long writes the amount for a sentence: "about 716", "6 per cent".
func (a Amount) Long() string {
	if a.Missing {
		return "a number that is " + NotPrinted
	}
	return a.full(a.Unit.InWords)
}

func (a Amount) full(signs Signs) string {
	if signs == a.Unit.InWords {
		signs = a.singular(signs)
	}
	if a.Unit.Form == Risen {
		word := "a rise of "
		switch {
		case a.Number < 0:
			word = "a fall of "
		case a.Number == 0:
			word = "a change of "
		}
		return word + a.qualifier() + Number(math.Abs(a.Number), a.Decimals) + signs.Suffix
	}
	return a.qualifier() + a.with(signs)
}

// Bare writes the number without its qualifier, as it stands before what is
// counted, whose words say the rest: "6" of "investigations a day", "131%" of
// "more children".
func (a Amount) Bare() string {
	switch {
	case a.Missing:
		return Capital(NotPrinted)
	case a.Unit.Form == Risen:
		return Number(math.Abs(a.Number), a.Decimals) + a.Unit.BeforeLabel.Suffix
	}
	return a.with(a.singular(a.Unit.BeforeLabel))
}

// singular gives the number 1 the word for one.
func (a Amount) singular(signs Signs) Signs {
	if a.Unit.One != "" && Number(math.Abs(a.Number), a.Decimals) == "1" {
		signs.Suffix = a.Unit.One
	}
	return signs
}

// Leading is Bare with its qualifier: "more than 6".
func (a Amount) Leading() string {
	if a.Missing {
		return NotPrinted
	}
	return a.qualifier() + a.Bare()
}

// with writes the number between its signs; a minus stands before both.
func (a Amount) with(signs Signs) string {
	if a.Unit.Form == Divided {
		return Fraction(a.Number)
	}
	sign := ""
	switch {
	case a.Number < 0 && Number(a.Number, a.Decimals) != "−"+Number(0, a.Decimals):
		sign = "−"
	case a.Number > 0 && a.Unit.Form == Signed:
		sign = "+"
	}
	return sign + signs.Prefix + Number(math.Abs(a.Number), a.Decimals) + signs.Suffix
}

// Fraction is a part of one in words, or empty where there is no common word.
func Fraction(n float64) string {
	for i, name := range []string{"one half", "one third", "one quarter", "one fifth"} {
		if math.Abs(n*float64(i+2)-1) < 1e-9 {
			return name
		}
	}
	return ""
}

// Word says the qualifier as a label over a number, such as "more than". It is
// empty where a number is simply what was printed: the receipt says how.
func (a Amount) Word() string {
	switch {
	case a.Missing:
		return ""
	case a.Calculated && a.Qualifier == "exact":
		return Calculated
	case a.Qualifier == "rounded":
		return "rounded"
	}
	return strings.TrimSpace(a.qualifier())
}

func (a Amount) qualifier() string {
	switch a.Qualifier {
	case "about":
		return "about "
	case "more_than":
		if a.Number < 0 && a.Unit.Form != Risen {
			return "below " // a fall of more than that
		}
		return "more than "
	case "at_least":
		return "at least "
	case "less_than":
		return "less than "
	case "average":
		return "on average "
	}
	return ""
}

// Range writes the bounds that rounding, an interval or an estimate leaves,
// "126 to 148", or nothing where there are none.
func (a Amount) Range() string {
	if !a.HasRange() {
		return ""
	}
	decimals := a.BoundDecimals()
	return Number(a.Low, decimals) + " to " + Number(a.High, decimals)
}

// HasRange reports whether the bounds of an amount are shown.
func (a Amount) HasRange() bool {
	open := math.IsInf(a.Low, 0) || math.IsInf(a.High, 0)
	fall := a.Unit.Form == Risen && a.Qualifier == "more_than"
	return !a.Missing && a.Low < a.High && !open && a.Qualifier != "less_than" && !fall
}

// mostBoundDecimals is how many decimals the bounds of a printed number may need
// beyond its own.
const mostBoundDecimals = 12

// BoundDecimals returns how many decimals both bounds are shown with: those that
// they need, but of a calculated amount one more than its number has at most.
func (a Amount) BoundDecimals() int {
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

// whole reports whether a number needs no more than so many decimals.
func whole(n float64, decimals int) bool {
	if math.IsInf(n, 0) {
		return true // it is not written
	}
	n *= math.Pow10(decimals)
	const slack = 8 * 2.3e-16 // of what binary fractions add
	return math.Abs(n-math.Round(n)) <= max(1e-9, slack*math.Abs(n))
}
