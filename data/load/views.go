package load

import (
	"slices"
	"strconv"

	"factframe/data"
)

func (l *loader) words(own row) {
	l.p.ShortTitle = own.text("short_title")
	for i, v := range own.objects("one_base") {
		r := l.entry("one_base", i, v)
		l.p.OneBase = append(l.p.OneBase, data.OneBase{Source: l.sourceOf(r, "source", r.required("source")), Counted: references(r, "counted", l.countedOf), Reason: r.required("reason")})
		r.done()
	}
	for i, v := range own.objects("statements") {
		r := l.entry("statements", i, v)
		l.p.Statements = append(l.p.Statements, &data.Statement{ID: r.required("id"), Source: l.sourceOf(r, "source", r.required("source")), Text: r.required("text"), Quote: r.text("quote")})
		r.done()
	}
	for _, v := range own.objects("confused") {
		l.p.Confused = append(l.p.Confused, l.confused(own, v))
	}
	for i, v := range own.objects("definitions") {
		r := l.entry("definitions", i, v)
		l.p.Definitions = append(l.p.Definitions, data.Definition{Term: r.required("term"), Text: r.required("text")})
		r.done()
	}
	b := l.row("brand", own.valueOr("brand", map[string]any{}))
	l.p.Brand = data.Brand{Accent: b.text("accent"), AccentDark: b.text("accent_dark"), Credit: b.text("credit"), Logo: b.text("logo")}
	b.done()
	l.p.HelpTitle, l.p.HelpAdvice = own.text("help_title"), own.text("help_advice")
	l.p.HelpShort = own.text("help_short")
	for i, v := range own.objects("help") {
		r := l.entry("help", i, v)
		l.p.Help = append(l.p.Help, data.HelpLine{Name: r.required("name"), For: r.text("for"), Phone: r.text("phone"), URL: r.text("url")})
		r.done()
	}
}

func (l *loader) views(own row) {
	for i, v := range own.objects("views") {
		r := l.entry("views", i, v)
		view := &data.View{ID: r.required("id"), Title: r.required("title"), Headline: r.required("headline"), Subtitle: r.required("subtitle"), Notes: r.texts("notes")}
		r.record = "views " + view.ID
		if !isID(view.ID) || slices.Contains(data.ReservedPaths, view.ID) {
			r.problem("id", strconv.Quote(view.ID)+" cannot be the id of a view", "use lower-case letters, digits and hyphens, starting with a letter, but none of "+quoted(data.ReservedPaths))
		}
		if l.p.View(view.ID) != nil {
			r.problem("id", strconv.Quote(view.ID)+" is already the id of another view", "give each view a unique id")
		}
		l.choices(r, view)
		view.Statements = references(r, "statements", func(r row, field, id string) *data.Statement {
			return reference(r, field, id, "statement", l.p.Statements, func(s *data.Statement) string { return s.ID })
		})
		for j, v := range r.objects("panels") {
			view.Panels = append(view.Panels, l.panel(l.entry("views "+view.ID+" panels", j, v)))
		}
		if len(view.Panels) == 0 {
			r.problem("panels", "there are none", "add a panel with a mark and the series or figures it draws")
		}
		l.ages(view)
		l.p.Views = append(l.p.Views, view)
		r.done()
	}
	if len(l.p.Views) == 0 {
		own.problem("views", "there are none", "add a view")
	}
}

// drawn reports whether a channel can show the attribute with this name.
func drawn(name string) bool {
	a := data.AttributeOf(name)
	return a != nil && a.Drawn != nil
}

// ages sets the end of all age axes in a view: that of the package, or the next
// multiple of ten years above all ages.
func (l *loader) ages(v *data.View) {
	oldest := l.p.Oldest
	for _, spec := range v.Panels {
		for _, f := range spec.Figures {
			if l.p.Oldest > 0 || f == nil || !spec.Mark.Traits().Ages {
				continue
			}
			if f.Unit.Kind.Traits().Age && f.Value != nil {
				oldest = max(oldest, int(f.Value.Number)+1)
			}
			for _, limit := range []*int{f.Series.AgeMin, f.Series.AgeMax} {
				if limit != nil {
					oldest = max(oldest, *limit+1)
				}
			}
		}
	}
	if l.p.Oldest == 0 {
		oldest = (oldest + 9) / 10 * 10
	}
	for _, spec := range v.Panels {
		spec.Oldest = oldest
	}
}

func (l *loader) choices(r row, view *data.View) {
	for _, id := range r.texts("filters") {
		if id == data.Span {
			view.Spans = true
			continue
		}
		if data.AttributeOf(id) == nil {
			l.dimension(r, "filters", id)
		}
		view.Filters = append(view.Filters, id)
	}
	view.OneOf = r.texts("one_of")
	for _, id := range view.OneOf {
		l.dimension(r, "one_of", id)
	}
	view.Units = references(r, "units", l.unitOf)
	view.Orders = r.texts("orders")
	for _, order := range view.Orders {
		if !slices.Contains(data.Orders, order) {
			r.problem("orders", strconv.Quote(order)+" is not allowed here", "use one or more of "+quoted(data.Orders))
		}
	}
}

func (l *loader) panel(r row) *data.PanelSpec {
	p := &data.PanelSpec{ID: r.required("id"), Title: r.text("title"), Mark: data.Mark(r.choice("mark", data.Marks()...)), Channels: map[string]string{}}
	channels := l.row(r.record+" channels", r.valueOr("channels", map[string]any{}))
	for _, name := range data.Channels {
		if to := channels.text(name); to != "" {
			p.Channels[name] = to
			if to != "value" && to != data.Span && !drawn(to) {
				l.dimension(channels, name, to)
			}
		}
	}
	channels.done()
	for _, id := range r.texts("series") {
		p.Series = append(p.Series, l.seriesOf(r, "series", id))
	}
	for _, id := range r.texts("figures") {
		p.Figures = append(p.Figures, l.figureOf(r, "figures", id))
	}
	p.Source = l.sourceOf(r, "source", r.text("source"))
	p.Highlight, p.At = r.texts("highlight"), r.texts("at")
	for i, v := range r.objects("events") {
		e := l.entry(r.record+" events", i, v)
		p.Events = append(p.Events, data.Event{At: e.date("at"), Text: e.required("text")})
		if p.Events[i].At.IsZero() && !e.has("at") {
			e.problem("at", "is missing", "write a date such as 2016-03-31")
		}
		e.done()
	}
	given := 0
	for _, has := range []bool{r.has("series"), r.has("figures"), r.has("source")} {
		if has {
			given++
		}
	}
	if given != 1 {
		r.problem("", "has "+strconv.Itoa(given)+" of series, figures and source", "give exactly one of them")
	}
	r.done()
	return p
}

func (r row) valueOr(field string, otherwise any) any {
	if v := r.value(field); v != nil {
		return v
	}
	return otherwise
}

// confused reads one list of figures that are often confused.
func (l *loader) confused(own row, v any) []*data.Figure {
	ids, _ := v.([]any)
	var list []*data.Figure
	for _, id := range ids {
		s, _ := id.(string)
		if f := l.figureOf(own, "confused", s); f != nil {
			list = append(list, f)
		}
	}
	if len(list) < 2 {
		own.problem("confused", "an entry lists fewer than two figures", "list the ids of two or more figures")
	}
	return list
}
