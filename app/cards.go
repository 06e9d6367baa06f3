package app

import (
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// cards show key figures, each with its qualifier, what was counted, when, and
// by whom it was told.
func (m model) cards(p data.Panel) app.UI {
	var items []app.UI
	for _, r := range p.Rows {
		items = append(items, app.Elem("li").Body(m.card(r.Figure)))
	}
	return app.Elem("ul").Class("cards").Body(items...)
}

func (m model) card(f *data.Figure) app.UI {
	a := amountOf(f)
	return m.mark(f).Class("card").Body(
		app.Elem("span").Class("q").Text(a.Word()), app.Text(" "),
		app.Elem("span").Class("v").Text(a.Bare()), app.Text(" "),
		app.Elem("span").Class("l").Text(f.Label), app.Text(" "),
		app.Elem("span").Class("m").Text(year(f)+" · "+hands(f.Series.Source)),
	)
}

// hands names who counted and who published, where these differ.
func hands(s *data.Source) string {
	if s.Originator == s.Publisher {
		return s.Originator
	}
	return s.Originator + ", via " + s.Publisher
}

func year(f *data.Figure) string {
	if !f.Period.Known() {
		return when(f)
	}
	return f.Year.Label
}

// sourcePanel says where a source's figures come from and lists them all.
func (m model) sourcePanel(p data.Panel) app.UI {
	s := p.Spec.Source
	facts := []fact{
		{"Chain", arrows(s.Chain), ""},
		{"Method", text.Capital(text.Methods[s.Method]), ""},
		{"Publisher", s.Publisher + basis(s.PublisherBasis), ""},
		{"Published", text.Date(s.Published) + basis(s.PublishedBasis), ""},
		{"Covers", text.Capital(s.Coverage), ""},
		{text.TakeCare, s.Note, ""},
		{"Document", documentWord(s), ""},
		{text.Address, bare(s.URL), s.URL},
	}
	var items []app.UI
	for _, r := range p.Rows {
		items = append(items, app.Elem("li").Body(m.mark(r.Figure).Body(
			app.Elem("b").Text(amountOf(r.Figure).Short()), app.Text(" "+r.Figure.Label+atTime(p, r)+" "),
			app.Elem("small").Text(origin(r.Figure)),
		)))
	}
	return app.Elem("div").Body(terms(facts), app.Elem("ul").Class("figures").Body(items...))
}

func origin(f *data.Figure) string {
	switch {
	case f.Calculated():
		return "(" + text.Calculated + ")"
	case f.Restates != nil:
		return "(restates " + amountOf(f.Restates).Short() + ")"
	}
	return ""
}

func basis(b data.Basis) string {
	if b == data.Inferred {
		return " (inferred)"
	}
	return ""
}

func documentWord(s *data.Source) string {
	if s.SHA256 == "" {
		return ""
	}
	return "Quotes checked against the document with SHA-256 " + s.SHA256[:12] + "…"
}

func arrows(chain []string) string {
	s := ""
	for i, link := range chain {
		if i > 0 {
			s += " → "
		}
		s += link
	}
	return text.Capital(s)
}

// fact is a line of a receipt or of a source.
type fact struct{ name, words, href string }

// terms lists facts with their names, leaving out empty ones.
func terms(facts []fact) app.UI {
	var items []app.UI
	for _, f := range facts {
		said := app.Elem("dd").Text(f.words)
		if f.href != "" {
			said = app.Elem("dd").Body(inNewTab(f.href).Text(f.words))
		}
		if f.words != "" {
			items = append(items, app.Elem("dt").Text(f.name), said)
		}
	}
	return app.Elem("dl").Class("facts").Body(items...)
}
