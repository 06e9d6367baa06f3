package say

import (
	"factframe/data"
)

// Expand replaces the figures that a text names in braces with their values.
func Expand(p *data.Package, s string) string {
	return data.Expand(s, func(id, form string) string {
		f := p.Figure(id)
		if f == nil {
			return ""
		}
		switch form {
		case "range":
			return Of(f).Range()
		case "percent":
			return Amount(f, f.Percent, data.Percent).Long()
		}
		return Of(f).Long()
	})
}
