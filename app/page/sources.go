package page

import (
	"factframe/app/say"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// source is an entry of the list of sources: what it is and its figures are
// one step away.
func (m Model) source(p data.Panel) app.UI {
	var items []app.UI
	for _, r := range p.Rows {
		items = append(items, m.opening(app.Elem("li"), r.Figure, m.mark(r.Figure).Body(
			figureWords(r.Figure, say.AtTime(p, r)),
			app.Elem("small").Text(say.Origin(r.Figure)),
		)))
	}
	return folded(text.Of(len(p.Rows), "figure", "figures"),
		terms(say.Document(p.Spec.Source)),
		app.Elem("ul").Class("figures").Body(items...),
	)
}

// figureWords are a figure in running words, its number standing out.
func figureWords(f *data.Figure, more string) app.UI {
	a := say.Of(f)
	if a.Missing {
		return app.Elem("span").Text(say.Phrase(f) + more + " ")
	}
	return app.Elem("span").Body(app.Elem("b").Text(a.Leading()), app.Text(" "+f.Label+more+" "))
}

// terms lists facts with their names, leaving out empty ones.
func terms(facts []say.Fact) app.UI {
	var items []app.UI
	for _, f := range facts {
		said := app.Elem("dd").Text(f.Words)
		if f.Href != "" {
			said = app.Elem("dd").Body(inNewTab(f.Href).Text(f.Words))
		}
		if f.Words != "" {
			items = append(items, app.Elem("dt").Text(f.Name), said)
		}
	}
	return app.Elem("dl").Class("facts").Body(items...)
}
