package load

import (
	"factframe/app/text"
	"factframe/data"
)

// unit reads a unit that the package defines.
func (l *loader) unit(r row) *data.Unit {
	u := &data.Unit{
		ID: r.required("id"), Kind: data.UnitKind(r.choice("kind", data.UnitKinds()...)), Title: r.text("title"),
		Forms: r.forms(r.text), Prefix: r.sign("prefix"), Suffix: r.sign("suffix"),
		Per: r.text("per"), Base: r.text("base"),
	}
	u.Decimals = r.decimals("decimals")
	u.AddsUp = r.flagOr("adds_up", u.Kind.Traits().AddsUp)
	u.ZeroIsNothing = r.flagOr("zero_is_nothing", u.Kind.Traits().ZeroIsNothing)
	return u
}

// forms reads the words for a counted thing: one and many, and the forms of languages
// that have more.
func (r row) forms(read func(field string) string) text.Forms {
	f := text.Forms{Zero: r.text("zero"), One: read("one"), Two: r.text("two"), Few: r.text("few"), Many: read("many")}
	if f.One == "" {
		f.One = f.Many
	}
	return f
}
