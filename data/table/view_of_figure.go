package table

import "factframe/data"

// ViewOfFigure returns the view that shows a figure best: the last view with a chart of it,
// because views go from overview to detail. The default is the last view, which lists all
// sources.
func ViewOfFigure(p *data.Package, f *data.Figure) *data.View {
	views := data.Remember(p, viewsOfFigures{}, func() map[*data.Figure]*data.View { return viewsFrom(p) })
	if v := views[f]; v != nil {
		return v
	}
	return p.Views[len(p.Views)-1]
}

// viewsOfFigures is the Remember key of ViewOfFigure.
type viewsOfFigures struct{}

func viewsFrom(p *data.Package) map[*data.Figure]*data.View {
	views := map[*data.Figure]*data.View{}
	for _, v := range p.Views {
		for _, panel := range Select(p, Query{View: v.ID, All: true}).Panels {
			for _, r := range panel.Rows {
				if !panel.Spec.Mark.Traits().OfSource {
					views[r.Figure] = v
				}
			}
		}
	}
	return views
}
