package page

import (
	"factframe/app/chart"
	"factframe/app/say"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// age is the row of a figure about an age.
func (m *Model) age(s chart.Strip) app.UI {
	f := s.Row.Figure
	age, rest := say.AgePhrase(f)
	return m.opening(app.Elem("li").Class("age"), f, m.mark(f).Class("strip").Body(
		el("span", "what",
			m.written("b", "", age), m.text(" "+rest+" "),
			m.written("small", "", say.Year(f)+" · "+f.Series.Source.Brief),
		),
		element(s.Shape),
	))
}
