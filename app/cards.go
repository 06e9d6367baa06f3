package app

import (
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// cards show key figures, each with its qualifier, what was counted, when, and
// by whom it was told.
func (m model) cards(p data.Panel, name string) app.UI {
	var items []app.UI
	for _, r := range p.Rows {
		items = append(items, app.Elem("li").Body(m.card(r.Figure)))
	}
	return app.Elem("ul").Class("cards").Aria("label", name).Body(items...)
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
		if f.Period.Text != "" && f.Period.Text != "not stated" {
			return f.Period.Text
		}
		return text.NoPeriod
	}
	return f.Year.Label
}

// sourcePanel says where a source's figures come from and lists them all.
func (m model) sourcePanel(p data.Panel, name string) app.UI {
	s := p.Spec.Source
	facts := [][2]string{
		{"Chain", arrows(s.Chain)},
		{"Method", text.Capital(text.Methods[s.Method])},
		{"Publisher", s.Publisher + basis(s.PublisherBasis)},
		{"Published", text.Date(s.Published) + basis(s.PublishedBasis)},
		{"Covers", text.Capital(s.Coverage)},
		{"Take care", s.Note},
		{"Document", documentWord(s)},
	}
	var items []app.UI
	for _, r := range p.Rows {
		items = append(items, app.Elem("li").Body(m.mark(r.Figure).Body(
			app.Elem("b").Text(amountOf(r.Figure).Short()), app.Text(" "+r.Figure.Label+" "),
			app.Elem("small").Text(origin(r.Figure)),
		)))
	}
	return app.Elem("div").Body(terms(facts), app.Elem("ul").Class("figures").Aria("label", "Figures of "+name).Body(items...))
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

// terms lists facts with their names, leaving out empty ones.
func terms(facts [][2]string) app.UI {
	var items []app.UI
	for _, fact := range facts {
		if fact[1] != "" {
			items = append(items, app.Elem("dt").Text(fact[0]), app.Elem("dd").Text(fact[1]))
		}
	}
	return app.Elem("dl").Class("facts").Body(items...)
}
