package maker

import (
	"slices"

	"factframe/app/chart"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/draft"
	"factframe/data/format"
	"factframe/data/table"
)

// Marks lists the ways to draw a view, best first, each as a small picture of the view's
// figures. Those that the rules refuse come last, with the reason.
func (w *Worker) Marks(view string) []draft.Mark {
	if w.pkg == nil || w.pkg.View(view) == nil {
		return []draft.Mark{}
	}
	drawn := w.pkg.View(view).Panels[0]
	var fit, refused []draft.Mark
	for _, each := range candidates(w.pkg, view) {
		each.Chosen = each.Picture.Mark == string(drawn.Mark) && channelsOf(each.Picture) == channelsIn(drawn)
		w.draw(view, &each)
		if each.Reason != "" {
			refused = append(refused, each)
		} else {
			fit = append(fit, each)
		}
	}
	slices.SortStableFunc(fit, func(a, b draft.Mark) int { return place(w.pkg, view, a) - place(w.pkg, view, b) })
	return append(fit, refused...)
}

// candidates are all ways to draw the series of a view, by what distinguishes its figures.
func candidates(p *data.Package, view string) []draft.Mark {
	v := p.View(view)
	first, second, timed := "", "", false
	spec := v.Panels[0]
	if len(spec.Series) == 0 {
		return []draft.Mark{{Name: string(spec.Mark), Picture: draft.Picture{Mark: string(spec.Mark)}, Chosen: true}}
	}
	for _, d := range spec.Series[0].Dimensions {
		switch {
		case len(table.Options(p, v, d.ID)) < 2 || slices.Contains(v.OneOf, d.ID):
		case first == "":
			first = d.ID
		case second == "":
			second = d.ID
		}
	}
	timed = len(periodsOf(p, spec)) > 1
	var latest, ends []string
	if timed {
		latest, ends = []string{data.Latest}, []string{data.First, data.Latest}
	}
	channels := func(x, y, colour, facet string) *format.Channels {
		return &format.Channels{X: x, Y: y, Colour: colour, Facet: facet}
	}
	over := second
	if over == "" && timed {
		over = "period"
	}
	return []draft.Mark{
		{Name: "line", Picture: draft.Picture{Mark: "line", Channels: channels("period", "value", first, second)}},
		{Name: "bar", Picture: draft.Picture{Mark: "bar", Channels: channels("value", first, "", second), At: latest}},
		{Name: "small", Picture: draft.Picture{Mark: "line", Channels: channels("period", "value", second, first)}},
		{Name: "dumbbell", Picture: draft.Picture{Mark: "dumbbell", Channels: channels("", first, over, ""), At: ends}},
		{Name: "slope", Picture: draft.Picture{Mark: "slope", Channels: channels("period", "value", first, ""), At: ends}},
		{Name: "area", Picture: draft.Picture{Mark: "area", Channels: channels("period", "value", first, "")}},
		{Name: "stack", Picture: draft.Picture{Mark: "stack", Channels: channels("", over, first, ""), At: latest}},
		{Name: "dot", Picture: draft.Picture{Mark: "dot", Channels: channels("value", first, "", second), At: latest}},
		{Name: "card", Picture: draft.Picture{Mark: "card", Figures: atLatest(p, spec)}},
		{Name: "tally", Picture: draft.Picture{Mark: "tally", Channels: channels("value", first, "", ""), At: latest}},
	}
}

// mostCards is how many key figures a view may have.
const mostCards = 24

// atLatest lists the figures of the latest period.
func atLatest(p *data.Package, spec *data.PanelSpec) []string {
	periods := periodsOf(p, spec)
	var ids []string
	for _, f := range p.Figures {
		if !slices.Contains(spec.Series, f.Series) || len(ids) == mostCards {
			continue
		}
		if len(periods) < 2 || f.Period.Same(periods[len(periods)-1]) {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// periodsOf lists the periods of a panel's series, in order.
func periodsOf(p *data.Package, spec *data.PanelSpec) []data.Period {
	var list []data.Period
	for _, f := range p.Figures {
		if slices.Contains(spec.Series, f.Series) && f.Period.Known() && !slices.ContainsFunc(list, f.Period.Same) {
			list = append(list, f.Period)
		}
	}
	slices.SortFunc(list, func(a, b data.Period) int { return int(a.Start) - int(b.Start) })
	return list
}

// place orders the pictures that fit: lines for three times or more, otherwise bars.
func place(p *data.Package, view string, m draft.Mark) int {
	order := []string{"bar", "line", "dumbbell", "slope", "stack", "dot", "small", "area", "card", "tally"}
	if len(periodsOf(p, p.View(view).Panels[0])) > 2 {
		order = []string{"line", "bar", "small", "slope", "dumbbell", "area", "card", "dot", "stack", "tally"}
	}
	return slices.Index(order, m.Name)
}

// draw makes the small picture of a mark, or finds the reason why there is none. The rules of
// package check decide.
func (w *Worker) draw(view string, m *draft.Mark) {
	place := slices.IndexFunc(w.pkg.Views, func(v *data.View) bool { return v.ID == view })
	only := draft.Draft{Views: map[int]draft.View{place: {Picture: &m.Picture}}}
	files, err := only.Apply(w.files)
	if err != nil {
		m.Reason = err.Error()
		return
	}
	p, _, err := check.Files(files)
	if err != nil {
		m.Reason = problemsOf(err)[0].Wrong
		return
	}
	t := table.Select(p, table.Query{View: view})
	if len(t.Panels) == 0 || len(t.Panels[0].Rows) == 0 {
		m.Reason = p.Words.Say("shown.nothing")
		return
	}
	t.Panels = t.Panels[:min(len(t.Panels), mostSmall)]
	words := chart.Words{Panels: make([]string, len(t.Panels))}
	if t.Panels[0].Spec.Mark.Traits().Text {
		t.Panels[0].Rows = t.Panels[0].Rows[:min(mostSmall, len(t.Panels[0].Rows))]
		m.SVG = chart.Document(t, words).Document()
		return
	}
	m.SVG = thumbnail(chart.Document(t, words))
}

// mostSmall is how many charts or figures a small picture has.
const mostSmall = 4

// channelsOf returns channels as a text, to compare them.
func channelsOf(p draft.Picture) string {
	if p.Channels == nil {
		return ""
	}
	return p.Channels.X + "|" + p.Channels.Y + "|" + p.Channels.Colour + "|" + p.Channels.Facet
}

func channelsIn(spec *data.PanelSpec) string {
	if len(spec.Channels) == 0 {
		return ""
	}
	c := spec.Channels
	return c["x"] + "|" + c["y"] + "|" + c["colour"] + "|" + c["facet"]
}
