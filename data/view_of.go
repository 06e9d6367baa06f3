package data

// ViewOf is the view that draws a figure best: the last one that has a picture
// of it, since views go from overview to detail; the list of sources has all.
func ViewOf(p *Package, f *Figure) *View {
	views := Remember(p, viewsOfFigures{}, func() map[*Figure]*View { return viewsFrom(p) })
	if v := views[f]; v != nil {
		return v
	}
	return p.Views[len(p.Views)-1]
}

// viewsOfFigures is the question of which view draws which figure.
type viewsOfFigures struct{}

func viewsFrom(p *Package) map[*Figure]*View {
	views := map[*Figure]*View{}
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
