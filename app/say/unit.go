package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
)

// written is how the units that every package has stand around a number.
var written = map[*data.Unit]text.Unit{
	data.Count:         {},
	data.Percent:       percent,
	data.PercentChange: {Beside: percent.Beside, InWords: percent.InWords, BeforeLabel: percent.Beside, Form: text.Risen},
	data.PerDay:        {Beside: text.Signs{Suffix: " a day"}, InWords: text.Signs{Suffix: " a day"}},
	data.Years:         everywhere(text.Signs{Suffix: " years"}),
	data.Fraction:      {Form: text.Divided},
	data.Times:         {Beside: text.Signs{Prefix: "×"}, InWords: text.Signs{Prefix: "×"}, BeforeLabel: text.Signs{Suffix: " times"}},
}

var percent = text.Unit{Beside: text.Signs{Suffix: "%"}, InWords: text.Signs{Suffix: " per cent"}, BeforeLabel: text.Signs{Suffix: "%"}}

func everywhere(s text.Signs) text.Unit { return text.Unit{Beside: s, InWords: s, BeforeLabel: s} }

// Unit is how a unit is written. One without a sign is said in words in a
// sentence; the label of a figure says it where one follows.
func Unit(u *data.Unit) text.Unit {
	if w, found := written[u]; found || u == nil {
		return w
	}
	w := everywhere(text.Signs{Prefix: u.Prefix, Suffix: u.Suffix})
	if strings.TrimSpace(u.Suffix) == "%" {
		w.InWords.Suffix = " per cent"
	}
	if u.Prefix == "" && u.Suffix == "" && u.Many != "" {
		w.InWords.Suffix = " " + u.Many
	}
	if u.Kind == data.ChangeKind {
		w.Form = text.Signed
	}
	return w
}

// UnitName names a unit as a choice between measures does.
func UnitName(u *data.Unit) string {
	switch {
	case u == data.Percent:
		return text.PerCent
	case u.Kind == data.CountKind:
		return text.CountWord
	case u.Kind == data.AmountKind:
		return text.AmountWord
	}
	return text.Value
}
