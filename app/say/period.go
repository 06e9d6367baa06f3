package say

import (
	"factframe/app/text"
	"factframe/data"
)

// When says the period of a figure, in the document's words where its dates
// were worked out from them.
func When(f *data.Figure) string {
	switch p := f.Period; {
	case !p.Known() && p.Text != "" && p.Text != notStated:
		return p.Text
	case !p.Known():
		return text.NoPeriod
	case p.Known() && p.Text != "":
		return text.Period(p.Start, p.End) + " (" + p.Text + ")"
	default:
		return text.Period(p.Start, p.End)
	}
}

// notStated is the period_text of a figure whose document gives no period.
const notStated = "not stated"

func Year(f *data.Figure) string {
	if !f.Period.Known() {
		return When(f)
	}
	return f.Year.Label
}
