package text

import (
	"math"
	"strings"
)

// Amount is a number as the widget says it: with its unit and how exactly it
// is known. The words for Qualifier and Unit are those of the data package.
type Amount struct {
	Missing    bool
	Number     float64
	Low, High  float64 // ±Inf where open
	Qualifier  string
	Unit       string
	Calculated bool
	Decimals   int
}

// Short writes the amount for a chart, a table or a card: "about 716", "6%",
// "more than 6 a day".
func (a Amount) Short() string {
	if a.Missing {
		return NotPrinted
	}
	if a.Unit == "percent_change" {
		return a.change("%")
	}
	return a.qualifier() + a.bare("%")
}

// Long writes the amount for a sentence: "about 716", "6 per cent".
func (a Amount) Long() string {
	if a.Missing {
		return "a number that is " + NotPrinted
	}
	if a.Unit == "percent_change" {
		return a.change(" per cent")
	}
	return a.qualifier() + a.bare(" per cent")
}

// Bare writes the number without its qualifier, as it stands before what is
// counted, whose words say the rest: "6" of "investigations a day", "131%" of
// "more children".
func (a Amount) Bare() string {
	switch {
	case a.Missing:
		return Capital(NotPrinted)
	case a.Unit == "percent_change":
		return Number(math.Abs(a.Number), a.Decimals) + "%"
	case a.Unit == "per_day":
		return Number(a.Number, a.Decimals)
	case a.Unit == "times":
		return Number(a.Number, a.Decimals) + " times"
	}
	return a.bare("%")
}

// Leading is Bare with its qualifier: "more than 6".
func (a Amount) Leading() string {
	if a.Missing {
		return NotPrinted
	}
	return a.qualifier() + a.Bare()
}

func (a Amount) bare(percent string) string {
	switch a.Unit {
	case "percent":
		return Number(a.Number, a.Decimals) + percent
	case "per_day":
		return Number(a.Number, a.Decimals) + " a day"
	case "years":
		return Number(a.Number, a.Decimals) + " years"
	case "times":
		return "×" + Number(a.Number, a.Decimals)
	case "fraction":
		return fraction(a.Number)
	}
	return Number(a.Number, a.Decimals)
}

func fraction(n float64) string {
	for denominator, name := range map[int]string{2: "one half", 3: "one third", 4: "one quarter", 5: "one fifth"} {
		if math.Abs(n*float64(denominator)-1) < 1e-9 {
			return name
		}
	}
	return Number(100*n, 0) + "%"
}

func (a Amount) change(percent string) string {
	word := "a rise of "
	if a.Number < 0 {
		word = "a fall of "
	}
	return word + a.qualifier() + Number(math.Abs(a.Number), a.Decimals) + percent
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

// Range writes the bounds that rounding or an estimate leaves, "126 to 148",
// or nothing where there are none.
func (a Amount) Range() string {
	if a.Missing || a.Low >= a.High || math.IsInf(a.Low, 0) || math.IsInf(a.High, 0) || a.Qualifier == "less_than" || a.Unit == "percent_change" && a.Qualifier == "more_than" {
		return ""
	}
	decimals := a.Decimals
	if a.Low != math.Trunc(a.Low) || a.High != math.Trunc(a.High) {
		decimals = max(1, decimals)
	}
	return Number(a.Low, decimals) + " to " + Number(a.High, decimals)
}
