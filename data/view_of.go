package data

// ViewOf is the view that draws a figure best: the last one that has a picture
// of it, since views go from overview to detail; the list of sources has all.
func (p *Package) ViewOf(f *Figure) *View {
	p.drawing.Do(func() {
		p.viewOf = map[*Figure]*View{}
		for _, v := range p.Views {
			for _, panel := range p.Select(Query{View: v.ID}).Panels {
				for _, r := range panel.Rows {
					if !panel.Spec.Mark.Traits().OfSource {
						p.viewOf[r.Figure] = v
					}
				}
			}
		}
	})
	if v := p.viewOf[f]; v != nil {
		return v
	}
	return p.Views[len(p.Views)-1]
}
