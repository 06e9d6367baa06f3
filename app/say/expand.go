package say

import (
	"factframe/data"
)

// Expand writes the figures that a text of the package names in braces.
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
