package load

import (
	"strings"

	"factframe/data"
)

// unit reads a unit that the package defines.
func (l *loader) unit(r row) *data.Unit {
	u := &data.Unit{
		ID: r.required("id"), Kind: data.UnitKind(r.choice("kind", data.UnitKinds()...)), Title: r.text("title"),
		One: r.text("one"), Many: r.text("many"), Prefix: r.sign("prefix"), Suffix: r.sign("suffix"),
		Per: r.text("per"), Base: r.text("base"),
	}
	u.Decimals = r.decimals("decimals")
	u.AddsUp = r.flagOr("adds_up", u.Kind.Traits().AddsUp)
	u.ZeroIsNothing = r.flagOr("zero_is_nothing", u.Kind.Traits().ZeroIsNothing)
	if u.One == "" {
		u.One = u.Many
	}
	if u.Title == "" {
		u.Title = described(u)
	}
	return u
}

// described returns a title for a unit that has none, from its other fields.
func described(u *data.Unit) string {
	s := u.Many
	if s == "" {
		s = string(u.Kind)
		for _, sign := range []string{u.Prefix, u.Suffix} {
			if sign != "" {
				s += " in " + strings.TrimSpace(sign)
			}
		}
	}
	if u.Per != "" {
		s += " per " + u.Per
	}
	if u.Base != "" {
		s += ", " + u.Base
	}
	return s
}
