package datatest

import (
	"fmt"
	"strconv"
)

// mostCorrected is the largest generated table of which figures are corrected.
const mostCorrected = 20

// corrected adds where readers report an error, and corrections of figures. It comes last,
// so that it does not change what else is generated.
func (m *maker) corrected() {
	if m.chance("contact", 30) {
		m.own["contact"] = pick(m, "contact", "figures@example.org", "https://example.org/errors?figure={figure}")
	}
	if len(m.observations) > mostCorrected || !m.chance("corrections", 30) {
		return
	}
	for _, f := range m.observations {
		if f["value"] == nil || !m.chance("corrected", 20) {
			continue
		}
		m.add("corrections", object{"date": pick(m, "date", "2024-03-05", "2025-11-30"), "figure": f["id"],
			"before": pick(m, "before", "one", "12 <b>", "“12”"), "after": plain(f["value"]), "why": m.sentence("why")})
	}
}

// plain writes the value of an observation without an exponent.
func plain(value any) string {
	if n, ok := value.(float64); ok {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}
