package check

import (
	"fmt"
	"slices"
	"strconv"

	"factframe/data"
)

// revealed lists the suppressed figures that readers can calculate: totals minus the other
// parts. Figures are suppressed to protect people, where so few are counted that they might be
// recognised.
func revealed(p *data.Package) []string {
	of := map[*data.Series][]*data.Figure{}
	for _, f := range p.Figures {
		of[f.Series] = append(of[f.Series], f)
	}
	var list []string
	add := func(total *data.Figure, parts []*data.Figure) {
		if w := revealedIn(total, parts); w != "" && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	for _, s := range p.Series {
		if !slices.ContainsFunc(of[s], isHidden) {
			continue
		}
		byBase := map[*data.Figure][]*data.Figure{}
		for _, f := range of[s] {
			byBase[f.Base] = append(byBase[f.Base], f)
		}
		for _, total := range p.Figures {
			if parts := byBase[total]; len(parts) > 1 {
				add(total, append(parts, hiddenBeside(parts, byBase[nil])...))
			}
		}
		for _, whole := range p.Series {
			if !breaksDown(s, whole) {
				continue
			}
			parts := map[string][]*data.Figure{}
			for _, f := range of[s] {
				parts[placeIn(whole, f)] = append(parts[placeIn(whole, f)], f)
			}
			for _, total := range of[whole] {
				add(total, parts[placeIn(whole, total)])
			}
		}
	}
	return list
}

// revealedIn returns the warning about the parts of a total, or "".
func revealedIn(total *data.Figure, figures []*data.Figure) string {
	if len(figures) < 2 || !isExact(total) {
		return ""
	}
	var parts []data.Part
	for _, f := range figures {
		hidden := isHidden(f)
		if !hidden && !isExact(f) {
			return ""
		}
		parts = append(parts, data.Part{Hidden: hidden})
		if !hidden {
			parts[len(parts)-1].Number = digitsOf(f)
		}
	}
	r, ok := data.Reveal(digitsOf(total), parts)
	if !ok || figures[r.Hidden].Value != nil && r.Value >= figures[r.Hidden].Value.Number {
		return ""
	}
	return fmt.Sprintf("observations %s: is suppressed, but readers can calculate it: %s; to protect people, also suppress %s, the smallest of the others, or leave out the total %s",
		figures[r.Hidden].ID, r.Sum, figures[r.Smallest].ID, total.ID)
}

// hiddenBeside returns the suppressed figures without a base that belong to the parts of a
// total: they differ from them only where those differ from each other.
func hiddenBeside(parts, others []*data.Figure) []*data.Figure {
	var list []*data.Figure
	for _, f := range others {
		if isHidden(f) && belongs(f, parts) {
			list = append(list, f)
		}
	}
	return list
}

// belongs reports whether a figure is for the same time as the parts of a total, and has their
// codes in every dimension in which they do not differ.
func belongs(h *data.Figure, parts []*data.Figure) bool {
	for _, d := range h.Series.Dimensions {
		same := !slices.ContainsFunc(parts, func(f *data.Figure) bool { return f.Codes[d.ID] != parts[0].Codes[d.ID] })
		if same && h.Codes[d.ID] != parts[0].Codes[d.ID] {
			return false
		}
	}
	return h.Period.Same(parts[0].Period)
}

// breaksDown reports whether a series counts the same as another, by one more dimension.
func breaksDown(s, whole *data.Series) bool {
	adds := s.Unit.Kind == data.CountKind || s.Unit.Kind == data.AmountKind
	return adds && s != whole && s.Counted == whole.Counted && s.Unit == whole.Unit && s.Source == whole.Source && len(s.Dimensions) == len(whole.Dimensions)+1 &&
		!slices.ContainsFunc(whole.Dimensions, func(d *data.Dimension) bool { return !slices.Contains(s.Dimensions, d) })
}

// placeIn returns what identifies a figure within a series.
func placeIn(s *data.Series, f *data.Figure) string {
	key := f.Period.Start.String() + f.Period.End.String()
	for _, d := range s.Dimensions {
		key += "\x00" + f.Codes[d.ID]
	}
	return key
}

func isHidden(f *data.Figure) bool {
	return f.Value == nil && f.Status == "Q" || f.Value != nil && f.Value.Qualifier == data.LessThan
}

func isExact(f *data.Figure) bool {
	return f.Value != nil && slices.Contains([]data.Qualifier{"", data.Exact, data.AsPrinted}, f.Value.Qualifier)
}

func digitsOf(f *data.Figure) string {
	return strconv.FormatFloat(f.Value.Number, 'f', f.Value.Decimals, 64)
}
