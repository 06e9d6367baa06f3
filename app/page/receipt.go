package page

import (
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// receipt shows what stands behind a number: the words that print it, who says
// so, whom it covers, when, and what to take care of.
func (m Model) receipt(f *data.Figure, alone bool) app.UI {
	a := say.Of(f)
	return app.Elem("section").Class("receipt").Aria("label", text.Receipt).Body(
		app.Elem("h2").Hidden(alone).Text(text.Capital(a.Short()+" "+f.Label)),
		app.Elem("p").Class("quote").Hidden(f.Quote == "").Body(app.Elem("q").Text(f.Quote)),
		terms(say.Receipt(m.Package, f)),
		app.Elem("p").Class("links").Body(m.receiptLinks(f, alone)...),
	)
}

// receiptLinks give the figure's permanent address, as text too, and a way on.
func (m Model) receiptLinks(f *data.Figure, alone bool) []app.UI {
	if alone {
		v := m.viewOf(f)
		return []app.UI{
			app.Elem("a").Attr("href", state.State{View: v.ID}.Link()).Text("Show it in “" + v.Title + "”"),
			app.Text(" · "), m.compareWith(f),
		}
	}
	return []app.UI{
		app.Elem("a").Attr("href", state.State{Figure: f.ID}.Link()).Text("Address of this figure"),
		app.Text(" · "), m.compareWith(f),
		app.Text(" · "),
		app.Elem("a").Attr("href", m.State.WithFigure("").Link()).Text(text.Close),
	}
}

func (m Model) compareWith(f *data.Figure) app.UI {
	return app.Elem("a").Attr("href", state.State{View: state.CompareView, Picked: []string{f.ID}}.Link()).Text(text.Compare)
}

// viewOf is the view that draws a figure best: the last one that has a picture
// of it, since views go from overview to detail; the list of sources has all.
func (m Model) viewOf(f *data.Figure) *data.View {
	best := m.Package.Views[len(m.Package.Views)-1]
	for _, v := range m.Package.Views {
		for _, panel := range m.Package.Select(data.Query{View: v.ID}).Panels {
			for _, r := range panel.Rows {
				if r.Figure == f && panel.Spec.Mark != data.List {
					best = v
				}
			}
		}
	}
	return best
}
