package read

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/format"
)

// views proposes a page for each series: a line for many periods, sorted bars for categories, a
// stack for parts of a whole.
func (w *writer) views() {
	ids := newNames(append(check.DeviceNames(), data.ReservedPaths...)...)
	for _, s := range w.list {
		periods := periodsOf(s.points)
		first, second := "", ""
		if len(s.free) > 0 {
			first = w.dims[s.free[0]].ID
		}
		if len(s.free) > 1 {
			second = w.dims[s.free[1]].ID
		}
		if len(s.points) == 1 && len(w.list) > 1 && len(s.parts) > 0 {
			continue // it is shown with each of its parts
		}
		timed := len(periods) > 1 && allKnown(s.points)
		parts := -1
		if len(periods) == 1 && second != "" && len(s.oneOf) == 0 {
			parts = w.whole(s)
		}
		switch {
		case len(periods) > 2 && timed || timed && (first == "" || s.rolling):
			w.view(s, ids, s.title, format.Panel{Mark: "line", Channels: &format.Channels{X: "period", Y: "value", Colour: first, Facet: second}}, periods, true)
			if first != "" && len(codes(s.points, s.free[0])) > 2 && !brokenAt(s.points, periods[len(periods)-1]) {
				w.view(s, ids, w.o.words().Fill("draft.latest", "title", s.title), w.bars(s, first, second, "latest"), periods[len(periods)-1:], false)
			}
		case timed && len(periods) == 2 && second == "" && everyCodeTwice(s) && !s.rolling && len(s.oneOf) == 0:
			w.view(s, ids, s.title, format.Panel{Mark: "dumbbell", Channels: &format.Channels{Y: first, Colour: "period"}}, periods, false)
		case timed && len(periods) == 2 && second != "" && len(s.oneOf) == 0 && !brokenAt(s.points, periods[1]): // both years
			w.view(s, ids, w.o.words().Fill("draft.latest", "title", s.title), w.bars(s, first, second, "latest"), periods[1:], false)
			w.view(s, ids, s.title, format.Panel{Mark: "line", Channels: &format.Channels{X: "period", Y: "value", Colour: first, Facet: second}}, periods, true)
		case first == "":
			var figures []string
			for _, p := range s.points {
				figures = append(figures, w.ids[s][placeOf(p)])
			}
			w.view(s, ids, s.title, format.Panel{Mark: "card", Figures: figures}, periods, false)
		case parts >= 0:
			y, colour := first, second
			if s.free[0] == parts {
				y, colour = second, first
			}
			w.view(s, ids, s.title, format.Panel{Mark: "stack", Channels: &format.Channels{Y: y, Colour: colour}}, periods, false)
		default:
			at := ""
			if len(periods) > 1 {
				at = "latest"
			}
			w.view(s, ids, s.title, w.bars(s, first, second, at), periods[len(periods)-1:], false)
		}
	}
}

// unbroken moves breaks in a series to the notes, if there is no line that could show them.
func (s *series) unbroken() {
	for i, p := range s.points {
		if p.value.status == "B" || p.value.status == "D" {
			s.points[i].value.status = ""
			s.points[i].notes = append(p.notes, map[data.Status]string{"B": "A break in the series.", "D": "Its definition differs."}[p.value.status])
		}
	}
}

// brokenAt reports whether some points of a period have a break and others do not. Those cannot
// share an axis.
func brokenAt(points []point, at data.Period) bool {
	broken, all := 0, 0
	for _, p := range points {
		if p.period.Same(at) && !p.value.missing {
			if all++; p.value.status == "B" || p.value.status == "D" {
				broken++
			}
		}
	}
	return broken > 0 && broken < all
}

// bars returns a panel of bars. It uses dots if zero does not mean nothing, or if there are
// intervals.
func (w *writer) bars(s *series, y, facet, at string) format.Panel {
	mark := data.Mark("bar")
	if s.unit.Kind == data.IndexKind || s.unit.ID == data.Years.ID || slices.ContainsFunc(s.points, func(p point) bool { return p.low != nil }) {
		mark = "dot"
	}
	p := format.Panel{Mark: mark, Channels: &format.Channels{Y: y, X: "value", Facet: facet}}
	if at != "" {
		p.At = []string{at}
	}
	return p
}

func (w *writer) view(s *series, ids names, title string, panel format.Panel, periods []data.Period, line bool) {
	id := ids.take(title, "figures")
	panel.ID = id
	if panel.Figures == nil {
		panel.Series = []string{s.id}
	}
	panel.Highlight = w.highlight(s, panel.Mark, periods)
	v := format.View{ID: id, Title: plainText(title), Headline: w.headline(s, periods), Subtitle: w.subtitle(s, periods), Panels: []format.Panel{panel},
		Notes: []string{w.o.words().Say("draft.note")}}
	if panel.Figures == nil {
		for _, d := range s.oneOf {
			v.OneOf = append(v.OneOf, w.dims[d].ID)
		}
	}
	for _, d := range slices.Concat(s.free, s.belongs) {
		if len(codes(s.points, d)) > 1 && panel.Figures == nil && panel.Mark != "stack" && panel.Mark != "dumbbell" {
			v.Filters = append(v.Filters, w.dims[d].ID)
		}
	}
	if line && len(periods) > 2 {
		v.Filters = append(v.Filters, data.Span)
	}
	if (panel.Mark == "bar" || panel.Mark == "dot") && panel.Channels.Facet == "" {
		v.Orders = []string{"size", "name", "printed"}
		if isOrdered(codes(s.points, s.free[0])) {
			v.Orders = []string{"printed", "size"}
		}
	}
	w.own.Views = append(w.own.Views, v)
}

// latest returns the points of the last period, or all if no period is known.
func (w *writer) latest(s *series, periods []data.Period) (list []point) {
	for _, p := range w.long.first(s) {
		if len(periods) == 0 || p.period.Same(periods[len(periods)-1]) {
			if !p.value.missing {
				list = append(list, p)
			}
		}
	}
	return list
}

func highestOf(points []point) point {
	return slices.MaxFunc(points, func(a, b point) int { return cmp.Compare(a.value.number, b.value.number) })
}

// highlight returns what the headline of a view is about, as its mark shows it: a row or a line.
func (w *writer) highlight(s *series, mark data.Mark, periods []data.Period) []string {
	at := w.latest(s, periods)
	if len(at) < 2 || len(s.free) == 0 {
		return nil
	}
	if named := slices.DeleteFunc(slices.Clone(at), w.isUnnamed); len(named) > 0 {
		at = named
	}
	switch highest, first := highestOf(at), s.free[0]; mark {
	case "bar", "dot":
		return []string{w.ids[s][placeOf(highest)]}
	case "line", "dumbbell":
		return []string{w.codes[first][highest.codes[first]]}
	}
	return nil
}

func (w *writer) when(p data.Period) string {
	if !p.Known() {
		return ""
	}
	return w.calendar().NameOf(p).Label
}

// calendar names periods as the package will.
func (w *writer) calendar() *data.Package {
	p := &data.Package{YearBegins: 1, Words: w.o.words()}
	if w.own.YearBegins != nil {
		p.YearBegins = *w.own.YearBegins
	}
	return p
}

// subtitle states what is measured, in which unit and when, in the words of the table.
func (w *writer) subtitle(s *series, periods []data.Period) string {
	words := []string{plainText(cmp.Or(s.measure, w.title))}
	if headline := w.headline(s, periods); s.measure != "" && !w.named && !strings.EqualFold(s.measure, w.title) && !strings.Contains(headline, plainText(w.title)) {
		words = []string{plainText(w.title), words[0]}
	}
	if last := len(words) - 1; s.words != "" && !strings.Contains(words[last], s.words) {
		unit := s.words
		if s.unit.ID == data.Percent.ID {
			unit = "%"
		}
		words[last] += " (" + plainText(unit) + ")"
	}
	for _, label := range append(slices.Clone(s.labels), w.long.constants...) {
		if !plainTotal.MatchString(label) && !slices.ContainsFunc(words, func(said string) bool { return strings.Contains(said, label) }) {
			words = append(words, plainText(label))
		}
	}
	if n := len(periods); n > 0 && periods[0].Known() {
		calendar := w.calendar()
		span := calendar.NameOf(periods[0]).Label
		if n > 1 {
			span = w.o.words().Span(span, calendar.NameOf(periods[n-1]).Label)
		}
		words = append(words, span)
	}
	return strings.Join(words, ", ")
}

// plainTotal matches names of totals that say little by themselves.
var plainTotal = regexp.MustCompile(`(?i)^(?:all|totals?|t|sum|both sexes|persons|insgesamt|gesamt|alle|tous|ensemble|totale|totaal|ogółem|razem)$`)

// periodsOf returns the periods of points, in order of time.
func periodsOf(points []point) []data.Period {
	var list []data.Period
	seen := map[[2]data.Date]bool{}
	for _, p := range points {
		key := [2]data.Date{p.period.Start, p.period.End}
		if !seen[key] {
			seen[key] = true
			list = append(list, p.period)
		}
	}
	slices.SortFunc(list, func(a, b data.Period) int { return cmp.Compare(a.Start, b.Start) })
	return list
}

func allKnown(points []point) bool {
	return !slices.ContainsFunc(points, func(p point) bool { return !p.period.Known() })
}

// everyCodeTwice reports whether each code has a value in both of two periods.
func everyCodeTwice(s *series) bool {
	n := map[string]int{}
	for _, p := range s.points {
		if !p.value.missing {
			n[p.codes[s.free[0]]]++
		}
	}
	for _, times := range n {
		if times != 2 {
			return false
		}
	}
	return len(n) == len(codes(s.points, s.free[0]))
}

// whole returns the dimension whose codes add up to a whole for each code of the other (100 for
// percentages, apart from rounding), or -1.
func (w *writer) whole(s *series) int {
	if s.unit.ID != data.Percent.ID {
		return -1
	}
	for i, d := range s.free {
		other := s.free[1-i]
		sums, n := map[string]float64{}, map[string]int{}
		step := 1.0
		for _, p := range s.points {
			if p.value.missing {
				return -1
			}
			sums[p.codes[other]] += p.value.number
			n[p.codes[other]]++
			step = min(step, math.Pow10(-decimalsIn(p.value.plain)))
		}
		makes := len(codes(s.points, d)) <= check.MostParts
		for code, sum := range sums {
			makes = makes && n[code] > 1 && math.Abs(sum-100) <= step/2*float64(n[code])+1e-9
		}
		if makes {
			return d
		}
	}
	return -1
}
