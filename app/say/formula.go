package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// Formula writes a calculation with its numbers: "2,287 − 1,434 − about 137".
func Formula(f *data.Figure) string {
	if !f.Calculated() {
		return ""
	}
	in := make([]string, len(f.Inputs))
	for i, input := range f.Inputs {
		in[i] = Of(input).Short()
		if f.Formula == data.PercentSum {
			in[i] = Amount(input, input.Percent, data.Percent).Short()
		}
	}
	if len(in) == 0 {
		return "the sum of published counts"
	}
	switch f.Formula {
	case data.Sum, data.PercentSum:
		return strings.Join(in, " + ")
	case data.Difference:
		return strings.Join(in, " − ")
	case data.PerDayOf:
		return in[0] + " ÷ " + text.Of(f.Inputs[0].Period.Days(), "day", "days")
	case data.Share:
		return in[0] + " ÷ " + in[1] + " × 100"
	case data.PercentOf:
		return in[0] + " of " + in[1]
	case data.BeforeChange:
		return in[0] + " ÷ (1 + " + text.Number(f.Inputs[1].Value.Number, 0) + "%)"
	}
	return in[0] + " ÷ " + in[1]
}
