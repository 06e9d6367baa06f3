package table

import "factframe/data"

// ViewOfFigure is the view that draws a figure best: the last one that has a picture
// of it, since views go from overview to detail; the list of sources has all.
func ViewOfFigure(p *data.Package, f *data.Figure) *data.View {
	views := data.Remember(p, viewsOfFigures{}, func() map[*data.Figure]*data.View { return viewsFrom(p) })
	if v := views[f]; v != nil {
		return v
	}
	return p.Views[len(p.Views)-1]
}

// viewsOfFigures is the question of which view draws which figure.
type viewsOfFigures struct{}

func viewsFrom(p *data.Package) map[*data.Figure]*data.View {
	views := map[*data.Figure]*data.View{}
	for _, v := range p.Views {
		for _, panel := range Select(p, Query{View: v.ID}).Panels {
			for _, r := range panel.Rows {
				if !panel.Spec.Mark.Traits().OfSource {
					views[r.Figure] = v
				}
			}
		}
	}
	return views
}
